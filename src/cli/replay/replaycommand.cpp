// SPDX-License-Identifier: MIT
#include "capture/recording.h"
#include "cli/arguments/values.h"
#include "cli/commandtext.h"
#include "cli/messages/talkoptions.h"
#include "cli/pipes/linktext.h"
#include "cli/replay/replayreport.h"
#include "cli/verb.h"
#include "conversation/reframedmessages.h"
#include "core/bytetext.h"

#include <limits>
#include <utility>

namespace pipeglass::cli {

namespace {

/// `pipeglass replay`: reads the index of a recording in slices, then plays one side of it.
class ReplayCommand : public Command {
public:
    struct Options {
        QByteArray path;
        framing::FramingPtr framing; ///< cuts both anew; null: as recorded
        std::vector<ConnectionId> connections; ///< empty: all
        engine::ReplayRequest request;
        bool json = false;
    };

    ReplayCommand(Options options, Streams streams);

    void start() override;
    void outputClosed() override { onInterrupt(); }

protected:
    void onInterrupt() override;

private:
    void readSlice();
    [[nodiscard]] Result<bool> readMore();
    [[nodiscard]] Status prepare();
    [[nodiscard]] Status chooseFramings();
    void begin();
    void tellOpened();
    void onAnswer(const engine::ReplayedAnswer &answer);
    void onFailed(const Error &error);
    void onEnded();

