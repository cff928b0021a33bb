// SPDX-License-Identifier: MIT
#include "access/accesspanel.h"

#include "access/accesshead.h"
#include "access/changepreview.h"
#include "access/changewords.h"
#include "access/historypage.h"
#include "access/keeppage.h"
#include "access/peopletable.h"
#include "access/permissioneditor.h"
#include "access/whypage.h"
#include "core/errortext.h"
#include "text/pipetext.h"
#include "widgets/messagebar.h"

#include <QCheckBox>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyle>
#include <QTabBar>
#include <QVBoxLayout>

#include <unistd.h>

namespace pipeglass::ui {

using access::Preview;

AccessPanel::AccessPanel(QWidget *parent)
    : QWidget(parent)
    , m_bar(new MessageBar(this))
    , m_head(new AccessHead(this))
    , m_tabs(new QTabBar(this))
    , m_pages(new QStackedWidget(this))
{
    m_bar->setObjectName(QStringLiteral("accessBar"));
    m_tabs->setObjectName(QStringLiteral("accessTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Parts of access"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 6, 6);
    column->setSpacing(6);
    column->addWidget(m_bar);
    column->addWidget(m_head);
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);
}

void AccessPanel::setService(AccessService &service)
{
    m_service = &service;
    m_why = new WhyPage(service, this);
    m_keep = new KeepPage(service, this);
    m_history = new HistoryPage(service, this);
    makeTabs();
    connect(m_editor, &PermissionEditor::edited, this, &AccessPanel::plan);
    connect(m_editor, &PermissionEditor::complaint, m_bar, &MessageBar::showError);
    connect(m_why, &WhyPage::fixRequested, this, [this](const access::ChangeRequest &request) {
        m_tabs->setCurrentIndex(0);
        m_editor->take(request);
        focusFirst();
    });
    connect(m_history, &HistoryPage::undoRequested, this, [this](quint32 id) { undo({ id }); });
    connect(m_history, &HistoryPage::complaint, m_bar, &MessageBar::showError);
    connect(&service, &AccessService::keepingFailed, m_bar, &MessageBar::showError);
    connect(&service, &AccessService::keptAgain, this, [this](const QByteArray &path, quint64 count) {
        m_bar->show(
            MessageBar::Kind::Info,
            tr("%1 was made anew, and the change applied again (%2 times so far).")
                .arg(text::nameOfPath(path))
                .arg(count));
        Q_EMIT changed();
    });
    showNothing(tr("Choose a pipe at the left to see who can connect."));
}

void AccessPanel::makeTabs()
{
    const std::pair<QString, QWidget *> pages[] = {
        { tr("&Permissions"), makePermissionsPage() },
        { tr("Wh&y not?"), m_why },
        { tr("&Keep"), m_keep },
        { tr("Histor&y"), m_history },
    };
    for (const auto &[title, page] : pages) {
        m_tabs->addTab(title);
        m_pages->addWidget(page);
    }
    m_tabs->updateGeometry();
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
}

QWidget *AccessPanel::makePermissionsPage()
{
    auto *page = new QWidget(this);
    m_scroll = new QScrollArea(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFrameShape(QFrame::NoFrame);
    QWidget *sheet = makeSheet();
    m_scroll->setWidget(sheet);
    // Nothing of it may be out of reach at the right.
    m_scroll->setMinimumWidth(sheet->minimumSizeHint().width() + style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    m_preview = new ChangePreview(page);
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->hide();
    m_keepThis = new QCheckBox(tr("&Keep this"), page);
    m_keepThis->setObjectName(QStringLiteral("keepThis"));
    m_keepThis->setToolTip(
        tr("Apply it again whenever the server makes its pipe anew, as long as this window is open"));
    m_revert = new QPushButton(tr("Re&vert"), page);
    m_revert->setObjectName(QStringLiteral("revert"));
    m_apply = new QPushButton(page);
    m_apply->setObjectName(QStringLiteral("apply"));
    connect(m_revert, &QPushButton::clicked, m_editor, &PermissionEditor::revert);
    connect(m_apply, &QPushButton::clicked, this, &AccessPanel::apply);
    connect(m_keepThis, &QCheckBox::toggled, this, &AccessPanel::adapt);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_keepThis);
    buttons->addStretch(1);
    buttons->addWidget(m_revert);
    buttons->addWidget(m_apply);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_preview);
    column->addLayout(buttons);
    return page;
}

QWidget *AccessPanel::makeSheet()
{
    auto *sheet = new QWidget;
    m_people = new PeopleTable(sheet);
    m_people->setObjectName(QStringLiteral("people"));
    m_editor = new PermissionEditor(*m_service, sheet);
    m_editor->setObjectName(QStringLiteral("permissionEditor"));
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(14, 10, 14, 10);
    column->setSpacing(10);
    column->addWidget(m_editor);
    column->addWidget(m_people);
    column->addStretch(1);
    return sheet;
}

void AccessPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (::geteuid() == 0 && !m_rootSaid && m_bar->text().isEmpty()) {
        m_rootSaid = true;
        m_bar->show(MessageBar::Kind::Warning, runsAsRootText());
    }
    look();
}

