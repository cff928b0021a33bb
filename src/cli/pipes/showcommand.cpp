// SPDX-License-Identifier: MIT
#include "catalog/connections.h"
#include "catalog/naming/connectproblem.h"
#include "catalog/processes/anonymouspipes.h"
#include "catalog/processes/endpointof.h"
#include "cleaning/cleaners.h"
#include "cleaning/deletion.h"
#include "cli/commandtext.h"
#include "cli/pipes/connectedrow.h"
#include "cli/pipes/linktext.h"
#include "cli/pipes/pipecolumns.h"
#include "cli/pipes/pipejson.h"
#include "cli/verb.h"
#include "core/bytetext.h"
#include "core/displaywidth.h"
#include "core/errortext.h"
#include "endpoints/endpointtable.h"
#include "text/deletiontext.h"
#include "text/peertext.h"
#include "text/unreadtext.h"

#include <set>

namespace pipeglass::cli {

namespace {

/// `pipeglass show`: shows one pipe and its connections.
class ShowCommand : public Command {
public:
    struct Options {
        QByteArray name;
        bool json = false;
    };

    ShowCommand(Options options, Streams streams);

    void start() override;

private:
    struct Facts {
        catalog::PipeEntryPtr pipe = {};
        QByteArray link = {}; ///< the symbolic link that was named
        std::vector<catalog::Connection> connections = {};
        std::optional<cleaning::Deletion> deletion = {};
        std::vector<catalog::AnonymousPipe> anonymousPipes = {}; ///< of its server
        std::optional<Error> problem = {}; ///< why clients are refused or wait
    };
    void printJson(const Facts &facts);
    void printText(const Facts &facts);

