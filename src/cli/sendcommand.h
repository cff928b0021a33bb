// SPDX-License-Identifier: MIT
#pragma once

#include "cli/sendsource.h"
#include "cli/textencoding.h"
#include "cli/verb.h"
#include "engine/attachment.h"

#include <QTimer>

#include <utility>

namespace pipeglass::cli {

/// `pipeglass send`: play the client of a pipe. Attaches, sends its messages in order, prints what comes back, and ends
/// when everything was handed to the kernel and the wanted replies have come, or the peer said that it sends no more.
class SendCommand : public Command {
    Q_OBJECT

public:
    struct Options {
        engine::AttachRequest request;
        std::vector<SendSource::Item> items;
        TextEncoding encoding;
        std::optional<quint64> replies; ///< as many as messages where not given; without messages all there are
        bool json = false;
    };

    static const Verb &verb();

    SendCommand(Options options, Streams streams);
    ~SendCommand() override;

    void start() override;
    void outputClosed() override;

private:
    void connected();
    void pump();
    void onConnection(const engine::ConnectionState &connection);
    void onMessage(const engine::MessageEvent &message);
    void onSilence();
    void onEnded();
    void print(const capture::Record &record);
    void watchSilence();
    void endIfDone();
    void endTooEarly();

    /// How many replies are to come for what was sent up to now; nothing where all are wanted.
    [[nodiscard]] std::optional<quint64> wantedReplies() const;
    [[nodiscard]] bool haveReplies() const;
    [[nodiscard]] bool allHandedOver() const;
    /// Changes when a byte comes or goes.
    [[nodiscard]] std::pair<quint64, qint64> moved() const;

    Options m_options;
    SendSource m_source;
    std::unique_ptr<engine::Attachment> m_attachment;
    std::optional<QByteArray> m_held; ///< waits for room in the queue
    quint64 m_queued = 0; ///< messages given to the attachment
    quint64 m_sent = 0; ///< of those, taken by the kernel
    quint64 m_replies = 0;
    bool m_connected = false;
    bool m_readOnly = false; ///< nothing to send was given
    bool m_peerSendsNoMore = false;
    bool m_peerReadsNoMore = false;
    bool m_ended = false;
    bool m_malformed = false;
    bool m_outputGone = false;
    QTimer m_silence;
    std::pair<quint64, qint64> m_movedBefore; ///< when the silence began
};

} // namespace pipeglass::cli
