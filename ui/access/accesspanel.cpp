// SPDX-License-Identifier: MIT
#include "access/accesspanel.h"

#include "access/accesshead.h"
#include "access/changewords.h"
#include "access/pages/changepreview.h"
#include "access/pages/historypage.h"
#include "access/pages/keeppage.h"
#include "access/pages/permissionspage.h"
#include "access/pages/whypage.h"
#include "access/peopletable.h"
#include "access/permissioneditor.h"
#include "core/errortext.h"
#include "text/pipetext.h"
#include "text/sizetext.h"
#include "widgets/focusguard.h"
#include "widgets/messagebar.h"
#include "widgets/scrolled.h"

#include <QCheckBox>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <unistd.h>

namespace pipeglass::ui {

using access::Preview;

namespace {

std::vector<access::Target> targetsOf(const std::vector<PipeAccess> &pipes)
{
    std::vector<access::Target> targets;
    for (const PipeAccess &pipe : pipes) {
        if (pipe.target.reached)
            targets.push_back(pipe.target);
    }
    return targets;
}

} // namespace

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
    m_tabs->setAccessibleName(tr("Access pages"));
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
    connect(m_editor, &PermissionEditor::errorOccurred, m_bar, &MessageBar::showError);
    connect(m_why, &WhyPage::fixRequested, this, [this](const access::ChangeRequest &request) {
        m_tabs->setCurrentIndex(0);
        m_editor->take(request);
        focusFirst();
    });
    connect(m_history, &HistoryPage::undoRequested, this, [this](quint32 id) { undo({ id }, LaterChanges::Spare); });
    connect(m_history, &HistoryPage::errorOccurred, m_bar, &MessageBar::showError);
    connect(&service, &AccessService::keepingFailed, m_bar, &MessageBar::showError);
    connect(&service, &AccessService::keptAgain, this, [this](const QByteArray &path, quint64 count) {
        m_bar->show(
            MessageBar::Kind::Info,
            tr("%1 was re-created, and the change applied again (%n time(s) so far).", nullptr, text::plural(count))
                .arg(text::nameOfPath(path)));
        Q_EMIT changed();
    });
    showNothing(tr("Choose a pipe on the left to see who can connect."));
    // Set at once, so that showing the panel does not move the panes.
    setMinimumWidth(m_page->minimumWidth() + layout()->contentsMargins().right());
}