void AccessPanel::setEntries(const std::vector<catalog::PipeEntryPtr> &entries)
{
    std::vector<access::PipeFile> pipes;
    std::vector<Timestamp> stamps;
    for (const catalog::PipeEntryPtr &entry : entries) {
        if (entry->kind != catalog::FileKind::Socket)
            continue;
        pipes.push_back(access::PipeFile::of(*entry));
        stamps.push_back(entry->changed);
    }
    const bool same = pipes == m_pipes;
    const bool sameStamps =
        std::equal(stamps.begin(), stamps.end(), m_stamps.begin(), m_stamps.end(), [](Timestamp a, Timestamp b) {
            return a.unixNanoseconds == b.unixNanoseconds;
        });
    if (same && sameStamps)
        return;
    if (!same && !m_pipes.empty() && !pipes.empty() && pipes.front().path != m_pipes.front().path)
        m_bar->dismiss();
    const bool gone = pipes.empty() && !m_pipes.empty();
    m_pipes = std::move(pipes);
    m_stamps = std::move(stamps);
    if (!m_pipes.empty())
        look();
    else if (!entries.empty())
        showNothing(tr("This is no socket, so nobody can connect to it."));
    else
        showNothing(
            gone ? tr("The pipe is gone. It will be shown again when it comes back under its name.")
                 : tr("Choose a pipe at the left to see who can connect."));
}

void AccessPanel::look()
{
    if (m_pipes.empty() || !isVisible() || m_service == nullptr)
        return;
    const quint64 question = ++m_look;
    m_service->look(this, m_pipes, [this, question](const AccessService::Looked &found) {
        if (question == m_look)
            looked(found);
    });
}

void AccessPanel::looked(const AccessService::Looked &found)
{
    std::vector<PipeAccess> seen;
    std::vector<access::Target> targets;
    QStringList problems;
    for (const Result<PipeAccess> &one : found) {
        if (!one) {
            problems << errorText(one.error());
        } else {
            seen.push_back(*one);
            if (one->target.reached)
                targets.push_back(one->target);
        }
    }
    if (seen.empty()) {
        showNothing(problems.join(u'\n'));
        return;
    }
    if (!problems.isEmpty())
        m_bar->show(MessageBar::Kind::Warning, problems.join(u'\n'));
    // The same permissions again leave alone what is being edited.
    const bool news = targets.size() != m_seen.size()
        || !std::equal(targets.begin(), targets.end(), m_seen.begin(), [](const auto &a, const PipeAccess &b) {
                          return a.path == b.target.path && a.facts.file == b.target.facts.file
                              && a.facts.permissions == b.target.facts.permissions;
                      });
    m_seen.clear();
    for (PipeAccess &one : seen) {
        if (one.target.reached)
            m_seen.push_back(one);
    }
    const bool single = seen.size() == 1;
    m_head->show(seen);
    const access::Answer &me = seen.front().me;
    m_people->setRows(me.who.rows);
    m_people->setVisible(single && !me.who.rows.empty());
    m_pages->setEnabled(true);
    m_editor->setEnabled(!targets.empty());
    m_why->setPipe(single ? std::optional(seen.front().target.pipe()) : std::nullopt);
    if (news)
        m_editor->reset(targets);
    if (std::exchange(m_wantsSuggestion, false))
        suggest();
    adapt();
}

void AccessPanel::showNothing(const QString &text)
{
    ++m_look;
    m_seen.clear();
    m_head->showText(text);
    m_people->setRows({});
    m_people->hide();
    m_editor->reset({});
    m_editor->setEnabled(false);
    m_why->setPipe(std::nullopt);
    m_keep->setWanted({}, {});
    adapt();
}

