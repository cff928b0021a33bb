// SPDX-License-Identifier: MIT
#include "engine/sockets/channel.h"

#include <QScopedValueRollback>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>

namespace pipeglass::engine {

namespace {

constexpr qsizetype chunkSize = qsizetype{ 256 } << 10U;
/// A chunk that is mostly empty is copied, so that a short message does not hold 64 KiB for as long as it lives.
constexpr qsizetype worthKeeping = qsizetype{ 16 } << 10U;
/// How often one wake-up reads or writes: a busy peer must leave the event loop to the others.
constexpr int turnsPerWakeUp = 4;
constexpr size_t piecesPerSend = 64;

/// Of this thread: a chunk for the next read; empty while it is in use.
QByteArray &spareChunk()
{
    thread_local QByteArray chunk;
    return chunk;
}

void appendControl(std::vector<char> &control, int type, const void *data, size_t size)
{
    const size_t start = control.size();
    control.resize(start + CMSG_SPACE(size));
    cmsghdr header{};
    header.cmsg_level = SOL_SOCKET;
    header.cmsg_type = type;
    header.cmsg_len = CMSG_LEN(size);
    std::memcpy(control.data() + start, &header, sizeof header);
    std::memcpy(control.data() + start + CMSG_LEN(0), data, size);
}

/// The control messages that pass these descriptors, and name the sender unless its pid is 0; empty for none.
std::vector<char> controlFor(const std::vector<UniqueFd> &descriptors, Sender sender)
{
    std::vector<char> control;
    if (!descriptors.empty()) {
        std::vector<int> numbers;
        for (const UniqueFd &one : descriptors)
            numbers.push_back(one.get());
        appendControl(control, SCM_RIGHTS, numbers.data(), numbers.size() * sizeof(int));
    }
    if (sender.pid > 0) {
        const ucred credentials{ sender.pid, sender.uid, sender.gid };
        appendControl(control, SCM_CREDENTIALS, &credentials, sizeof credentials);
    }
    return control;
}

} // namespace

Channel::Channel(UniqueFd socket, QObject *parent)
    : QObject(parent)
    , m_socket(std::move(socket))
    , m_poller(Poller::ofThread())
{
    const int flags = ::fcntl(m_socket.get(), F_GETFL);
    ::fcntl(m_socket.get(), F_SETFL, flags | O_NONBLOCK);
    ::fcntl(m_socket.get(), F_SETFD, FD_CLOEXEC);
}

Channel::~Channel() { m_poller->unwatch(m_socket.get()); }

void Channel::receiveSenders()
{
    const int on = 1;
    (void)::setsockopt(m_socket.get(), SOL_SOCKET, SO_PASSCRED, &on, sizeof on);
}

void Channel::start()
{
    if (m_started || m_closed)
        return;
    m_started = true;
    // Without descriptors left for the poller nothing could be carried.
    if (!m_poller->watch(m_socket.get(), *this, m_interests))
        QMetaObject::invokeMethod(this, &Channel::close, Qt::QueuedConnection);
    else if (m_queue.bytes() > 0 && !isFull())
        continueLater();
}

void Channel::ready(quint32 events)
{
    m_willContinue = false;
    const bool isHangup = (events & (EPOLLHUP | EPOLLERR)) != 0;
    if (isHangup || (events & EPOLLOUT) != 0)
        setInterest(Poller::Room, false);
    if (m_queue.bytes() > 0 && !isFull())
        writeSome();
    if (isHangup || (events & (EPOLLIN | EPOLLRDHUP)) != 0) {
        readSome();
        if (!m_reading || m_incoming != HalfState::Open)
            setInterest(Poller::Input, false); // it would be reported all the time
    }
    if (isHangup && m_incoming != HalfState::Open)
        breakOutgoing();
}

void Channel::readSome()
{
    for (int turn = 0; turn < turnsPerWakeUp && m_reading && m_incoming == HalfState::Open; ++turn) {
        QByteArray chunk = std::exchange(spareChunk(), {});
        if (chunk.isEmpty())
            chunk = QByteArray(chunkSize, Qt::Uninitialized);
        const ssize_t size = receiveOnce(chunk);
        const Timestamp time = now();
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            spareChunk() = std::move(chunk);
            return;
        }
        if (size <= 0) { // ECONNRESET comes behind the last byte, so it is an end like any other
            endIncoming();
            return;
        }
        Slice bytes;
        if (size < worthKeeping) {
            bytes = Slice(QByteArray(chunk.constData(), size));
            spareChunk() = std::move(chunk);
        } else {
            chunk.truncate(size);
            bytes = Slice(std::move(chunk));
        }
        Q_EMIT received(bytes, time);
        m_passed.clear();
        if (size < chunkSize)
            return;
    }
}