void AccessPanel::makeTabs()
{
    const std::pair<QString, QWidget *> pages[] = {
        { tr("Permissio&ns"), makePermissionsPage() },
        { tr("Wh&y not?"), scrolled(m_why) },
        { tr("&Keep"), m_keep },
        { tr("H&istory"), scrolled(m_history) },
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
    m_page = new PermissionsPage(*m_service, this);
    m_people = m_page->people();
    m_editor = m_page->editor();
    m_preview = m_page->preview();
    connect(m_page, &PermissionsPage::applyRequested, this, &AccessPanel::apply);
    connect(m_page->keepThis(), &QCheckBox::toggled, this, &AccessPanel::adapt);
    return m_page;
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

void AccessPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_head->setBrief(height() < fontMetrics().lineSpacing() * 22);
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
    const auto isSameFile = [](const auto &a, const auto &b) { return a.path == b.path && a.file == b.file; };
    if (!std::equal(pipes.begin(), pipes.end(), m_pipes.begin(), m_pipes.end(), isSameFile))
        saveDraft();
    m_pipes = std::move(pipes);
    m_stamps = std::move(stamps);
    if (!m_pipes.empty())
        look();
    else if (!entries.empty())
        showNothing(tr("This is not a socket, so nobody can connect to it."));
    else
        showNothing(
            gone ? tr("The pipe was removed. It will be shown again when its name is back.")
                 : tr("Choose a pipe on the left to see who can connect."));
}

void AccessPanel::look()
{
    if (m_pipes.empty() || !isVisible() || m_service == nullptr)
        return;
    const quint64 question = ++m_look;
    m_service->look(this, m_pipes, [this, question](const AccessService::Examined &found) {
        if (question == m_look)
            examined(found);
    });
}

void AccessPanel::examined(const AccessService::Examined &found)
{
    std::vector<PipeAccess> seen;
    std::vector<Error> problems;
    for (const Result<PipeAccess> &one : found) {
        if (one)
            seen.push_back(*one);
        else
            problems.push_back(one.error());
    }
    const std::vector<access::Target> targets = targetsOf(seen);
    if (seen.empty()) {
        showNothing(errorTexts(problems));
        return;
    }
    if (!problems.empty())
        m_bar->show(MessageBar::Kind::Warning, errorTexts(problems));
    // Equal permissions keep the current edits.
    const bool news = !areAlike(targets, targetsOf(m_seen));
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
        m_editor->reset(targets, m_drafts.take(targets));
    const bool wantsFocus = std::exchange(m_wantsFocus, false) && m_tabs->hasFocus();
    if (std::exchange(m_wantsSuggestion, false))
        suggest();
    else if (wantsFocus && m_editor->isEnabled())
        m_page->focusFirst();
    adapt();
}

void AccessPanel::saveDraft()
{
    if (!m_editor->draft().isTouched())
        return;
    m_drafts.put(targetsOf(m_seen), m_editor->draft());
    m_editor->revert();
    m_seen.clear(); // so that the next result counts as new
}

void AccessPanel::showNothing(const QString &text)
{
    const FocusGuard guard(this, { m_tabs });
    ++m_look;
    m_seen.clear();
    m_head->showText(text);
    m_people->setRows({});
    m_people->hide();
    m_editor->reset({});
    m_editor->setEnabled(false);
    m_why->setPipe(std::nullopt);
    m_keep->setWanted({}, {}, {});
    adapt();
}

void AccessPanel::focusFirst()
{
    m_tabs->setCurrentIndex(0);
    if (m_editor->isEnabled())
        m_page->focusFirst();
    else
        m_tabs->setFocus(Qt::ShortcutFocusReason);
    m_wantsFocus = !m_editor->isEnabled();
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
    std::vector<access::WantedChange> changes;
    for (const auto &[at, request] : draft.requests())
        changes.push_back({ m_seen[at].target, request });
    m_previews.clear();
    if (m_seen.size() == 1 && !draft.isEmpty())
        m_keep->setWanted(m_seen.front().target.path, m_seen.front().target.facts.permissions, draft.wanted().front());
    else
        m_keep->setWanted({}, {}, {});
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
    m_asRoot = std::any_of(m_previews.begin(), m_previews.end(), needsRoot);
    m_preview->show(m_previews, m_asRoot ? rootHint(m_service->hasHelper()) : QString());
    adapt();
}

void AccessPanel::apply()
{
    if (m_busy || !m_page->canApply())
        return;
    m_busy = true;
    if (m_asRoot)
        m_bar->show(MessageBar::Kind::Info, tr("Waiting for the administrator's password …"));
    adapt();
    m_service->apply(
        this, m_previews, m_page->keepThis()->isChecked(),
        [this, previews = m_previews](const AccessService::Changed &changes) { applied(previews, changes); });
}

void AccessPanel::applied(const std::vector<Preview> &previews, const AccessService::Changed &changes)
{
    m_busy = false;
    const bool kept = m_page->keepThis()->isChecked();
    m_page->keepThis()->setChecked(false);
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
            [this, ids] { undo(ids, LaterChanges::Spare); });
    look();
    adapt();
    Q_EMIT changed();
}

void AccessPanel::undo(const std::vector<quint32> &journalIds, LaterChanges later)
{
    if (m_busy)
        return;
    m_busy = true;
    adapt();
    m_service->undo(this, journalIds, later, [this, journalIds](const AccessService::Changed &changes) {
        undone(journalIds, changes);
    });
}

void AccessPanel::undone(const std::vector<quint32> &journalIds, const AccessService::Changed &changes)
{
    m_busy = false;
    const bool good = std::all_of(changes.begin(), changes.end(), [](const auto &change) { return bool(change); });
    std::vector<quint32> changedSince;
    for (size_t at = 0; at < changes.size(); ++at) {
        if (!changes[at] && changes[at].error().code == ErrorCode::ChangedSince)
            changedSince.push_back(journalIds[at]);
    }
    if (changedSince.empty())
        m_bar->show(good ? MessageBar::Kind::Info : MessageBar::Kind::Error, undoneText(changes));
    else
        m_bar->ask(MessageBar::Kind::Warning, undoneText(changes), tr("&Undo anyway"), [this, changedSince] {
            undo(changedSince, LaterChanges::TakeBack);
        });
    look();
    adapt();
    Q_EMIT changed();
}

void AccessPanel::adapt()
{
    const FocusGuard guard(m_pages, { m_editor->first(), m_tabs });
    m_page->adapt({ !m_previews.empty(), m_asRoot && !m_previews.empty(), m_busy, m_service->hasHelper() });
}

} // namespace pipeglass::ui
