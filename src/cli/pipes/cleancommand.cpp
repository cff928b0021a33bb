// SPDX-License-Identifier: MIT
#include "catalog/entries/pipename.h"
#include "catalog/naming/resolve.h"
#include "catalog/scanning/scanner.h"
#include "catalog/staleremoval.h"
#include "cli/commandtext.h"
#include "cli/verb.h"
#include "core/bytetext.h"
#include "core/errortext.h"
#include "core/path.h"
#include "exporting/jsonwriter.h"

#include <algorithm>

#include <unistd.h>

namespace pipeglass::cli {

namespace {

/// `pipeglass clean`: deletes stale sockets.
class CleanCommand : public Command {
public:
    struct Options {
        std::vector<QByteArray> names; ///< empty: all pipes of this user in the default directories
        bool dryRun = false;
        bool json = false;
    };

    CleanCommand(Options options, Streams streams);

    void start() override;

protected:
    void onInterrupt() override;

private:
    /// The result for a file, or for a name that was not found.
    struct Outcome {
        QByteArray path;
        QByteArray name;
        Status status; ///< good: deleted, or would be
    };

    void findNamed();
    void findAll();
    void add(catalog::KnownFile file, QByteArray path, QByteArray name);
    /// Processes a batch and schedules the next one.
    void processBatch();
    void end(bool interrupted);
    void printJson();
    void printText();
    [[nodiscard]] ExitCode exitCodeOfAll() const;