/// As recv(), and keeps the descriptors that came along in m_passed, and the sender in m_sender.
ssize_t Channel::receiveOnce(QByteArray &chunk)
{
    constexpr size_t mostDescriptors = 253; // SCM_MAX_FD of the kernel
    alignas(cmsghdr) char control[CMSG_SPACE(mostDescriptors * sizeof(int)) + CMSG_SPACE(sizeof(ucred))];
    iovec piece{ chunk.data(), static_cast<size_t>(chunk.size()) };
    msghdr message{};
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    const ssize_t size = ::recvmsg(m_socket.get(), &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    if (size < 0)
        return size;
    m_lostPassed = (message.msg_flags & MSG_CTRUNC) != 0;
    for (cmsghdr *header = CMSG_FIRSTHDR(&message); header != nullptr; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_CREDENTIALS) {
            ucred credentials{};
            std::memcpy(&credentials, CMSG_DATA(header), sizeof credentials);
            m_sender = { credentials.pid, credentials.uid, credentials.gid };
        }
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS)
            continue;
        for (size_t at = CMSG_LEN(0); at + sizeof(int) <= header->cmsg_len; at += sizeof(int)) {
            int descriptor = -1;
            std::memcpy(&descriptor, reinterpret_cast<const char *>(header) + at, sizeof descriptor);
            m_passed.emplace_back(descriptor);
        }
    }
    return size;
}

Status Channel::write(Slice bytes, quint64 token)
{
    if (m_outgoing == HalfState::Open && !m_finishing && m_queue.bytes() > 0
        && m_queue.bytes() + bytes.size() > m_queueLimit)
        return failure(ErrorCode::QueueFull);
    return writeBeyondLimit({ std::move(bytes), token });
}

Status Channel::writeBeyondLimit(Outgoing piece)
{
    if (m_outgoing != HalfState::Open || m_finishing)
        return failure(ErrorCode::PeerClosed);
    m_queue.push(std::move(piece));
    if (!m_inWrite && !isFull() && !m_willContinue)
        writeSome();
    return {};
}

void Channel::writeSome()
{
    if (m_inWrite || m_outgoing != HalfState::Open || !m_writing)
        return;
    {
        const QScopedValueRollback guard(m_inWrite, true);
        reportTaken(); // an empty piece needs no kernel
        for (int turn = 0; turn < turnsPerWakeUp && m_outgoing == HalfState::Open && m_writing; ++turn) {
            if (m_queue.bytes() == 0 || !sendOnce())
                break;
        }
    }
    shutDownIfFinished();
    if (m_outgoing == HalfState::Open && m_writing && m_queue.bytes() > 0 && !isFull())
        continueLater();
}

