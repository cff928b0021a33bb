// SPDX-License-Identifier: MIT
#include "mainwindow/keptactions.h"

#include "app/settings.h"
#include "app/workers.h"
#include "conversation/conversationpanel.h"
#include "core/path.h"
#include "core/system/statedirectory.h"
#include "text/isolation.h"
#include "text/pipetext.h"
#include "text/sizetext.h"
#include "text/timetext.h"
#include "ui_mainwindow.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace pipeglass::ui {

using capture::KeptRecording;
using capture::KeptRecordings;
using engine::LimitPolicy;

namespace {

constexpr size_t mostKept = 20;
constexpr qint64 mostKeptBytes = qint64{ 4 } << 30U;

QString limitSentence(LimitPolicy policy)
{
    switch (policy) {
    case LimitPolicy::Stop:
        return KeptActions::tr("At the limit recording stops; the connections go on.");
    case LimitPolicy::Ask:
        return KeptActions::tr("At the limit sending and receiving pause until you decide.");
    case LimitPolicy::DeleteOldest:
        break;
    }
    return KeptActions::tr("At the limit the oldest messages are deleted.");
}

} // namespace

KeptActions::KeptActions(Ui::MainWindow &ui, Workers &workers, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_ui(ui)
    , m_workers(workers)
    , m_settings(settings)
    , m_background(QStringLiteral("kept-recordings"))
{
    applySettings();
    if (!m_directory.isEmpty())
        findUnfinished();
    connect(&workers.engine(), &engine::Engine::recordingGrew, this, &KeptActions::warnNearLimit);
    connect(&workers.engine(), &engine::Engine::opened, this, &KeptActions::look);
    connect(&workers.engine(), &engine::Engine::sessionChanged, this, [this](const engine::SessionInfo &session) {
        if (session.ended && session.storage)
            look();
    });
}

void KeptActions::applySettings()
{
    m_directory = m_settings.keptDirectory();
    if (m_directory.isEmpty())
        return;
    m_workers.engine().setStorage(
        engine::PrivateStorage{ m_directory, m_settings.recordingLimit(), m_settings.limitPolicy() });
    for (int tab = 0; tab < m_ui.tabs->count(); ++tab) { // running conversations too
        if (const auto *panel = qobject_cast<ConversationPanel *>(m_ui.tabs->widget(tab)))
            m_workers.engine().setLimitPolicy(panel->session().id, m_settings.limitPolicy());
    }
    look();
}

bool KeptActions::isKept(const QByteArray &path) const
{
    return !m_directory.isEmpty() && directoryOf(path) == m_directory;
}

void KeptActions::look()
{
    if (m_directory.isEmpty())
        return;
    m_background.run(
        this,
        [directory = m_directory] {
            const KeptRecordings kept(directory);
            kept.prune(mostKept, mostKeptBytes);
            std::vector<KeptRecording> list = kept.list();
            std::erase_if(list, [](const KeptRecording &one) { return one.isInUse || one.isUnfinished; });
            return list;
        },
        [this](const std::vector<KeptRecording> &list) {
            const auto isSame = [](const KeptRecording &a, const KeptRecording &b) { return a.path == b.path; };
            if (std::equal(list.begin(), list.end(), m_list.begin(), m_list.end(), isSame))
                return;
            m_list = list;
            Q_EMIT changed();
        });
}

/// What a crash left. Recordings of another window that still runs are in use.
void KeptActions::findUnfinished()
{
    m_background.run(
        this,
        [directory = m_directory] {
            std::vector<KeptRecording> found;
            for (KeptRecording &one : KeptRecordings(directory).list()) {
                if (!one.isUnfinished || one.isInUse)
                    continue;
                one.path = KeptRecordings::markFinished(one.path);
                found.push_back(std::move(one));
            }
            return found;
        },
        [this](const std::vector<KeptRecording> &found) {
            if (!found.empty())
                tellUnfinished(found);
        });
    look();
}

void KeptActions::tellUnfinished(const std::vector<KeptRecording> &found)
{
    constexpr size_t mostNames = 3;
    QStringList names;
    for (const KeptRecording &one : found) {
        if (static_cast<size_t>(names.size()) < mostNames)
            names += tr("%1 (%2)").arg(text::isolated(text::nameOfPath(one.pipe)), text::clockText(one.begin));
    }
    if (found.size() > mostNames)
        names += tr("and others");
    m_ui.windowBar->offer(
        MessageBar::Kind::Warning,
        tr("Pipeglass ended unexpectedly. It had recorded %n conversation(s), now in Open recent: %1", nullptr,
           text::plural(found.size()))
            .arg(names.join(QLatin1String(", "))),
        tr("Open the last one"), [this, path = found.front().path] { Q_EMIT openRequested(path); });
}

void KeptActions::warnNearLimit(SessionId id)
{
    const ConversationPanel *panel = m_ui.tabs->panel(id);
    if (panel == nullptr || !panel->session().storage || m_warned.contains(id))
        return;
    const engine::PrivateStorage &storage = *panel->session().storage;
    if (panel->session().recording->sizeOnDisk() < storage.limit / 10 * 9)
        return;
    m_warned.insert(id);
    m_ui.windowBar->offer(
        MessageBar::Kind::Warning,
        tr("The recording of \"%1\" has reached 90 % of its limit of %2. %3")
            .arg(panel->title(), text::sizeText(storage.limit), limitSentence(storage.policy)),
        tr("Change…"), [this] { Q_EMIT limitRequested(); });
}

} // namespace pipeglass::ui
