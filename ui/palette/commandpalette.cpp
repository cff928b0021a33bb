// SPDX-License-Identifier: MIT
#include "palette/commandpalette.h"

#include "palette/palettedelegate.h"
#include "widgets/colors.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace pipeglass::ui {

CommandPalette::CommandPalette(std::vector<PaletteItem> items, const QStringList &recent, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_model(new PaletteModel(std::move(items), recent, this))
    , m_field(new QLineEdit)
    , m_list(new QListView)
    , m_nothing(new QLabel(tr("Nothing has a name like this.")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Commands"));
    setUpViews();
    place();
    search({});
}

void CommandPalette::setUpViews()
{
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_field->setPlaceholderText(tr("Command, pipe, program, recording or help topic …"));
    m_field->setAccessibleName(tr("Find a command"));
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Matching commands"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setMargin(8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    column->addWidget(m_field);
    column->addWidget(m_nothing);
    column->addWidget(m_list);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::useCurrent);
}

/// At the top of the window, in the middle.
void CommandPalette::place()
{
    constexpr int usualWidth = 660;
    constexpr int usualHeight = 420;
    constexpr int margin = 20;
    const QRect window(parentWidget()->mapToGlobal(QPoint()), parentWidget()->size());
    resize(qMin(usualWidth, window.width() - 2 * margin), qMin(usualHeight, window.height() - 4 * margin));
    move(window.left() + (window.width() - width()) / 2, window.top() + 2 * margin);
}

void CommandPalette::search(const QString &text)
{
    m_model->setPattern(text);
    m_list->setCurrentIndex(m_model->index(0));
    m_list->scrollToTop();
    m_nothing->setVisible(m_model->rowCount() == 0);
}

void CommandPalette::useCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid() || !m_model->item(current.row()).whyNot.isEmpty())
        return;
    const PaletteItem item = m_model->item(current.row());
    Q_EMIT chosen(item.key);
    // Later, when the window has its focus back.
    QMetaObject::invokeMethod(parentWidget(), item.run, Qt::QueuedConnection);
    close();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(m_list, event);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        useCurrent();
        return true;
    default:
        return false;
    }
}

bool CommandPalette::event(QEvent *event)
{
    if (event->type() == QEvent::WindowDeactivate)
        close();
    return QDialog::event(event);
}

void CommandPalette::paintEvent(QPaintEvent *event)
{
    QDialog::paintEvent(event);
    QPainter painter(this);
    painter.setPen(mixed(palette().color(QPalette::Window), palette().color(QPalette::WindowText), 0.5));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace pipeglass::ui
