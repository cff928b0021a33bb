// SPDX-License-Identifier: MIT
#include "access/permissions/target.h"
#include "access/verdicts/whocanconnect.h"
#include "cli/arguments/values.h"
#include "cli/commandtext.h"
#include "cli/messages/echoevents.h"
#include "cli/messages/talkoptions.h"
#include "cli/verb.h"
#include "core/bytetext.h"
#include "engine/sessions/ruleresponder.h"
#include "engine/sessions/session.h"
#include "rules/rulefile.h"

#include <QHash>

#include <functional>
#include <vector>

namespace pipeglass::cli {

namespace {

/// `pipeglass echo`: hosts a pipe until interrupted.
class EchoCommand : public Command {
public:
    struct Options {
        engine::HostRequest request;
        bool json = false;
        bool hexDump = false;
        MessageDecoder decoder;
    };

    EchoCommand(Options options, Streams streams);

    void start() override;
    void outputClosed() override;

protected:
    void onInterrupt() override;

private:
    /// Runs `event` once the host's own line has been printed.
    void tell(std::function<void()> event);
    void onOpened();
    void tellListening(FileMode mode, const QString &sentence);
    void onConnected(const engine::ConnectionState &connection);
    void onChanged(const engine::ConnectionState &connection);
    void onMessage(const engine::MessageEvent &message);
    void onEnded();
    void close();

