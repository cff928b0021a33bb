// SPDX-License-Identifier: MIT
#include "models/conversation/messagefilter.h"

#include "models/pooljob.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace pipeglass::models {

namespace {

/// Duration of one job; the view is updated after each.
constexpr qint64 testMs = 40;
constexpr quint64 testedBetweenClockReads = 32;

} // namespace

struct MessageFilter::Run {
    Run(const filter::Filter &filter, const capture::MessageListPtr &source, conversation::FilterRun::Start start)
        : found(std::make_shared<conversation::FilteredMessages>(source))
        , run(filter, source, false, start)
    {
    }

    /// Tests items below `end` for a while. Returns the first error.
    Status test(quint64 first, quint64 end)
    {
        Status status;
        QElapsedTimer timer;
        timer.start();
        while (run.position() < end) {
            const quint64 item = run.position();
            const Result<bool> matches = run.next();
            if (!matches && status)
                status = failure(matches.error());
            if (item >= first && matches.value_or(false))
                found->add(item);
            if (item % testedBetweenClockReads == 0 && timer.hasExpired(testMs))
                break;
        }
        position = run.position();
        return status;
    }

    std::shared_ptr<conversation::FilteredMessages> found;
    conversation::FilterRun run;
    quint64 position = 0; ///< after a job
};

MessageFilter::MessageFilter(capture::MessageListPtr source, QObject *parent)
    : QObject(parent)
{
    setSource(std::move(source));
}

MessageFilter::~MessageFilter() = default;

void MessageFilter::setSource(capture::MessageListPtr source)
{
    m_source = std::move(source);
    m_numbers = std::make_shared<conversation::MessageNumbers>(m_source);
    m_first = 0;
    m_isPaused = false;
    restart();
}

void MessageFilter::setFilter(const filter::Filter &filter)
{
    m_filter = filter;
    restart();
}

void MessageFilter::testAgain()
{
    if (!m_filter.isEmpty())
        restart();
}

quint64 MessageFilter::end() const { return m_isPaused ? m_pausedAt : m_source->count(); }

void MessageFilter::setPaused(bool paused)
{
    if (paused == m_isPaused)
        return;
    m_pausedAt = m_source->count();
    m_isPaused = paused;
    if (m_range != nullptr)
        paused ? m_range->setEnd(m_pausedAt) : m_range->removeEnd();
    update();
}

quint64 MessageFilter::waiting() const { return m_isPaused ? m_source->count() - m_pausedAt : 0; }

void MessageFilter::hideEarlier()
{
    m_first = m_source->count();
    m_pausedAt = m_first;
    restart();
}

void MessageFilter::showEarlier()
{
    m_first = 0;
    restart();
}

void MessageFilter::restart()
{
    m_isTesting = false; // a running job works on a list that is no longer shown
    m_isStopped = false;
    m_range.reset();
    m_run.reset();
    m_tested = m_first;
    if (m_filter.isEmpty()) {
        m_range = std::make_shared<conversation::MessageRange>(m_source, m_first);
        if (m_isPaused)
            m_range->setEnd(m_pausedAt);
        m_list = m_range;
    } else {
        // The requests of the first answers may be hidden.
        const quint64 before = m_filter.uses(filter::Field::Latency) ? conversation::requestDistance : 0;
        const quint64 start = m_first - std::min(m_first, before);
        m_run = std::make_shared<Run>(
            m_filter, m_source, conversation::FilterRun::Start{ start, m_numbers->messagesBefore(start) });
        m_list = m_run->found;
    }
    Q_EMIT listChanged();
    update();
}

void MessageFilter::update()
{
    if (m_run == nullptr)
        Q_EMIT grew();
    else
        testMore();
    Q_EMIT progressed();
}

void MessageFilter::stop()
{
    m_isStopped = true;
    Q_EMIT progressed();
}

void MessageFilter::resume()
{
    m_isStopped = false;
    update();
}

bool MessageFilter::isRunning() const { return m_run != nullptr && !m_isStopped && m_tested < end(); }

int MessageFilter::percentTested() const
{
    const quint64 all = end() - std::min(end(), m_first);
    const quint64 tested = std::min(all, m_tested - std::min(m_tested, m_first));
    return m_run == nullptr || all == 0 ? 100 : static_cast<int>(tested * 100 / all);
}

void MessageFilter::testMore()
{
    if (m_run == nullptr || m_isTesting || m_isStopped || m_tested >= end())
        return;
    m_isTesting = true;
    const auto work = [run = m_run, first = m_first, last = end()] { return run->test(first, last); };
    runInPool(this, work, [this, run = m_run](const Status &status) {
        if (run != m_run)
            return;
        m_isTesting = false;
        m_tested = run->position;
        if (!status)
            Q_EMIT failed(status.error());
        Q_EMIT grew();
        testMore();
        Q_EMIT progressed();
    });
}

} // namespace pipeglass::models
