// SPDX-License-Identifier: MIT
#include "catalog/processes/dotnetprocesses.h"
#include "cli/commandtext.h"
#include "cli/pipes/pipejson.h"
#include "cli/verb.h"
#include "core/bytetext.h"
#include "core/displaywidth.h"
#include "text/peertext.h"
#include "text/processtext.h"

#include <QStringList>

namespace pipeglass::cli {

namespace {

/// `pipeglass processes`: lists .NET processes with their pipes.
class ProcessesCommand : public Command {
public:
    struct Options {
        bool json = false;
        bool namespaces = false;
    };

    ProcessesCommand(Options options, Streams streams);

    void start() override;

private:
    void printJson(const std::vector<catalog::DotNetProcess> &processes);
    void printText(const catalog::DotNetProcess &process);

    Options m_options;
};

QString processesDescription()
{
    return CommandText::tr(
        "Lists .NET processes (and others that serve a CoreFxPipe_*): the pipes that each one serves,\n"
        "those it is a client of, its diagnostics socket, its TMPDIR, and the anonymous pipes that it\n"
        "shares with its parent or a child, with writer and reader.\n");
}

Result<CommandPtr> makeProcessesCommand(const Arguments &arguments, Streams streams)
{
    ProcessesCommand::Options options;
    options.json = arguments.has("--json");
    options.namespaces = arguments.has("--namespaces");
    return std::make_unique<ProcessesCommand>(options, streams);
}

void writePlace(exporting::JsonWriter &json, const catalog::PipeEntry &pipe)
{
    json.key("name").escaped(pipe.name());
    json.key("path").escaped(pipe.path());
    json.key("state").string(word(pipe.state));
}

void writeServes(exporting::JsonWriter &json, const std::vector<catalog::PipeEntryPtr> &pipes)
{
    json.beginArray();
    for (const catalog::PipeEntryPtr &pipe : pipes) {
        json.beginObject();
        writePlace(json, *pipe);
        json.endObject();
    }
    json.endArray();
}

void writeClientOf(exporting::JsonWriter &json, const std::vector<catalog::DotNetProcess::ClientOf> &all)
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

void writeTextOrNull(exporting::JsonWriter &json, QByteArrayView key, const std::optional<QByteArray> &text)
{
    json.key(key);
    if (text)
        json.escaped(*text);
    else
        json.null();
}

} // namespace

Verb processesVerb()
{
    return {
        "processes",
        "",
        0,
        0,
        CommandText::tr("list .NET processes and their pipes"),
        processesDescription(),
        {
            { "--namespaces", "", CommandText::tr("also pipes in containers and other mount namespaces") },
            { "--json", "", CommandText::tr("print JSON") },
        },
        makeProcessesCommand,
    };
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
        say(CommandText::tr("No .NET process was found."));
    if (found.hidden > 0)
        say(text::hiddenProcessesSentence(found.hidden));
    if (found.elsewhere > 0)
        say(CommandText::tr(
            "%n of them run(s) in other mount namespaces (containers); --namespaces shows their pipes.", nullptr,
            found.elsewhere));
    finish(ExitCode::Good);
}

void ProcessesCommand::printJson(const std::vector<catalog::DotNetProcess> &processes)
{
    QByteArray text;
    exporting::JsonWriter json(text);
    json.beginArray();
    for (const catalog::DotNetProcess &one : processes) {
        json.beginObject();
        json.key("pid").number(one.process.pid);
        json.key("program").escaped(one.process.program);
        json.key("user").string(one.process.user);
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
    out().line(text::processAndUserText(process.process));
    const auto fact = [this](const QString &what, const QString &value) {
        out().line(QStringLiteral("  ") + padded(what, 14) + value);
    };
    for (const catalog::PipeEntryPtr &pipe : process.serves)
        fact(CommandText::tr("serves"), escapedText(pipe->path()));
    for (const auto &one : process.clientOf)
        fact(CommandText::tr("client of"), escapedText(one.pipe->path()));
    if (process.diagnostics)
        fact(CommandText::tr("diagnostics"), text::diagnosticsText(process));
    if (!process.tmpdir || !process.tmpdir->isEmpty())
        fact(QStringLiteral("TMPDIR"), text::temporaryDirectoryText(process.tmpdir));
    for (const catalog::AnonymousPipe &pipe : process.anonymousPipes)
        fact(
            CommandText::tr("anonymous"),
            QStringLiteral("%1 -> %2").arg(text::processesText(pipe.writers), text::processesText(pipe.readers)));
}

} // namespace pipeglass::cli