    Options m_options;
    EchoEvents m_events;
    BackgroundThread m_background;
    std::unique_ptr<engine::Session> m_session;
    std::vector<std::function<void()>> m_untold; ///< events before that line
    bool m_hasPrintedListening = false;
    QHash<ConnectionId, engine::ConnectionState> m_connections; ///< as last printed
    bool m_closing = false;
};

QString echoDescription()
{
    return CommandText::tr("Acts as the server of a pipe: listens on NAME (a .NET pipe name or an absolute path) and\n"
                           "replies to each message with a prefix and the message, or as the rules of a file say, for\n"
                           "any number of clients, until interrupted (Ctrl+C; exit code 0). Prints a line for each\n"
                           "event. Replaces a stale socket of yours, but never a live pipe or another file.\n");
}

/// How messages are answered: --silent, --rules, --prefix.
Result<std::shared_ptr<engine::Responder>> chosenResponder(const Arguments &arguments)
{
    if (const auto file = arguments.last("--rules")) {
        for (const QByteArrayView other : { "--silent", "--prefix" }) {
            if (arguments.has(other))
                return failure(
                    ErrorCode::InvalidArgument, other.toByteArray(),
                    CommandText::tr("cannot be combined with --rules"));
        }
        auto rules = rules::readRules(*file);
        if (!rules)
            return failure(rules.error());
        return std::make_shared<engine::RuleResponder>(*std::move(rules));
    }
    if (arguments.has("--silent"))
        return std::shared_ptr<engine::Responder>();
    return std::make_shared<engine::EchoResponder>(arguments.last("--prefix").value_or("Echo: "));
}

Result<CommandPtr> makeEchoCommand(const Arguments &arguments, Streams streams)
{
    EchoCommand::Options options;
    options.json = arguments.has("--json");
    engine::HostRequest &request = options.request;
    options.hexDump = arguments.has("--hex-dump");
    if (const Status formats = checkFormats(arguments); !formats)
        return failure(formats.error());
    const auto talk = talkOptions(arguments, streams.framings);
    if (!talk)
        return failure(talk.error());
    const auto mode = valueOr(arguments.last("--mode"), parseMode, request.mode);
    if (!mode)
        return failure(mode.error());
    request.name = arguments.operands().front();
    request.talk = talk->talk;
    auto decoder = messageDecoder(arguments, streams.decoders, talk->talk.framing.client->id());
    if (!decoder)
        return failure(decoder.error());
    options.decoder = *std::move(decoder);
    request.mode = *mode;
    request.replaceStale = true;
    auto responder = chosenResponder(arguments);
    if (!responder)
        return failure(responder.error());
    request.responder = *std::move(responder);
    return std::make_unique<EchoCommand>(std::move(options), streams);
}

} // namespace

Verb echoVerb()
{
    return {
        "echo",
        "NAME",
        1,
        1,
        CommandText::tr("act as a server: host a pipe that echoes messages"),
        echoDescription(),
        {
            { "--prefix", "P", CommandText::tr("prefix of each reply, default \"Echo: \"") },
            { "--silent", "", CommandText::tr("do not reply, only show messages") },
            { "--rules", "FILE", CommandText::tr("reply as the rules in this TOML file say") },
            framingFlag(),
            crLfFlag(),
            { "--mode", "M", CommandText::tr("mode of the socket, default 0600; connecting needs write") },
            { "--record", "FILE", CommandText::tr("record the conversations in a new file (pcapng)") },
            limitFlag(),
            diskFullFlag(),
            ringFlag(),
            hexDumpFlag(),
            decodeFlag(),
            protoFlag(),
            { "--json", "", CommandText::tr("print one JSON object per line for each event") },
        },
        makeEchoCommand,
    };
}

EchoCommand::EchoCommand(Options options, Streams streams)
    : Command(streams)
    , m_options(std::move(options))
    , m_events(streams.out, { m_options.json, m_options.hexDump, m_options.decoder })
    , m_background(QStringLiteral("lookups"))
{
}

void EchoCommand::start()
{
    using engine::Session;
    m_session = std::make_unique<Session>(m_options.request, m_background);
    Session *session = m_session.get();
    connect(session, &Session::failed, this, qOverload<const Error &>(&EchoCommand::fail));
    connect(session, &Session::opened, this, &EchoCommand::onOpened);
    connect(session, &Session::connectionOpened, this, [this](const engine::ConnectionState &connection) {
        tell([this, connection] { onConnected(connection); });
    });
    connect(session, &Session::connectionChanged, this, [this](const engine::ConnectionState &connection) {
        tell([this, connection] { onChanged(connection); });
    });
    connect(session, &Session::message, this, [this](const engine::MessageEvent &message) {
        tell([this, message] { onMessage(message); });
    });
    connect(session, &Session::problem, this, &EchoCommand::warn);
    connect(session, &Session::acceptingPaused, this, &EchoCommand::warn);
    connect(session, &Session::stalled, this, &EchoCommand::warn);
    connect(session, &Session::losing, this, &EchoCommand::warn);
    connect(session, &Session::acceptingResumed, this, [this] { say(CommandText::tr("Accepting clients again.")); });
    connect(session, &Session::ended, this, &EchoCommand::onEnded);
    session->open();
}

void EchoCommand::tell(std::function<void()> event)
{
    if (m_hasPrintedListening)
        event();
    else
        m_untold.push_back(std::move(event));
}

void EchoCommand::onOpened()
{
    // The actual permissions: a directory can set group and ACL of new files.
    struct Found {
        FileMode mode;
        QString sentence;
    };
    const auto look = [path = m_session->facts().path, mode = m_options.request.mode]() -> Found {
        const Result<access::Target> target = access::readTarget(path);
        if (!target || !target->reached)
            return { mode, {} };
        return { target->facts.permissions.mode, access::sentenceFor(access::whoCanConnect(*target)) };
    };
    m_background.run(this, look, [this](const Found &found) { tellListening(found.mode, found.sentence); });
}

void EchoCommand::tellListening(FileMode mode, const QString &sentence)
{
    if (isFinished())
        return;
    const engine::SourceFacts facts = m_session->facts();
    if (facts.replacedStale)
        say(CommandText::tr("Replaced your stale socket."));
    if (!sentence.isEmpty())
        say(CommandText::tr("Listening on %1, mode %2. %3 Ctrl+C ends it.")
                .arg(escapedText(facts.path), mode.octal(), sentence));
    m_events.listening(facts.path, mode);
    m_hasPrintedListening = true;
    for (const auto &event : std::exchange(m_untold, {}))
        event();
}

void EchoCommand::onConnected(const engine::ConnectionState &connection)
{
    m_connections.insert(connection.id, connection);
    m_events.connected(connection);
}

void EchoCommand::onChanged(const engine::ConnectionState &connection)
{
    using engine::StreamEnd;
    const engine::ConnectionState before = m_connections.value(connection.id, connection);
    m_connections.insert(connection.id, connection);
    const auto became = [](StreamEnd end, StreamEnd earlier, StreamEnd later) {
        return earlier != end && later == end;
    };
    if (became(StreamEnd::ByWriter, before.ends.client, connection.ends.client))
        m_events.halfClosed(connection, EchoEvents::Half::In);
    if (became(StreamEnd::ByReader, before.ends.server, connection.ends.server) && !connection.closed)
        m_events.halfClosed(connection, EchoEvents::Half::Out);
    if (connection.closed) {
        m_events.closed(connection);
        m_connections.remove(connection.id);
    }
}

void EchoCommand::onMessage(const engine::MessageEvent &message)
{
    m_events.message(m_connections.value(message.connection).peer(), message.record);
}

void EchoCommand::onInterrupt() { close(); }

void EchoCommand::outputClosed() { close(); }

void EchoCommand::close()
{
    m_closing = true;
    if (m_session != nullptr)
        m_session->close(); // `ended` follows when our file is removed
}

void EchoCommand::onEnded()
{
    for (const auto &event : std::exchange(m_untold, {}))
        event();
    if (const QString lost = lossSentence(m_session->lost()); !lost.isEmpty())
        say(lost);
    finish(m_closing ? ExitCode::Good : ExitCode::Failed);
}

} // namespace pipeglass::cli