ssize_t Channel::sendQueued()
{
    std::array<iovec, piecesPerSend> pieces;
    msghdr message{};
    message.msg_iov = pieces.data();
    message.msg_iovlen = m_queue.gather(pieces);
    std::vector<char> control = controlFor(m_queue.passed(), m_mayNameSenders ? m_queue.sender() : Sender());
    if (!control.empty()) {
        message.msg_control = control.data();
        message.msg_controllen = control.size();
    }
    return ::sendmsg(m_socket.get(), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
}

bool Channel::sendOnce()
{
    ssize_t size = sendQueued();
    if (size < 0 && m_mayNameSenders && m_queue.sender().pid > 0 && (errno == EPERM || errno == ESRCH)) {
        // Without CAP_SYS_ADMIN, in a user namespace that lacks these numbers, or of a process that is gone.
        m_mayNameSenders = errno == ESRCH;
        m_queue.forgetSender();
        size = sendQueued();
    }
    if (size >= 0) {
        m_queue.take(size);
        reportTaken();
        Q_EMIT queueShrank();
        return true;
    }
    if (errno == EINTR)
        return true;
    // ENOBUFS and ENOMEM pass: the poller tells at once, and it is tried again.
    if (errno == EAGAIN || errno == EWOULDBLOCK || errno == ENOBUFS || errno == ENOMEM)
        setInterest(Poller::Room, true);
    else
        breakOutgoing();
    return false;
}

void Channel::reportTaken()
{
    const Timestamp time = now();
    while (!m_closed && m_queue.firstIsDone())
        Q_EMIT taken(m_queue.popFirst(), time);
}

void Channel::endIncoming()
{
    m_incoming = HalfState::ClosedByPeer;
    if (m_outgoing == HalfState::Open && isHungUp()) {
        m_outgoing = HalfState::ClosedByPeer;
        dropQueue();
    }
    update();
}

void Channel::breakOutgoing()
{
    if (m_outgoing != HalfState::Open)
        return;
    m_outgoing = HalfState::ClosedByPeer;
    dropQueue();
    update();
}

void Channel::finishWriting()
{
    if (m_outgoing != HalfState::Open || m_finishing)
        return;
    m_finishing = true;
    shutDownIfFinished();
}

void Channel::finishReading()
{
    if (m_incoming != HalfState::Open)
        return;
    ::shutdown(m_socket.get(), SHUT_RD);
    m_incoming = HalfState::ClosedByUs;
    update();
}

void Channel::shutDownIfFinished()
{
    if (!m_finishing || m_outgoing != HalfState::Open || !m_queue.isEmpty())
        return;
    ::shutdown(m_socket.get(), SHUT_WR);
    m_outgoing = HalfState::ClosedByUs;
    update();
}

void Channel::dropQueue()
{
    const Timestamp time = now();
    while (m_queue.firstIsDone()) // the kernel has these, though nobody was told yet
        Q_EMIT taken(m_queue.popFirst(), time);
    const WriteQueue::Part part = m_queue.takenPart();
    const bool wasQueued = m_queue.bytes() > 0;
    m_queue.clear();
    if (part.size > 0)
        Q_EMIT cutOff(part.token, part.size, time);
    if (wasQueued)
        Q_EMIT queueShrank();
}

void Channel::update()
{
    if (m_closed)
        return;
    if (m_incoming != HalfState::Open && m_outgoing != HalfState::Open) {
        close();
        return;
    }
    Q_EMIT halfClosed();
}

void Channel::continueLater()
{
    if (m_started && !m_closed && !std::exchange(m_willContinue, true))
        m_poller->again(m_socket.get());
}

void Channel::setInterest(Poller::Interest interest, bool on)
{
    if (m_interests.testFlag(interest) == on)
        return;
    m_interests.setFlag(interest, on);
    if (m_started && !m_closed)
        m_poller->setInterests(m_socket.get(), m_interests);
}

void Channel::setReading(bool on)
{
    m_reading = on;
    if (on && m_incoming == HalfState::Open)
        setInterest(Poller::Input, true);
}

void Channel::setWriting(bool on)
{
    if (std::exchange(m_writing, on) != on && on && m_queue.bytes() > 0 && !isFull())
        continueLater();
}

bool Channel::isHungUp() const
{
    pollfd question{ m_socket.get(), 0, 0 };
    return ::poll(&question, 1, 0) > 0 && (question.revents & (POLLHUP | POLLERR)) != 0;
}

void Channel::close()
{
    if (m_closed)
        return;
    m_closed = true;
    m_poller->unwatch(m_socket.get());
    if (m_incoming == HalfState::Open)
        m_incoming = HalfState::ClosedByUs;
    if (m_outgoing == HalfState::Open) {
        m_outgoing = HalfState::ClosedByUs;
        dropQueue();
    }
    m_socket.reset();
    Q_EMIT closed();
}

} // namespace pipeglass::engine