    Options m_options;
};

QString showDescription()
{
    return CommandText::tr(
        "Shows all about one pipe: the fields of the list, the recognized endpoint and whether attaching\n"
        "is harmful, each connection with the processes of client and server and their unread bytes,\n"
        "waiting clients, whether and when a cleaner of temporary directories would delete it, and the\n"
        "anonymous pipes of its server. NAME may also be a row whose file was removed. It never\n"
        "connects.\n");
}

Result<CommandPtr> makeShowCommand(const Arguments &arguments, Streams streams)
{
    ShowCommand::Options options;
    options.name = arguments.operands().front();
    options.json = arguments.has("--json");
    return std::make_unique<ShowCommand>(std::move(options), streams);
}

std::vector<catalog::AnonymousPipe> anonymousPipes(const catalog::PipeEntry &pipe)
{
    std::vector<catalog::AnonymousPipe> together;
    if (!pipe.server || pipe.server->empty())
        return together;
    std::vector<pid_t> pids;
    for (const ProcessInfo &process : *pipe.server)
        pids.push_back(process.pid);
    std::set<quint32> seen;
    for (const auto &ofOne : catalog::anonymousPipesOf(pids)) {
        for (const catalog::AnonymousPipe &one : ofOne) {
            if (seen.insert(one.inode).second)
                together.push_back(one);
        }
    }
    return together;
}

void writeDeletion(exporting::JsonWriter &json, const std::optional<cleaning::Deletion> &deletion)
{
    json.key("deletion");
    if (!deletion) {
        json.null();
        return;
    }
    json.beginObject();
    json.key("rule").string(deletion->rule());
    json.key("in_seconds").number(deletion->inSeconds);
    json.key("scheduled").boolean(deletion->scheduled);
    json.endObject();
}

} // namespace

Verb showVerb()
{
    return {
        "show",
        "NAME",
        1,
        1,
        CommandText::tr("show all about one pipe: connections, unread bytes, endpoint"),
        showDescription(),
        { { "--json", "", CommandText::tr("print JSON") } },
        makeShowCommand,
    };
}

ShowCommand::ShowCommand(Options options, Streams streams)
    : Command(streams)
    , m_options(std::move(options))
{
}

void ShowCommand::start()
{
    std::vector<Error> problems;
    auto found = findConnectedRow(m_options.name, problems);
    for (const Error &problem : problems)
        warn(problem);
    if (!found) {
        fail(found.error());
        return;
    }
    if (!found->link.isEmpty())
        say(linkSentence(found->link, found->pipe->path()));
    Facts facts{ .pipe = std::move(found->pipe),
                 .link = std::move(found->link),
                 .connections = std::move(found->connections),
                 .problem = std::move(found->problem) };
    facts.anonymousPipes = anonymousPipes(*facts.pipe);
    if (facts.pipe->hasFile && facts.pipe->namespaceLabel.isEmpty())
        facts.deletion = cleaning::Cleaners().deletion(facts.pipe->path());
    if (m_options.json)
        printJson(facts);
    else
        printText(facts);
    finish(ExitCode::Good);
}

void ShowCommand::printJson(const Facts &facts)
{
    QByteArray text;
    exporting::JsonWriter json(text);
    json.beginObject();
    writePipeFields(json, *facts.pipe);
    writeEndpoint(json, *facts.pipe, EndpointDetail::Whole);
    json.key("link");
    if (facts.link.isEmpty())
        json.null();
    else
        json.escaped(facts.link);
    json.key("problem");
    if (facts.problem)
        json.string(errorText(*facts.problem));
    else
        json.null();
    json.key("connections");
    writeConnections(json, facts.connections);
    writeDeletion(json, facts.deletion);
    json.key("anonymous_pipes");
    writeAnonymousPipes(json, facts.anonymousPipes);
    json.endObject();
    out().write(text + '\n');
}

void ShowCommand::printText(const Facts &facts)
{
    const auto fact = [this](const QString &what, const QString &value) {
        out().line(padded(what + QLatin1String(": "), 14) + value);
    };
    for (const PipeColumn column : allPipeColumns()) {
        const bool isUnseen =
            column == PipeColumn::Clients && facts.pipe->kind == catalog::FileKind::Socket && !facts.pipe->clients;
        const QString value =
            isUnseen ? text::processText(std::optional<ProcessInfo>()) : cellText(*facts.pipe, column);
        if (value != QLatin1String("-") && column != PipeColumn::Directory && column != PipeColumn::Endpoint)
            fact(columnTitle(column), value);
    }
    if (const QString why = unknownReasonText(word(facts.pipe->unknownReason)); !why.isEmpty())
        fact(CommandText::tr("unknown"), why);
    if (facts.problem)
        fact(CommandText::tr("problem"), errorText(*facts.problem));
    if (const auto *const endpoint = endpoints::findEndpoint(facts.pipe->endpoint)) {
        fact(
            CommandText::tr("endpoint"),
            catalog::endpointTitle(*facts.pipe) + QLatin1String(". ") + endpoint->explanation);
        fact(CommandText::tr("speaks"), escapedText(endpoint->framing));
        if (endpoint->attachHarms)
            fact(CommandText::tr("beware"), *endpoint->attachHarms);
    }
    if (facts.pipe->tookOverFrom)
        fact(CommandText::tr("took over"), CommandText::tr("from process %1").arg(*facts.pipe->tookOverFrom));
    if (facts.pipe->tappedBy)
        fact(CommandText::tr("tapped"), CommandText::tr("by process %1").arg(*facts.pipe->tappedBy));
    for (const catalog::Connection &connection : facts.connections)
        fact(CommandText::tr("connection"), text::connectionSentence(connection));
    if (facts.deletion) {
        const bool isAlive = facts.pipe->state == catalog::PipeState::Listening;
        fact(CommandText::tr("deletion"), text::deletionSentence(*facts.deletion, isAlive));
        fact(CommandText::tr("rule"), facts.deletion->rule());
    }
    for (const catalog::AnonymousPipe &pipe : facts.anonymousPipes)
        fact(
            QStringLiteral("pipe:[%1]").arg(pipe.inode),
            text::processesText(pipe.writers) + QStringLiteral(" -> ") + text::processesText(pipe.readers));
}

} // namespace pipeglass::cli
