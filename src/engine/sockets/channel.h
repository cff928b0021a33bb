// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "core/uniquefd.h"
#include "engine/sockets/poller.h"
#include "engine/sockets/writequeue.h"

#include <QObject>

#include <memory>
#include <utility>

namespace pipeglass::engine {

/// A half of a link: open, ended by them, ended by us.
enum class HalfState { Open, ClosedByPeer, ClosedByUs };

/// Carries the bytes of one connected stream socket, without blocking, in its thread's event loop. Unlike QLocalSocket
/// it knows that a link has two halves: end-of-file from the peer does not stop us from writing, and a peer that reads
/// no more is still read from. No byte that arrived is lost by whatever happens to the other half. Descriptors that are
/// passed along with bytes are received and can be passed on. It knows nothing of messages.
///
/// Never deletes itself; after `closed` nothing more is signalled. Slots may call anything, but delete it later only.
class Channel : public QObject, private Poller::Watcher {
    Q_OBJECT

public:
    /// The queue's limit in bytes, unless somebody says otherwise.
    static constexpr qint64 defaultQueueLimit = qint64{ 8 } << 20U;

    explicit Channel(UniqueFd socket, QObject *parent = nullptr);
    ~Channel() override;

    /// Asks the kernel to tell who sends what is received from now on.
    void receiveSenders();
    void start(); ///< begins to read; call it when the signals are connected

    [[nodiscard]] HalfState incoming() const { return m_incoming; }
    [[nodiscard]] HalfState outgoing() const { return m_outgoing; }
    [[nodiscard]] bool isClosed() const { return m_closed; }
    [[nodiscard]] int socket() const { return m_socket.get(); }

    /// Queues bytes, or hands them to the kernel at once; `taken` tells their token. Fails with PeerClosed (also after
    /// finishWriting) or QueueFull. More than the limit is taken when nothing else is queued.
    [[nodiscard]] Status write(Slice bytes, quint64 token);
    /// The same without a limit: for replies, whose source (reading) is what the caller stops instead.
    [[nodiscard]] Status writeBeyondLimit(Outgoing piece);
    [[nodiscard]] qint64 queuedBytes() const { return m_queue.bytes(); }
    void setQueueLimit(qint64 bytes) { m_queueLimit = bytes; }

    /// Within a slot of `received`: the descriptors that came with these bytes. Those that nobody takes are closed.
    [[nodiscard]] std::vector<UniqueFd> takePassed() { return std::exchange(m_passed, {}); }
    /// Within a slot of `received`: more descriptors came than this process may open, and some are lost.
    [[nodiscard]] bool lostPassed() const { return m_lostPassed; }
    /// Within a slot of `received`: who sent these bytes, after receiveSenders().
    [[nodiscard]] Sender sender() const { return m_sender; }
    [[nodiscard]] bool hasQueuedDescriptors() const { return m_queue.hasPassed(); }

    /// Back-pressure from our side. What was stopped waits in the kernel, then with the peer.
    void setReading(bool on);
    void setWriting(bool on);

    void finishWriting(); ///< ends our half when all that is queued has gone
    void finishReading(); ///< reads no more; the peer's next write fails with EPIPE
    void close(); ///< ends it all now; what is queued is dropped

Q_SIGNALS:
    void received(const pipeglass::Slice &bytes, pipeglass::Timestamp time);
    void taken(quint64 token, pipeglass::Timestamp time); ///< the kernel has all of that write
    /// Our half ended inside a write, and the kernel had taken this many bytes of it.
    void cutOff(quint64 token, qsizetype size, pipeglass::Timestamp time);
    void queueShrank(); ///< fewer bytes are queued than before
    void halfClosed(); ///< incoming() or outgoing() changed, and the link lives on
    void closed(); ///< the last signal

private:
    void ready(quint32 events) override;
    void readSome();
    [[nodiscard]] ssize_t receiveOnce(QByteArray &chunk);
    void writeSome();
    [[nodiscard]] ssize_t sendQueued();
    bool sendOnce(); ///< false: the kernel takes no more now
    void reportTaken();
    void endIncoming();
    void breakOutgoing();
    void shutDownIfFinished();
    void dropQueue();
    void update(); ///< after a half changed: closes, or says so and watches for the rest
    void continueLater();
    [[nodiscard]] bool isFull() const { return m_interests.testFlag(Poller::Room); } ///< the kernel takes no more now
    void setInterest(Poller::Interest interest, bool on);
    [[nodiscard]] bool isHungUp() const;

    UniqueFd m_socket;
    std::shared_ptr<Poller> m_poller;
    WriteQueue m_queue;
    std::vector<UniqueFd> m_passed; ///< came with the bytes that are told just now
    Sender m_sender; ///< of the bytes that are told just now
    qint64 m_queueLimit = defaultQueueLimit;
    HalfState m_incoming = HalfState::Open;
    HalfState m_outgoing = HalfState::Open;
    bool m_mayNameSenders = true; ///< the kernel lets us send in the name of others
    bool m_started = false;
    Poller::Interests m_interests = Poller::Input;
    bool m_willContinue = false; ///< ready() is called again, without news
    bool m_reading = true;
    bool m_writing = true;
    bool m_finishing = false;
    bool m_inWrite = false; ///< a slot of `taken` writes: it is queued, the loop below sends it
    bool m_closed = false;
    bool m_lostPassed = false; ///< of the bytes that are told just now
};

} // namespace pipeglass::engine
