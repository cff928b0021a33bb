// SPDX-License-Identifier: MIT
#include "catalog/naming/resolve.h"

#include "catalog/entries/pipename.h"
#include "catalog/kernel/fileinfo.h"
#include "catalog/kernel/procfs.h"
#include "catalog/naming/similarnames.h"
#include "catalog/naming/symboliclink.h"
#include "catalog/scanning/directoryfile.h"
#include "catalog/scanning/scanner.h"
#include "core/bytetext.h"
#include "core/files/localaddress.h"
#include "core/path.h"

#include <QDir>
#include <QFile>
#include <QStringList>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

namespace pipeglass::catalog {

namespace {

Result<ResolvedFile> openPath(const QByteArray &path, Links links)
{
    ResolvedFile file;
    file.fd = UniqueFd(::open(path.constData(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    if (!file.fd.isValid()) {
        if (errno == ENAMETOOLONG)
            return failure(ErrorCode::PathTooLong, path);
        // A component of the path is not a directory, or there is a loop of links: the file does not exist.
        return failure(pipeError(errno == ENOTDIR || errno == ELOOP ? ENOENT : errno, path));
    }
    file.path = path;
    auto info = readFileInfo(file.fd.get(), {});
    if (info && links == Links::Follow && S_ISLNK(info->mode)) {
        auto target = followLink(file.fd.get(), path);
        if (!target)
            return failure(target.error());
        file.fd = std::move(target->fd);
        file.path = std::move(target->path);
        file.link = path;
        info = readFileInfo(file.fd.get(), {});
    }
    if (!info)
        return failure(pipeError(info.error().systemError, path));
    file.file = info->file;
    file.kind = info->kind();
    file.uid = info->uid;
    if (info->isDirectory())
        return failure(ErrorCode::NoSuchPipe, path);
    return file;
}

std::optional<FileId> fileIdFrom(const QByteArray &text)
{
    const qsizetype colon = text.indexOf(':');
    if (colon < 0)
        return {};
    const auto device = numberFrom(QByteArrayView(text).first(colon));
    const auto inode = numberFrom(QByteArrayView(text).sliced(colon + 1));
    return device && inode ? std::optional(FileId{ *device, *inode }) : std::nullopt;
}

QString choiceText(const ResolvedFile &file)
{
    return QLatin1String("%1 (%2:%3)").arg(escapedText(file.path)).arg(file.file.id.device).arg(file.file.id.inode);
}

/// The candidates for one name in one directory.
class Candidates {
public:
    Candidates(const QByteArray &name, std::optional<FileId> id, Links links)
        : m_name(name)
        , m_id(id)
        , m_links(links)
    {
    }

    /// nullopt if the directory has no such file.
    std::optional<Result<ResolvedFile>> in(const QByteArray &directory)
    {
        m_files.clear();
        if (!m_name.contains('/') && !m_name.contains('\0')) {
            take(openPath(joinedPath(directory, filePrefix.toByteArray() + m_name), m_links));
            take(openPath(joinedPath(directory, m_name), m_links));
        }
        if (m_id)
            takeById(directory);
        if (m_files.empty())
            return {};
        if (m_files.size() == 1)
            return std::move(m_files.front());
        QStringList choices;
        for (const ResolvedFile &file : m_files)
            choices.append(choiceText(file));
        return failure(ErrorCode::Ambiguous, m_name, choices.join(QLatin1String(", ")));
    }

    /// Why a search failed, other than that nothing exists.
    [[nodiscard]] const std::optional<Error> &error() const { return m_obstacle; }

private:
    void take(Result<ResolvedFile> file)
    {
        if (!file) {
            const ErrorCode code = file.error().code;
            if ((code == ErrorCode::PermissionDenied || code == ErrorCode::DanglingLink) && !m_obstacle)
                m_obstacle = file.error();
            return;
        }
        const bool isKnown = std::any_of(
            m_files.begin(), m_files.end(), [&file](const ResolvedFile &other) { return other.file == file->file; });
        if (!isKnown)
            m_files.push_back(std::move(*file));
    }

    void takeById(const QByteArray &directory)
    {
        const UniqueFd fd = openDirectory(directory);
        if (!fd.isValid())
            return;
        std::vector<QByteArray> names;
        readDirectory(fd.get(), [&](QByteArrayView name) {
            const auto info = readFileInfo(fd.get(), name.toByteArray());
            if (info && info->file.id == *m_id)
                names.push_back(name.toByteArray());
            return true;
        });
        std::sort(names.begin(), names.end());
        for (const QByteArray &name : names)
            take(openPath(joinedPath(directory, name), m_links));
    }

    const QByteArray &m_name;
    std::optional<FileId> m_id;
    Links m_links;
    std::vector<ResolvedFile> m_files;
    std::optional<Error> m_obstacle;
};

Result<ResolvedFile> resolveFullPath(const QByteArray &path, Links links)
{
    if (path.contains('\0') || path.endsWith('/'))
        return failure(ErrorCode::InvalidName, path);
    auto file = openPath(path, links);
    // An existing file can be opened through a descriptor however long its path is; a missing one could never be
    // created.
    if (!file && file.error().code == ErrorCode::NoSuchPipe && path.size() > maxSocketPath)
        return failure(ErrorCode::PathTooLong, path);
    return file;
}

/// A relative path with a slash, if the file exists; else nullopt.
std::optional<Result<ResolvedFile>> resolveRelativePath(const QByteArray &name, Links links)
{
    if (!name.contains('/') || name.contains('\0') || name.endsWith('/'))
        return {};
    QByteArray rest = name;
    while (rest.startsWith("./"))
        rest.remove(0, 2);
    auto file = openPath(joinedPath(QFile::encodeName(QDir::currentPath()), rest), links);
    if (!file && (file.error().code == ErrorCode::NoSuchPipe || file.error().code == ErrorCode::PathTooLong))
        return {};
    return file;
}

Result<ResolvedFile> resolveBytes(const QByteArray &name, const std::vector<QByteArray> &directories, Links links)
{
    if (name.isEmpty())
        return failure(ErrorCode::InvalidName, name);
    if (name.startsWith('/'))
        return resolveFullPath(name, links);
    if (auto relative = resolveRelativePath(name, links))
        return std::move(*relative);
    Candidates candidates(name, fileIdFrom(name), links);
    for (const QByteArray &directory : directories) {
        if (auto found = candidates.in(directory))
            return std::move(*found);
    }
    if (candidates.error())
        return failure(*candidates.error());
    const auto path = pathForName(name);
    return path ? failure(ErrorCode::NoSuchPipe, name) : failure(path.error());
}

Result<ResolvedFile> resolveIn(const QByteArray &name, const std::vector<QByteArray> &directories, Links links)
{
    auto exact = resolveBytes(name, directories, links);
    if (exact)
        return exact;
    const ErrorCode code = exact.error().code;
    if (code != ErrorCode::NoSuchPipe && code != ErrorCode::InvalidName && code != ErrorCode::PathTooLong)
        return exact;
    const auto unescaped = unescapedBytes(QString::fromUtf8(name));
    if (!unescaped || *unescaped == name)
        return exact;
    auto fromText = resolveBytes(*unescaped, directories, links);
    // A name that is too long only because of its escapes is reported as not found.
    const bool saysMore = fromText || fromText.error().code == ErrorCode::Ambiguous
        || fromText.error().code == ErrorCode::PermissionDenied || fromText.error().code == ErrorCode::DanglingLink
        || code == ErrorCode::PathTooLong;
    return saysMore ? std::move(fromText) : std::move(exact);
}

} // namespace

Result<ResolvedFile> resolve(const QByteArray &name, Links links)
{
    return resolveIn(name, defaultDirectories(), links);
}

Result<ResolvedFile> resolveAnywhere(const QByteArray &name, Links links)
{
    auto near = resolve(name, links);
    if (near || near.error().code != ErrorCode::NoSuchPipe)
        return near;
    if (name.startsWith('/'))
        return failure(withSuggestions(near.error(), name));
    // A bare name means a .NET pipe, so other sockets are not searched.
    Scanner scanner({ {}, fileIdFrom(name) ? Scope::All : Scope::Pipes, true });
    (void)scanner.scan();
    std::vector<ResolvedFile> found;
    QStringList choices;
    for (const QByteArray &directory : scanner.directories()) {
        auto one = resolveIn(name, { directory }, links);
        if (!one && one.error().code == ErrorCode::Ambiguous)
            return one;
        const bool isNew = one && std::none_of(found.begin(), found.end(), [&one](const ResolvedFile &other) {
                               return other.file == one->file;
                           });
        if (!isNew)
            continue;
        choices.append(choiceText(*one));
        found.push_back(std::move(*one));
    }
    if (found.empty())
        return failure(withSuggestions(near.error(), name));
    if (found.size() == 1)
        return std::move(found.front());
    return failure(ErrorCode::Ambiguous, name, choices.join(QLatin1String(", ")));
}

Result<ResolvedFile> openEntry(const PipeEntry &entry)
{
    auto file = openPath(entry.path(), Links::Keep);
    if (file && file->file != entry.file)
        return failure(ErrorCode::Replaced, entry.path());
    return file;
}

} // namespace pipeglass::catalog
