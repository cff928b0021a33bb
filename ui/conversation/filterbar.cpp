// SPDX-License-Identifier: MIT
#include "conversation/filterbar.h"

#include "conversation/viewsettings.h"
#include "widgets/characterwidth.h"
#include "widgets/expressionfield.h"
#include "widgets/plaintooltip.h"
#include "widgets/svgicon.h"

#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace pipeglass::ui {

namespace {

/// For a menu item, which is one line and has mnemonics.
QString menuText(QString text)
{
    constexpr qsizetype longest = 70;
    if (text.size() > longest)
        text = text.left(longest - 1) + u'…';
    return text.replace(u'&', QLatin1String("&&"));
}

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new ExpressionField(this))
    , m_count(new QLabel(this))
    , m_filters(new QToolButton(this))
    , m_menu(new QMenu(this))
    , m_problemRow(new QWidget(this))
    , m_problemIcon(new QLabel(m_problemRow))
    , m_problem(new QLabel(m_problemRow))
{
    m_field->setObjectName(QStringLiteral("messageFilter"));
    m_field->setPlaceholderText(tr("Filter, such as from == server and text contains \"error\""));
    m_field->setAccessibleName(tr("Filter the messages"));
    m_field->setMinimumWidth(characterWidth(fontMetrics()) * 16);
    m_count->setObjectName(QStringLiteral("messageCount"));
    m_count->setTextFormat(Qt::PlainText);
    m_filters->setObjectName(QStringLiteral("filters"));
    m_filters->setIcon(svgIcon(QStringLiteral("star")));
    m_filters->setAutoRaise(true);
    m_filters->setPopupMode(QToolButton::InstantPopup);
    m_filters->setMenu(m_menu);
    m_filters->setAccessibleName(tr("Saved and recent filters"));
    setPlainToolTip(*m_filters, tr("Saved and recent filters"));
    m_stop = makeButton(
        QStringLiteral("stopFilter"), QStringLiteral("close"), tr("Stop"), tr("Stop looking for messages that match"));
    m_showEarlier = makeButton(QStringLiteral("showEarlier"), {}, {}, tr("Show the earlier messages again"));
    m_pause = makeButton(
        QStringLiteral("pauseView"), QStringLiteral("pause"), {},
        tr("Pause the view: new messages are recorded, and shown when it goes on"));
    m_pause->setCheckable(true);
    m_pause->setAccessibleName(tr("Pause the view"));
    m_clear = makeButton(
        QStringLiteral("clearView"), QStringLiteral("clear"), {},
        tr("Clear the view: show new messages only; the recording keeps all"));
    m_clear->setAccessibleName(tr("Clear the view"));

    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_field, 1);
    row->addWidget(m_filters);
    row->addWidget(m_count);
    row->addWidget(m_stop);
    row->addWidget(m_showEarlier);
    row->addWidget(m_pause);
    row->addWidget(m_clear);
    auto *problem = new QHBoxLayout(m_problemRow);
    problem->setContentsMargins(4, 0, 4, 0);
    problem->addWidget(m_problemIcon);
    problem->addWidget(m_problem, 1);
    m_problem->setObjectName(QStringLiteral("filterProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_problemRow);
    m_problemRow->hide();
    m_stop->hide();
    m_showEarlier->hide();

    connect(m_field, &ExpressionField::taken, this, [this](const filter::Filter &filter) {
        if (m_settings != nullptr && !filter.isEmpty())
            m_settings->addRecentFilter(m_field->text().trimmed());
        Q_EMIT filterChanged(filter);
    });
    connect(m_field, &ExpressionField::problemChanged, this, [this](const QString &sentence) {
        m_problem->setText(sentence);
        m_problemIcon->setPixmap(svgIcon(QStringLiteral("error")).pixmap(QSize(16, 16), devicePixelRatioF()));
        m_problemRow->setVisible(!sentence.isEmpty());
        m_field->setAccessibleDescription(sentence);
    });
    connect(m_field, &FilterField::left, this, &FilterBar::left);
    connect(m_stop, &QToolButton::clicked, this, [this] {
        if (m_isStopped)
            Q_EMIT resumeRequested();
        else
            Q_EMIT stopRequested();
    });
    connect(m_pause, &QToolButton::toggled, this, &FilterBar::pauseToggled);
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clearRequested);
    connect(m_showEarlier, &QToolButton::clicked, this, &FilterBar::showEarlierRequested);
    connect(m_menu, &QMenu::aboutToShow, this, &FilterBar::fillMenu);
}

QToolButton *FilterBar::makeButton(const QString &name, const QString &icon, const QString &text, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    if (!icon.isEmpty())
        button->setIcon(svgIcon(icon));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    setPlainToolTip(*button, tip);
    return button;
}

void FilterBar::setSettings(ViewSettings *settings) { m_settings = settings; }

void FilterBar::setFilter(const QString &text) { m_field->take(text); }

void FilterBar::setCount(const QString &text) { m_count->setText(text); }

void FilterBar::setRunning(bool running, bool stopped)
{
    m_isStopped = stopped;
    m_stop->setText(stopped ? tr("Continue") : tr("Stop"));
    m_stop->setVisible(running || stopped);
}

void FilterBar::setPaused(bool paused) { m_pause->setChecked(paused); }

void FilterBar::setHidden(const QString &text)
{
    m_showEarlier->setText(text);
    m_showEarlier->setVisible(!text.isEmpty());
}

void FilterBar::fillMenu()
{
    m_menu->clear();
    QAction *save = m_menu->addAction(tr("&Save this filter…"), this, &FilterBar::askForName);
    save->setEnabled(m_field->isValid() && !m_field->text().trimmed().isEmpty());
    addSavedFilters();
    const QStringList recent = m_settings == nullptr ? QStringList() : m_settings->recentFilters();
    m_menu->addSection(tr("Recent"));
    if (recent.isEmpty())
        m_menu->addAction(tr("(none)"))->setEnabled(false);
    for (const QString &text : recent)
        m_menu->addAction(menuText(text), this, [this, text] { setFilter(text); });
}

void FilterBar::addSavedFilters()
{
    const auto saved = m_settings == nullptr ? QList<ViewSettings::SavedFilter>() : m_settings->savedFilters();
    if (saved.isEmpty())
        return;
    m_menu->addSection(tr("Saved"));
    for (const ViewSettings::SavedFilter &one : saved)
        m_menu->addAction(menuText(tr("%1: %2").arg(one.name, one.text)), this, [this, one] { setFilter(one.text); });
    QMenu *remove = m_menu->addMenu(tr("&Remove"));
    for (const ViewSettings::SavedFilter &one : saved)
        remove->addAction(menuText(one.name), this, [this, one] { m_settings->removeFilter(one.name); });
}

void FilterBar::askForName()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save the filter"));
    dialog->setLabelText(tr("Name of the filter:"));
    const QString text = m_field->text().trimmed();
    connect(dialog, &QInputDialog::textValueSelected, this, [this, text](const QString &name) {
        if (m_settings != nullptr && !name.trimmed().isEmpty())
            m_settings->saveFilter({ name.trimmed(), text });
    });
    dialog->open();
}

} // namespace pipeglass::ui
