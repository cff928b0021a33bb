// SPDX-License-Identifier: MIT
#include "programs/interceptor.h"

#include "catalog/naming/spareleaf.h"
#include "catalog/sockets/fileclients.h"
#include "core/files/localaddress.h"
#include "core/path.h"
#include "core/system/procfile.h"
#include "core/threads/workerthread.h"
#include "programs/callingprocess.h"
#include "programs/programstext.h"

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

namespace pipeglass::programs {

namespace {

constexpr int retryMilliseconds = 2;
constexpr int maintenanceMilliseconds = 1000;
/// How long a connect() waits for room in a backlog before it goes on without us: a signal does not end it meanwhile.
constexpr qint64 backlogPatience = 10'000;
constexpr quint64 noCookie = 0xffffffffffffffffU;

int intOption(int socket, int option)
{
    int value = -1;
    socklen_t size = sizeof value;
    return ::getsockopt(socket, SOL_SOCKET, option, &value, &size) == 0 ? value : -1;
}

bool isUnixStream(int socket)
{
    return intOption(socket, SO_DOMAIN) == AF_UNIX && intOption(socket, SO_TYPE) == SOCK_STREAM;
}

/// The path of an address; empty: it has none, or is not of a Unix socket.
QByteArray pathIn(const QByteArray &address)
{
    constexpr qsizetype start = offsetof(sockaddr_un, sun_path);
    sa_family_t family = AF_UNSPEC;
    if (address.size() <= start || address.size() > static_cast<qsizetype>(sizeof(sockaddr_un)))
        return {};
    std::memcpy(&family, address.constData(), sizeof family);
    if (family != AF_UNIX || address.at(start) == '\0')
        return {};
    return QByteArray(address.mid(start).constData()); // up to the first NUL
}

QByteArray boundPathOf(int socket)
{
    QByteArray address(sizeof(sockaddr_un), '\0');
    auto size = static_cast<socklen_t>(address.size());
    if (::getsockname(socket, reinterpret_cast<sockaddr *>(address.data()), &size) != 0)
        return {};
    address.truncate(std::min<qsizetype>(size, address.size()));
    return pathIn(address);
}

/// The path of an open file, also of one that was deleted meanwhile.
QByteArray pathBehind(int descriptor)
{
    constexpr QByteArrayView deleted(" (deleted)");
    QByteArray path =
        readProcLink(::getpid(), ("fd/" + QByteArray::number(descriptor)).constData()).value_or(QByteArray());
    struct stat facts { };
    if (path.endsWith(deleted) && ::fstat(descriptor, &facts) == 0 && facts.st_nlink == 0)
        path.chop(deleted.size());
    return path;
}

/// Debuggers and profilers find these by their name and by the process behind it.
bool isDiagnostics(QByteArrayView leaf) { return leaf.startsWith("dotnet-diagnostic-"); }

ProcessInfo listenerBehind(int connected)
{
    ucred credentials{};
    socklen_t size = sizeof credentials;
    if (::getsockopt(connected, SOL_SOCKET, SO_PEERCRED, &credentials, &size) != 0)
        return {};
    return credentials.pid > 0 ? describeProcess(credentials.pid, credentials.uid)
                               : ProcessInfo{ 0, {}, credentials.uid, {} };
}

} // namespace

Interceptor::Interceptor(UniqueFd reports, SocketPairing pairing)
    : m_notifications(std::move(reports))
    , m_pairing(std::move(pairing))
    , m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (auto diag = catalog::SocketDiag::open())
        m_diag = *std::move(diag);
}

Interceptor::~Interceptor()
{
    m_stops = true;
    wake();
    if (m_thread.joinable())
        m_thread.join();
    for (const Pending &one : m_pending)
        m_notifications.letContinue(one.call);
    (void)m_names.leave();
}

bool Interceptor::start(Reports reports)
{
    m_reports = std::move(reports);
    m_thread = startThread([this] { run(); });
    return m_thread.joinable();
}

Status Interceptor::leave()
{
    m_isTapping = false;
    return m_names.leave();
}

void Interceptor::flush(std::function<void()> done)
{
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(std::move(done));
    }
    wake();
}

void Interceptor::wake() const
{
    const quint64 one = 1;
    (void)!::write(m_wake.get(), &one, sizeof one);
}

void Interceptor::takeRequests()
{
    quint64 count = 0;
    (void)!::read(m_wake.get(), &count, sizeof count);
    std::vector<std::function<void()>> requests;
    {
        const std::lock_guard lock(m_mutex);
        requests.swap(m_requests);
    }
    for (const auto &request : requests)
        request();
}

