// SPDX-License-Identifier: MIT
#include "cli/messages/sendcommand.h"

#include "cli/commandtext.h"
#include "cli/messages/messagejson.h"
#include "cli/messages/talkoptions.h"
#include "cli/pipes/linktext.h"
#include "core/bytetext.h"
#include "core/hexdump.h"
#include "text/sizetext.h"

#include <chrono>
#include <limits>

namespace pipeglass::cli {

namespace {

/// How long to wait for messages beyond the requested ones.
constexpr std::chrono::milliseconds lingerTime{ 100 };

QString countWords(quint64 got, quint64 wanted)
{
    if (got == 0)
        return CommandText::tr("no reply was received");
    return CommandText::tr("%1 of %2 replies were received").arg(got).arg(wanted);
}

QString moreWords(quint64 messages, qint64 bytes)
{
    const QString words = CommandText::tr("%n message(s) (%1) not printed", nullptr, text::plural(messages))
                              .arg(text::bytesText(static_cast<quint64>(bytes)));
    return CommandText::tr("More messages than requested: %1. See --until, --until-closed and --for.").arg(words);
}

} // namespace

SendCommand::SendCommand(Options options, Streams streams)
    : Command(streams)
    , m_options(std::move(options))
    , m_source(m_options.items, m_options.encoder(), streams.in, m_options.request.talk.limit, m_options.crLf)
    , m_background(QStringLiteral("lookups"))
    , m_readOnly(m_options.items.empty())
{
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, &SendCommand::onSilence);
    m_total.setSingleShot(true);
    connect(&m_total, &QTimer::timeout, this, &SendCommand::onTotalTime);
    m_linger.setSingleShot(true);
    connect(&m_linger, &QTimer::timeout, this, [this] { end(); });
    connect(&m_source, &SendSource::ready, this, &SendCommand::pump);
}

SendCommand::~SendCommand() = default;

void SendCommand::start()
{
    using engine::Session;
    m_session = std::make_unique<Session>(m_options.request, m_background);
    connect(m_session.get(), &Session::failed, this, &SendCommand::onFailed);
    connect(m_session.get(), &Session::opened, this, &SendCommand::tellLink);
    connect(m_session.get(), &Session::connectionOpened, this, &SendCommand::connected);
    connect(m_session.get(), &Session::connectionChanged, this, &SendCommand::onConnection);
    connect(m_session.get(), &Session::message, this, &SendCommand::onMessage);
    connect(m_session.get(), &Session::writable, this, &SendCommand::pump);
    connect(m_session.get(), &Session::problem, this, &SendCommand::warn);
    connect(m_session.get(), &Session::stalled, this, &SendCommand::warn);
    connect(m_session.get(), &Session::losing, this, &SendCommand::warn);
    connect(m_session.get(), &Session::ended, this, &SendCommand::onEnded);
    m_session->open();
}

void SendCommand::tellLink()
{
    const engine::SourceFacts facts = m_session->facts();
    if (!facts.link.isEmpty())
        say(linkSentence(facts.link, facts.path));
}

void SendCommand::onFailed(const Error &error)
{
    tellLink();
    fail(error);
}

void SendCommand::outputClosed()
{
    // Continue sending; only the replies have no reader.
    m_outputGone = true;
    endIfDone();
}

void SendCommand::onInterrupt()
{
    closeLink();
    Command::onInterrupt();
}

void SendCommand::connected()
{
    m_connected = true;
    if (m_options.totalMs > 0)
        m_total.start(m_options.totalMs);
    // After the connection was recorded.
    QMetaObject::invokeMethod(this, &SendCommand::pump, Qt::QueuedConnection);
}

void SendCommand::pump()
{
    while (m_connected && !m_ending && !m_peerReadsNoMore && !isFinished()) {
        if (!m_held) {
            auto next = m_source.next();
            if (!next) {
                end(next.error());
                return;
            }
            m_held = std::move(*next);
            m_waitsForInput = !m_held && !m_source.atEnd();
        }
        if (!m_held)
            break;
        const Status sent = m_session->send(*m_held);
        if (!sent && sent.error().code == ErrorCode::QueueFull)
            break; // `writable` calls again
        if (!sent && sent.error().code == ErrorCode::PeerClosed) {
            m_peerReadsNoMore = true;
            break;
        }
        if (!sent) {
            if (sent.error().code == ErrorCode::MessageNotEncodable && m_held->endsWith('\r'))
                say(CommandText::tr("Use --crlf for lines that end in carriage return and line feed."));
            end(sent.error());
            return;
        }
        m_held.reset();
        ++m_queued;
    }
    watchSilence();
    endIfDone();
}

