// SPDX-License-Identifier: MIT
#include "core/clock.h"

#include <array>
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
    // QDateTime::toString takes microseconds for each; a list of 10,000 pipes is to be printed in less than a blink.
    const auto instant = static_cast<time_t>(seconds);
    tm utc{};
    gmtime_r(&instant, &utc);
    std::array<char, 48> text{};
    const size_t length = strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S.", &utc);
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(length))
        + QString::number(rest).rightJustified(9, QLatin1Char('0')) + QLatin1Char('Z');
}

} // namespace pipeglass