void Interceptor::run()
{
    m_maintained.start();
    pollfd waits[2] = { { m_wake.get(), POLLIN, 0 }, { m_notifications.reports(), POLLIN, 0 } };
    while (!m_stops) {
        const int idle = m_needsMaintenance ? maintenanceMilliseconds : -1;
        ::poll(waits, 2, m_pending.empty() ? idle : retryMilliseconds);
        if ((waits[1].revents & POLLIN) != 0) {
            if (const auto call = m_notifications.receive())
                handle(*call);
        } else if (waits[1].revents != 0) {
            waits[1].fd = -1;
            m_reports.ended();
        }
        retryPending();
        // After what was reported before.
        if ((waits[0].revents & POLLIN) != 0)
            takeRequests();
        if (m_needsMaintenance && m_maintained.elapsed() >= maintenanceMilliseconds) {
            m_needsMaintenance = false;
            m_names.maintain();
            m_maintained.start();
        }
    }
}

void Interceptor::handle(const seccomp_notif &call)
{
    if (m_isTapping) {
        const CallingProcess process(static_cast<pid_t>(call.pid));
        if (call.data.nr == SYS_connect) {
            if (handleConnect(call, process))
                return;
        } else if (process.pid() != 0) {
            handleListen(call, process);
        }
    }
    m_notifications.letContinue(call.id);
}

void Interceptor::miss(const QByteArray &path, const QString &why) const
{
    m_reports.missed(Error{ ErrorCode::PipeNotTapped, 0, path, why });
}

/// After a look into a process that failed (errno): that is told once for each.
void Interceptor::noteOpaque(const CallingProcess &process)
{
    if (errno == EPERM && m_opaque.insert(process.pid()).second)
        miss(
            ProgramsText::tr("process %1").arg(process.pid()).toUtf8(),
            ProgramsText::tr("this process may not be traced (set-uid, or kernel.yama.ptrace_scope)"));
}

/// The socket file at a path of a process, if it is one that concerns us. NoSuchFile: it would, but is not there.
Result<catalog::ResolvedFile> Interceptor::pipeAt(const CallingProcess &process, const QByteArray &path)
{
    const QByteArray named = process.absolutePath(path);
    catalog::ResolvedFile file;
    file.fd = UniqueFd(::open(named.constData(), O_PATH | O_CLOEXEC));
    const bool isFree = !file.fd.isValid() && errno == ENOENT;
    const auto facts = file.fd.isValid() ? factsOf(file.fd.get()) : failure(ErrorCode::NotASocket);
    if (!isFree && (!facts || !S_ISSOCK(facts->mode)))
        return failure(ErrorCode::NotASocket);
    // Without symbolic links, so that a pipe has one path.
    file.path = isFree ? named : pathBehind(file.fd.get());
    const QByteArrayView leaf = leafOf(file.path);
    if (isDiagnostics(leaf) || catalog::isSpareLeaf(leaf) || !process.isPipeDirectory(directoryOf(file.path)))
        return failure(ErrorCode::NotASocket);
    if (isFree)
        return failure(ErrorCode::NoSuchFile, file.path);
    file.file = facts->file;
    file.kind = catalog::FileKind::Socket;
    file.uid = facts->uid;
    return file;
}

bool Interceptor::isBoundTo(int socket, const catalog::ResolvedFile &file)
{
    struct stat facts { };
    const auto bound = catalog::boundFileOf(file.fd.get());
    if (!m_diag || !bound || ::fstat(socket, &facts) != 0)
        return false;
    const auto told = m_diag->ask(static_cast<quint32>(facts.st_ino), noCookie, catalog::SocketDiag::File);
    return told && *told && (*told)->file == *bound;
}

void Interceptor::handleListen(const seccomp_notif &call, const CallingProcess &process)
{
    const UniqueFd socket = process.duplicate(static_cast<int>(call.data.args[0]));
    if (!socket.isValid())
        noteOpaque(process);
    if (!socket.isValid() || !isUnixStream(socket.get()) || intOption(socket.get(), SO_ACCEPTCONN) != 0)
        return;
    const QByteArray path = boundPathOf(socket.get());
    if (path.isEmpty())
        return;
    const auto file = pipeAt(process, path);
    if (!file || !m_notifications.isWaiting(call.id))
        return;
    if (!process.seesWhatWeSee()) {
        miss(file->path, ProgramsText::tr("its server has another user, other capabilities or another root directory"));
        return;
    }
    if (!isBoundTo(socket.get(), *file)) {
        if (!m_names.leadsToUs(file->path)) // else it listens once more
            miss(file->path, ProgramsText::tr("the name of the socket leads to another file"));
        return;
    }
    auto entered = m_names.enter(*file);
    m_needsMaintenance = true;
    if (!entered) {
        m_reports.missed(entered.error());
    } else if (*entered) {
        const bool isNew = (*entered)->isNew;
        ProcessInfo server;
        server.pid = process.pid();
        m_reports.entered(
            file->path, std::move((*entered)->sockets), isNew ? describeProcess(server.pid) : server, isNew);
    }
}

