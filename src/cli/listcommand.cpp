// SPDX-License-Identifier: MIT
#include "cli/listcommand.h"

#include "catalog/pipename.h"
#include "cli/directories.h"
#include "cli/fileerror.h"
#include "cli/pipejson.h"
#include "cli/pipetable.h"
#include "core/bytetext.h"

#include <QStringList>

#include <algorithm>

namespace pipeglass::cli {

namespace {

const char *const description = "Lists the pipes in $TMPDIR and /tmp: name, state, owner, group, mode, the server's\n"
                                "program and pid, clients connected and clients waiting. It never connects to one.\n"
                                "With --json one array of objects; with --watch a line for each change (\"added\" for\n"
                                "each row there is at first), until interrupted.\n";

Result<CommandPtr> make(const Arguments &arguments, Streams streams)
{
    ListCommand::Options options;
    options.directories = arguments.all("--dir");
    options.json = arguments.has("--json");
    options.watch = arguments.has("--watch");
    return std::make_unique<ListCommand>(std::move(options), streams);
}

} // namespace

const Verb &ListCommand::verb()
{
    static const Verb verb{
        "list",
        "",
        0,
        0,
        "which pipes there are, who serves them, are they alive",
        description,
        {
            { "--dir", "DIR", "look here instead; may be given several times" },
            { "--json", "", "print JSON" },
            { "--watch", "", "go on and print what changes; with --json an object a line" },
        },
        make,
    };
    return verb;
}

ListCommand::ListCommand(Options options, Streams streams)
    : Command(streams)
    , m_options(std::move(options))
{
}

ListCommand::~ListCommand() = default;

void ListCommand::start()
{
    auto directories = givenDirectories(m_options.directories);
    if (!directories) {
        fail(directories.error(), fileExitCode(directories.error()));
        return;
    }
    m_directories = directories->empty() ? catalog::defaultDirectories() : std::move(*directories);
    const catalog::ScanOptions options{ m_directories };
    if (!m_options.watch) {
        catalog::Scanner scanner(options);
        printAll(*scanner.scan());
        finish(ExitCode::Good);
        return;
    }
    m_watcher = std::make_unique<catalog::Watcher>(options);
    connect(m_watcher.get(), &catalog::Watcher::changed, this, &ListCommand::printChanges);
    m_watcher->start();
}

void ListCommand::printAll(const catalog::Snapshot &snapshot)
{
    tellProblems(snapshot.problems);
    if (snapshot.entries.empty())
        tellEmpty();
    if (!m_options.json) {
        if (!snapshot.entries.empty())
            out().write(pipeTable(snapshot.entries).toUtf8());
        return;
    }
    QByteArray text;
    JsonWriter json(text);
    json.beginArray();
    for (const auto &pipe : snapshot.entries) {
        writePipe(json, *pipe);
        out().write(text); // keeps no more than a row beside what the output holds
        text.clear();
    }
    json.endArray();
    out().write(text + '\n');
}

void ListCommand::printChanges(const catalog::SnapshotPtr &snapshot, const catalog::SnapshotDiff &difference)
{
    if (isFinished())
        return;
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
    JsonWriter json(text);
    json.beginObject();
    json.key("event");
    json.string(event);
    json.key("pipe");
    writePipe(json, pipe);
    json.endObject();
    out().write(text + '\n');
    out().flush();
}

void ListCommand::tellProblems(const std::vector<QString> &problems)
{
    for (const QString &problem : problems) {
        if (std::find(m_problems.begin(), m_problems.end(), problem) == m_problems.end())
            say(problem);
    }
    m_problems = problems;
}

void ListCommand::tellEmpty()
{
    QStringList places;
    for (const QByteArray &directory : m_directories)
        places += escapedText(directory);
    say(QStringLiteral("There is no pipe in %1.").arg(places.join(QLatin1String(" or "))));
}

} // namespace pipeglass::cli
