// SPDX-License-Identifier: MIT
#include "models/conversation/previewreader.h"

#include "core/bytetext.h"
#include "models/pooljob.h"
#include "text/eventtext.h"

#include <algorithm>

namespace pipeglass::models {

namespace {

constexpr qsizetype previewBytes = 512;
constexpr qsizetype previewCharacters = 300;
constexpr int previewsKept = 1000;
/// Number of rows read ahead on both sides, and the maximum range of a job.
constexpr quint64 readAhead = 40;
constexpr quint64 maxRange = 400;

} // namespace

PreviewReader::PreviewReader(capture::MessageListPtr list, QObject *parent)
    : QObject(parent)
    , m_list(std::move(list))
    , m_previews(previewsKept)
{
}

QString PreviewReader::preview(quint64 number)
{
    if (const QString *known = m_previews.object(number))
        return *known;
    want(number);
    return {};
}

void PreviewReader::want(quint64 number)
{
    if (m_first > m_last) {
        m_first = m_last = number;
        QMetaObject::invokeMethod(this, &PreviewReader::readWanted, Qt::QueuedConnection);
        return;
    }
    // If two requests are far apart, the last one counts.
    m_first = std::max(std::min(m_first, number), number - std::min(number, maxRange / 2));
    m_last = std::min(std::max(m_last, number), number + maxRange / 2);
}

void PreviewReader::readWanted()
{
    if (m_isReading || m_first > m_last)
        return;
    m_isReading = true;
    const quint64 end = std::min<quint64>(m_last + readAhead + 1, m_list->count());
    std::vector<quint64> numbers;
    for (quint64 number = m_first - std::min(m_first, readAhead); number < end; ++number) {
        if (!m_previews.contains(number))
            numbers.push_back(number);
    }
    m_first = 1;
    m_last = 0;
    const auto readAll = [list = m_list, numbers = std::move(numbers)] {
        std::vector<Preview> previews;
        previews.reserve(numbers.size());
        for (const quint64 number : numbers)
            previews.push_back({ number, read(*list, number) });
        return previews;
    };
    runInPool(this, readAll, [this](const std::vector<Preview> &previews) { add(previews); });
}

void PreviewReader::add(const std::vector<Preview> &previews)
{
    m_isReading = false;
    for (const Preview &one : previews)
        m_previews.insert(one.number, new QString(one.text));
    if (!previews.empty())
        Q_EMIT arrived(previews.front().number, previews.back().number);
    readWanted();
}

QString PreviewReader::read(const capture::MessageList &list, quint64 number)
{
    const capture::RecordSummary summary = list.summary(number);
    if (summary.isEvent) {
        const auto event = list.event(number);
        const auto connection = list.connection(summary.connection);
        return event ? text::eventText(*event, connection ? connection->ours : std::nullopt) : tr("(cannot be read)");
    }
    QString text;
    if (summary.payloadSize == 0) {
        text = tr("(empty message)");
    } else if (const auto start = list.payloadStart(number, previewBytes)) {
        text = previewText(*start, previewCharacters);
        if (summary.payloadSize > start->size() && !text.endsWith(u'…'))
            text += u'…';
    } else {
        text = tr("(cannot be read)");
    }
    return summary.isMalformed() ? tr("malformed: %1").arg(text) : text;
}

} // namespace pipeglass::models
