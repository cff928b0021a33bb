// SPDX-License-Identifier: MIT
#include "catalog/kernel/procfs.h"
#include "cli/commandtext.h"
#include "cli/messages/talkoptions.h"
#include "cli/pipes/connectedrow.h"
#include "cli/pipes/pipejson.h"
#include "cli/verb.h"
#include "core/bytetext.h"
#include "core/errortext.h"
#include "core/hexdump.h"
#include "endpoints/endpointtable.h"
#include "framing/framing.h"
#include "peek/messages.h"
#include "peek/peek.h"
#include "text/peertext.h"
#include "text/sizetext.h"

#include <QStringList>

namespace pipeglass::cli {

namespace {

/// `pipeglass peek`: shows the unread bytes of connections without taking them.
class PeekCommand : public Command {
public:
    struct Options {
        QByteArray name;
        framing::FramingPtr framing; ///< null: by endpoint, or guessed
        bool json = false;
    };

    PeekCommand(Options options, Streams streams);

    void start() override;

private:
    [[nodiscard]] Result<std::vector<peek::Direction>> peekConnections();
    [[nodiscard]] Result<std::vector<peek::Direction>> peekAnonymousPipe();
    void printJson(const std::vector<peek::Direction> &directions);
    void printText(const peek::Direction &direction);
    void printMessages(const QByteArray &payload);
    void finishWith(const std::vector<peek::Direction> &directions);

