// SPDX-License-Identifier: MIT
#pragma once

#include "palette/palettemodel.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;

namespace pipeglass::ui {

/// A field and the entries that match what is typed. Up and Down choose one, Enter uses it, Esc closes.
class CommandPalette : public QDialog {
    Q_OBJECT

public:
    CommandPalette(std::vector<PaletteItem> items, const QStringList &recent, QWidget *parent);

Q_SIGNALS:
    void chosen(const QString &key); ///< it is going to run, after the palette is closed

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override; ///< a frame, for it has none of the window manager

private:
    void setUpViews();
    void place();
    void search(const QString &text);
    void useCurrent();

    PaletteModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_nothing; ///< what is said when nothing matches
};

} // namespace pipeglass::ui
