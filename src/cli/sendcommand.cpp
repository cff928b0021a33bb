// SPDX-License-Identifier: MIT
#include "cli/sendcommand.h"

#include "cli/fileerror.h"
#include "cli/linktext.h"
#include "cli/messagejson.h"
#include "core/bytetext.h"

#include <limits>

namespace pipeglass::cli {

namespace {

QString countWords(quint64 got, quint64 wanted)
{
    if (got == 0)
        return QStringLiteral("no reply came");
    return QStringLiteral("%1 of %2 replies came").arg(got).arg(wanted);
}

} // namespace

SendCommand::SendCommand(Options options, Streams streams)
    : Command(streams)
    , m_options(std::move(options))
    , m_source(m_options.items, m_options.encoding, streams.in, m_options.request.limit)
    , m_readOnly(m_options.items.empty())
{
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, &SendCommand::onSilence);
    connect(&m_source, &SendSource::ready, this, &SendCommand::pump);
}

SendCommand::~SendCommand() = default;

void SendCommand::start()
{
    m_attachment = std::make_unique<engine::Attachment>(m_options.request);
    auto *attachment = m_attachment.get();
    connect(attachment, &engine::Attachment::failed, this, qOverload<const Error &>(&SendCommand::fail));
    connect(attachment, &engine::Session::connectionOpened, this, &SendCommand::connected);
    connect(attachment, &engine::Session::connectionChanged, this, &SendCommand::onConnection);
    connect(attachment, &engine::Session::message, this, &SendCommand::onMessage);
    connect(attachment, &engine::Session::writable, this, &SendCommand::pump);
    connect(attachment, &engine::Session::problem, this, &SendCommand::warn);
    connect(attachment, &engine::Session::ended, this, &SendCommand::onEnded);
    if (const Status started = attachment->start(); !started)
        fail(started.error());
    else if (!attachment->link().isEmpty())
        say(linkSentence(attachment->link(), attachment->path()));
}

void SendCommand::outputClosed()
{
    // What was asked to be sent is sent all the same; only the replies have no reader any more.
    m_outputGone = true;
    endIfDone();
}

void SendCommand::connected()
{
    m_connected = true;
    // Not before the attachment has noted in the recording that it is connected.
    QMetaObject::invokeMethod(this, &SendCommand::pump, Qt::QueuedConnection);
}

void SendCommand::pump()
{
    while (m_connected && !m_ended && !m_peerReadsNoMore && !isFinished()) {
        if (!m_held) {
            auto next = m_source.next();
            if (!next) {
                fail(next.error(), fileExitCode(next.error()));
                return;
            }
            m_held = std::move(*next);
        }
        if (!m_held)
            break;
        const Status sent = m_attachment->send(*m_held);
        if (!sent && sent.error().code == ErrorCode::QueueFull)
            break; // `writable` calls again
        if (!sent && sent.error().code == ErrorCode::PeerClosed) {
            m_peerReadsNoMore = true;
            break;
        }
        if (!sent) {
            fail(sent.error());
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
    using engine::HalfState;
    m_peerSendsNoMore = connection.closed || connection.incoming == HalfState::ClosedByPeer;
    m_peerReadsNoMore = connection.closed || connection.outgoing == HalfState::ClosedByPeer;
    endIfDone();
}

void SendCommand::onMessage(const engine::MessageEvent &message)
{
    if (isFinished())
        return;
    const bool isReply = message.record.direction == capture::Direction::In;
    if (!isReply && !message.record.malformed) // malformed is one that was cut off
        ++m_sent;
    if (isReply) {
        ++m_replies;
        if (message.record.malformed && !std::exchange(m_malformed, true))
            say(QStringLiteral("A reply is not framed as %1; its bytes are printed as they came. --framing raw takes "
                               "any.")
                    .arg(QString::fromLatin1(m_options.request.framing->id())));
    }
    if (isReply || m_options.json)
        print(message.record);
    watchSilence();
    endIfDone();
}

void SendCommand::print(const capture::Record &record)
{
    QByteArray text;
    if (m_options.json) {
        JsonWriter json(text);
        json.beginObject();
        writeMessageFields(json, record, m_options.encoding);
        json.endObject();
    } else {
        const Slice payload = record.payload();
        text = payload.toByteArray();
        if (!m_options.encoding.isUtf8()) {
            if (const auto decoded = m_options.encoding.decode(payload.view()))
                text = decoded->toUtf8();
        }
        // A terminal would act on escape sequences; a file or a program gets the exact bytes.
        if (out().isTerminal())
            text = previewText(text, std::numeric_limits<qsizetype>::max()).toUtf8();
    }
    out().write(text + '\n');
    out().flush();
    if (out().state() != Output::State::Good)
        m_outputGone = true;
}

void SendCommand::onSilence()
{
    // A message may take longer than that to come or to go; it is silence only where no byte moved.
    if (moved() != m_movedBefore) {
        watchSilence();
        return;
    }
    if (m_peerReadsNoMore && !allHandedOver())
        endTooEarly();
    else
        fail({ ErrorCode::TimedOut, 0, m_attachment->path(), countWords(m_replies, wantedReplies().value_or(1)) });
}

void SendCommand::onEnded()
{
    m_ended = true;
    m_peerSendsNoMore = true;
    m_peerReadsNoMore = true;
    endIfDone();
}

/// Silence counts only while the peer has something to do; a person at stdin may think as long as it takes.
void SendCommand::watchSilence()
{
    const bool waiting = m_connected && (!haveReplies() || m_held || m_sent < m_queued);
    m_movedBefore = moved();
    if (waiting && m_options.request.timeoutMs > 0 && !isFinished())
        m_silence.start(m_options.request.timeoutMs);
    else
        m_silence.stop();
}

std::pair<quint64, qint64> SendCommand::moved() const
{
    return { m_attachment->bytesReceived(), m_attachment->queuedBytes() };
}

std::optional<quint64> SendCommand::wantedReplies() const
{
    if (m_options.replies)
        return m_options.replies;
    if (m_readOnly)
        return std::nullopt;
    return m_queued;
}

bool SendCommand::haveReplies() const
{
    const auto wanted = wantedReplies();
    return m_outputGone || (wanted && m_replies >= *wanted);
}

bool SendCommand::allHandedOver() const { return m_source.atEnd() && !m_held && m_attachment->queuedBytes() == 0; }

void SendCommand::endIfDone()
{
    if (isFinished() || !m_connected)
        return;
    if (haveReplies() && allHandedOver())
        finish(m_malformed ? ExitCode::Failed : ExitCode::Good);
    else if (m_peerSendsNoMore && (allHandedOver() || m_peerReadsNoMore))
        endTooEarly();
}

/// The peer sends no more, and what could be sent was sent.
void SendCommand::endTooEarly()
{
    const auto wanted = wantedReplies();
    if (!allHandedOver())
        fail({ ErrorCode::PeerClosed, 0, m_attachment->path(), QStringLiteral("not everything was sent") });
    else if (wanted && m_replies < *wanted)
        fail({ ErrorCode::PeerClosed, 0, m_attachment->path(), countWords(m_replies, *wanted) });
    else
        finish(m_malformed ? ExitCode::Failed : ExitCode::Good);
}

} // namespace pipeglass::cli
