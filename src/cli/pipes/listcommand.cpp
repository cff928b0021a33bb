// SPDX-License-Identifier: MIT
#include "catalog/connections.h"
#include "catalog/entries/pipename.h"
#include "catalog/scanning/watcher.h"
#include "cli/arguments/directories.h"
#include "cli/commandtext.h"
#include "cli/pipes/hiddenlisteners.h"
#include "cli/pipes/pipecolumns.h"
#include "cli/pipes/pipejson.h"
#include "cli/pipes/pipetable.h"
#include "cli/verb.h"
#include "core/bytetext.h"
#include "core/threads/workerthread.h"
#include "text/unreadtext.h"

#include <QStringList>

#include <algorithm>
#include <memory>
#include <unordered_map>

#include <unistd.h>

namespace pipeglass::cli {

namespace {

/// `pipeglass list`: lists the pipes, once or with changes.
class ListCommand : public Command {
public:
    struct Options {
        std::vector<QByteArray> directories; ///< as given; empty: the default ones
        std::vector<QByteArray> also; ///< as given, additional ones
        catalog::Scope scope = catalog::Scope::Pipes;
        bool namespaces = false;
        bool mine = false; ///< only pipes of this user
        std::vector<catalog::PipeState> states; ///< empty: all
        std::optional<PipeColumn> sort;
        std::vector<PipeColumn> columns; ///< empty: the default ones
        bool connections = false; ///< list them with each row; not while watching
        bool json = false;
        bool watch = false;
    };

    ListCommand(Options options, Streams streams);

    void start() override;

private:
    /// The selected rows; the snapshot itself if all are selected.
    [[nodiscard]] catalog::SnapshotPtr chosen(const catalog::SnapshotPtr &snapshot) const;
    void printAll(const catalog::Snapshot &snapshot);
    void printTable(const catalog::Snapshot &snapshot);
    void printJson(const catalog::Snapshot &snapshot);
    void scanOnce(catalog::ScanOptions options);
    void printChanges(const catalog::SnapshotPtr &all, const catalog::SnapshotDiff &allChanges);
    void printEvent(QLatin1String event, const catalog::PipeEntry &pipe);
    void tellProblems(const std::vector<Error> &problems);
    void tellEmpty();

