// SPDX-License-Identifier: MIT
#include "access/accessservice.h"

#include "access/keepers.h"

#include <QDir>
#include <QStandardPaths>
#include <QThread>

#include <unistd.h>

namespace pipeglass::ui {

using access::Preview;

namespace {

constexpr size_t maxInFull = 4;

Result<PipeAccess> lookAtPipe(const access::PipeFile &pipe, bool inFull)
{
    const Result<access::Target> target = access::readTarget(pipe);
    if (!target)
        return failure(target.error());
    if (!inFull)
        return PipeAccess{ *target, {}, {} };
    const Result<access::Subject> me = access::me();
    if (!me)
        return failure(me.error());
    PipeAccess found{ *target, access::ask(*target, *me), {} };
    found.summary = target->reached ? access::sentenceFor(found.me.who) : found.me.sentence;
    return found;
}

QList<ProcessInfo> runningProcesses()
{
    QList<ProcessInfo> list;
    const QStringList names = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        bool isNumber = false;
        const pid_t pid = name.toInt(&isNumber);
        const qint64 uid = isNumber ? processUid(pid) : -1;
        if (uid < 0)
            continue;
        // Skip kernel threads, which have no program and make no connections.
        if (ProcessInfo process = describeProcess(pid, static_cast<uid_t>(uid)); !process.program.isEmpty())
            list.push_back(std::move(process));
    }
    return list;
}

QStringList sorted(const std::vector<QString> &names)
{
    QStringList list(names.begin(), names.end());
    list.sort();
    list.removeDuplicates();
    return list;
}

} // namespace

