// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/pipeentry.h"

#include <QWidget>

namespace pipeglass::ui {

/// A small picture of one pipe: clients, an arrow, the pipe, an arrow, its server. What it says in boxes stands in
/// words beside it, so it carries no information of its own.
class PipeDrawing : public QWidget {
    Q_OBJECT

public:
    explicit PipeDrawing(QWidget *parent = nullptr);

    void setEntry(const catalog::PipeEntryPtr &entry);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Box {
        QString title;
        QString line;
        QColor accent;
        bool isThere = true; ///< else drawn dashed
    };
    [[nodiscard]] Box clientsBox() const;
    [[nodiscard]] Box pipeBox() const;
    [[nodiscard]] Box serverBox() const;
    void paintBox(QPainter &painter, const QRectF &place, const Box &box) const;
    void paintArrow(QPainter &painter, QPointF from, QPointF to, bool isThere) const;

    catalog::PipeEntryPtr m_entry;
};

} // namespace pipeglass::ui