void SendCommand::onConnection(const engine::ConnectionState &connection)
{
    using engine::StreamEnd;
    m_peerSendsNoMore = connection.closed || connection.ends.server == StreamEnd::ByWriter;
    m_peerReadsNoMore = connection.closed || connection.ends.client == StreamEnd::ByReader;
    endIfDone();
}

void SendCommand::onMessage(const engine::MessageEvent &message)
{
    if (isFinished())
        return;
    const capture::Record &record = message.record;
    if (record.from == Side::Server) {
        onReply(record);
    } else {
        if (!record.isMalformed()) // a message that was cut off is malformed
            ++m_sent;
        if (m_options.json)
            print(record);
    }
    watchSilence();
    endIfDone();
}

void SendCommand::onReply(const capture::Record &record)
{
    if (record.unfinished && (m_ending || m_satisfied)) {
        onUnfinished(record);
        return;
    }
    if (m_satisfied) {
        ++m_moreMessages;
        m_moreBytes += record.payload().size();
        return;
    }
    ++m_replies;
    print(record);
    if (record.unfinished)
        onUnfinished(record);
    if (record.isMalformed() && !std::exchange(m_malformed, true) && !record.unfinished)
        say(CommandText::tr(
                "A reply is not valid in the framing %1; its bytes are printed unchanged. --framing raw takes "
                "any.")
                .arg(QString::fromLatin1(m_options.request.talk.framing.server->id())));
    m_matched = matchesUntil(record);
    m_satisfied = m_matched;
}

void SendCommand::print(const capture::Record &record)
{
    QByteArray text;
    if (m_options.json) {
        exporting::JsonWriter json(text);
        json.beginObject();
        exporting::writeMessageFields(json, record, Side::Client, m_options.encoding);
        json.key("unfinished").boolean(record.unfinished);
        m_options.decoder.write(json, record);
        json.endObject();
        text += '\n';
    } else if (m_options.hexDump) {
        text = hexDump(record.payload().view());
    } else {
        const Slice payload = record.payload();
        text = payload.toByteArray();
        if (!m_options.encoding.isUtf8()) {
            if (const auto decoded = m_options.encoding.decode(payload.view()))
                text = decoded->toUtf8();
        }
        // A terminal would interpret escape sequences; a file or program gets the exact bytes.
        if (out().isTerminal())
            text = previewText(text, std::numeric_limits<qsizetype>::max()).toUtf8();
        text += '\n';
    }
    out().write(m_options.json ? text : text + m_options.decoder.text(record));
    out().flush();
    if (out().state() != Output::State::Good)
        m_outputGone = true;
}

/// Bytes held by the framing when the stream or this command ended.
void SendCommand::onUnfinished(const capture::Record &record)
{
    const qsizetype size = record.payload().size();
    if (m_satisfied) {
        const QString words = CommandText::tr("An incomplete message followed (%1) and was not printed:");
        say(words.arg(text::bytesText(static_cast<quint64>(size))) + QLatin1Char(' ')
            + previewText(record.payload().view(), exporting::previewCharacters));
        return;
    }
    if (m_ending)
        print(record);
    out().flush();
    say(CommandText::tr("The last message is incomplete: only %1 were received.")
            .arg(text::bytesText(static_cast<quint64>(size))));
}

void SendCommand::onSilence()
{
    // A message may take longer than the timeout; silence means that no byte was transferred.
    if (transferred() != m_transferredBefore) {
        watchSilence();
        return;
    }
    if (m_peerReadsNoMore && !isEverythingSent())
        endTooEarly();
    else
        end(timeOut());
}

void SendCommand::onTotalTime()
{
    const bool endedByTime = !m_options.until && !m_options.untilClosed && !m_options.replies;
    if (isSent() && (endedByTime || m_satisfied))
        end();
    else
        end(timeOut());
}

Error SendCommand::timeOut() const
{
    QString detail = countWords(m_replies, wantedReplies().value_or(1));
    if (!isSent())
        detail = CommandText::tr("not everything was sent");
    else if (m_options.until)
        detail = CommandText::tr("no message matched");
    else if (!wantedReplies())
        detail = CommandText::tr("the other side did not close the connection");
    return { ErrorCode::TimedOut, 0, m_session->facts().path, detail };
}