AccessService::AccessService(access::Journal journal, const access::HelperCommand &helper, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_changer(std::move(journal), helper)
    , m_hasHelper(
          !helper.program.isEmpty()
          && !QStandardPaths::findExecutable(QString::fromLocal8Bit(helper.program)).isEmpty())
    , m_questions(QStringLiteral("questions"))
    , m_changes(QStringLiteral("changes"))
    , m_keepers(new Keepers)
{
    m_keepers->moveToThread(m_questions.thread());
    connect(m_questions.thread(), &QThread::finished, m_keepers, &QObject::deleteLater);
    connect(m_keepers, &Keepers::failed, this, &AccessService::keepingFailed);
    connect(m_keepers, &Keepers::started, this, [this](quint32 id, const QByteArray &path) {
        m_kept.insert(id, path);
        Q_EMIT keptChanged();
    });
    connect(m_keepers, &Keepers::ended, this, [this](quint32 id) {
        m_kept.remove(id);
        Q_EMIT keptChanged();
    });
    connect(m_keepers, &Keepers::repeated, this, [this](quint32, const QByteArray &path, quint64 count) {
        Q_EMIT keptAgain(path, count);
        Q_EMIT historyChanged();
    });
}

AccessService::~AccessService() = default;

void AccessService::look(QObject *context, std::vector<access::PipeFile> pipes, Done<Examined> done)
{
    const auto job = [pipes = std::move(pipes)] {
        Examined found;
        for (const access::PipeFile &pipe : pipes)
            found.push_back(lookAtPipe(pipe, found.size() < maxInFull));
        return found;
    };
    m_questions.run(context, job, std::move(done));
}

void AccessService::plan(QObject *context, std::vector<access::WantedChange> changes, Done<Planned> done)
{
    m_questions.run(
        context, [changes = std::move(changes)] { return access::planAll(changes); }, std::move(done));
}

void AccessService::ask(QObject *context, const access::PipeFile &pipe, pid_t pid, Done<Result<access::Answer>> done)
{
    const auto job = [pipe, pid]() -> Result<access::Answer> {
        const Result<access::Subject> subject = access::processSubject(pid);
        const Result<access::Target> target = access::readTarget(pipe);
        if (!subject || !target)
            return failure(subject ? target.error() : subject.error());
        return access::ask(*target, *subject);
    };
    m_questions.run(context, job, std::move(done));
}

void AccessService::listProcesses(QObject *context, Done<QList<ProcessInfo>> done)
{
    m_questions.run(context, runningProcesses, std::move(done));
}

void AccessService::listAccounts(QObject *context, Done<AccountNames> done)
{
    const auto job = [] { return AccountNames{ sorted(access::allUserNames()), sorted(access::allGroupNames()) }; };
    m_questions.run(context, job, std::move(done));
}

void AccessService::findAccount(
    QObject *context, access::PrincipalKind kind, const QString &name, Done<Result<access::Principal>> done)
{
    const auto job = [kind, bytes = name.toUtf8()]() -> Result<access::Principal> {
        if (kind == access::PrincipalKind::Group) {
            const Result<gid_t> gid = access::findGroup(bytes);
            return gid ? Result<access::Principal>({ kind, *gid }) : failure(gid.error());
        }
        const Result<access::Account> account = access::findUser(bytes);
        return account ? Result<access::Principal>({ kind, account->uid }) : failure(account.error());
    };
    m_questions.run(context, job, std::move(done));
}

void AccessService::readHistory(QObject *context, Done<Result<std::vector<access::ChangeEntry>>> done)
{
    m_questions.run(
        context, [journal = m_journal] { return journal.read(); }, std::move(done));
}

void AccessService::apply(QObject *context, std::vector<Preview> previews, bool keep, Done<Changed> done)
{
    const auto job = [changer = m_changer, previews = std::move(previews), keep] {
        Changed changed;
        for (const Preview &preview : previews)
            changed.push_back(changer.apply(preview, keep));
        return changed;
    };
    // Keep the results even if the caller has been deleted.
    m_changes.run(this, job, [this, keep, guard = QPointer<QObject>(context), done](const Changed &changed) {
        for (const Result<access::Change> &change : changed) {
            if (keep && change)
                startKeeping(change->journalId);
        }
        Q_EMIT historyChanged();
        if (guard)
            done(changed);
    });
}

void AccessService::undo(
    QObject *context, std::vector<quint32> journalIds, access::Changer::LaterChanges later, Done<Changed> done)
{
    const auto job = [changer = m_changer, ids = journalIds, later] {
        Changed changed;
        for (const quint32 id : ids)
            changed.push_back(changer.undo(id, later));
        return changed;
    };
    // A keeper would apply its change again at once.
    std::vector<quint32> stopped;
    for (const quint32 id : journalIds) {
        stopped.push_back(m_kept.contains(id) ? id : 0);
        stopKeeping(id);
    }
    m_changes.run(this, job, [this, stopped, guard = QPointer<QObject>(context), done](const Changed &changed) {
        for (size_t at = 0; at < changed.size(); ++at) {
            if (!changed[at] && stopped[at] != 0)
                startKeeping(stopped[at]);
        }
        Q_EMIT historyChanged();
        if (guard)
            done(changed);
    });
}

void AccessService::startKeeping(quint32 journalId)
{
    const auto job = [keepers = m_keepers, journal = m_journal, journalId]() -> Status {
        const Result<access::ChangeEntry> rule = journal.find(journalId);
        if (!rule)
            return failure(rule.error());
        keepers->keep(journal, *rule);
        return {};
    };
    m_questions.run(this, job, [this](const Status &status) {
        if (!status)
            Q_EMIT keepingFailed(status.error());
    });
}

void AccessService::stopKeeping(quint32 journalId)
{
    QMetaObject::invokeMethod(
        m_keepers, [keepers = m_keepers, journalId] { keepers->stop(journalId); }, Qt::QueuedConnection);
}

bool needsRoot(const Preview &preview)
{
    const access::Permissions &before = preview.target.facts.permissions;
    const uid_t me = ::geteuid();
    if (me == 0)
        return false;
    if (me != before.owner || preview.after.owner != before.owner)
        return true;
    if (preview.after.group == before.group || preview.after.group == ::getegid())
        return false;
    const Result<access::Subject> subject = access::me();
    return !subject || !subject->isIn(preview.after.group);
}

} // namespace pipeglass::ui
