// SPDX-License-Identifier: MIT
#include "cli/cleancommand.h"

#include "catalog/pipename.h"
#include "catalog/resolve.h"
#include "catalog/scanner.h"
#include "cli/jsonwriter.h"
#include "core/bytetext.h"
#include "core/errortext.h"
#include "engine/liveness.h"

#include <algorithm>

#include <unistd.h>

namespace pipeglass::cli {

namespace {

const char *const description =
    "Deletes sockets that dead servers left behind: the named ones, or without a NAME all of\n"
    "yours in $TMPDIR and /tmp whose file name begins with CoreFxPipe_. Only a file of which it is\n"
    "certain that nobody is behind it goes; a live one, one that cannot be judged from here, and\n"
    "whatever is no socket stay. A named one that stays makes it end with 1.\n"
    "With --json one array of {path, name, deleted, reason}; reason is null where the file was (or,\n"
    "with --dry-run, would be) deleted.\n";

Result<CommandPtr> make(const Arguments &arguments, Streams streams)
{
    CleanCommand::Options options;
    options.names = arguments.operands();
    options.dryRun = arguments.has("--dry-run");
    options.json = arguments.has("--json");
    return std::make_unique<CleanCommand>(std::move(options), streams);
}

QByteArray leafOf(const QByteArray &path) { return path.sliced(path.lastIndexOf('/') + 1); }

QByteArray directoryOf(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash <= 0 ? QByteArray("/") : path.first(slash);
}

QByteArray pipeName(const QByteArray &leaf)
{
    return leaf.startsWith(catalog::filePrefix) ? leaf.sliced(catalog::filePrefix.size()) : leaf;
}

/// Why a file of one's own stays in a sweep of all: no reason to end with a failure.
bool isExpected(ErrorCode code)
{
    return code == ErrorCode::LeftAlive || code == ErrorCode::LeftUnknown || code == ErrorCode::NotASocket
        || code == ErrorCode::Replaced || code == ErrorCode::NoSuchPipe;
}

} // namespace

const Verb &CleanCommand::verb()
{
    static const Verb verb{
        "clean",
        "[NAME...]",
        0,
        SIZE_MAX,
        "delete the sockets that dead servers left behind",
        description,
        {
            { "--dry-run", "", "only say what would be deleted" },
            { "--json", "", "print JSON" },
        },
        make,
    };
    return verb;
}

CleanCommand::CleanCommand(Options options, Streams streams)
    : Command(streams)
    , m_options(std::move(options))
{
}

void CleanCommand::start()
{
    const std::vector<Outcome> outcomes = m_options.names.empty() ? cleanAll() : cleanNamed();
    if (m_options.json)
        printJson(outcomes);
    else
        printText(outcomes);
    finish(codeFor(outcomes));
}

Status CleanCommand::clean(const cleaning::StaleFile &stale) const
{
    return m_options.dryRun ? cleaning::mayDeleteStale(stale, engine::livenessOf)
                            : cleaning::deleteStale(stale, engine::livenessOf);
}

std::vector<CleanCommand::Outcome> CleanCommand::cleanNamed() const
{
    std::vector<Outcome> outcomes;
    for (const QByteArray &name : m_options.names) {
        const Result<catalog::ResolvedFile> file = catalog::resolve(name);
        if (!file) {
            outcomes.push_back({ catalog::pathForName(name).value_or(name), name, failure(file.error()) });
            continue;
        }
        const QByteArray leaf = leafOf(file->path);
        outcomes.push_back({ file->path, pipeName(leaf), clean({ directoryOf(file->path), leaf, file->file }) });
    }
    return outcomes;
}

std::vector<CleanCommand::Outcome> CleanCommand::cleanAll()
{
    std::vector<Outcome> outcomes;
    catalog::ScanOptions places;
    places.directories = catalog::defaultDirectories();
    catalog::Scanner scanner(std::move(places));
    const catalog::SnapshotPtr snapshot = scanner.scan();
    for (const QString &problem : snapshot->problems)
        say(problem);
    const uid_t self = ::geteuid();
    for (const catalog::PipeEntryPtr &entry : snapshot->entries) {
        if (entry->hasFile && entry->uid == self && entry->fileName.startsWith(catalog::filePrefix))
            outcomes.push_back({ entry->path(), entry->name(), clean(cleaning::staleFile(*entry)) });
    }
    return outcomes;
}

void CleanCommand::printJson(const std::vector<Outcome> &outcomes)
{
    QByteArray text;
    JsonWriter json(text);
    json.beginArray();
    for (const Outcome &outcome : outcomes) {
        json.beginObject();
        json.key("path");
        json.escaped(outcome.path);
        json.key("name");
        json.escaped(outcome.name);
        json.key("deleted");
        json.boolean(outcome.status.has_value() && !m_options.dryRun);
        json.key("reason");
        if (outcome.status)
            json.null();
        else
            json.string(errorText(outcome.status.error()));
        json.endObject();
    }
    json.endArray();
    out().write(text + '\n');
}

void CleanCommand::printText(const std::vector<Outcome> &outcomes)
{
    bool found = false;
    for (const Outcome &outcome : outcomes) {
        if (outcome.status) {
            found = true;
            const QString words = m_options.dryRun ? QStringLiteral("would delete %1") : QStringLiteral("deleted %1");
            out().line(words.arg(escapedText(outcome.path)));
        } else if (!m_options.names.empty() || outcome.status.error().code != ErrorCode::LeftAlive) {
            // In a sweep of all, that the living stay goes without saying.
            warn(outcome.status.error());
        }
    }
    if (!found && m_options.names.empty())
        say(QStringLiteral("Nothing of yours is left behind."));
}

ExitCode CleanCommand::codeFor(const std::vector<Outcome> &outcomes) const
{
    ExitCode code = ExitCode::Good;
    for (const Outcome &outcome : outcomes) {
        if (outcome.status)
            continue;
        const ErrorCode error = outcome.status.error().code;
        const bool expected = m_options.names.empty() && isExpected(error);
        // What was named and stays outweighs a name that leads nowhere.
        if (!expected && (code == ExitCode::Good || exitCode(error) == ExitCode::Failed))
            code = exitCode(error);
    }
    return code;
}

} // namespace pipeglass::cli
