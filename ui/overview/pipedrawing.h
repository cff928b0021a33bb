// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"
#include "overview/drawinglayout.h"

#include <QWidget>

class QPainter;

namespace pipeglass::ui {

/// A drawing of a pipe: clients, pipe, servers, and the unread bytes of each connection. Its height depends on its
/// width. Its accessible description has the same content as text.
class PipeDrawing : public QWidget {
    Q_OBJECT

public:
    explicit PipeDrawing(QWidget *parent = nullptr);

    void show(const catalog::PipeEntryPtr &entry, const Topology &topology);
    [[nodiscard]] const DrawingLayout &drawn() const { return m_layout; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The box "and 37 more" was clicked.
    void moreRequested();
    void processRequested(qint64 pid); ///< the box of a process was clicked

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    void layOut();
    void paintBox(QPainter &painter, const DrawingLayout::Box &box) const;
    /// `first`: format of the first line; right-aligned lines all have the same format.
    void paintLines(
        QPainter &painter, const QRectF &within, Qt::AlignmentFlag alignment, const QStringList &lines,
        const std::pair<QFont, QColor> &first) const;
    void paintArrow(QPainter &painter, const DrawingLayout::Arrow &arrow) const;
    [[nodiscard]] QColor accentOf(DrawingLayout::Role role) const;

    catalog::PipeEntryPtr m_entry;
    Topology m_topology;
    DrawingLayout m_layout;
};

} // namespace pipeglass::ui