bool Interceptor::handleConnect(const seccomp_notif &call, const CallingProcess &process)
{
    const size_t size = std::min<size_t>(call.data.args[2], sizeof(sockaddr_un));
    const auto address = process.memory(call.data.args[1], size);
    if (!address)
        noteOpaque(process);
    const QByteArray path = address ? pathIn(*address) : QByteArray();
    if (path.isEmpty())
        return false;
    auto file = pipeAt(process, path);
    const bool isFree = !file && file.error().code == ErrorCode::NoSuchFile;
    if (isFree && process.seesWhatWeSee() && m_notifications.isWaiting(call.id)) {
        m_notifications.answer(call.id, ENOENT); // a pipe that is made in this moment would be reached past us
        return true;
    }
    if (!file || m_names.leadsToUs(file->path))
        return false;
    UniqueFd client = process.duplicate(static_cast<int>(call.data.args[0]));
    if (!client.isValid() || !isUnixStream(client.get()) || intOption(client.get(), SO_ACCEPTCONN) != 0)
        return false;
    sockaddr_un peer{};
    socklen_t peerSize = sizeof peer;
    if (::getpeername(client.get(), reinterpret_cast<sockaddr *>(&peer), &peerSize) == 0)
        return false; // it is connected already
    if (!m_notifications.isWaiting(call.id))
        return false;
    if (!process.seesWhatWeSee()) {
        miss(
            file->path,
            ProgramsText::tr("a client of it has another user, other capabilities or another root directory"));
        return false;
    }
    Pending pending{ call.id, std::move(client), *std::move(file), process.pid(), {} };
    pending.since.start();
    if (dial(pending))
        return true;
    if (!m_notifications.postpone(call.id)) {
        miss(pending.file.path, ProgramsText::tr("too many clients wait"));
        return false;
    }
    m_pending.push_back(std::move(pending));
    return true;
}

bool Interceptor::dial(Pending &pending)
{
    UniqueFd server(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const int error = server.isValid() ? connectToFile(server.get(), pending.file.fd.get()) : errno;
    if (error == 0) {
        finishDial(pending, std::move(server));
        return true;
    }
    const bool isBlocking = (::fcntl(pending.client.get(), F_GETFL) & O_NONBLOCK) == 0;
    if (error == EAGAIN && isBlocking) {
        if (pending.since.elapsed() < backlogPatience)
            return false;
        miss(pending.file.path, ProgramsText::tr("the server did not accept a client in time"));
        m_notifications.letContinue(pending.call);
    } else if (error == EAGAIN || error == ECONNREFUSED) {
        m_notifications.answer(pending.call, error); // a server that listens in this moment would be reached past us
    } else {
        if (error == EMFILE || error == ENFILE || error == ENOMEM)
            m_reports.missed(systemError(error, pending.file.path));
        m_notifications.letContinue(pending.call);
    }
    return true;
}

void Interceptor::finishDial(Pending &pending, UniqueFd server)
{
    auto client = m_pairing.pair(pending.client.get());
    if (!client) {
        m_reports.missed(
            Error{ client.error().code, client.error().systemError, pending.file.path, client.error().detail });
        m_notifications.letContinue(pending.call);
        return;
    }
    const QByteArray &path = pending.file.path;
    const bool isNew = m_dialled.insert(path).second;
    const std::optional<ProcessInfo> listener = isNew ? std::optional(listenerBehind(server.get())) : std::nullopt;
    PerSide<UniqueFd> sockets;
    sockets.client = *std::move(client);
    sockets.server = std::move(server);
    m_reports.dialled(path, std::move(sockets), describeProcess(pending.process), listener);
    m_notifications.answer(pending.call, 0);
}

void Interceptor::retryPending()
{
    std::erase_if(m_pending, [this](Pending &one) {
        if (m_notifications.isWaiting(one.call))
            return dial(one);
        m_notifications.letContinue(one.call); // forgets it
        return true;
    });
}

} // namespace pipeglass::programs
