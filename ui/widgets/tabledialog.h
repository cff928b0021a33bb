// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>
#include <QStringList>

class QDialogButtonBox;

namespace pipeglass::ui {

/// A sentence, a table of plain texts, and buttons. Deletes itself when closed; show it with open().
class TableDialog : public QDialog {
    Q_OBJECT

public:
    TableDialog(
        const QString &sentence, const QStringList &titles, const QList<QStringList> &rows, QWidget *parent = nullptr);

    /// Without an answer there is a Close button; with one, that and Cancel, and accepted() is emitted for it.
    void setAnswer(const QString &answer);

private:
    QDialogButtonBox *m_buttons;
};

} // namespace pipeglass::ui
