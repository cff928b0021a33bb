// SPDX-License-Identifier: MIT
#include "cli/pipes/processescommand.h"

#include "cli/pipes/pipejson.h"
#include "core/bytetext.h"

#include <QStringList>

namespace pipeglass::cli {

namespace {

const char *const processesDescription =
    "Lists .NET processes (and whatever else serves a CoreFxPipe_*): the pipes that each serves, those\n"
    "it is a client of, its diagnostics socket, its TMPDIR, and the anonymous pipes that it shares\n"
    "with its parent or a child, with who writes and who reads.\n";

Result<CommandPtr> makeProcessesCommand(const Arguments &arguments, Streams streams)
{
    ProcessesCommand::Options options;
    options.json = arguments.has("--json");
    options.namespaces = arguments.has("--namespaces");
    return std::make_unique<ProcessesCommand>(options, streams);
}

void writePlace(JsonWriter &json, const catalog::PipeEntry &pipe)
{
    json.key("name");
    json.escaped(pipe.name());
    json.key("path");
    json.escaped(pipe.path());
    json.key("state");
    json.string(word(pipe.state));
}

void writeServes(JsonWriter &json, const std::vector<catalog::PipeEntryPtr> &pipes)
{
    json.beginArray();
    for (const catalog::PipeEntryPtr &pipe : pipes) {
        json.beginObject();
        writePlace(json, *pipe);
        json.endObject();
    }
    json.endArray();
}

void writeClientOf(JsonWriter &json, const std::vector<catalog::DotNetProcess::ClientOf> &all)
{
    json.beginArray();
    for (const auto &one : all) {
        json.beginObject();
        writePlace(json, *one.pipe);
        json.key("server");
        writeProcess(json, one.connection.server);
        json.endObject();
    }
    json.endArray();
}

void writeTextOrNull(JsonWriter &json, QByteArrayView key, const std::optional<QByteArray> &text)
{
    json.key(key);
    if (text)
        json.escaped(*text);
    else
        json.null();
}

QString names(const QList<ProcessInfo> &processes)
{
    QStringList words;
    for (const ProcessInfo &process : processes)
        words += escapedText(process.program) + QLatin1Char(' ') + QString::number(process.pid);
    return words.isEmpty() ? QStringLiteral("(not visible)") : words.join(QLatin1String(", "));
}

QString diagnosticsText(const catalog::PipeEntry &pipe)
{
    const QString path = escapedText(pipe.path());
    return pipe.hasFile ? path : path + QStringLiteral(" (file gone: no tool reaches it)");
}

QString hiddenText(int processes)
{
    return processes == 1
        ? QStringLiteral("1 process of another user could not be looked into; root sees whether it is a .NET one.")
        : QStringLiteral("%1 processes of other users could not be looked into; root sees which are .NET ones.")
              .arg(processes);
}

QString elsewhereText(int processes)
{
    return processes == 1
        ? QStringLiteral("1 of them sees other files (a container?); --namespaces shows the pipes that it has there.")
        : QStringLiteral("%1 of them see other files (containers?); --namespaces shows the pipes that they have there.")
              .arg(processes);
}

} // namespace

const Verb &ProcessesCommand::verb()
{
    static const Verb verb{
        "processes",
        "",
        0,
        0,
        "the .NET processes, and the pipes of each",
        processesDescription,
        {
            { "--namespaces", "", "also pipes in containers and other mount namespaces" },
            { "--json", "", "print JSON" },
        },
        makeProcessesCommand,
    };
    return verb;
}

ProcessesCommand::ProcessesCommand(Options options, Streams streams)
    : Command(streams)
    , m_options(options)
{
}

void ProcessesCommand::start()
{
    const catalog::DotNetProcesses found = catalog::dotNetProcesses(m_options.namespaces);
    for (const Error &problem : found.problems)
        warn(problem);
    if (m_options.json) {
        printJson(found.processes);
    } else {
        for (const catalog::DotNetProcess &process : found.processes)
            printText(process);
    }
    if (found.processes.empty())
        say(QStringLiteral("There is no .NET process."));
    if (found.hidden > 0)
        say(hiddenText(found.hidden));
    if (found.elsewhere > 0)
        say(elsewhereText(found.elsewhere));
    finish(ExitCode::Good);
}

void ProcessesCommand::printJson(const std::vector<catalog::DotNetProcess> &processes)
{
    QByteArray text;
    JsonWriter json(text);
    json.beginArray();
    for (const catalog::DotNetProcess &one : processes) {
        json.beginObject();
        json.key("pid");
        json.number(one.process.pid);
        json.key("program");
        json.escaped(one.process.program);
        json.key("user");
        json.string(one.process.user);
        writeTextOrNull(json, "tmpdir", one.tmpdir);
        json.key("serves");
        writeServes(json, one.serves);
        json.key("client_of");
        writeClientOf(json, one.clientOf);
        writeTextOrNull(json, "diagnostics", one.diagnostics ? std::optional(one.diagnostics->path()) : std::nullopt);
        json.key("diagnostics_state");
        if (one.diagnostics)
            json.string(word(one.diagnostics->state));
        else
            json.null();
        json.key("anonymous_pipes");
        writeAnonymousPipes(json, one.anonymousPipes);
        json.endObject();
    }
    json.endArray();
    out().write(text + '\n');
}

void ProcessesCommand::printText(const catalog::DotNetProcess &process)
{
    const ProcessInfo &info = process.process;
    out().line(QStringLiteral("%1 %2 (%3)").arg(escapedText(info.program)).arg(info.pid).arg(info.user));
    const auto fact = [this](const char *what, const QString &value) {
        out().line(QStringLiteral("  ") + QString::fromLatin1(what).leftJustified(14) + value);
    };
    for (const catalog::PipeEntryPtr &pipe : process.serves)
        fact("serves", escapedText(pipe->path()));
    for (const auto &one : process.clientOf)
        fact("client of", escapedText(one.pipe->path()));
    if (process.diagnostics)
        fact("diagnostics", diagnosticsText(*process.diagnostics));
    if (!process.tmpdir)
        fact("TMPDIR", QStringLiteral("(not visible)"));
    else if (!process.tmpdir->isEmpty())
        fact("TMPDIR", escapedText(*process.tmpdir));
    for (const catalog::AnonymousPipe &pipe : process.anonymousPipes)
        fact("anonymous", QStringLiteral("%1 -> %2").arg(names(pipe.writers), names(pipe.readers)));
}

} // namespace pipeglass::cli
