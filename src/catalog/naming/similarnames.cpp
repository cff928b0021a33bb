// SPDX-License-Identifier: MIT
#include "catalog/naming/similarnames.h"

#include "catalog/entries/pipename.h"
#include "catalog/naming/catalogtext.h"
#include "catalog/scanning/scanner.h"
#include "core/bytetext.h"
#include "core/enumeration.h"
#include "core/path.h"
#include "core/suggestion.h"

#include <QStringList>

#include <algorithm>

#include <unistd.h>

namespace pipeglass::catalog {

namespace {

constexpr qsizetype maxDirectories = 3;

QByteArray withoutPrefix(QByteArrayView leaf)
{
    return (leaf.startsWith(filePrefix) ? leaf.sliced(filePrefix.size()) : leaf).toByteArray();
}

/// The rows to suggest: listeners.
std::vector<PipeEntryPtr> listeners(const Snapshot &all)
{
    std::vector<PipeEntryPtr> some;
    std::copy_if(all.entries.begin(), all.entries.end(), std::back_inserter(some), [](const PipeEntryPtr &pipe) {
        return pipe->kind == FileKind::Socket && pipe->hasFile && pipe->state == PipeState::Listening;
    });
    return some;
}

QString sameNameElsewhere(const std::vector<PipeEntryPtr> &pipes, const QByteArray &leaf)
{
    QStringList directories;
    for (const PipeEntryPtr &pipe : pipes) {
        if (pipe->fileName == leaf || pipe->name() == leaf)
            directories += escapedText(pipe->directory);
    }
    if (directories.isEmpty())
        return {};
    if (directories.size() == 1)
        return CatalogText::tr("A socket of that file name listens in %1.").arg(directories.front());
    const qsizetype more = directories.size() - maxDirectories;
    if (more > 0) {
        directories = directories.first(maxDirectories);
        directories += CatalogText::tr("%n more", nullptr, static_cast<int>(more));
    }
    return CatalogText::tr("Sockets of that file name listen in %1.").arg(enumeration(directories));
}

/// The argument that finds the row again: its name if it is in a default directory, else its path.
QByteArray argumentFor(const PipeEntry &pipe)
{
    const std::vector<QByteArray> directories = defaultDirectories();
    const bool byName = pipe.fileName.startsWith(filePrefix)
        || std::find(directories.begin(), directories.end(), pipe.directory) != directories.end();
    return byName ? pipe.name() : pipe.path();
}

QString similarName(const std::vector<PipeEntryPtr> &pipes, const QByteArray &leaf)
{
    std::vector<QByteArray> names;
    names.reserve(pipes.size());
    for (const PipeEntryPtr &pipe : pipes)
        names.push_back(pipe->name().toLower());
    const QByteArrayView best =
        nearest(withoutPrefix(leaf).toLower(), std::vector<QByteArrayView>(names.begin(), names.end()));
    const auto found = std::find_if(
        names.begin(), names.end(), [best](const QByteArray &name) { return name.constData() == best.data(); });
    if (best.isEmpty() || found == names.end())
        return {};
    const PipeEntry &pipe = *pipes[static_cast<size_t>(found - names.begin())];
    return CatalogText::tr("Did you mean %1?").arg(escapedText(argumentFor(pipe)));
}

} // namespace

QString similarNames(const Snapshot &all, const QByteArray &name)
{
    const QByteArray leaf = leafOf(name).toByteArray();
    const std::vector<PipeEntryPtr> pipes = listeners(all);
    const QString elsewhere = sameNameElsewhere(pipes, leaf);
    return elsewhere.isEmpty() ? similarName(pipes, leaf) : elsewhere;
}

Error withSuggestions(Error notFound, const QByteArray &name, const Snapshot &all)
{
    QStringList sentences;
    if (!notFound.detail.isEmpty())
        sentences += notFound.detail;
    if (const QString near = similarNames(all, name); !near.isEmpty())
        sentences += near;
    else if (::geteuid() != 0)
        sentences += CatalogText::tr("Or it may be in another /tmp (PrivateTmp, container), which root can see.");
    notFound.detail = sentences.join(QLatin1Char(' '));
    return notFound;
}

Error withSuggestions(Error notFound, const QByteArray &name)
{
    ScanOptions options;
    options.scope = Scope::All;
    return withSuggestions(std::move(notFound), name, *Scanner(std::move(options)).scan());
}

} // namespace pipeglass::catalog
