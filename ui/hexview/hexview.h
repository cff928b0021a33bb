// SPDX-License-Identifier: MIT
#pragma once

#include "core/slice.h"
#include "hexview/hexlayout.h"

#include <QAbstractScrollArea>

namespace pipeglass::ui {

/// Shows bytes as hex and text. Draws only visible lines, so any size works. Select with the mouse or Shift and arrow
/// keys; copy as hex (Ctrl+C) or text.
class HexView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit HexView(QWidget *parent = nullptr);

    void setBytes(const Slice &bytes);
    [[nodiscard]] const Slice &bytes() const { return m_bytes; }

    [[nodiscard]] bool hasSelection() const { return m_selected; }
    /// The selected bytes; all bytes without a selection.
    [[nodiscard]] QByteArrayView selection() const;
    void select(qsizetype from, qsizetype to); ///< both inclusive

    /// Selects bytes and shows them; none if `size` is 0.
    void mark(qsizetype offset, qsizetype size);

Q_SIGNALS:
    void cursorMoved(qsizetype byte); ///< by the user

public Q_SLOTS:
    void selectAll();
    void copyHex() const;
    void copyText() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void measure();
    void paintLine(QPainter &painter, int line, int y) const;
    [[nodiscard]] bool isSelected(qsizetype byte) const;
    [[nodiscard]] std::optional<qsizetype> byteUnder(const QPoint &position) const;
    void moveCursor(qsizetype to, bool extend);
    void ensureVisible(qsizetype byte);
    [[nodiscard]] qsizetype first() const { return qMin(m_anchor, m_cursor); }
    [[nodiscard]] qsizetype last() const { return qMax(m_anchor, m_cursor); }

    Slice m_bytes;
    HexLayout m_layout;
    int m_lineHeight = 1;
    double m_charWidth = 1;
    qsizetype m_anchor = 0;
    qsizetype m_cursor = 0;
    bool m_selected = false;
};

} // namespace pipeglass::ui
