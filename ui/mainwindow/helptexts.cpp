// SPDX-License-Identifier: MIT
#include "mainwindow/helptexts.h"

#include "widgets/svgicon.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QMessageBox>

namespace pipeglass::ui {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("HelpTexts", text); }

void addRow(QFormLayout &form, const QString &keys, const QString &meaning)
{
    auto *left = new QLabel(keys);
    left->setTextFormat(Qt::PlainText);
    QFont bold = left->font();
    bold.setBold(true);
    left->setFont(bold);
    auto *right = new QLabel(meaning);
    right->setTextFormat(Qt::PlainText);
    form.addRow(left, right);
}

} // namespace

void openAbout(QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Pipeglass"));
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(svgIcon(QStringLiteral("pipeglass")).pixmap(QSize(64, 64), box->devicePixelRatioF()));
    box->setText(tr("Pipeglass %1").arg(QStringLiteral(PIPEGLASS_VERSION)));
    box->setInformativeText(
        tr("A looking glass for .NET named pipes on Linux: which pipes there are, who serves them, who may connect, "
           "and what is said.\n\nFree software under the MIT licence. Built with Qt %1.")
            .arg(QString::fromLatin1(qVersion())));
    box->open();
}

void openShortcuts(const QList<QAction *> &actions, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Keyboard shortcuts"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(24);
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty()) {
            QString text = action->text();
            addRow(*form, action->shortcut().toString(QKeySequence::NativeText), text.remove(u'&'));
        }
    }
    addRow(*form, tr("Enter"), tr("In the list: attach. In the message line: send"));
    addRow(*form, tr("Up, Down"), tr("In the message line: what was sent before"));
    addRow(*form, tr("Esc"), tr("In the filter: clear it. In a message: dismiss it"));
    addRow(*form, tr("Shift+arrow keys"), tr("In the hex view: select; Ctrl+C copies"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *column = new QVBoxLayout(dialog);
    column->setSpacing(14);
    column->addLayout(form);
    column->addWidget(buttons);
    dialog->show();
}

} // namespace pipeglass::ui