    Options m_options;
};

using catalog::PipeState;
using peek::Direction;
using peek::Receiver;

QString peekDescription()
{
    return CommandText::tr(
        "Shows the unread bytes in each direction of each connection of a pipe, as messages and in\n"
        "hex, without taking them: server and clients do not notice and read the same bytes later.\n"
        "NAME is a pipe as for show, or an anonymous pipe, \"pipe:[N]\". Shows at most the first 1 MiB\n"
        "of each direction. If the owner of a socket has set SO_PEEK_OFF, it would notice a peek:\n"
        "then only the number of bytes is shown. Bytes of a client that waits to be accepted cannot\n"
        "be shown. Needs the right to trace the processes (your own ones, or root), else ends with 4.\n");
}

Result<CommandPtr> makePeekCommand(const Arguments &arguments, Streams streams)
{
    PeekCommand::Options options;
    options.name = arguments.operands().front();
    options.json = arguments.has("--json");
    const auto framing = chosenFraming(arguments, streams.framings);
    if (!framing)
        return failure(framing.error());
    options.framing = *framing;
    return std::make_unique<PeekCommand>(std::move(options), streams);
}

std::optional<quint32> pipeNumber(const QByteArray &name) { return catalog::linkedInode(name, "pipe"); }

/// Fails if there is no connection and none is possible.
Status checkListening(const catalog::PipeEntry &pipe)
{
    switch (pipe.state) {
    case PipeState::Stale:
        return failure(ErrorCode::NobodyListening, pipe.path());
    case PipeState::ShutDown:
        return failure(ErrorCode::NobodyListening, pipe.path(), CommandText::tr("it was shut down"));
    case PipeState::Bound:
        return failure(ErrorCode::NotListening, pipe.path());
    default:
        return {};
    }
}

framing::FramingPtr endpointFraming(const catalog::PipeEntry &pipe, const framing::FramingRegistry &framings)
{
    const endpoints::Endpoint *endpoint = endpoints::findEndpoint(pipe.endpoint);
    return endpoint == nullptr ? nullptr : framings.find(endpoint->framing);
}

QString headline(const Direction &direction)
{
    const bool toServer = direction.to == Receiver::Server;
    QString text = text::processAndUserText(direction.client) + QStringLiteral(" -> ")
        + text::processAndUserText(direction.server) + QLatin1String(": ");
    if (direction.bytes == quint64{ 0 })
        return text
            + (toServer ? CommandText::tr("nothing waits for the server")
                        : CommandText::tr("nothing waits for the client"));
    const int count = text::plural(direction.bytes.value_or(2));
    text += (toServer ? CommandText::tr("%1 wait(s) for the server", nullptr, count)
                      : CommandText::tr("%1 wait(s) for the client", nullptr, count))
                .arg(text::bytesText(direction.bytes));
    if (!direction.error && !direction.isComplete())
        text += CommandText::tr(", of which the first %1 could be read").arg(direction.payload.size());
    return text;
}

} // namespace

Verb peekVerb()
{
    return {
        "peek",
        "NAME",
        1,
        1,
        CommandText::tr("show the unread bytes of a pipe without taking them"),
        peekDescription(),
        {
            { "--framing", "F", CommandText::tr("framing of messages: int32le, line, raw, ...; default: guessed") },
            { "--json", "", CommandText::tr("print JSON") },
        },
        makePeekCommand,
    };
}

PeekCommand::PeekCommand(Options options, Streams streams)
    : Command(streams)
    , m_options(std::move(options))
{
}

void PeekCommand::start()
{
    const auto directions = pipeNumber(m_options.name) ? peekAnonymousPipe() : peekConnections();
    if (!directions) {
        fail(directions.error());
        return;
    }
    if (m_options.json) {
        printJson(*directions);
    } else {
        for (const Direction &direction : *directions)
            printText(direction);
    }
    finishWith(*directions);
}

Result<std::vector<Direction>> PeekCommand::peekConnections()
{
    std::vector<Error> problems;
    const auto row = findConnectedRow(m_options.name, problems);
    for (const Error &problem : problems)
        warn(problem);
    if (!row)
        return failure(row.error());
    const catalog::PipeEntry &pipe = *row->pipe;
    if (pipe.kind != catalog::FileKind::Socket)
        return failure(ErrorCode::NotASocket, pipe.path());
    if (pipe.isAbstract())
        return failure(
            ErrorCode::InvalidArgument, pipe.path(),
            CommandText::tr("connections to abstract names are only counted, so their bytes cannot be shown"));
    if (row->connections.empty()) {
        if (const Status listening = checkListening(pipe); !listening)
            return failure(listening.error());
        const auto sentence = pipe.clients == quint32{ 0 }
            ? CommandText::tr("No client is connected to \"%1\".")
            : CommandText::tr("Whether clients are connected to \"%1\" is unknown.");
        say(sentence.arg(escapedText(pipe.path())));
    }
    if (!m_options.framing)
        m_options.framing = endpointFraming(pipe, streams().framings);
    return peek::peekAt(pipe.path(), row->connections);
}

Result<std::vector<Direction>> PeekCommand::peekAnonymousPipe()
{
    auto direction = peek::peekAtPipe(*pipeNumber(m_options.name));
    if (!direction)
        return failure(direction.error());
    return std::vector<Direction>{ std::move(*direction) };
}

void PeekCommand::printJson(const std::vector<Direction> &directions)
{
    QByteArray text;
    exporting::JsonWriter json(text);
    json.beginArray();
    for (const Direction &direction : directions) {
        json.beginObject();
        json.key("client");
        writeProcess(json, direction.client);
        json.key("server");
        writeProcess(json, direction.server);
        json.key("to").string(direction.to == Receiver::Server ? QLatin1String("server") : QLatin1String("client"));
        json.key("bytes");
        if (direction.bytes)
            json.number(*direction.bytes);
        else
            json.null();
        json.key("complete").boolean(direction.isComplete());
        json.key("payload").base64(direction.payload);
        json.endObject();
    }
    json.endArray();
    out().write(text + '\n');
}

void PeekCommand::printText(const Direction &direction)
{
    out().line(headline(direction));
    // A missing permission is reported once, at the end.
    if (direction.error && direction.error->code != ErrorCode::TraceDenied)
        out().line(QLatin1String("  ") + errorText(*direction.error));
    if (!direction.payload.isEmpty())
        printMessages(direction.payload);
}

void PeekCommand::printMessages(const QByteArray &payload)
{
    constexpr qsizetype maxCharacters = 1000;
    const peek::Messages messages = peek::cutIntoMessages(payload, m_options.framing, streams().framings);
    const auto print = [&](const QString &what, const Slice &text, const Slice &wire) {
        out().write(QStringLiteral("  %1 (%2), %3: %4\n")
                        .arg(
                            what, QString::fromLatin1(messages.framing->id()),
                            text::bytesText(static_cast<quint64>(text.size())), previewText(text.view(), maxCharacters))
                        .toUtf8());
        out().write(hexDump(wire.view(), "    "));
    };
    size_t number = 0;
    for (const framing::Frame &frame : messages.frames) {
        const QString what =
            frame.isMalformed() ? CommandText::tr("malformed message %1") : CommandText::tr("message %1");
        print(what.arg(++number), frame.payload(), frame.wire);
    }
    if (!messages.unfinished.isEmpty())
        print(CommandText::tr("incomplete message"), messages.unfinished, messages.unfinished);
}

void PeekCommand::finishWith(const std::vector<Direction> &directions)
{
    const Error *worst = nullptr;
    QStringList said;
    for (const Direction &direction : directions) {
        if (!direction.error)
            continue;
        const ErrorCode code = direction.error->code;
        const bool isExpected =
            code == ErrorCode::PeekNoticed || code == ErrorCode::NotAccepted || code == ErrorCode::SocketGone;
        if (!isExpected && (worst == nullptr || code == ErrorCode::TraceDenied)) {
            worst = &*direction.error;
        } else if (m_options.json && isExpected && !said.contains(errorText(*direction.error))) {
            said.append(errorText(*direction.error));
            warn(*direction.error);
        }
    }
    if (worst != nullptr)
        fail(*worst);
    else
        finish(ExitCode::Good);
}

} // namespace pipeglass::cli
