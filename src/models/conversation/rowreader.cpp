// SPDX-License-Identifier: MIT
#include "models/conversation/rowreader.h"

#include "models/pooljob.h"

#include <algorithm>
#include <utility>

namespace pipeglass::models {

namespace {

constexpr int rowsKept = 1000;
/// Number of rows read ahead on both sides, and the maximum range of a job.
constexpr quint64 readAhead = 40;
constexpr quint64 maxRange = 400;
/// What is visible is read before a filter, a search or the overview goes on.
constexpr int visiblePriority = 1;

} // namespace

RowReader::RowReader(capture::MessageListPtr list, Read read, QObject *parent)
    : QObject(parent)
    , m_list(std::move(list))
    , m_read(std::move(read))
    , m_rows(rowsKept)
{
}

const RowDetails *RowReader::row(quint64 number)
{
    const RowDetails *known = m_rows.object(number);
    if (known == nullptr)
        want(number);
    return known;
}

void RowReader::want(quint64 number)
{
    if (m_first > m_last) {
        m_first = m_last = number;
        QMetaObject::invokeMethod(this, &RowReader::readWanted, Qt::QueuedConnection);
        return;
    }
    // If two requests are far apart, the last one counts.
    m_first = std::max(std::min(m_first, number), number - std::min(number, maxRange / 2));
    m_last = std::min(std::max(m_last, number), number + maxRange / 2);
}

void RowReader::readWanted()
{
    if (m_isReading || m_first > m_last)
        return;
    m_isReading = true;
    const quint64 end = std::min<quint64>(m_last + readAhead + 1, m_list->count());
    std::vector<quint64> numbers;
    for (quint64 number = m_first - std::min(m_first, readAhead); number < end; ++number) {
        if (!m_rows.contains(number))
            numbers.push_back(number);
    }
    m_first = 1;
    m_last = 0;
    runInPool(
        this, [read = m_read, numbers = std::move(numbers)] { return read(numbers); },
        [this](const std::vector<RowDetails> &rows) { add(rows); }, visiblePriority);
}

void RowReader::add(const std::vector<RowDetails> &rows)
{
    m_isReading = false;
    for (const RowDetails &one : rows)
        m_rows.insert(one.number, new RowDetails(one));
    if (!rows.empty())
        Q_EMIT arrived(rows.front().number, rows.back().number);
    readWanted();
}

} // namespace pipeglass::models
