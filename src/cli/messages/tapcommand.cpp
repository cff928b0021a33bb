// SPDX-License-Identifier: MIT
#include "cli/messages/tapcommand.h"

#include "cli/arguments/values.h"
#include "cli/commandtext.h"
#include "cli/messages/relayoptions.h"
#include "cli/messages/talkoptions.h"
#include "text/peertext.h"

namespace pipeglass::cli {

namespace {

QString tapDescription()
{
    return CommandText::tr(
        "Shows the messages between the clients and the server of a pipe, until interrupted (Ctrl+C;\n"
        "exit code 0). The file of the pipe is exchanged with a socket of this program, through which\n"
        "clients reach the server; nothing is restarted, and no client fails. At the end the file is\n"
        "exchanged back; connections continue until they end, a second Ctrl+C closes them. Clients\n"
        "that connected before are not shown. The server sees this program's process and user\n"
        "instead of its clients'. After a tap was killed, \"pipeglass repair\" restores the name.\n");
}

Result<CommandPtr> makeTapCommand(const Arguments &arguments, Streams streams)
{
    TapCommand::Options options;
    options.report = { { arguments.has("--json"), arguments.has("--hex-dump"), {} }, arguments.has("--quiet") };
    if (const Status formats = checkFormats(arguments); !formats)
        return failure(formats.error());
    auto talk = relayOptions(arguments, streams.framings);
    if (!talk)
        return failure(talk.error());
    const auto forMs = valueOr(arguments.last("--for"), parseSeconds, 0);
    if (!forMs)
        return failure(forMs.error());
    options.forMs = *forMs;
    options.request.name = arguments.operands().front();
    auto decoder = messageDecoder(arguments, streams.decoders, talk->talk.framing.client->id());
    if (!decoder)
        return failure(decoder.error());
    options.report.format.decoder = *std::move(decoder);
    options.request.talk = std::move(talk->talk);
    const auto rules = relayRules(arguments);
    if (!rules)
        return failure(rules.error());
    options.request.rules = *rules;
    return std::make_unique<TapCommand>(std::move(options), streams);
}

} // namespace

Verb TapCommand::verb()
{
    Verb verb{
        "tap",
        "NAME",
        1,
        1,
        CommandText::tr("show the messages between the clients and the server of a pipe"),
        tapDescription(),
        {
            crLfFlag(),
            { "--for", "SECONDS", CommandText::tr("end after this time") },
            { "--quiet", "", CommandText::tr("print events, but no messages") },
            hexDumpFlag(),
            decodeFlag(),
            protoFlag(),
            { "--json", "", CommandText::tr("print one JSON object per line for each event") },
        },
        makeTapCommand,
    };
    const std::vector<Flag> talk = relayedTalkFlags();
    verb.flags.insert(verb.flags.begin(), talk.begin(), talk.end());
    const std::vector<Flag> relay = relayFlags();
    verb.flags.insert(verb.flags.end(), relay.begin(), relay.end());
    return verb;
}

TapCommand::TapCommand(Options options, Streams streams)
    : Command(streams)
    , m_options(std::move(options))
    , m_background(QStringLiteral("lookups"))
{
    m_time.setSingleShot(true);
    connect(&m_time, &QTimer::timeout, this, &TapCommand::leave);
}

TapCommand::~TapCommand() = default;

void TapCommand::start()
{
    using engine::Session;
    m_session = std::make_unique<Session>(m_options.request, m_background);
    Session *session = m_session.get();
    connect(session, &Session::failed, this, qOverload<const Error &>(&TapCommand::fail));
    connect(session, &Session::opened, this, &TapCommand::onOpened);
    m_report = std::make_unique<TapReport>(*session, out(), m_options.report);
    connect(session, &Session::problem, this, &TapCommand::warn);
    connect(session, &Session::acceptingPaused, this, &TapCommand::warn);
    connect(session, &Session::stalled, this, &TapCommand::warn);
    connect(session, &Session::losing, this, &TapCommand::warn);
    connect(session, &Session::acceptingResumed, this, [this] { say(CommandText::tr("Accepting clients again.")); });
    connect(session, &Session::ended, this, &TapCommand::onEnded);
    session->open();
}

void TapCommand::onOpened()
{
    m_hasOpened = true;
    const engine::SourceFacts &source = m_session->facts();
    for (const Error &notice : source.notices)
        warn(notice);
    if (!source.connectedBefore.empty()) {
        const QList<ProcessInfo> clients(source.connectedBefore.begin(), source.connectedBefore.end());
        say(CommandText::tr(
                "%n client(s) connected before the tap are not shown: %1.", nullptr, static_cast<int>(clients.size()))
                .arg(text::processesText(clients, 8)));
    }
    m_report->begin();
    if (m_options.forMs > 0)
        m_time.start(m_options.forMs);
}

void TapCommand::onInterrupt()
{
    if (m_hasOpened && m_session->hasLeft())
        m_session->close();
    else
        leave();
}

void TapCommand::outputClosed() { leave(); }

void TapCommand::leave()
{
    if (m_session == nullptr || !m_hasOpened) {
        finish(ExitCode::Good);
        return;
    }
    m_session->leave();
    if (const size_t count = m_session->connections().size(); count > 0)
        say(CommandText::tr(
            "The pipe has its own file again. %n connection(s) continue until they end; Ctrl+C closes them.", nullptr,
            static_cast<int>(count)));
}

void TapCommand::onEnded()
{
    m_report->finish();
    if (const QString lost = lossSentence(m_session->lost()); !lost.isEmpty())
        say(lost);
    finish(ExitCode::Good);
}

} // namespace pipeglass::cli