    Options m_options;
    std::vector<QByteArray> m_directories; ///< scanned directories
    std::vector<Error> m_problems; ///< already reported
    bool m_first = true;
    std::unordered_map<const catalog::PipeEntry *, std::vector<catalog::Connection>> m_connections; ///< by row
    catalog::SnapshotPtr m_shown; ///< the last reported snapshot, if only some rows are selected
    std::unique_ptr<catalog::Watcher> m_watcher;
};

QString listDescription()
{
    return CommandText::tr("Lists the pipes in $TMPDIR and /tmp: name, state, owner, group, mode, the server's\n"
                           "program and pid, connected and waiting clients. It never connects to a pipe.\n"
                           "Without --dir it also shows pipes that servers created in other directories.\n"
                           "With --json prints one array of objects; with --watch one line for each change (\"added\"\n"
                           "for each pipe at the start), until interrupted.\n");
}

Result<catalog::PipeState> parseState(const QByteArray &text)
{
    using enum catalog::PipeState;
    for (const catalog::PipeState state : { Listening, Bound, Stale, Orphaned, TakenOver, ShutDown, Unknown }) {
        if (QLatin1String(text) == word(state))
            return state;
    }
    return failure(
        ErrorCode::InvalidArgument, text,
        CommandText::tr("expected listening, bound, stale, orphaned, taken-over, shut-down or unknown"));
}

Result<PipeColumn> parseColumn(const QByteArray &text)
{
    if (const auto column = columnFrom(text))
        return *column;
    QStringList words;
    for (const PipeColumn column : allPipeColumns())
        words += columnWord(column);
    return failure(
        ErrorCode::InvalidArgument, text, CommandText::tr("expected one of %1").arg(words.join(QLatin1String(", "))));
}

Result<CommandPtr> makeListCommand(const Arguments &arguments, Streams streams)
{
    ListCommand::Options options;
    options.directories = arguments.all("--dir");
    options.also = arguments.all("--also");
    options.json = arguments.has("--json");
    options.watch = arguments.has("--watch");
    options.namespaces = arguments.has("--namespaces");
    options.mine = arguments.has("--mine");
    options.connections = arguments.has("--connections");
    if (options.connections && options.watch)
        return failure(ErrorCode::InvalidArgument, "--connections", CommandText::tr("cannot be combined with --watch"));
    if (arguments.has("--dotnet"))
        options.scope = catalog::Scope::DotNet;
    if (arguments.has("--all"))
        options.scope = catalog::Scope::All;
    for (const QByteArray &text : arguments.all("--state")) {
        const auto state = parseState(text);
        if (!state)
            return failure(state.error());
        options.states.push_back(*state);
    }
    if (const auto text = arguments.last("--sort")) {
        const auto column = parseColumn(*text);
        if (!column)
            return failure(column.error());
        options.sort = *column;
    }
    if (const auto text = arguments.last("--columns")) {
        for (const QByteArray &word : text->split(',')) {
            const auto column = parseColumn(word);
            if (!column)
                return failure(column.error());
            options.columns.push_back(*column);
        }
    }
    return std::make_unique<ListCommand>(std::move(options), streams);
}

} // namespace

Verb listVerb()
{
    return {
        "list",
        "",
        0,
        0,
        CommandText::tr("list pipes with their servers, clients and states"),
        listDescription(),
        {
            { "--dir", "DIR", CommandText::tr("in this directory only; repeatable") },
            { "--also", "DIR", CommandText::tr("also in this directory; repeatable") },
            { "--dotnet", "", CommandText::tr("all known .NET endpoints: diagnostics, MSBuild, compiler server, ...") },
            { "--all", "", CommandText::tr("all Unix sockets that have a name, and all FIFOs") },
            { "--namespaces", "", CommandText::tr("also in containers and other mount namespaces") },
            { "--mine", "", CommandText::tr("only your own pipes") },
            { "--state", "S", CommandText::tr("only in this state; repeatable") },
            { "--sort", "C", CommandText::tr("sort by this column") },
            { "--columns", "C,...", CommandText::tr("show these columns") },
            { "--connections", "", CommandText::tr("with the connections of each pipe and their unread bytes") },
            { "--json", "", CommandText::tr("print JSON") },
            { "--watch", "", CommandText::tr("print changes, until interrupted; with --json one object per line") },
        },
        makeListCommand,
    };
}

ListCommand::ListCommand(Options options, Streams streams)
    : Command(streams)
    , m_options(std::move(options))
{
}

void ListCommand::start()
{
    auto directories = givenDirectories(m_options.directories);
    if (!directories) {
        fail(directories.error());
        return;
    }
    const auto also = givenDirectories(m_options.also);
    if (!also) {
        fail(also.error());
        return;
    }
    m_directories = directories->empty() ? catalog::defaultDirectories() : *directories;
    m_directories.insert(m_directories.end(), also->begin(), also->end());
    const catalog::ScanOptions options{ *directories, m_options.scope, m_options.namespaces, *also };
    if (!m_options.watch) {
        scanOnce(options);
        return;
    }
    m_watcher = std::make_unique<catalog::Watcher>(options);
    connect(m_watcher.get(), &catalog::Watcher::changed, this, &ListCommand::printChanges);
    m_watcher->start();
}

void ListCommand::scanOnce(catalog::ScanOptions options)
{
    if (m_options.connections) {
        auto all = catalog::scanWithConnections(std::move(options));
        for (size_t row = 0; row < all.connections.size(); ++row)
            m_connections[all.snapshot->entries[row].get()] = std::move(all.connections[row]);
        printAll(*chosen(all.snapshot));
    } else {
        options.detail = m_options.json ? catalog::Detail::Unread : catalog::Detail::Files;
        const bool looksEverywhere = !options.directories.empty() || options.namespaces;
        const bool isDefault = !looksEverywhere && options.scope == catalog::Scope::Pipes && m_options.states.empty();
        auto scanner = std::make_shared<catalog::Scanner>(std::move(options));
        const catalog::SnapshotPtr all = scanner->scan();
        const size_t elsewhere = isDefault ? listenersElsewhere(*scanner, *all) : 0;
        // Free the memory of many files in another thread.
        std::thread freeing = startThread([last = std::exchange(scanner, nullptr)]() mutable { last.reset(); });
        printAll(*chosen(all));
        if (elsewhere > 0)
            say(elsewhereSentence(elsewhere));
        if (freeing.joinable())
            freeing.join();
    }
    finish(ExitCode::Good);
}

catalog::SnapshotPtr ListCommand::chosen(const catalog::SnapshotPtr &snapshot) const
{
    if (!m_options.mine && m_options.states.empty() && !m_options.sort)
        return snapshot;
    auto some = std::make_shared<catalog::Snapshot>(*snapshot);
    const uid_t self = ::geteuid();
    const std::vector<catalog::PipeState> &states = m_options.states;
    std::vector<catalog::PipeEntryPtr> pipes = snapshot->entries;
    std::erase_if(pipes, [&](const catalog::PipeEntryPtr &pipe) {
        return (m_options.mine && pipe->uid != self)
            || (!states.empty() && std::find(states.begin(), states.end(), pipe->state) == states.end());
    });
    if (m_options.sort && !m_options.watch)
        std::stable_sort(pipes.begin(), pipes.end(), [this](const auto &a, const auto &b) {
            return columnLess(*a, *b, *m_options.sort);
        });
    some->entries = pipes;
    return some;
}

void ListCommand::printAll(const catalog::Snapshot &snapshot)
{
    tellProblems(snapshot.problems);
    if (snapshot.entries.empty())
        tellEmpty();
    if (m_options.json)
        printJson(snapshot);
    else if (!snapshot.entries.empty())
        printTable(snapshot);
}

void ListCommand::printTable(const catalog::Snapshot &snapshot)
{
    const QString table = pipeTable(snapshot.entries, m_options.columns);
    if (!m_options.connections) {
        out().write(table.toUtf8());
        return;
    }
    // A header, then one line per row.
    const auto lines = QStringView(table).split(QLatin1Char('\n'));
    out().line(lines.front().toString());
    for (size_t row = 0; row < snapshot.entries.size(); ++row) {
        out().line(lines[static_cast<qsizetype>(row) + 1].toString());
        for (const catalog::Connection &connection : m_connections.at(snapshot.entries[row].get()))
            out().line(QStringLiteral("    ") + text::connectionSentence(connection));
    }
}

void ListCommand::printJson(const catalog::Snapshot &snapshot)
{
    QByteArray text;
    exporting::JsonWriter json(text);
    json.beginArray();
    for (const auto &pipe : snapshot.entries) {
        writePipe(json, *pipe, m_options.connections ? &m_connections.at(pipe.get()) : nullptr);
        out().write(text); // the output buffers at most one row
        text.truncate(0); // keeps its capacity
    }
    json.endArray();
    out().write(text + '\n');
}

void ListCommand::printChanges(const catalog::SnapshotPtr &all, const catalog::SnapshotDiff &allChanges)
{
    if (isFinished())
        return;
    const catalog::SnapshotPtr snapshot = chosen(all);
    // Rows that enter or leave the selection are reported as added or removed.
    const bool isAll = snapshot == all;
    const catalog::SnapshotDiff difference = isAll || m_first ? allChanges : catalog::difference(*m_shown, *snapshot);
    m_shown = isAll ? nullptr : snapshot;
    tellProblems(snapshot->problems);
    if (std::exchange(m_first, false)) {
        for (const auto &pipe : snapshot->entries)
            printEvent(QLatin1String("added"), *pipe);
        if (snapshot->entries.empty())
            tellEmpty();
    } else {
        for (const auto &pipe : difference.removed)
            printEvent(QLatin1String("removed"), *pipe);
        for (const auto &pipe : difference.changed)
            printEvent(QLatin1String("changed"), *pipe);
        for (const auto &pipe : difference.added)
            printEvent(QLatin1String("added"), *pipe);
    }
    if (out().state() != Output::State::Good)
        finish(ExitCode::Good);
}

void ListCommand::printEvent(QLatin1String event, const catalog::PipeEntry &pipe)
{
    if (!m_options.json) {
        out().line(event + QString(9 - event.size(), QLatin1Char(' ')) + pipeLine(pipe));
        return;
    }
    QByteArray text;
    exporting::JsonWriter json(text);
    json.beginObject();
    json.key("event").string(event);
    json.key("pipe");
    writePipe(json, pipe);
    json.endObject();
    out().write(text + '\n');
    out().flush();
}

void ListCommand::tellProblems(const std::vector<Error> &problems)
{
    for (const Error &problem : problems) {
        if (std::find(m_problems.begin(), m_problems.end(), problem) == m_problems.end())
            warn(problem);
    }
    m_problems = problems;
}

void ListCommand::tellEmpty()
{
    QStringList places;
    for (const QByteArray &directory : m_directories)
        places += escapedText(directory);
    say(CommandText::tr("There is no pipe in %1.").arg(places.join(CommandText::tr(" or "))));
}

} // namespace pipeglass::cli
