// SPDX-License-Identifier: MIT
#include "core/clock.h"

#include <chrono>
#include <ctime>

namespace pipeglass {

namespace {

qint64 read(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<qint64>(time.tv_sec) * nanosecondsPerSecond + time.tv_nsec;
}

void putDigits(char *to, int count, qint64 value)
{
    while (count > 0) {
        to[--count] = static_cast<char>('0' + value % 10);
        value /= 10;
    }
}

} // namespace

Timestamp now()
{
    static const qint64 offset = read(CLOCK_REALTIME) - read(CLOCK_BOOTTIME);
    return { read(CLOCK_BOOTTIME) + offset };
}

Timestamp wallTime() { return { read(CLOCK_REALTIME) }; }

qint64 threadCpuTime() { return read(CLOCK_THREAD_CPUTIME_ID); }

QString isoText(Timestamp stamp)
{
    qint64 seconds = stamp.unixNanoseconds / nanosecondsPerSecond;
    qint64 rest = stamp.unixNanoseconds % nanosecondsPerSecond;
    if (rest < 0) {
        rest += nanosecondsPerSecond;
        --seconds;
    }
    // QDateTime::toString takes microseconds per call, too slow for lists of 10,000 pipes.
    const std::chrono::sys_seconds instant{ std::chrono::seconds(seconds) };
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(instant - day);
    char text[] = "YYYY-MM-DDThh:mm:ss.nnnnnnnnnZ"; // 64 bits of nanoseconds are the years 1677 to 2262
    putDigits(text, 4, static_cast<int>(date.year()));
    putDigits(text + 5, 2, static_cast<unsigned>(date.month()));
    putDigits(text + 8, 2, static_cast<unsigned>(date.day()));
    putDigits(text + 11, 2, time.hours().count());
    putDigits(text + 14, 2, time.minutes().count());
    putDigits(text + 17, 2, time.seconds().count());
    putDigits(text + 20, 9, rest);
    return QString::fromLatin1(text, sizeof(text) - 1);
}

} // namespace pipeglass
