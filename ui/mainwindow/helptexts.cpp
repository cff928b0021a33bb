// SPDX-License-Identifier: MIT
#include "mainwindow/helptexts.h"

#include "app/windowtext.h"
#include "widgets/labeltext.h"
#include "widgets/svgicon.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QRegularExpression>
#include <QScrollArea>

namespace pipeglass::ui {

namespace {

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

void addShortcuts(QFormLayout &form, const QList<QAction *> &actions)
{
    static const QRegularExpression count(QStringLiteral(" \\(\\d+\\)$")); // a changing number in the text
    for (const QAction *action : actions) {
        if (action->menu() != nullptr) {
            addShortcuts(form, action->menu()->actions());
        } else if (!action->shortcut().isEmpty()) {
            QString text = labelText(action->text()).remove(count);
            if (action->shortcutContext() == Qt::WidgetShortcut)
                text = WindowText::tr("In the list: %1").arg(text);
            addRow(form, action->shortcut().toString(QKeySequence::NativeText), text);
        }
    }
}

} // namespace

void openAbout(QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(WindowText::tr("About Pipeglass"));
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(svgIcon(QStringLiteral("pipeglass")).pixmap(QSize(64, 64), box->devicePixelRatioF()));
    box->setText(WindowText::tr("Pipeglass %1").arg(QStringLiteral(PIPEGLASS_VERSION)));
    box->setInformativeText(WindowText::tr("Shows and uses .NET named pipes on Linux: servers, clients, permissions "
                                           "and messages.\n\nFree software under the MIT licence. Built with Qt %1.")
                                .arg(QString::fromLatin1(qVersion())));
    box->open();
}

void openShortcuts(const QMenuBar &menus, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(WindowText::tr("Keyboard shortcuts"));
    auto *sheet = new QWidget;
    auto *form = new QFormLayout(sheet);
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(5);
    addShortcuts(*form, menus.actions());
    addRow(*form, WindowText::tr("Enter"), WindowText::tr("In the list: attach. In the message field: send"));
    addRow(*form, WindowText::tr("Menu key"), WindowText::tr("In the list: context menu of the chosen pipes"));
    addRow(*form, WindowText::tr("Up, Down"), WindowText::tr("In the message field: previously sent messages"));
    addRow(*form, WindowText::tr("Esc"), WindowText::tr("In the filter: clear it. In a message: dismiss it"));
    addRow(*form, WindowText::tr("Shift+arrow keys"), WindowText::tr("In the hex view: select; Ctrl+C copies"));
    auto *area = new QScrollArea(dialog);
    area->setAccessibleName(dialog->windowTitle());
    area->setWidget(sheet);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *column = new QVBoxLayout(dialog);
    column->setSpacing(14);
    column->addWidget(area);
    column->addWidget(buttons);
    // As large as its content, if that fits.
    const QSize whole = sheet->sizeHint() + QSize(50, 80);
    dialog->resize(whole.boundedTo(QSize(700, qMax(320, parent->height() - 40))));
    dialog->show();
}

} // namespace pipeglass::ui
