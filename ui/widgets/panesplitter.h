// SPDX-License-Identifier: MIT
#pragma once

#include <QSplitter>

namespace pipeglass::ui {

/// A splitter whose panes can be hidden: by dragging the handle to the edge, by a double click on it (the pane after
/// it; again: restored), and all except one by showOnly(). A pane that gets the focus is shown. Where there is no room
/// for all of them, only one is shown at a time, unless the person drags the handle.
class PaneSplitter : public QSplitter {
    Q_OBJECT

public:
    explicit PaneSplitter(QWidget *parent = nullptr);
    PaneSplitter(Qt::Orientation orientation, QWidget *parent = nullptr);

    /// Hides all panes except the one that contains this widget; does nothing if there is none.
    void showOnly(const QWidget *widget);
    /// Shows panes hidden by showOnly() or a double click, with their previous sizes.
    void reopen();
    void reveal(const QWidget *pane);
    /// Below this height or width only one pane is shown at a time; 0: never.
    void setRoomForAll(int extent) { m_roomForAll = extent; }
    [[nodiscard]] bool isPaneHidden(int pane) const;
    /// By showOnly() or a double click.
    [[nodiscard]] bool hasHiddenPanes() const { return !m_before.isEmpty(); }
    void toggleAfter(int handle);

Q_SIGNALS:
    void hiddenPanesChanged(); ///< perhaps

protected:
    QSplitterHandle *createHandle() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] bool lacksRoom() const;
    void showAlone(int pane);
    [[nodiscard]] int paneOf(const QWidget *widget) const; ///< -1: none
    void hidePanes(const QList<int> &panes);

    QList<int> m_before; ///< sizes
    int m_roomForAll = 0;
    bool m_isOneAlone = false; ///< because there is no room
    bool m_wasDragged = false; ///< since there is no room
    QObject m_untilDestroyed; ///< ends the connection to focusChanged before the children are destroyed
};

} // namespace pipeglass::ui
