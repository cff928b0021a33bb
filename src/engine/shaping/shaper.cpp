// SPDX-License-Identifier: MIT
#include "engine/shaping/shaper.h"

#include "engine/sessions/recorder.h"
#include "framing/autoframing.h"

#include <QRandomGenerator>
#include <QScopedValueRollback>

#include <algorithm>
#include <cmath>

namespace pipeglass::engine {

using capture::EventKind;

namespace {

constexpr qint64 nanosecondsPerMs = 1'000'000;
constexpr qint64 partsPerSecond = 100; ///< in which a limited direction passes bytes on
constexpr qint64 burstsPerSecond = 10; ///< the longest time whose bytes pass at once

/// When a piece that came now may pass.
Timestamp dueTime(const DirectionRules &rules)
{
    const int jitter = rules.jitterMs > 0 ? QRandomGenerator::global()->bounded(rules.jitterMs + 1) : 0;
    return { now().unixNanoseconds + (qint64{ rules.delayMs } + jitter) * nanosecondsPerMs };
}

int millisecondsUntil(Timestamp time)
{
    const qint64 left = time.unixNanoseconds - now().unixNanoseconds;
    return left <= 0 ? 0 : static_cast<int>((left + nanosecondsPerMs - 1) / nanosecondsPerMs);
}

/// A message that has not been recorded.
class PassingMessage : public filter::Subject {
public:
    PassingMessage(const framing::Frame &frame, Side from, ConnectionId connection)
        : m_frame(frame)
        , m_summary{ now(),
                     connection,
                     from,
                     FrameProblem::None,
                     false,
                     EventKind::Note,
                     frame.payload().size(),
                     frame.wire.size() }
    {
    }

    [[nodiscard]] const capture::RecordSummary &summary() const override { return m_summary; }
    [[nodiscard]] std::optional<quint64> number() const override { return {}; }
    [[nodiscard]] std::optional<Side> ours() const override { return {}; }
    [[nodiscard]] std::optional<qint64> latency() const override { return {}; }
    [[nodiscard]] Result<Slice> payload() const override { return m_frame.payload(); }

private:
    const framing::Frame &m_frame;
    capture::RecordSummary m_summary;
};

} // namespace

Shaper::Shaper(const Setup &setup, Recorder &recorder, QObject *parent)
    : QObject(parent)
    , m_setup(setup)
    , m_recorder(recorder)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Shaper::passOn);
}

void Shaper::setRules(const DirectionRules &rules, const Slice &begun)
{
    const DirectionRules before = std::exchange(m_rules, rules);
    if (before.bytesPerSecond != rules.bytesPerSecond) {
        m_creditTime = now();
        m_credit = 0;
    }
    if (rules.hold && m_cutter == nullptr) {
        m_cutter = std::make_unique<MessageCutter>(*m_setup.framing, m_setup.from, m_setup.limit, begun);
        for (Item &item : std::exchange(m_queue, {})) { // what waits may be held too
            m_bytes -= item.frame.wire.size();
            m_withPassed -= item.passed.empty() ? 0U : 1U;
            std::move(item.passed.begin(), item.passed.end(), std::back_inserter(m_incoming));
            cut(item.frame.wire, item.due);
        }
        if (m_held > 0)
            Q_EMIT heldChanged();
    } else if (!rules.hold && m_cutter != nullptr) {
        const Slice rest = m_cutter->takeRest();
        m_cutter.reset();
        append({ { rest } }, now());
        releaseAll();
    }
    passOn();
}

void Shaper::setFraming(const framing::FramingPtr &framing, const Slice &begun)
{
    m_setup.framing = framing;
    if (m_cutter == nullptr)
        return;
    const Slice rest = m_cutter->takeRest();
    m_cutter =
        std::make_unique<MessageCutter>(*framing, m_setup.from, m_setup.limit, m_queue.empty() ? begun : Slice());
    cut(rest, now());
    Q_EMIT heldChanged();
    passOn();
}

void Shaper::setBlocked(bool blocked)
{
    m_blocked = blocked;
    passOn();
}

