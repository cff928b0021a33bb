// SPDX-License-Identifier: MIT
#include "engine/sockets/boundname.h"

#include "catalog/staleremoval.h"
#include "core/files/localaddress.h"
#include "core/path.h"

#include <QFile>

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::engine {

namespace {

/// How often a name that became free while we looked is tried again.
constexpr int attempts = 3;

/// The umask, or all bits where it cannot be read without changing it.
mode_t currentUmask()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0777;
    const QByteArray text = status.readAll();
    constexpr QByteArrayView label("\nUmask:");
    const qsizetype at = text.indexOf(label);
    if (at < 0)
        return 0777;
    const qsizetype begin = at + label.size();
    bool good = false;
    const uint mask = text.sliced(begin, text.indexOf('\n', begin) - begin).trimmed().toUInt(&good, 8);
    return good ? mask : 0777;
}

/// bind() with the mode as it was asked for. The file gets the socket's own mode less the umask, and the umask is the
/// whole process's: it is touched only where it would take something away, and for this one call.
int bindWithMode(int socket, const QByteArray &path, FileMode mode)
{
    if (::fchmod(socket, mode.bits()) != 0)
        return errno;
    const bool inTheWay = (currentUmask() & mode.bits()) != 0;
    const mode_t before = inTheWay ? ::umask(0) : 0;
    const int error = bindToPath(socket, path);
    if (inTheWay)
        ::umask(before);
    return error;
}

} // namespace

BoundName::BoundName(Request request)
    : m_request(std::move(request))
{
}

BoundName::~BoundName()
{
    const Status ignored = remove(); // whoever wants to know calls it
    Q_UNUSED(ignored)
}

Result<std::unique_ptr<BoundName>> BoundName::bind(int socket, Request request)
{
    std::unique_ptr<BoundName> name(new BoundName(std::move(request)));
    if (const Status status = name->open(); !status)
        return failure(status.error());
    if (const Status status = name->bindFree(socket); !status)
        return failure(status.error());
    name->remember();
    return name;
}

Status BoundName::open()
{
    const QByteArray &path = m_request.path;
    m_leaf = leafOf(path).toByteArray();
    if (!path.startsWith('/') || path.contains('\0') || m_leaf.isEmpty() || m_leaf == "." || m_leaf == "..")
        return failure(ErrorCode::InvalidName, path);
    if (path.size() > maxSocketPath)
        return failure(ErrorCode::PathTooLong, path);
    m_directoryPath = directoryOf(path);
    m_directory = UniqueFd(::open(m_directoryPath.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!m_directory.isValid())
        return failure(
            errno == ENOENT || errno == ENOTDIR ? Error{ ErrorCode::NoSuchDirectory, errno, m_directoryPath, {} }
                                                : creationError(errno, path));
    return {};
}

Status BoundName::bindFree(int socket)
{
    for (int i = 0; i < attempts; ++i) {
        const int error = bindWithMode(socket, m_request.path, m_request.mode);
        if (error == 0) {
            m_bound = true;
            return {};
        }
        if (error != EADDRINUSE)
            return failure(
                error == ENOENT ? Error{ ErrorCode::NoSuchDirectory, error, m_directoryPath, {} }
                                : creationError(error, m_request.path));
        if (const Status status = makeWay(); !status)
            return status;
    }
    return failure(ErrorCode::InUse, m_request.path);
}

Status BoundName::makeWay()
{
    const Result<UniqueFd> file = openLeaf(m_directory.get(), m_leaf);
    if (!file && file.error().code == ErrorCode::NoSuchFile)
        return {}; // gone while we looked
    const Result<FileFacts> facts = file ? factsOf(file->get()) : failure(file.error());
    if (!facts)
        return failure(creationError(facts.error().systemError, m_request.path));
    if (!S_ISSOCK(facts->mode))
        return failure(ErrorCode::NotASocket, m_request.path);
    const catalog::KnownFile known{ m_directoryPath, m_leaf, facts->file };
    const auto inUse = [this](const Error &error) {
        const bool isKnown = error.code != ErrorCode::LeftUnknown;
        return failure(isKnown ? ErrorCode::InUse : error.code, m_request.path, error.detail);
    };
    if (const Status dead = catalog::StaleRemoval(catalog::StaleRemoval::OnlyCheck).remove(m_directory.get(), known);
        !dead && dead.error().code != ErrorCode::DeletionDenied)
        return inUse(dead.error());
    if (facts->uid != ::geteuid())
        return failure(ErrorCode::ForeignSocket, m_request.path);
    if (!m_request.replaceStale)
        return failure(ErrorCode::StaleSocket, m_request.path);
    const Status removed = catalog::StaleRemoval().remove(m_directory.get(), known);
    m_replacedStale = removed.has_value();
    if (!removed && removed.error().code == ErrorCode::DeletionDenied)
        return failure(creationError(removed.error().systemError, m_request.path));
    return removed ? removed : inUse(removed.error());
}

void BoundName::remember()
{
    const Result<UniqueFd> file = openLeaf(m_directory.get(), m_leaf);
    const Result<FileFacts> facts = file ? factsOf(file->get()) : failure(file.error());
    // Whatever else stands there by now is not ours, and will never be removed.
    m_bound =
        facts && S_ISSOCK(facts->mode) && facts->uid == ::geteuid() && (facts->mode & 07777U) == m_request.mode.bits();
    if (m_bound)
        m_ours = facts->file;
}

Status BoundName::remove()
{
    if (!std::exchange(m_bound, false))
        return {};
    // A first look, so that somebody else's file is not moved about for nothing.
    const Result<UniqueFd> file = openLeaf(m_directory.get(), m_leaf);
    const Result<FileFacts> facts = file ? factsOf(file->get()) : failure(file.error());
    if (!facts || facts->file != m_ours)
        return {};
    Result<FileAside> aside = FileAside::take(m_directory.get(), m_leaf);
    if (!aside)
        return aside.error().code == ErrorCode::NoSuchFile ? Status() : failure(aside.error());
    return aside->facts().file == m_ours ? aside->remove() : aside->putBack();
}

} // namespace pipeglass::engine
