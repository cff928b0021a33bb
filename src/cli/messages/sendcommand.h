// SPDX-License-Identifier: MIT
#pragma once

#include "cli/messages/sendsource.h"
#include "cli/messages/untilpattern.h"
#include "cli/streams/textencoding.h"
#include "cli/verb.h"
#include "engine/sessions/session.h"

#include <QTimer>

#include <utility>

namespace pipeglass::cli {

/// `pipeglass send`: play the client of a pipe. Attaches, sends its messages in order and prints what comes back. It
/// ends when everything was handed to the kernel and
/// - the wanted number of replies has come; it then waits a moment, and counts what else comes instead of printing it;
/// - or, with `until`, a message matched;
/// - or the peer sends no more, or `totalMs` or the longest silence is over.
/// What the framing still holds back at the end is shown as unfinished.
class SendCommand : public Command {
    Q_OBJECT

public:
    struct Options {
        engine::AttachRequest request;
        std::vector<SendSource::Item> items;
        TextEncoding encoding;
        std::optional<quint64> replies; ///< as many as messages where not given; without messages all there are
        std::optional<UntilPattern> until; ///< not with `replies`
        bool untilClosed = false; ///< not with `replies`
        int totalMs = 0; ///< from being connected to the end; 0 is no limit
        bool endsBySilence = true; ///< false: only connecting and sending have the request's time limit
        bool crLf = false;
        bool json = false;
        bool hexDump = false;
    };

    static const Verb &verb();

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

    /// Something else than a number of replies ends it.
    [[nodiscard]] bool readsOn() const;
    /// How many replies are to come for what was sent up to now; nothing where all are wanted.
    [[nodiscard]] std::optional<quint64> wantedReplies() const;
    /// What was asked for has come, or nobody wants it any more.
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] bool matchesUntil(const capture::Record &record);
    /// The kernel has all that was given up to now; lines of stdin may follow.
    [[nodiscard]] bool isHandedOver() const;
    [[nodiscard]] bool isAllHandedOver() const;
    [[nodiscard]] Error timeOut() const;
    /// Changes when a byte comes or goes.
    [[nodiscard]] std::pair<quint64, qint64> moved() const;

    Options m_options;
    SendSource m_source;
    BackgroundThread m_background;
    std::unique_ptr<engine::Session> m_session;
    std::optional<QByteArray> m_held; ///< waits for room in the queue
    quint64 m_queued = 0; ///< messages given to the session
    quint64 m_sent = 0; ///< of those, taken by the kernel
    quint64 m_replies = 0;
    quint64 m_moreMessages = 0; ///< came when everything that was asked for had come
    qint64 m_moreBytes = 0; ///< payload of those
    bool m_connected = false;
    bool m_readOnly = false; ///< nothing to send was given
    bool m_waitsForInput = false; ///< the next message is a line of stdin that has yet to come
    bool m_peerSendsNoMore = false;
    bool m_peerReadsNoMore = false;
    bool m_matched = false; ///< the message that `until` waits for was printed
    bool m_satisfied = false; ///< all that was asked for was printed: what else comes is counted only
    bool m_ending = false; ///< the link was closed by this command
    bool m_malformed = false;
    bool m_outputGone = false;
    QTimer m_silence;
    QTimer m_total;
    QTimer m_linger; ///< runs while more than what was asked for is waited for
    std::pair<quint64, qint64> m_movedBefore; ///< when the silence began
};

} // namespace pipeglass::cli
