// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "core/uniquefd.h"
#include "engine/session.h"
#include "engine/writequeue.h"

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace pipeglass::engine {

class HangupWatch;

/// Carries the bytes of one connected stream socket, without blocking, in its thread's event loop. Unlike QLocalSocket
/// it knows that a link has two halves: end-of-file from the peer does not stop us from writing, and a peer that reads
/// no more is still read from. No byte that arrived is lost by whatever happens to the other half.
///
/// Never deletes itself; after `closed` nothing more is signalled. Slots may call anything, but delete it later only.
class Channel : public QObject {
    Q_OBJECT

public:
    /// The queue's limit in bytes, unless somebody says otherwise.
    static constexpr qint64 defaultQueueLimit = qint64{ 8 } << 20U;

    explicit Channel(UniqueFd socket, QObject *parent = nullptr);
    ~Channel() override;

    void start(); ///< begins to read; call it when the signals are connected

    [[nodiscard]] HalfState incoming() const { return m_incoming; }
    [[nodiscard]] HalfState outgoing() const { return m_outgoing; }
    [[nodiscard]] bool isClosed() const { return m_closed; }
    [[nodiscard]] int socket() const { return m_socket.get(); }

    /// Queues a frame, or hands it to the kernel at once. Fails with PeerClosed (also after finishWriting) or
    /// QueueFull. A frame larger than the limit is taken when nothing else is queued.
    [[nodiscard]] Status write(framing::Frame frame);
    /// The same without a limit: for answers, whose source (reading) is what the caller stops instead.
    [[nodiscard]] Status writeBeyondLimit(framing::Frame frame);
    [[nodiscard]] qint64 queuedBytes() const { return m_queue.bytes(); }
    void setQueueLimit(qint64 bytes) { m_queueLimit = bytes; }

    /// Back-pressure from our side. What was stopped waits in the kernel, then with the peer.
    void setReading(bool on);
    void setWriting(bool on);

    void finishWriting(); ///< ends our half when all that is queued has gone
    void close(); ///< ends it all now; what is queued is dropped

Q_SIGNALS:
    void received(const QByteArray &bytes, pipeglass::Timestamp time);
    void taken(const pipeglass::framing::Frame &frame, pipeglass::Timestamp time); ///< the kernel has all of it
    /// Our half ended inside a frame, and the kernel had taken this much of it.
    void cutOff(const pipeglass::Slice &part, pipeglass::Timestamp time);
    void queueShrank(); ///< fewer bytes are queued than before
    void halfClosed(); ///< incoming() or outgoing() changed, and the link lives on
    void closed(); ///< the last signal

private:
    void readSome();
    void writeSome();
    bool sendOnce(); ///< false: the kernel takes no more now
    void reportTaken();
    void endIncoming();
    void breakOutgoing();
    void shutDownIfFinished();
    void dropQueue();
    void update(); ///< after a half changed: closes, or says so and watches for the rest
    void updateNotifiers();
    [[nodiscard]] bool isHungUp() const;

    UniqueFd m_socket;
    QSocketNotifier *m_readNotifier = nullptr;
    QSocketNotifier *m_writeNotifier = nullptr;
    HangupWatch *m_hangupWatch = nullptr;
    WriteQueue m_queue;
    qint64 m_queueLimit = defaultQueueLimit;
    HalfState m_incoming = HalfState::Open;
    HalfState m_outgoing = HalfState::Open;
    bool m_started = false;
    bool m_reading = true;
    bool m_writing = true;
    bool m_finishing = false;
    bool m_inWrite = false; ///< a slot of `taken` writes: it is queued, the loop below sends it
    bool m_closed = false;
};

} // namespace pipeglass::engine