void AccessPanel::focusFirst()
{
    m_tabs->setCurrentIndex(0);
    if (m_editor->isEnabled())
        m_editor->focusFirst(*m_scroll);
    else
        m_tabs->setFocus(Qt::ShortcutFocusReason);
}

void AccessPanel::suggestSmallestFix()
{
    m_wantsSuggestion = true;
    look();
}

void AccessPanel::suggest()
{
    m_tabs->setCurrentIndex(0);
    if (m_seen.size() != 1)
        return;
    m_editor->revert();
    focusFirst();
    if (const auto request = smallestChange(m_seen.front().me))
        m_editor->take(*request);
}

void AccessPanel::plan()
{
    const quint64 question = ++m_plan;
    const PermissionDraft &draft = m_editor->draft();
    std::vector<WantedChange> changes;
    for (const auto &[at, request] : draft.requests())
        changes.push_back({ m_seen[at].target, request });
    m_previews.clear();
    if (m_seen.size() == 1 && !draft.isEmpty())
        m_keep->setWanted(m_seen.front().target.path, draft.wanted().front());
    else
        m_keep->setWanted({}, {});
    adapt();
    if (changes.empty()) {
        m_preview->show({}, {});
        return;
    }
    m_service->plan(this, std::move(changes), [this, question](const AccessService::Planned &previews) {
        if (question == m_plan)
            planned(previews);
    });
}

void AccessPanel::planned(const AccessService::Planned &previews)
{
    for (const Result<Preview> &preview : previews) {
        if (!preview) {
            m_previews.clear();
            m_preview->showError(preview.error());
            adapt();
            return;
        }
        m_previews.push_back(*preview);
    }
    m_preview->show(
        m_previews,
        std::any_of(m_previews.begin(), m_previews.end(), needsRoot) ? rootHint(m_service->hasHelper()) : QString());
    adapt();
}

void AccessPanel::apply()
{
    if (m_busy || !m_apply->isEnabled())
        return;
    const bool asRoot = std::any_of(m_previews.begin(), m_previews.end(), needsRoot);
    m_busy = true;
    if (asRoot)
        m_bar->show(MessageBar::Kind::Info, tr("Waiting for the administrator's password …"));
    adapt();
    m_service->apply(
        this, m_previews, m_keepThis->isChecked(),
        [this, previews = m_previews](const AccessService::Changed &changes) { applied(previews, changes); });
}

void AccessPanel::applied(const std::vector<Preview> &previews, const AccessService::Changed &changes)
{
    m_busy = false;
    const bool kept = m_keepThis->isChecked();
    m_keepThis->setChecked(false);
    std::vector<quint32> ids;
    for (const Result<access::Change> &change : changes) {
        if (change)
            ids.push_back(change->journalId);
    }
    const QString text = appliedText(previews, changes, kept);
    if (ids.empty())
        m_bar->show(MessageBar::Kind::Error, text);
    else
        m_bar->offer(
            ids.size() == changes.size() ? MessageBar::Kind::Info : MessageBar::Kind::Warning, text, tr("&Undo"),
            [this, ids] { undo(ids); });
    look();
    adapt();
    Q_EMIT changed();
}

void AccessPanel::undo(const std::vector<quint32> &journalIds)
{
    if (m_busy)
        return;
    m_busy = true;
    adapt();
    m_service->undo(this, journalIds, [this](const AccessService::Changed &changes) { undone(changes); });
}

void AccessPanel::undone(const AccessService::Changed &changes)
{
    m_busy = false;
    const bool good = std::all_of(changes.begin(), changes.end(), [](const auto &change) { return bool(change); });
    m_bar->show(good ? MessageBar::Kind::Info : MessageBar::Kind::Error, undoneText(changes));
    look();
    adapt();
    Q_EMIT changed();
}

void AccessPanel::adapt()
{
    const bool asRoot = std::any_of(m_previews.begin(), m_previews.end(), needsRoot);
    m_apply->setText(asRoot ? tr("&Apply as administrator…") : tr("&Apply"));
    const bool touched = m_editor->draft().isTouched();
    m_revert->setEnabled(touched && !m_busy);
    m_apply->setEnabled(!m_previews.empty() && !m_busy && (!asRoot || m_service->hasHelper()));
    // To ask for a password each time the server makes its pipe anew will not do.
    m_keepThis->setEnabled(!m_previews.empty() && !asRoot && !m_busy);
    if (asRoot)
        m_keepThis->setChecked(false);
}

} // namespace pipeglass::ui
