// SPDX-License-Identifier: MIT
#include "core/clock.h"

#include <QDateTime>
#include <QTimeZone>

#include <ctime>

namespace pipeglass {

namespace {

constexpr qint64 nanosecondsPerSecond = 1'000'000'000;

qint64 read(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<qint64>(time.tv_sec) * nanosecondsPerSecond + time.tv_nsec;
}

} // namespace

Timestamp now()
{
    static const qint64 offset = read(CLOCK_REALTIME) - read(CLOCK_MONOTONIC);
    return { read(CLOCK_MONOTONIC) + offset };
}

QString isoText(Timestamp time)
{
    qint64 seconds = time.unixNanoseconds / nanosecondsPerSecond;
    qint64 rest = time.unixNanoseconds % nanosecondsPerSecond;
    if (rest < 0) {
        rest += nanosecondsPerSecond;
        --seconds;
    }
    const QDateTime whole = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    return whole.toString(QLatin1String("yyyy-MM-ddTHH:mm:ss")) + QLatin1Char('.')
        + QString::number(rest).rightJustified(9, QLatin1Char('0')) + QLatin1Char('Z');
}

} // namespace pipeglass
