// SPDX-License-Identifier: MIT
#pragma once

#include <QSplitter>

namespace pipeglass::ui {

/// A splitter whose panes can be put away: by drawing the handle to the edge, by a double click on it (the pane after
/// it; again: as before), and all but one by showOnly(). A pane that gets the focus is opened.
class PaneSplitter : public QSplitter {
    Q_OBJECT

public:
    explicit PaneSplitter(QWidget *parent = nullptr);
    PaneSplitter(Qt::Orientation orientation, QWidget *parent = nullptr);

    /// Puts all panes away but the one with this widget in it; where it is in none, nothing.
    void showOnly(const QWidget *widget);
    /// Opens what showOnly() or a double click put away, with the sizes from before.
    void reopen();
    /// Opens this pane.
    void reveal(const QWidget *pane);
    [[nodiscard]] bool isPutAway(int pane) const;
    /// Since showOnly() or a double click.
    [[nodiscard]] bool hasPutAway() const { return !m_before.isEmpty(); }
    void toggleAfter(int handle);

protected:
    QSplitterHandle *createHandle() override;

private:
    [[nodiscard]] int paneOf(const QWidget *widget) const; ///< -1: none
    void putAway(const QList<int> &panes);

    QList<int> m_before; ///< sizes
    QObject m_untilDestroyed; ///< the focus is followed until here: the children are destroyed later, and lose it
};

} // namespace pipeglass::ui
