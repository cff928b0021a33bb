// SPDX-License-Identifier: MIT
#pragma once

#include "cli/messages/decodingtext.h"
#include "cli/messages/sendsource.h"
#include "cli/messages/untilpattern.h"
#include "cli/verb.h"
#include "engine/sessions/session.h"
#include "exporting/textencoding.h"

#include <QTimer>

#include <utility>

namespace pipeglass::cli {

/// `pipeglass send`: connects to a pipe, sends messages and prints the replies. Ends when everything was sent and
/// - the requested number of replies was received (further ones within a moment are counted, not printed);
/// - or, with `until`, a message matched;
/// - or the peer sends no more, or `totalMs` or the timeout has expired.
/// Bytes held by the framing at the end are shown as incomplete.
class SendCommand : public Command {
    Q_OBJECT

public:
    struct Options {
        engine::AttachRequest request;
        std::vector<SendSource::Item> items;
        exporting::TextEncoding encoding;
        const decoding::Decoder *as = nullptr; ///< texts are values of this format; null: they are the payloads
        decoding::MessageTypesPtr types{}; ///< of messages of protobuf; may be null
        std::optional<quint64> replies; ///< default: the number of messages sent; without messages all
        std::optional<UntilPattern> until; ///< not with `replies`
        bool untilClosed = false; ///< not with `replies`
        int totalMs = 0; ///< from connecting to the end; 0: no limit
        bool endsBySilence = true; ///< false: the timeout applies to connecting and sending only
        bool crLf = false;
        bool json = false;
        bool hexDump = false;
        MessageDecoder decoder;

        /// What makes the payload of a text.
        [[nodiscard]] SendSource::Encode encoder() const;
    };

    static Verb verb();

    SendCommand(Options options, Streams streams);
    ~SendCommand() override;

    void start() override;
    void outputClosed() override;

protected:
    void onInterrupt() override;

private:
    void tellLink();
    void onFailed(const Error &error);
    void connected();
    void pump();
    void onConnection(const engine::ConnectionState &connection);
    void onMessage(const engine::MessageEvent &message);
    void onReply(const capture::Record &record);
    void onUnfinished(const capture::Record &record);
    void onSilence();
    void onTotalTime();
    void onEnded();
    void print(const capture::Record &record);
    void watchSilence();
    void endIfDone();
    void endTooEarly();
    void end(const std::optional<Error> &error = {});
    void closeLink();

    /// Ends by something other than a number of replies.
    [[nodiscard]] bool endsWithoutCount() const;
    /// Number of replies expected for what was sent so far; nullopt: all.
    [[nodiscard]] std::optional<quint64> wantedReplies() const;
    /// Everything requested was received, or stdout was closed.
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] bool matchesUntil(const capture::Record &record);
    /// Everything read so far was sent; lines of stdin may follow.
    [[nodiscard]] bool isSent() const;
    [[nodiscard]] bool isEverythingSent() const;
    [[nodiscard]] Error timeOut() const;
    /// Changes with every byte sent or received.
    [[nodiscard]] std::pair<quint64, qint64> transferred() const;

    Options m_options;
    SendSource m_source;
    BackgroundThread m_background;
    std::unique_ptr<engine::Session> m_session;
    std::optional<QByteArray> m_held; ///< waits for space in the queue
    quint64 m_queued = 0; ///< messages given to the session
    quint64 m_sent = 0; ///< of those, passed to the kernel
    quint64 m_replies = 0;
    quint64 m_moreMessages = 0; ///< received after everything requested
    qint64 m_moreBytes = 0; ///< payload bytes of those
    bool m_connected = false;
    bool m_readOnly = false; ///< nothing to send
    bool m_waitsForInput = false; ///< the next message is a line of stdin that has not been read
    bool m_peerSendsNoMore = false;
    bool m_peerReadsNoMore = false;
    bool m_matched = false; ///< a message matched `until`
    bool m_satisfied = false; ///< everything requested was printed: further messages are only counted
    bool m_ending = false; ///< this command has closed the connection
    bool m_malformed = false;
    bool m_outputGone = false;
    QTimer m_silence;
    QTimer m_total;
    QTimer m_linger; ///< waits for further messages
    std::pair<quint64, qint64> m_transferredBefore; ///< transferred() when the silence began
};

} // namespace pipeglass::cli
