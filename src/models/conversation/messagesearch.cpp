// SPDX-License-Identifier: MIT
#include "models/conversation/messagesearch.h"

#include "conversation/requestsearch.h"
#include "models/pooljob.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace pipeglass::models {

namespace {

constexpr qint64 searchMs = 40; ///< duration of one job
constexpr quint64 itemsPerBlock = 128;

} // namespace

struct MessageSearch::Run {
    Run(const filter::Filter &filter, conversation::SelectedMessagesPtr searched,
        const conversation::MessageNumbersPtr &numbers)
        : list(std::move(searched))
        , test(filter, list->source(), numbers)
        , count(list->count())
    {
    }

    /// The item at a distance from the start, of which the one with distance `count` is the start itself.
    [[nodiscard]] quint64 itemAt(quint64 step) const
    {
        return direction == Direction::Forward ? (from + step) % count : (from + count - step % count) % count;
    }

    [[nodiscard]] std::vector<std::optional<qint64>> latencies(quint64 first, quint64 last) const
    {
        std::vector<quint64> items;
        for (quint64 step = first; step <= last; ++step)
            items.push_back(list->sourceNumber(itemAt(step)));
        std::vector<quint64> ascending = items;
        std::sort(ascending.begin(), ascending.end());
        const auto requests = conversation::requestsOf(list->source(), ascending);
        std::vector<std::optional<qint64>> all;
        for (const quint64 item : items) {
            const auto place = std::lower_bound(ascending.begin(), ascending.end(), item) - ascending.begin();
            const auto &request = requests[static_cast<size_t>(place)];
            const qint64 time = list->source()->summary(item).time.unixNanoseconds;
            all.push_back(request ? std::optional(time - request->time.unixNanoseconds) : std::nullopt);
        }
        return all;
    }

    /// Fails if a message could not be read; the search goes on behind it.
    Status searchBlock()
    {
        const quint64 first = tested + 1;
        const quint64 last = std::min(count, tested + itemsPerBlock);
        const auto answers = test.needsLatency() ? latencies(first, last) : std::vector<std::optional<qint64>>();
        while (tested < last && !result) {
            ++tested;
            const quint64 item = itemAt(tested);
            const auto latency = answers.empty() ? std::nullopt : answers[static_cast<size_t>(tested - first)];
            const Result<bool> matches = test.matches(list->sourceNumber(item), latency);
            if (!matches)
                return failure(matches.error());
            if (*matches)
                result = item;
        }
        return {};
    }

    Status search()
    {
        QElapsedTimer timer;
        timer.start();
        Status status;
        while (tested < count && !result && !timer.hasExpired(searchMs)) {
            if (const Status block = searchBlock(); !block && status)
                status = block;
        }
        return status;
    }

    conversation::SelectedMessagesPtr list;
    conversation::ItemTest test;
    quint64 count;
    quint64 from = 0;
    Direction direction = Direction::Forward;
    quint64 tested = 0;
    std::optional<quint64> result;
};

MessageSearch::MessageSearch(QObject *parent)
    : QObject(parent)
{
}

MessageSearch::~MessageSearch() = default;

void MessageSearch::start(
    const filter::Filter &filter, const conversation::SelectedMessagesPtr &list,
    const conversation::MessageNumbersPtr &numbers, quint64 from, Direction direction)
{
    auto run = std::make_shared<Run>(filter, list, numbers);
    if (run->count == 0) {
        stop();
        Q_EMIT notFound();
        return;
    }
    run->from = std::min(from, run->count - 1);
    run->direction = direction;
    m_run = std::move(run);
    continueRun();
}

void MessageSearch::stop() { m_run.reset(); }

void MessageSearch::continueRun()
{
    runInPool(
        this, [run = m_run] { return run->search(); },
        [this, run = m_run](const Status &status) {
            if (run != m_run)
                return;
            if (!status)
                Q_EMIT failed(status.error());
            if (run->result) {
                m_run.reset();
                const bool isAfter = *run->result > run->from;
                const bool isBefore = *run->result < run->from;
                Q_EMIT found(*run->result, run->direction == Direction::Forward ? !isAfter : !isBefore);
            } else if (run->tested >= run->count) {
                m_run.reset();
                Q_EMIT notFound();
            } else {
                Q_EMIT progressed(static_cast<int>(run->tested * 100 / run->count));
                continueRun();
            }
        });
}

} // namespace pipeglass::models
