// SPDX-License-Identifier: MIT
#include "cli/pipes/connectedrow.h"

#include "catalog/naming/abstractname.h"
#include "catalog/naming/connectproblem.h"
#include "catalog/naming/filemount.h"
#include "catalog/naming/resolve.h"
#include "catalog/naming/similarnames.h"
#include "core/bytetext.h"
#include "core/path.h"

#include <QStringList>

namespace pipeglass::cli {

namespace {

QByteArray idText(const FileId &id) { return QByteArray::number(id.device) + ':' + QByteArray::number(id.inode); }

bool isNamed(const catalog::PipeEntry &pipe, const QByteArray &name)
{
    return pipe.name() == name || pipe.fileName == name || pipe.path() == name || idText(pipe.file.id) == name;
}

/// Searches rows in other directories and namespaces, and rows without a file.
Result<ConnectedRow> findByRow(const QByteArray &name, const Error &notFound)
{
    catalog::ScanOptions options;
    options.scope = catalog::Scope::All;
    options.namespaces = true;
    const auto all = catalog::scanWithConnections(std::move(options));
    const QByteArray unescaped = unescapedBytes(QString::fromUtf8(name)).value_or(name);
    std::vector<ConnectedRow> found;
    for (size_t row = 0; row < all.connections.size(); ++row) {
        const catalog::PipeEntryPtr &pipe = all.snapshot->entries[row];
        if (isNamed(*pipe, name) || isNamed(*pipe, unescaped))
            found.push_back({
                .pipe = pipe,
                .connections = all.connections[row],
                .problem = catalog::connectProblem(*pipe, all.snapshot->entries, {}),
            });
    }
    if (found.empty())
        return failure(catalog::withSuggestions(notFound, name, *all.snapshot));
    if (found.size() == 1)
        return found.front();
    QStringList choices;
    for (const ConnectedRow &row : found)
        choices += QStringLiteral("%1 (%2)").arg(
            escapedText(row.pipe->path()), QString::fromLatin1(idText(row.pipe->file.id)));
    return failure(ErrorCode::Ambiguous, name, choices.join(QLatin1String(", ")));
}

} // namespace

Result<ConnectedRow> findConnectedRow(const QByteArray &name, std::vector<Error> &problems)
{
    const auto file = catalog::resolve(name);
    const bool isAbsent = !file && file.error().code == ErrorCode::NoSuchPipe;
    // A name that is not a valid file name may be an abstract one.
    const bool mayBeAbstract = !file && file.error().code == ErrorCode::InvalidName && catalog::looksAbstract(name);
    if (isAbsent || mayBeAbstract)
        return findByRow(name, isAbsent ? file.error() : Error{ ErrorCode::NoSuchPipe, 0, name, {} });
    if (!file)
        return failure(file.error());
    catalog::ScanOptions options;
    options.directories = { directoryOf(file->path) };
    options.scope = catalog::Scope::All;
    const auto all = catalog::scanWithConnections(std::move(options));
    problems = all.snapshot->problems;
    const QByteArray leaf = file->path.mid(file->path.lastIndexOf('/'));
    for (size_t row = 0; row < all.connections.size(); ++row) {
        const catalog::PipeEntryPtr &pipe = all.snapshot->entries[row];
        if (pipe->hasFile && pipe->file == file->file && pipe->path().endsWith(leaf))
            return ConnectedRow{
                .pipe = pipe,
                .connections = all.connections[row],
                .link = file->link,
                .problem = catalog::connectProblem(
                    *pipe, all.snapshot->entries, catalog::deletedMountRoot(file->fd.get(), file->path)),
            };
    }
    return failure(file->kind == catalog::FileKind::Other ? ErrorCode::NotASocket : ErrorCode::NoSuchPipe, file->path);
}

} // namespace pipeglass::cli
