// SPDX-License-Identifier: MIT
#pragma once

#include "overview/topology.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QRectF>
#include <QStringList>

namespace pipeglass::ui {

/// Where everything of the drawing stands, before anything is painted. Side by side where there is room: clients,
/// arrows with the queued bytes, the pipe, arrows, servers. In a narrow panel one below the other, with the queued
/// bytes at the right in the clients' boxes. Pure, a value; nothing overlaps, nothing stands outside of `size`.
class DrawingLayout {
public:
    enum class Role { Client, Waiting, Nobody, More, Pipe, Server };
    struct Box {
        QRectF place;
        Role role = Role::Client;
        QStringList lines; ///< the first is the title; cut in the middle where they are too long
        QStringList side; ///< what stands at the right within it, never cut
        QString toolTip; ///< plain text, all of it whole
        qint64 pid = 0; ///< of the one process that it stands for
    };
    enum class Style { Solid, Dashed, Blocked };
    struct Arrow {
        QLineF line; ///< the head is at its end
        Style style = Style::Solid;
        QString above;
        QString below;
        bool hasHead = true;
        QString toolTip;
    };

    DrawingLayout() = default;
    /// `metrics` are those of the plain text; titles are bold, and cut to fit.
    DrawingLayout(
        const catalog::PipeEntry &entry, const Topology &topology, double width, const QFontMetricsF &metrics);

    std::vector<Box> boxes;
    std::vector<Arrow> arrows;
    QSizeF size;
    bool isNarrow = false;

    /// The tool tip of what is at a place; empty for nothing.
    [[nodiscard]] QString toolTipAt(QPointF place) const;
    [[nodiscard]] const Box *boxAt(QPointF place) const;

    static constexpr double padding = 8; ///< between a box and its text
    static constexpr size_t maxClients = 4;
    static constexpr size_t maxServers = 3;
};

} // namespace pipeglass::ui