void Shaper::push(Outgoing piece)
{
    const bool hasMoreDescriptors = !m_incoming.empty() && !piece.passed.empty();
    std::move(piece.passed.begin(), piece.passed.end(), std::back_inserter(m_incoming));
    const Timestamp due = dueTime(m_rules);
    const size_t heldBefore = m_held;
    if (m_cutter != nullptr)
        cut(piece.bytes, due);
    else
        append({ { piece.bytes } }, due);
    // An incomplete message with ever more descriptors would use them up.
    if (hasMoreDescriptors && !m_incoming.empty())
        append(m_cutter->giveUpMessage(), due);
    if (heldBefore != m_held)
        Q_EMIT heldChanged();
    passOn();
}

void Shaper::cut(const Slice &bytes, Timestamp due)
{
    for (const MessageCutter::Piece &piece : m_cutter->feed(bytes))
        append(piece, due);
}

void Shaper::append(const MessageCutter::Piece &piece, Timestamp due)
{
    if (piece.frame.wire.isEmpty())
        return;
    Item item{ piece.frame, std::exchange(m_incoming, {}), now(), due };
    const bool matches = piece.isMessage && m_rules.hold
        && m_rules.hold->filter.matches(PassingMessage(piece.frame, m_setup.from, m_setup.connection)).value_or(false);
    if (matches) {
        item.held = ++m_lastHeld;
        ++m_held;
        capture::Event event{ {}, {}, EventKind::Held };
        event.bytes = static_cast<quint64>(piece.frame.payload().size());
        recordEvent(std::move(event));
    }
    m_bytes += item.frame.wire.size();
    m_withPassed += item.passed.empty() ? 0U : 1U;
    m_queue.push_back(std::move(item));
}

void Shaper::remove(Queue::iterator item)
{
    m_bytes -= item->frame.wire.size();
    m_withPassed -= item->passed.empty() ? 0U : 1U;
    m_held -= item->held != 0 ? 1U : 0U;
    m_queue.erase(item);
}

/// The item that passes next; end: none may.
Shaper::Queue::iterator Shaper::next()
{
    const auto end = m_queue.end();
    const auto begun = std::find_if(m_queue.begin(), end, [](const Item &item) { return item.hasBegun; });
    if (begun != end)
        return begun;
    const auto free = std::find_if(m_queue.begin(), end, [](const Item &item) { return item.held == 0; });
    const bool waits = m_rules.hold && m_rules.hold->keepsOrder && free != m_queue.begin();
    return waits ? end : free;
}

void Shaper::passOn()
{
    if (m_inPassing)
        return;
    {
        const QScopedValueRollback guard(m_inPassing, true);
        m_timer.stop();
        while (!m_blocked && !m_rules.paused) {
            const auto item = next();
            if (item == m_queue.end() || !passSome(item))
                break;
        }
    }
    if (isDone())
        Q_EMIT drained();
}

/// False: no byte of it may pass now; the timer runs.
bool Shaper::passSome(Queue::iterator item)
{
    if (const int wait = millisecondsUntil(item->due); wait > 0) {
        m_timer.start(wait);
        return false;
    }
    qsizetype size = item->frame.wire.size();
    if (const qint64 rate = m_rules.bytesPerSecond; rate > 0) {
        const Timestamp time = now();
        const auto passed =
            static_cast<double>(time.unixNanoseconds - std::exchange(m_creditTime, time).unixNanoseconds);
        const auto second = static_cast<double>(nanosecondsPerSecond);
        const auto perSecond = static_cast<double>(rate);
        const double most = qMax(1.0, perSecond / burstsPerSecond);
        m_credit = qMin(most, m_credit + perSecond * passed / second);
        const double wanted = qMin(static_cast<double>(size), qMax(1.0, perSecond / partsPerSecond));
        if (m_credit < wanted) {
            m_timer.start(static_cast<int>(std::ceil((wanted - m_credit) / perSecond * 1000)));
            return false;
        }
        size = qMin(size, static_cast<qsizetype>(m_credit));
        m_credit -= static_cast<double>(size);
    }
    const Slice wire = item->frame.wire;
    Outgoing piece{ wire.sliced(0, size), 0, std::exchange(item->passed, {}) };
    m_withPassed -= piece.passed.empty() ? 0U : 1U;
    m_bytes -= size;
    item->frame = { wire.sliced(size, wire.size() - size) };
    item->hasBegun = true;
    if (item->frame.wire.isEmpty())
        m_queue.erase(item);
    Q_EMIT passing(&piece);
    return true;
}

void Shaper::finish()
{
    if (m_cutter != nullptr)
        append({ { m_cutter->takeRest() } }, now());
    passOn();
}