void SendCommand::onEnded()
{
    m_peerSendsNoMore = true;
    m_peerReadsNoMore = true;
    endIfDone();
}

/// The timeout applies only while the peer has something to do, not while waiting for stdin.
void SendCommand::watchSilence()
{
    const bool peerMayAnswer = !isComplete() && !(endsWithoutCount() && m_waitsForInput) && m_options.endsBySilence;
    const bool waiting = m_connected && !m_ending && (peerMayAnswer || m_held || m_sent < m_queued);
    m_transferredBefore = transferred();
    if (waiting && m_options.request.timeoutMs > 0 && !isFinished())
        m_silence.start(m_options.request.timeoutMs);
    else
        m_silence.stop();
}

std::pair<quint64, qint64> SendCommand::transferred() const
{
    return { m_session->bytesReceived(), m_session->queuedBytes() };
}

bool SendCommand::endsWithoutCount() const
{
    return !m_options.replies && (m_options.until || m_options.untilClosed || m_options.totalMs > 0);
}

std::optional<quint64> SendCommand::wantedReplies() const
{
    if (m_options.replies)
        return m_options.replies;
    if (m_readOnly || endsWithoutCount())
        return std::nullopt;
    return m_queued;
}

bool SendCommand::isComplete() const
{
    const auto wanted = wantedReplies();
    return m_outputGone || m_matched || (wanted && m_replies >= *wanted);
}

bool SendCommand::matchesUntil(const capture::Record &record)
{
    if (!m_options.until)
        return false;
    const bool isStream = m_options.request.talk.framing.server->id() == "raw";
    const QByteArrayView payload = record.payload().view();
    return isStream ? m_options.until->matchesStream(payload, m_options.encoding)
                    : m_options.until->matches(payload, m_options.encoding);
}

bool SendCommand::isSent() const
{
    return (m_source.atEnd() || m_waitsForInput) && !m_held && m_sent == m_queued && m_session->queuedBytes() == 0;
}

bool SendCommand::isEverythingSent() const { return m_source.atEnd() && isSent(); }

void SendCommand::endIfDone()
{
    if (isFinished() || !m_connected || m_ending)
        return;
    // With --until, stdin need not end after the match.
    if (isComplete() && (m_matched ? isSent() : isEverythingSent())) {
        const bool mayGetMore = !m_matched && !m_outputGone && !m_peerSendsNoMore;
        if (m_satisfied && m_linger.isActive() && mayGetMore)
            return;
        m_satisfied = true;
        // Never at once: this may be called between two messages of one read.
        m_linger.start(mayGetMore ? lingerTime : std::chrono::milliseconds(0));
    } else if (m_peerSendsNoMore && (isEverythingSent() || m_peerReadsNoMore)) {
        endTooEarly();
    }
}

/// The peer sends no more, and everything possible was sent.
void SendCommand::endTooEarly()
{
    const auto wanted = wantedReplies();
    // If the end of the connection is a success, it may come before the end of stdin.
    const bool endIsGood = endsWithoutCount() && (m_options.untilClosed || !m_options.until);
    QString detail;
    if (!(endIsGood ? isSent() : isEverythingSent()))
        detail = CommandText::tr("not everything was sent");
    else if (wanted && m_replies < *wanted)
        detail = countWords(m_replies, *wanted);
    else if (!wanted && m_options.until && !endIsGood)
        detail = CommandText::tr("no message matched");
    if (detail.isEmpty())
        end();
    else
        end(Error{ ErrorCode::PeerClosed, 0, m_session->facts().path, detail });
}

/// Ends the conversation, so that bytes held by the framing become a last, incomplete message.
void SendCommand::closeLink()
{
    m_ending = true;
    for (QTimer *timer : { &m_silence, &m_total, &m_linger })
        timer->stop();
    if (m_session != nullptr)
        m_session->close();
}

void SendCommand::end(const std::optional<Error> &error)
{
    if (m_ending || isFinished())
        return;
    if (m_moreMessages > 0 && !m_matched) {
        out().flush();
        say(moreWords(m_moreMessages, m_moreBytes));
    }
    closeLink();
    if (const QString lost = lossSentence(m_session->lost()); !lost.isEmpty())
        say(lost);
    if (error)
        fail(*error);
    else
        finish(m_malformed ? ExitCode::Failed : ExitCode::Good);
}

} // namespace pipeglass::cli
