// SPDX-License-Identifier: MIT
#include "doctor/runtime/connectwatch.h"

#include "catalog/kernel/procfs.h"
#include "core/path.h"
#include "core/system/procfile.h"
#include "doctor/facts/processpaths.h"
#include "doctor/runtime/runtimesession.h"
#include "endpoints/diagnosticsowner.h"

#include <QCoreApplication>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace pipeglass::doctor {

using namespace std::chrono_literals;

namespace {

class WatchText {
    Q_DECLARE_TR_FUNCTIONS(WatchText)
};

constexpr auto afterFirst = 1s; ///< a client may try several addresses in turn
constexpr auto readPause = 100ms;
constexpr qint64 maxStream = qint64{ 64 } << 20U;

/// The name of the runtime's socket in a directory; empty: none.
QByteArray socketNameIn(int directory, pid_t pid)
{
    const auto status = readProc(pid, "status");
    const std::vector<quint64> pids = endpoints::namespacePids(status.value_or(QByteArray()));
    const auto started = catalog::startTime(pid);
    QByteArray found;
    (void)catalog::readDirectory(directory, [&](QByteArrayView name) {
        const auto owner = endpoints::diagnosticsOwner(name);
        if (!owner || pids.empty() || owner->pid != pids.back() || !name.endsWith("-socket"))
            return true;
        if (found.isEmpty() || owner->startTime == started)
            found = name.toByteArray();
        return owner->startTime != started; // another time namespace has other start times
    });
    return found;
}

} // namespace

Result<RuntimeSocket> findRuntime(pid_t pid)
{
    const qint64 uid = processUid(pid);
    if (uid < 0)
        return failure(ErrorCode::UnknownProcess, QByteArray::number(pid));
    const QByteArray anyName = "dotnet-diagnostic-" + QByteArray::number(pid) + "-*-socket";
    const auto directory = pipeDirectory(pid);
    if (static_cast<uid_t>(uid) != ::geteuid() || !directory)
        return failure(
            ErrorCode::AccessDenied, joinedPath(directory.value_or("/tmp"), anyName),
            WatchText::tr("only programs of your own user are listened to"));
    const UniqueFd opened(::open(seenBy(pid, *directory).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK));
    const QByteArray name = opened.isValid() ? socketNameIn(opened.get(), pid) : QByteArray();
    UniqueFd file(name.isEmpty() ? -1 : ::openat(opened.get(), name.constData(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    if (!file.isValid())
        return failure(
            ErrorCode::NoSuchFile, joinedPath(*directory, name.isEmpty() ? anyName : name),
            WatchText::tr("it is no .NET program, or runs with DOTNET_EnableDiagnostics=0"));
    return RuntimeSocket{ describeProcess(pid, static_cast<uid_t>(uid)), joinedPath(*directory, name),
                          std::move(file) };
}

Result<std::vector<FailedConnect>>
watchConnects(const RuntimeSocket &runtime, std::chrono::milliseconds longest, const std::atomic<bool> &stop)
{
    QDeadlineTimer deadline(longest);
    Result<RuntimeSession> session = RuntimeSession::start(runtime, "System.Net.Sockets", deadline);
    if (!session)
        return failure(session.error());
    FailedConnects failed;
    NetTraceReader reader("System.Net.Sockets", [&failed](const RuntimeEvent &event) { failed.add(event); });
    bool isReadable = true;
    for (qint64 size = 0; isReadable && !reader.atEnd() && !session->isOver() && size < maxStream;) {
        if (stop || deadline.hasExpired())
            break;
        const bool wasEmpty = failed.isEmpty();
        const QByteArray bytes = session->read(
            QDeadlineTimer(qMin(deadline.remainingTimeAsDuration(), std::chrono::nanoseconds(readPause))));
        size += bytes.size();
        isReadable = reader.feed(bytes);
        if (wasEmpty && !failed.isEmpty())
            deadline = qMin(deadline, QDeadlineTimer(afterFirst));
    }
    if (failed.isEmpty() && !isReadable)
        return failure(ErrorCode::Unsupported, runtime.path, WatchText::tr("it does not write nettrace 4"));
    return failed.all();
}

std::vector<ExplainedConnect> explainConnects(pid_t pid, const std::vector<FailedConnect> &failed)
{
    const auto subject = access::processSubject(pid);
    std::vector<ExplainedConnect> all;
    for (const FailedConnect &one : failed) {
        const QByteArray path = shortestFor(pid, one.path);
        all.push_back({ one, explain(errorAt(errorOfSocket(one.socketError), path), subject ? &*subject : nullptr) });
    }
    return all;
}

} // namespace pipeglass::doctor
