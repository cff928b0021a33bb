// SPDX-License-Identifier: MIT
#include "start/firstpage.h"

#include "widgets/elidedlabel.h"

#include <QAction>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPointer>
#include <QPushButton>

namespace pipeglass::ui {

namespace {

QString plainTitle(const QAction &action)
{
    QString title = action.text();
    title.replace(QLatin1String("&&"), QLatin1String("\x01")).remove(u'&').replace(u'\x01', u'&');
    return title;
}

/// A button shows "&" as a mnemonic.
QString buttonText(const QString &title) { return QString(title).replace(u'&', QLatin1String("&&")); }

QFont boldFont(QFont font)
{
    font.setBold(true);
    return font;
}

QGridLayout *newGrid()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

FirstPage::FirstPage(QWidget *parent)
    : QScrollArea(parent)
    , m_title(new QLabel)
    , m_sentence(new QLabel)
    , m_recent(new QLabel(tr("Recent recordings")))
    , m_actions(newGrid())
    , m_recordings(newGrid())
{
    setFocusPolicy(Qt::NoFocus);
    setMinimumSize(260, 90);
    setWidgetResizable(true);
    setBackgroundRole(QPalette::Base);
    auto *sheet = new QWidget;
    sheet->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(18, 14, 18, 14);
    column->setSpacing(14);
    m_title->setFont(boldFont(m_title->font()));
    for (QLabel *label : { m_title, m_sentence }) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_recent->setFont(boldFont(m_recent->font()));
    m_recent->hide();
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addLayout(m_actions);
    column->addWidget(m_recent);
    column->addLayout(m_recordings);
    column->addStretch();
    setWidget(sheet);
}

void FirstPage::setSentence(const QString &sentence)
{
    m_title->setText(sentence.section(u'\n', 0, 0));
    m_sentence->setText(sentence.section(u'\n', 1));
    m_sentence->setVisible(!m_sentence->text().isEmpty());
}

void FirstPage::addAction(QAction *action, const QString &title)
{
    const QList<QWidget *> row = addRow(*m_actions, action, title, false);
    m_buttons.append(qobject_cast<QPushButton *>(row.first()));
}

void FirstPage::setRecordings(const QList<QAction *> &actions)
{
    for (QWidget *widget : std::as_const(m_ofRecordings)) {
        widget->hide();
        widget->deleteLater(); // this may be called by its click
    }
    m_ofRecordings.clear();
    for (QAction *action : actions)
        m_ofRecordings += addRow(*m_recordings, action, {}, true);
    m_recent->setVisible(!actions.empty());
}

QList<QWidget *> FirstPage::addRow(QGridLayout &grid, QAction *action, const QString &title, bool isFile)
{
    constexpr int widthInCharacters = 26;
    auto *button = new QPushButton(widget());
    button->setObjectName(action->objectName() + QLatin1String("Button"));
    button->setAutoDefault(false);
    auto *words = isFile ? new ElidedLabel(widget()) : new QLabel(widget());
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(!isFile);
    const auto adapt = [action, title, isFile, button, words] {
        const QString whole = title.isEmpty() ? plainTitle(*action) : title;
        const QString name = isFile ? whole.section(u'/', -1) : whole;
        const int width = button->fontMetrics().averageCharWidth() * widthInCharacters;
        button->setText(buttonText(button->fontMetrics().elidedText(name, Qt::ElideMiddle, width)));
        button->setIcon(action->icon());
        button->setEnabled(action->isEnabled());
        button->setAccessibleName(name);
        button->setAccessibleDescription(action->toolTip());
        if (isFile)
            static_cast<ElidedLabel *>(words)->setFullText(action->toolTip());
        else
            words->setText(action->toolTip());
    };
    adapt();
    connect(action, &QAction::changed, button, adapt);
    connect(button, &QPushButton::clicked, this, [guard = QPointer(action)] {
        if (guard != nullptr)
            guard->trigger();
    });
    const int row = grid.rowCount();
    grid.addWidget(button, row, 0);
    grid.addWidget(words, row, 1);
    return { button, words };
}

void FirstPage::keyPressEvent(QKeyEvent *event)
{
    auto *button = qobject_cast<QPushButton *>(window()->focusWidget());
    if (button != nullptr && isAncestorOf(button) && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        button->click();
    else
        QScrollArea::keyPressEvent(event);
}

void FirstPage::focusFirst()
{
    for (QPushButton *button : std::as_const(m_buttons)) {
        if (button->isEnabled()) {
            button->setFocus();
            return;
        }
    }
}

} // namespace pipeglass::ui
