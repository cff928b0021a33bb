// SPDX-License-Identifier: MIT
#include "cli/messages/echocommand.h"

#include "access/permissions/target.h"
#include "access/verdicts/whocanconnect.h"
#include "cli/arguments/values.h"
#include "cli/commandtext.h"
#include "cli/messages/talkoptions.h"
#include "core/bytetext.h"

namespace pipeglass::cli {

namespace {

const char *const echoDescription =
    "Plays the server of a pipe: listens under NAME (a .NET pipe name or a full path) and\n"
    "answers each message with itself behind a prefix, for any number of clients, until\n"
    "interrupted (Ctrl+C), which is a good end. Prints a line for each event. A live pipe\n"
    "and what is no socket are never replaced; what a dead server of yours left behind is.\n";

Result<CommandPtr> makeEchoCommand(const Arguments &arguments, Streams streams)
{
    EchoCommand::Options options;
    options.json = arguments.has("--json");
    engine::HostRequest &request = options.request;
    options.hexDump = arguments.has("--hex-dump");
    if (const Status formats = checkFormats(arguments); !formats)
        return failure(formats.error());
    const auto talk = talkOptions(arguments);
    if (!talk)
        return failure(talk.error());
    const auto mode = valueOr(arguments.last("--mode"), parseMode, request.mode);
    if (!mode)
        return failure(mode.error());
    request.name = arguments.operands().front();
    request.framing = talk->framing;
    request.limit = talk->limit;
    request.recordTo = talk->recordTo;
    request.mode = *mode;
    request.replaceStale = true;
    if (const auto prefix = arguments.last("--prefix"))
        request.responder.prefix = *prefix;
    if (arguments.has("--silent"))
        request.responder.kind = engine::Responder::Kind::Silent;
    return std::make_unique<EchoCommand>(std::move(options), streams);
}

} // namespace

const Verb &EchoCommand::verb()
{
    static const Verb verb{
        "echo",
        "NAME",
        1,
        1,
        "be a server: host a pipe that answers with what it is sent",
        echoDescription,
        {
            { "--prefix", "P", "goes before each answer, \"Echo: \" unless given" },
            { "--silent", "", "answer nothing, only show what comes" },
            framingFlag(),
            crLfFlag(),
            { "--mode", "M", "permissions of the socket, 0600 unless given; write lets connect" },
            { "--record", "FILE", "keep the conversations in a new file (pcapng)" },
            limitFlag(),
            hexDumpFlag(),
            { "--json", "", "print an object a line for each event" },
        },
        makeEchoCommand,
    };
    return verb;
}

EchoCommand::EchoCommand(Options options, Streams streams)
    : Command(streams)
    , m_options(std::move(options))
    , m_events(streams.out, { m_options.json, m_options.hexDump })
{
}

EchoCommand::~EchoCommand() = default;

void EchoCommand::start()
{
    m_host = std::make_unique<engine::Host>(m_options.request);
    auto *host = m_host.get();
    connect(host, &engine::Session::connectionOpened, this, &EchoCommand::onOpened);
    connect(host, &engine::Session::connectionChanged, this, &EchoCommand::onChanged);
    connect(host, &engine::Session::message, this, &EchoCommand::onMessage);
    connect(host, &engine::Session::problem, this, &EchoCommand::warn);
    connect(host, &engine::Host::acceptingPaused, this, &EchoCommand::warn);
    connect(host, &engine::Host::acceptingResumed, this, [this] { say(CommandText::tr("Accepting clients again.")); });
    connect(host, &engine::Session::ended, this, &EchoCommand::onEnded);
    if (const Status started = host->start(); !started) {
        fail(started.error());
        return;
    }
    tellListening();
}

void EchoCommand::tellListening()
{
    const QByteArray path = m_host->path();
    if (m_host->replacedStale())
        say(CommandText::tr("Replaced the socket that a dead server of yours left behind."));
    // What is really there, for a directory may give its group and its access list to its files.
    FileMode mode = m_options.request.mode;
    if (const Result<access::Target> target = access::readTarget(path); target && target->reached) {
        mode = target->facts.permissions.mode;
        say(CommandText::tr("Listening on %1, mode %2. %3 Ctrl+C ends it.")
                .arg(escapedText(path), mode.octal(), access::sentenceFor(access::whoCanConnect(*target))));
    }
    m_events.listening(path, mode);
}

void EchoCommand::onOpened(const engine::ConnectionState &connection)
{
    m_connections.insert(connection.id, connection);
    m_events.connected(connection);
}

void EchoCommand::onChanged(const engine::ConnectionState &connection)
{
    using engine::HalfState;
    const engine::ConnectionState before = m_connections.value(connection.id, connection);
    m_connections.insert(connection.id, connection);
    const auto theyClosed = [](HalfState earlier, HalfState later) {
        return earlier != HalfState::ClosedByPeer && later == HalfState::ClosedByPeer;
    };
    if (theyClosed(before.incoming, connection.incoming))
        m_events.halfClosed(connection, EchoEvents::Half::In);
    if (theyClosed(before.outgoing, connection.outgoing) && !connection.closed)
        m_events.halfClosed(connection, EchoEvents::Half::Out);
    if (connection.closed) {
        m_events.closed(connection);
        m_connections.remove(connection.id);
    }
}

void EchoCommand::onMessage(const engine::MessageEvent &message)
{
    m_events.message(m_connections.value(message.connection).peer, message.record);
}

void EchoCommand::onInterrupt() { close(); }

void EchoCommand::outputClosed() { close(); }

void EchoCommand::close()
{
    m_closing = true;
    m_host->close(); // `ended` follows, when our file is gone
}

void EchoCommand::onEnded() { finish(m_closing ? ExitCode::Good : ExitCode::Failed); }

} // namespace pipeglass::cli
