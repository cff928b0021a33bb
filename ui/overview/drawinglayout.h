// SPDX-License-Identifier: MIT
#pragma once

#include "overview/topology.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QRectF>
#include <QStringList>

namespace pipeglass::ui {

/// The geometry of the drawing. Wide: clients, arrows with unread bytes, pipe, arrows, servers from left to right.
/// Narrow: from top to bottom, with the unread bytes inside the clients' boxes. Pure; items do not overlap and lie
/// within `size`.
class DrawingLayout {
public:
    enum class Role { Client, Waiting, Nobody, More, Pipe, Server };
    struct Box {
        QRectF place;
        Role role = Role::Client;
        QStringList lines; ///< the first is the title; elided if too long
        QStringList side; ///< right-aligned texts, never elided
        QString toolTip; ///< plain text, complete
        qint64 pid = 0; ///< of the process, if it stands for one
    };
    enum class Style { Solid, Dashed, Blocked };
    struct Arrow {
        QLineF line; ///< with the head at its end
        Style style = Style::Solid;
        QString above;
        QString below;
        bool hasHead = true;
        QString toolTip;
    };

    DrawingLayout() = default;
    /// `metrics`: of the normal font; titles are bold and elided.
    DrawingLayout(
        const catalog::PipeEntry &entry, const Topology &topology, double width, const QFontMetricsF &metrics);

    std::vector<Box> boxes;
    std::vector<Arrow> arrows;
    QSizeF size;
    bool isNarrow = false;

    /// The tool tip at a position; empty if there is none.
    [[nodiscard]] QString toolTipAt(QPointF place) const;
    [[nodiscard]] const Box *boxAt(QPointF place) const;

    static constexpr double padding = 8; ///< between a box and its text
    static constexpr size_t maxClients = 4;
    static constexpr size_t maxServers = 3;
};

} // namespace pipeglass::ui