    Options m_options;
    ReplayReport m_report;
    capture::RecordingPtr m_recording;
    std::shared_ptr<conversation::ReframedMessages> m_reframed; ///< null without --framing
    std::shared_ptr<engine::RecordedConnections> m_recorded;
    BackgroundThread m_background;
    std::unique_ptr<engine::Session> m_session;
    std::unique_ptr<engine::Replay> m_replay;
    std::optional<Error> m_error;
    bool m_stopped = false;
};

QString replayDescription()
{
    return CommandText::tr(
        "Plays one side of a recording (of send --record, tap --record or the window) against the\n"
        "pipe NAME, and compares the answers with the recorded ones, message by message.\n"
        "As the client it connects to NAME and sends what the recorded client sent; as the server it\n"
        "hosts NAME, and each client that connects gets what the recorded server sent on the next\n"
        "recorded connection. A message is sent when all that was recorded before it has come.\n"
        "Exit code 0: all answers are as recorded; 1: one differs, is missing or was not recorded.\n");
}

Result<Side> parseSide(const QByteArray &text)
{
    if (text == "client")
        return Side::Client;
    if (text == "server")
        return Side::Server;
    return failure(ErrorCode::InvalidArgument, text, CommandText::tr("expected client or server"));
}

Result<std::vector<ConnectionId>> chosenConnections(const Arguments &arguments)
{
    std::vector<ConnectionId> chosen;
    for (const QByteArray &text : arguments.all("--connection")) {
        const auto number = parseCount(text);
        if (!number)
            return failure(number.error());
        if (*number == 0 || *number > std::numeric_limits<quint32>::max())
            return failure(ErrorCode::InvalidArgument, text, CommandText::tr("expected the number of a connection"));
        chosen.push_back({ static_cast<quint32>(*number) });
    }
    return chosen;
}

Result<CommandPtr> makeReplayCommand(const Arguments &arguments, Streams streams)
{
    ReplayCommand::Options options;
    options.path = arguments.operands().front();
    options.request.name = arguments.operands().back();
    options.request.fast = arguments.has("--fast");
    options.json = arguments.has("--json");
    const auto side = valueOr(arguments.last("--as"), parseSide, Side::Client);
    if (!side)
        return failure(side.error());
    options.request.as = *side;
    options.request.replaceStale = true;
    const auto talk = talkOptions(arguments, streams.framings);
    if (!talk)
        return failure(talk.error());
    options.request.talk = talk->talk;
    const auto framing = chosenFraming(arguments, streams.framings);
    if (!framing)
        return failure(framing.error());
    options.framing = *framing;
    const auto timeout = valueOr(arguments.last("--timeout"), parseSeconds, options.request.timeoutMs);
    if (!timeout)
        return failure(timeout.error());
    options.request.timeoutMs = *timeout;
    const auto mode = valueOr(arguments.last("--mode"), parseMode, options.request.mode);
    if (!mode)
        return failure(mode.error());
    options.request.mode = *mode;
    auto connections = chosenConnections(arguments);
    if (!connections)
        return failure(connections.error());
    options.connections = std::move(*connections);
    return std::make_unique<ReplayCommand>(std::move(options), streams);
}

} // namespace

Verb replayVerb()
{
    return {
        "replay",
        "FILE NAME",
        2,
        2,
        CommandText::tr("play one side of a recording again and compare the answers"),
        replayDescription(),
        {
            { "--as", "SIDE", CommandText::tr("which side to play: client (default) or server") },
            { "--fast", "", CommandText::tr("without the recorded pauses: as fast as answers come") },
            { "--connection", "N", CommandText::tr("only this connection of the recording; repeatable") },
            { "--framing", "F", CommandText::tr("cut the recording and the answers with another framing") },
            { "--timeout", "S", CommandText::tr("how long an answer may be late, default 10; 0: no limit") },
            { "--mode", "M", CommandText::tr("mode of the socket of --as server, default 0600") },
            { "--record", "FILE", CommandText::tr("record the new conversation in a new file (pcapng)") },
            limitFlag(),
            diskFullFlag(),
            { "--json", "", CommandText::tr("print one JSON object per line for each answer") },
        },
        makeReplayCommand,
    };
}

ReplayCommand::ReplayCommand(Options options, Streams streams)
    : Command(streams)
    , m_options(std::move(options))
    , m_report(streams.out, m_options.json)
    , m_background(QStringLiteral("lookups"))
{
}

void ReplayCommand::start()
{
    auto begun = capture::Recording::begin(m_options.path);
    if (!begun) {
        fail(begun.error());
        return;
    }
    m_recording = std::move(*begun);
    capture::MessageListPtr list = m_recording;
    if (m_options.framing != nullptr) {
        m_reframed = std::make_shared<conversation::ReframedMessages>(
            m_recording, PerSide<framing::FramingPtr>{ m_options.framing, m_options.framing },
            m_options.request.talk.limit);
        list = m_reframed;
    }
    m_recorded = std::make_shared<engine::RecordedConnections>(list);
    readSlice();
}

void ReplayCommand::readSlice()
{
    if (isFinished())
        return;
    const Result<bool> more = readMore();
    if (!more) {
        fail(more.error());
        return;
    }
    if (*more) {
        QMetaObject::invokeMethod(this, &ReplayCommand::readSlice, Qt::QueuedConnection);
        return;
    }
    if (const Status prepared = prepare(); !prepared)
        fail(prepared.error());
    else
        begin();
}

Result<bool> ReplayCommand::readMore()
{
    constexpr qint64 bytesASlice = qint64{ 4 } << 20U;
    const auto more = m_recording->readMore(bytesASlice);
    if (!more)
        return failure(more.error());
    if (!*more)
        m_recording->finishReading();
    if (m_reframed != nullptr) {
        const auto cut = m_reframed->cutMore(m_recording->count());
        if (!cut)
            return failure(cut.error());
        if (!*more)
            m_reframed->finish();
    }
    m_recorded->add(std::numeric_limits<quint32>::max());
    return *more;
}

Status ReplayCommand::prepare()
{
    if (!m_options.connections.empty()) {
        if (const Status selected = m_recorded->select(m_options.connections); !selected)
            return selected;
    }
    if (m_recorded->connections().empty())
        return failure(
            ErrorCode::InvalidArgument, m_options.path, CommandText::tr("there is no connection in the recording"));
    if (m_recording->isCutOff())
        say(CommandText::tr("The recording was cut off; everything before that is replayed."));
    if (m_recorded->hasLosses())
        say(CommandText::tr("Messages are missing in the recording, because the disk was full."));
    m_options.request.recorded = m_recorded;
    return chooseFramings();
}

Status ReplayCommand::chooseFramings()
{
    engine::ReplayRequest &request = m_options.request;
    if (m_options.framing != nullptr)
        return {}; // in the request already
    bool isFirst = true;
    for (const auto &connection : m_recorded->connections()) {
        const auto framing = engine::framingOf(*m_recorded, connection.id, streams().framings);
        if (!framing)
            return failure(framing.error());
        if (std::exchange(isFirst, false))
            request.talk.framing = *framing;
        else if (*framing != request.talk.framing)
            request.framing.emplace(connection.id, *framing);
    }
    return {};
}

void ReplayCommand::begin()
{
    using engine::Session;
    m_session = std::make_unique<Session>(m_options.request, m_background);
    Session *session = m_session.get();
    m_replay = std::make_unique<engine::Replay>(*session, m_options.request);
    connect(m_replay.get(), &engine::Replay::compared, this, &ReplayCommand::onAnswer);
    connect(m_replay.get(), &engine::Replay::failed, this, &ReplayCommand::onFailed);
    connect(session, &Session::failed, this, &ReplayCommand::onFailed);
    connect(session, &Session::opened, this, &ReplayCommand::tellOpened);
    connect(session, &Session::problem, this, &ReplayCommand::warn);
    connect(session, &Session::acceptingPaused, this, &ReplayCommand::warn);
    connect(session, &Session::stalled, this, &ReplayCommand::warn);
    connect(session, &Session::losing, this, &ReplayCommand::warn);
    connect(session, &Session::ended, this, &ReplayCommand::onEnded);
    session->open();
}

void ReplayCommand::tellOpened()
{
    const engine::SourceFacts facts = m_session->facts();
    if (!facts.link.isEmpty())
        say(linkSentence(facts.link, facts.path));
    if (facts.replacedStale)
        say(CommandText::tr("Replaced your stale socket."));
    if (m_options.request.as == Side::Server)
        say(CommandText::tr(
                "Listening on %1 for %n client(s).", nullptr, static_cast<int>(m_recorded->connections().size()))
                .arg(escapedText(facts.path)));
}

void ReplayCommand::onAnswer(const engine::ReplayedAnswer &answer)
{
    if (isFinished() || m_stopped)
        return;
    const auto number = answer.item ? std::optional(m_recorded->messageNumber(*answer.item)) : std::nullopt;
    m_report.answer(answer, number);
}

void ReplayCommand::onFailed(const Error &error)
{
    if (!m_error)
        m_error = error;
}

void ReplayCommand::onInterrupt()
{
    if (m_session == nullptr) {
        finish(ExitCode::Interrupted);
        return;
    }
    m_stopped = true;
    m_session->close();
}

void ReplayCommand::onEnded()
{
    if (isFinished())
        return;
    const engine::ReplayCounts counts = m_replay->counts();
    if (!m_error || counts.connections > 0)
        m_report.end(counts);
    if (const QString lost = lossSentence(m_session->lost()); !lost.isEmpty())
        say(lost);
    if (m_error) {
        fail(*m_error);
    } else if (m_stopped) {
        finish(ExitCode::Interrupted);
    } else {
        if (const QString sentence = incompleteSentence(counts); !sentence.isEmpty())
            say(sentence);
        const bool isSame = counts.differences() == 0 && counts.notSent == 0 && m_replay->isComplete();
        finish(isSame ? ExitCode::Good : ExitCode::Failed);
    }
}

} // namespace pipeglass::cli