void Shaper::discard()
{
    if (m_cutter != nullptr)
        append({ { m_cutter->takeRest() } }, now());
    if (m_queue.empty())
        return;
    capture::Event event{ {}, {}, EventKind::Undelivered };
    event.bytes = static_cast<quint64>(m_bytes);
    m_queue.clear();
    m_bytes = 0;
    m_withPassed = 0;
    const bool hadHeld = std::exchange(m_held, 0) > 0;
    m_timer.stop();
    recordEvent(std::move(event));
    if (hadHeld)
        Q_EMIT heldChanged();
}

std::vector<HeldMessage> Shaper::held() const
{
    std::vector<HeldMessage> all;
    all.reserve(qMin(m_held, mostHeld));
    for (const Item &item : m_queue) {
        if (all.size() == mostHeld)
            break;
        if (item.held != 0)
            all.push_back({ item.held, m_setup.from, item.received, item.frame.payload(), item.isDelayed });
    }
    return all;
}

tl::unexpected<Error> Shaper::notHeld()
{
    return failure(ErrorCode::InvalidArgument, {}, tr("This message is not held any more."));
}

Status Shaper::decide(quint64 id, const HeldAction &action)
{
    using Kind = HeldAction::Kind;
    const auto item =
        std::find_if(m_queue.begin(), m_queue.end(), [id](const Item &one) { return id != 0 && one.held == id; });
    if (item == m_queue.end())
        return notHeld();
    Status status;
    if (action.kind == Kind::Edit) {
        status = edit(*item, action.payload);
    } else if (action.kind == Kind::Duplicate) {
        status = duplicate(item);
    } else if (action.kind == Kind::Drop) {
        recordOriginal(EventKind::Dropped, *item);
        remove(item);
    } else if (action.kind == Kind::Delay) {
        item->isDelayed = true;
        capture::Event event{ {}, {}, EventKind::Delayed };
        event.delayMs = action.delayMs;
        recordEvent(std::move(event));
        QTimer::singleShot(action.delayMs, this, [this, id] { release(id); });
    } else {
        recordEvent(capture::Event{ {}, {}, EventKind::SentOn });
        release(id);
        return {};
    }
    if (status)
        Q_EMIT heldChanged();
    passOn();
    return status;
}

Status Shaper::edit(Item &item, const QByteArray &payload)
{
    const QByteArray guessed = m_cutter != nullptr ? m_cutter->guessed() : QByteArray();
    const Result<framing::Frame> frame =
        resolvedFraming(m_setup.framing, guessed)->encode(payload, m_setup.from, m_setup.limit);
    if (!frame)
        return failure(frame.error());
    recordOriginal(EventKind::Edited, item);
    m_bytes += frame->wire.size() - item.frame.wire.size();
    item.frame = *frame;
    return {};
}

Status Shaper::duplicate(Queue::iterator item)
{
    if (m_bytes > MessageCutter::longest || m_held >= mostHeld)
        return failure(ErrorCode::QueueFull);
    recordEvent(capture::Event{ {}, {}, EventKind::Duplicated });
    Item copy{ item->frame, {}, item->received, item->due, ++m_lastHeld };
    ++m_held;
    m_bytes += copy.frame.wire.size();
    m_queue.insert(std::next(item), std::move(copy));
    return {};
}

void Shaper::release(quint64 id)
{
    const auto item = std::find_if(m_queue.begin(), m_queue.end(), [id](const Item &one) { return one.held == id; });
    if (item == m_queue.end())
        return;
    item->held = 0;
    --m_held;
    Q_EMIT heldChanged();
    passOn();
}

void Shaper::releaseAll()
{
    for (Item &item : m_queue)
        item.held = 0;
    if (std::exchange(m_held, 0) > 0)
        Q_EMIT heldChanged();
}

void Shaper::recordEvent(capture::Event event) const
{
    event.connection = m_setup.connection;
    event.side = m_setup.from;
    m_recorder.record(std::move(event));
}

void Shaper::recordOriginal(EventKind kind, const Item &item) const
{
    capture::Event event{ {}, {}, kind };
    event.bytes = static_cast<quint64>(item.frame.wire.size());
    event.data = item.frame.wire.view().first(qMin(item.frame.wire.size(), capture::maxEventDataSize)).toByteArray();
    recordEvent(std::move(event));
}

} // namespace pipeglass::engine
