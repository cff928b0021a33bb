// SPDX-License-Identifier: MIT
#include "engine/sessions/relay.h"

#include "engine/sessions/recorder.h"
#include "framing/autoframing.h"

#include <QScopedValueRollback>

#include <utility>

#include <sys/socket.h>
#include <unistd.h>

namespace pipeglass::engine {

using capture::EventKind;

namespace {

/// Asked for in the kernel's queue to each side, so that a wake-up passes on more at once; the kernel gives less.
constexpr int socketQueue = 512 << 10;

void widenQueue(int socket) { (void)::setsockopt(socket, SOL_SOCKET, SO_SNDBUF, &socketQueue, sizeof socketQueue); }

bool isSameSpeed(const DirectionRules &one, const DirectionRules &other)
{
    return one.bytesPerSecond == other.bytesPerSecond && one.delayMs == other.delayMs && one.jitterMs == other.jitterMs;
}

} // namespace

Relay::Relay(const Setup &setup, PerSide<UniqueFd> sockets, Recorder &recorder, QObject *parent)
    : Connection(setup, recorder, parent)
    , m_client(std::move(sockets.client))
    , m_server(std::move(sockets.server))
{
    connectChannel(Side::Client);
    connectChannel(Side::Server);
    const auto updateBoth = [this] {
        for (const Side side : { Side::Client, Side::Server }) {
            if (m_shapers[side] != nullptr)
                m_shapers[side]->setBlocked(this->recorder().isStalled());
            updateReading(side);
        }
    };
    connect(&recorder, &Recorder::stalled, this, updateBoth);
    connect(&recorder, &Recorder::resumed, this, updateBoth);
    m_cutTimer.setSingleShot(true);
    connect(&m_cutTimer, &QTimer::timeout, this, &Relay::close);
}

void Relay::connectChannel(Side side)
{
    Channel &one = channel(side);
    connect(&one, &Channel::received, this, [this, side](const Slice &bytes, Timestamp time) {
        forward(side, bytes, time);
    });
    connect(&one, &Channel::queueShrank, this, [this, side] {
        updateReading(otherSide(side));
        Q_EMIT queueShrank();
    });
    connect(&one, &Channel::halfClosed, this, [this, side] { onChanged(side); });
    connect(&one, &Channel::closed, this, [this, side] { onClosed(side); });
}

void Relay::begin()
{
    m_hasBegun = true;
    const RelayRules rules = std::exchange(mutableState().rules, {});
    setRules(rules);
    updateReading(Side::Client);
    updateReading(Side::Server);
    for (Channel *one : { &m_client, &m_server }) {
        widenQueue(one->socket());
        if (::geteuid() == 0)
            one->receiveSenders();
        one->start();
    }
}

void Relay::close()
{
    if (state().closed)
        return;
    recordEvent(EventKind::Cut);
    discard(Side::Client);
    discard(Side::Server);
    m_client.close();
    m_server.close();
}

qint64 Relay::queuedBytes() const
{
    qint64 sum = m_client.queuedBytes() + m_server.queuedBytes();
    for (const Shaper *shaper : { m_shapers.client, m_shapers.server })
        sum += shaper != nullptr ? shaper->bytes() : 0;
    return sum;
}

void Relay::setFraming(Side from, const framing::FramingPtr &framing)
{
    Connection::setFraming(from, framing);
    if (m_shapers[from] != nullptr)
        m_shapers[from]->setFraming(framing, mutableStream(from).begun());
}

void Relay::setRules(const RelayRules &rules)
{
    const RelayRules before = std::exchange(mutableState().rules, rules);
    if (!m_hasBegun || state().closed)
        return;
    if (rules.cutAfterMs == 0)
        m_cutTimer.stop();
    else if (!m_cutTimer.isActive())
        m_cutTimer.start(rules.cutAfterMs);
    for (const Side side : { Side::Client, Side::Server }) {
        if (before.from[side] != rules.from[side])
            applyRules(side, before.from[side]);
    }
    if (before != rules)
        Q_EMIT changed();
}

void Relay::applyRules(Side from, const DirectionRules &before)
{
    const DirectionRules &rules = state().rules.from[from];
    if (rules.paused != before.paused)
        recordEvent(rules.paused ? EventKind::Paused : EventKind::Resumed, from);
    if (!isSameSpeed(rules, before)) {
        capture::Event event{ {}, state().id, EventKind::Slowed, from };
        event.bytes = static_cast<quint64>(rules.bytesPerSecond);
        event.delayMs = rules.delayMs;
        event.jitterMs = rules.jitterMs;
        recorder().record(event);
    }
    if (m_shapers[from] == nullptr && rules != DirectionRules())
        makeShaper(from);
    if (m_shapers[from] != nullptr)
        m_shapers[from]->setRules(rules, mutableStream(from).begun());
    removeIdleShaper(from);
}

void Relay::makeShaper(Side from)
{
    const MessageStream &of = stream(from);
    auto *shaper =
        new Shaper({ from, state().id, resolvedFraming(of.framing(), of.guessed()), of.limit() }, recorder(), this);
    m_shapers[from] = shaper;
    shaper->setBlocked(recorder().isStalled());
    connect(shaper, &Shaper::passing, this, [this, from](Outgoing *piece) { pass(from, std::move(*piece), now()); });
    connect(shaper, &Shaper::heldChanged, this, [this, from] {
        updateHeld();
        updateReading(from); // a message may have been dropped
    });
    connect(shaper, &Shaper::drained, this, [this, from] {
        finishIfDrained(from);
        removeIdleShaper(from);
    });
}

void Relay::removeIdleShaper(Side from)
{
    if (m_shapers[from] != nullptr && m_shapers[from]->isIdle())
        std::exchange(m_shapers[from], nullptr)->deleteLater();
}

void Relay::updateHeld()
{
    std::vector<HeldMessage> held;
    for (const Shaper *shaper : { m_shapers.client, m_shapers.server }) {
        if (shaper != nullptr) {
            const std::vector<HeldMessage> some = shaper->held();
            held.insert(held.end(), some.begin(), some.end());
        }
    }
    mutableState().held = std::move(held);
    if (!state().closed)
        Q_EMIT changed();
}

Status Relay::decide(Side from, quint64 held, const HeldAction &action)
{
    if (m_shapers[from] == nullptr)
        return Shaper::notHeld();
    return m_shapers[from]->decide(held, action);
}

Status Relay::inject(Side from, const QByteArray &payload)
{
    Channel &to = channel(otherSide(from));
    if (to.outgoing() != HalfState::Open || state().ends[from] != StreamEnd::Open)
        return failure(ErrorCode::PeerClosed);
    if (to.queuedBytes() > queueLimit || m_injected[from].size() > Shaper::mostHeld)
        return failure(ErrorCode::QueueFull);
    const MessageStream &of = stream(from);
    const QByteArray &guessed = of.guessed().isEmpty() ? stream(otherSide(from)).guessed() : of.guessed();
    const Result<framing::Frame> frame = resolvedFraming(of.framing(), guessed)->encode(payload, from, of.limit());
    if (!frame)
        return failure(frame.error());
    m_injected[from].push_back(*frame);
    passInjected(from);
    return {};
}

void Relay::passInjected(Side from)
{
    while (!m_isPassing[from] && !m_injected[from].empty() && stream(from).awaited().have == 0) {
        const framing::Frame frame = m_injected[from].front();
        m_injected[from].pop_front();
        recordEvent(EventKind::Injected, from);
        (void)channel(otherSide(from)).writeBeyondLimit({ frame.wire });
        mutableStream(from).record(frame, now());
    }
}

void Relay::forward(Side from, const Slice &bytes, Timestamp time)
{
    Outgoing piece{ bytes, 0, channel(from).takePassed() };
    if (channel(from).lostPassed())
        recordEvent(EventKind::DescriptorsLost, from);
    if (channel(from).sender() != m_senders[from])
        noteSender(from);
    if (m_shapers[from] == nullptr) {
        pass(from, std::move(piece), time);
    } else {
        m_shapers[from]->push(std::move(piece));
        updateReading(from);
    }
}

void Relay::noteSender(Side from)
{
    m_senders[from] = channel(from).sender();
    const pid_t known = state().peers[from].pid;
    if (known == 0 || m_senders[from].pid == 0 || known == m_senders[from].pid)
        return;
    capture::Event event{ {}, state().id, EventKind::CredentialsPassed, from };
    event.process = { m_senders[from].pid, {}, m_senders[from].uid, {} };
    recorder().record(event);
}

void Relay::pass(Side from, Outgoing piece, Timestamp time)
{
    const qint64 cutAfter = state().rules.cutAfterBytes;
    if (cutAfter > 0)
        piece.bytes =
            piece.bytes.sliced(0, static_cast<qsizetype>(qBound<qint64>(0, cutAfter - m_passed, piece.bytes.size())));
    // To the end of the message after which one is to be injected; where only the framing finds it, byte by byte.
    while (!m_injected[from].empty() && !piece.bytes.isEmpty()) {
        const Awaited awaited = stream(from).awaited();
        const qsizetype missing = awaited.total > awaited.have ? awaited.total - awaited.have : 1;
        const Slice all = piece.bytes;
        const qsizetype size = qMin(missing, all.size());
        piece.bytes = all.sliced(0, size);
        passOnce(from, { piece.bytes, 0, std::exchange(piece.passed, {}) }, time);
        passInjected(from);
        piece.bytes = all.sliced(size, all.size() - size);
    }
    if (!piece.bytes.isEmpty())
        passOnce(from, std::move(piece), time);
    passInjected(from);
    if (cutAfter > 0 && m_passed >= cutAfter)
        cutAfterLimit();
}

void Relay::passOnce(Side from, Outgoing piece, Timestamp time)
{
    const Slice bytes = piece.bytes;
    const auto count = piece.passed.size();
    piece.sender = m_senders[from];
    m_passed += bytes.size();
    // Fails where the other side reads no more: that is found, and told to this side, as an end of its own.
    (void)channel(otherSide(from)).writeBeyondLimit(std::move(piece));
    updateReading(from);
    if (count > 0) {
        capture::Event event{ {}, state().id, EventKind::DescriptorsPassed, from };
        event.messages = count;
        recorder().record(event);
    }
    {
        const QScopedValueRollback guard(m_isPassing[from], true);
        mutableStream(from).receive(bytes, time);
    }
    watchAwaited();
}

/// What has passed is still delivered, and nothing more.
void Relay::cutAfterLimit()
{
    if (state().closed || m_client.incoming() == HalfState::ClosedByUs)
        return;
    recordEvent(EventKind::Cut);
    discard(Side::Client);
    discard(Side::Server);
    for (Channel *one : { &m_client, &m_server })
        one->finishReading();
    for (Channel *one : { &m_client, &m_server })
        one->finishWriting();
}

void Relay::updateReading(Side from)
{
    const Channel &to = channel(otherSide(from));
    const Shaper *shaper = m_shapers[from];
    const qint64 waiting = to.queuedBytes() + (shaper != nullptr ? shaper->bytes() : 0);
    bool &isHeldUp = m_isHeldUp[from];
    if (to.hasQueuedDescriptors() || waiting > queueLimit || (shaper != nullptr && shaper->isCrowded()))
        isHeldUp = true;
    else if (waiting <= queueLimit / 2)
        isHeldUp = false;
    channel(from).setReading(!isHeldUp && !recorder().isStalled());
}

/// The end of what `from` sends goes behind its last byte.
void Relay::finishIfDrained(Side from)
{
    Channel &one = channel(from);
    if (one.incoming() == HalfState::Open || (m_shapers[from] != nullptr && !m_shapers[from]->isDone()))
        return;
    if (one.incoming() == HalfState::ClosedByPeer && !one.isClosed()) {
        setEnd(from, StreamEnd::ByWriter);
        if (!state().closed)
            Q_EMIT changed();
    }
    channel(otherSide(from)).finishWriting();
}

void Relay::discard(Side from)
{
    if (m_shapers[from] != nullptr)
        m_shapers[from]->discard();
    m_injected[from].clear();
}

/// A half of the link to `side` ended: the same half of the other link is ended.
void Relay::onChanged(Side side)
{
    const bool sendsNoMore = channel(side).incoming() == HalfState::ClosedByPeer;
    const bool readsNoMore = channel(side).outgoing() == HalfState::ClosedByPeer;
    if (readsNoMore) {
        setEnd(otherSide(side), StreamEnd::ByReader);
        discard(otherSide(side));
    }
    if (sendsNoMore && m_shapers[side] != nullptr)
        m_shapers[side]->finish();
    if (sendsNoMore)
        finishIfDrained(side);
    if (readsNoMore)
        channel(otherSide(side)).finishReading();
    if (!state().closed && (sendsNoMore || readsNoMore))
        Q_EMIT changed();
}

void Relay::onClosed(Side side)
{
    Channel &other = channel(otherSide(side));
    if (!m_closedBy)
        m_closedBy = side;
    discard(otherSide(side));
    if (!other.isClosed()) {
        // What is queued still goes out; what it writes from now on nobody would read.
        other.finishReading();
        if (m_shapers[side] != nullptr)
            m_shapers[side]->finish();
        finishIfDrained(side);
    }
    if (!other.isClosed() || state().closed)
        return;
    discard(side);
    m_cutTimer.stop();
    const bool wasCut = m_client.incoming() == HalfState::ClosedByUs && m_server.incoming() == HalfState::ClosedByUs;
    setClosed(
        wasCut ? std::nullopt : m_closedBy,
        { m_client.incoming() == HalfState::ClosedByPeer ? StreamEnd::ByWriter : StreamEnd::ByReader,
          m_server.incoming() == HalfState::ClosedByPeer ? StreamEnd::ByWriter : StreamEnd::ByReader });
}

} // namespace pipeglass::engine
