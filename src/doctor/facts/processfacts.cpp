// SPDX-License-Identifier: MIT
#include "doctor/facts/processfacts.h"

#include "access/subjects/processtext.h"
#include "catalog/entries/pipename.h"
#include "catalog/kernel/fileinfo.h"
#include "catalog/kernel/procfs.h"
#include "catalog/namespaces/mountnamespaces.h"
#include "catalog/processes/dotnetprocesses.h"
#include "catalog/processes/processdetails.h"
#include "catalog/staleremoval.h"
#include "core/clock.h"
#include "core/path.h"
#include "core/system/procfile.h"
#include "doctor/facts/processpaths.h"
#include "doctor/facts/searchedpaths.h"

#include <QDir>

#include <algorithm>

#include <fcntl.h>
#include <unistd.h>

namespace pipeglass::doctor {

using catalog::MountNamespaces;
using catalog::PipeEntry;

namespace {

/// The names of live pipes, and the directories in which each is served.
using LivePipes = std::map<QByteArray, std::set<FileId>>;

LivePipes livePipes(const catalog::ConnectedSnapshot &look, const std::vector<PipeFacts> &facts)
{
    LivePipes live;
    for (size_t row = 0; row < facts.size(); ++row) {
        const PipeEntry &pipe = *look.snapshot->entries[row];
        const bool isPipe = pipe.state == catalog::PipeState::Listening && pipe.hasFile
            && pipe.fileName.startsWith(catalog::filePrefix);
        if (isPipe && facts[row].directory != FileId())
            live[pipe.fileName].insert(facts[row].directory);
    }
    return live;
}

/// Detects the runtime's thread names (".NET Finalizer", ".NET SynchManag"), which everybody may read.
bool hasDotNetThreads(pid_t pid)
{
    const QDir threads(QStringLiteral("/proc/%1/task").arg(pid));
    const QStringList numbers = threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    return std::any_of(numbers.begin(), numbers.end(), [pid](const QString &number) {
        const QByteArray leaf = "task/" + number.toLatin1() + "/comm";
        return readProc(pid, leaf.constData()).value_or(QByteArray()).startsWith(".NET ");
    });
}

/// `view`: the file tree of the process; null: our own.
SoughtPipe soughtPipe(pid_t pid, const QByteArray &path, const MountNamespaces::View *view)
{
    const QByteArray directory = seenBy(pid, directoryOf(path));
    const QByteArray leaf = leafOf(path).toByteArray();
    SoughtPipe sought{ path, directoryId(directory) };
    if (view != nullptr && directoryId(directoryOf(path)) != sought.directory)
        sought.namespaceLabel = view->label;
    const auto info = catalog::readFileInfo(AT_FDCWD, joinedPath(directory, leaf));
    if (info && info->kind() == catalog::FileKind::Socket) {
        const auto answer = catalog::bindingOf({ directory, leaf, info->file, catalog::FileKind::Socket });
        sought.isServed = answer.binding != catalog::Binding::None;
    }
    return sought;
}

/// Paths in a directory, made of words of the command line that name a live pipe.
std::set<QByteArray> namedPaths(pid_t pid, const QByteArray &directory, const LivePipes &live)
{
    std::set<QByteArray> paths;
    for (const QByteArray &word : catalog::processDetails(pid).commandLine) {
        const QByteArray leaf = catalog::filePrefix.toByteArray() + word;
        if (live.contains(leaf))
            paths.insert(joinedPath(directory, leaf));
    }
    return paths;
}

bool isOnlyDirectory(const LivePipes &live, const FileId &directory)
{
    return std::all_of(live.begin(), live.end(), [&directory](const auto &pipe) {
        return pipe.second.size() == 1 && pipe.second.contains(directory);
    });
}

} // namespace

std::vector<LackingProcess> ProcessReader::lacking()
{
    std::vector<LackingProcess> all;
    std::map<uid_t, access::Account> accounts;
    MountNamespaces views;
    for (const pid_t pid : catalog::processIds()) {
        const auto rights = access::parseStatus(readProc(pid, "status").value_or(QByteArray()));
        if (!rights || rights->fsUid == 0)
            continue;
        const auto [account, isNew] = accounts.try_emplace(rights->fsUid);
        if (isNew)
            account->second = access::accountOf(rights->fsUid);
        const std::vector<gid_t> &wanted = account->second.groups;
        const bool lacks = std::any_of(wanted.begin(), wanted.end(), [&rights](gid_t group) {
            return std::find(rights->groups.begin(), rights->groups.end(), group) == rights->groups.end();
        });
        // In another mount namespace there is another account database.
        if (!lacks || views.of(pid) != nullptr)
            continue;
        if (auto subject = access::processSubject(pid))
            all.push_back({ describeProcess(pid, rights->fsUid), *subject, access::userSubject(account->second) });
    }
    return all;
}

std::optional<std::set<QByteArray>> ProcessReader::pathsOf(pid_t pid)
{
    constexpr qint64 goodForMs = 60'000;
    constexpr qint64 nanosecondsPerMs = 1'000'000;
    const quint64 started = catalog::startTime(pid).value_or(0);
    const qint64 nowMs = now().unixNanoseconds / nanosecondsPerMs;
    Searched &searched = m_searched[pid];
    if (searched.startTime != started || searched.atMs == 0 || nowMs - searched.atMs > goodForMs)
        searched = { started, nowMs, searchedPaths(pid) };
    return searched.paths;
}

std::vector<SeekingProcess>
ProcessReader::seeking(const catalog::ConnectedSnapshot &look, const std::vector<PipeFacts> &facts)
{
    const LivePipes live = livePipes(look, facts);
    std::vector<SeekingProcess> all;
    if (live.empty())
        return all;
    MountNamespaces views;
    std::erase_if(m_searched, [](const auto &one) { return catalog::startTime(one.first) != one.second.startTime; });
    for (const pid_t pid : catalog::processIds()) {
        const auto directory = pid == ::getpid() ? std::nullopt : pipeDirectory(pid);
        if (!directory || isOnlyDirectory(live, directoryId(seenBy(pid, *directory))) || !hasDotNetThreads(pid))
            continue;
        const auto subject = access::processSubject(pid);
        if (!subject)
            continue;
        const MountNamespaces::View *const view = views.of(pid);
        SeekingProcess process{ describeProcess(pid, subject->uid.value_or(0)), *subject, {} };
        for (const QByteArray &path : pathsOf(pid).value_or(namedPaths(pid, *directory, live))) {
            if (live.contains(leafOf(path).toByteArray()))
                process.pipes.push_back(soughtPipe(pid, path, view));
        }
        if (!process.pipes.empty())
            all.push_back(std::move(process));
    }
    return all;
}

} // namespace pipeglass::doctor