    Options m_options;
    std::vector<Outcome> m_outcomes;
    std::vector<size_t> m_outcomeOf; ///< of each file
    std::vector<catalog::KnownFile> m_files;
    size_t m_done = 0; ///< number of files processed
};

QString cleanDescription()
{
    return CommandText::tr(
        "Deletes stale sockets: the named ones, or without a NAME all of yours in $TMPDIR and /tmp\n"
        "whose file name begins with CoreFxPipe_. Deletes only files that certainly have no server;\n"
        "keeps live sockets, those with an unknown state, and other files. Also deletes a named\n"
        "debugger FIFO (clr-debug-pipe-*) of a process that has ended, without opening it. The exit\n"
        "code is 1 if a named file was not deleted.\n"
        "With --json one array of {path, name, deleted, reason}; reason is null if the file was (or,\n"
        "with --dry-run, would be) deleted.\n");
}

Result<CommandPtr> makeCleanCommand(const Arguments &arguments, Streams streams)
{
    CleanCommand::Options options;
    options.names = arguments.operands();
    options.dryRun = arguments.has("--dry-run");
    options.json = arguments.has("--json");
    return std::make_unique<CleanCommand>(std::move(options), streams);
}

QByteArray pipeName(const QByteArray &leaf)
{
    return leaf.startsWith(catalog::filePrefix) ? leaf.sliced(catalog::filePrefix.size()) : leaf;
}

/// Reasons that are no error when all files are cleaned.
bool isExpected(ErrorCode code)
{
    return code == ErrorCode::LeftAlive || code == ErrorCode::LeftUnknown || code == ErrorCode::NotASocket
        || code == ErrorCode::Replaced || code == ErrorCode::NoSuchFile;
}

} // namespace

Verb cleanVerb()
{
    return {
        "clean",
        "[NAME...]",
        0,
        SIZE_MAX,
        CommandText::tr("delete stale sockets"),
        cleanDescription(),
        {
            { "--dry-run", "", CommandText::tr("only show what would be deleted") },
            { "--json", "", CommandText::tr("print JSON") },
        },
        makeCleanCommand,
    };
}

CleanCommand::CleanCommand(Options options, Streams streams)
    : Command(streams)
    , m_options(std::move(options))
{
}

void CleanCommand::start()
{
    if (m_options.names.empty())
        findAll();
    else
        findNamed();
    for (size_t i = 0; i < m_files.size(); ++i)
        m_outcomes[m_outcomeOf[i]].status = failure(ErrorCode::Interrupted, m_files[i].path());
    processBatch();
}

void CleanCommand::findNamed()
{
    for (const QByteArray &name : m_options.names) {
        const Result<catalog::ResolvedFile> file = catalog::resolveAnywhere(name, catalog::Links::Keep);
        if (!file) {
            m_outcomes.push_back({ catalog::pathForName(name).value_or(name), name, failure(file.error()) });
            continue;
        }
        const QByteArray leaf = leafOf(file->path).toByteArray();
        const QByteArray directory = directoryOf(file->path);
        const bool isNamedAlready = std::any_of(m_files.begin(), m_files.end(), [&](const catalog::KnownFile &one) {
            return one.file == file->file && one.leaf == leaf && one.directory == directory;
        });
        if (!isNamedAlready)
            add({ directory, leaf, file->file, file->kind }, file->path, pipeName(leaf));
    }
}

void CleanCommand::findAll()
{
    catalog::ScanOptions places;
    places.directories = catalog::defaultDirectories();
    catalog::Scanner scanner(std::move(places));
    const catalog::SnapshotPtr snapshot = scanner.scan();
    for (const Error &problem : snapshot->problems)
        warn(problem);
    const uid_t self = ::geteuid();
    for (const catalog::PipeEntryPtr &entry : snapshot->entries) {
        if (entry->hasFile && entry->uid == self && entry->fileName.startsWith(catalog::filePrefix))
            add({ entry->directory, entry->fileName, entry->file }, entry->path(), entry->name());
    }
}

void CleanCommand::add(catalog::KnownFile file, QByteArray path, QByteArray name)
{
    m_files.push_back(std::move(file));
    m_outcomeOf.push_back(m_outcomes.size());
    m_outcomes.push_back({ std::move(path), std::move(name), {} });
}

void CleanCommand::processBatch()
{
    if (isFinished())
        return;
    // Takes some milliseconds: 256 sockets, or one FIFO, which needs a list of all processes.
    constexpr size_t batchSize = 256;
    const size_t batchEnd = std::min(m_files.size(), m_done + batchSize);
    catalog::StaleRemoval removal(m_options.dryRun ? catalog::StaleRemoval::OnlyCheck : catalog::StaleRemoval::Remove);
    bool isFifo = false;
    for (; m_done < batchEnd && !isFifo; ++m_done) {
        isFifo = m_files[m_done].kind == catalog::FileKind::Fifo;
        m_outcomes[m_outcomeOf[m_done]].status = removal.remove(m_files[m_done]);
    }
    if (m_done == m_files.size())
        end(false);
    else
        QMetaObject::invokeMethod(this, &CleanCommand::processBatch, Qt::QueuedConnection);
}

/// Called between two files.
void CleanCommand::onInterrupt() { end(true); }

void CleanCommand::end(bool interrupted)
{
    if (m_options.json)
        printJson();
    else
        printText();
    finish(interrupted ? ExitCode::Interrupted : exitCodeOfAll());
}

void CleanCommand::printJson()
{
    QByteArray text;
    exporting::JsonWriter json(text);
    json.beginArray();
    for (const Outcome &outcome : m_outcomes) {
        json.beginObject();
        json.key("path").escaped(outcome.path);
        json.key("name").escaped(outcome.name);
        json.key("deleted").boolean(outcome.status.has_value() && !m_options.dryRun);
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

void CleanCommand::printText()
{
    bool found = false;
    size_t untouched = 0;
    for (const Outcome &outcome : m_outcomes) {
        if (!outcome.status && outcome.status.error().code == ErrorCode::Interrupted) {
            ++untouched;
        } else if (outcome.status) {
            found = true;
            const QString words = m_options.dryRun ? CommandText::tr("would delete %1") : CommandText::tr("deleted %1");
            out().line(words.arg(escapedText(outcome.path)));
        } else if (!m_options.names.empty() || outcome.status.error().code != ErrorCode::LeftAlive) {
            // Live sockets are not reported when all files are cleaned.
            warn(outcome.status.error());
        }
    }
    if (untouched > 0)
        say(CommandText::tr("Interrupted: %n more not examined.", nullptr, static_cast<int>(untouched)));
    else if (!found && m_options.names.empty())
        say(CommandText::tr("You have no stale sockets."));
}

ExitCode CleanCommand::exitCodeOfAll() const
{
    ExitCode code = ExitCode::Good;
    for (const Outcome &outcome : m_outcomes) {
        if (outcome.status)
            continue;
        ErrorCode error = outcome.status.error().code;
        if (error == ErrorCode::NoSuchFile) // removed after its name was resolved
            error = ErrorCode::NoSuchPipe;
        const bool expected = m_options.names.empty() && isExpected(error);
        // A named file that was not deleted takes precedence over a name that was not found.
        if (!expected && (code == ExitCode::Good || exitCode(error) == ExitCode::Failed))
            code = exitCode(error);
    }
    return code;
}

} // namespace pipeglass::cli
