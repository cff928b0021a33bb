// SPDX-License-Identifier: MIT
#include "cleaning/timespan.h"

#include <algorithm>
#include <array>

namespace pipeglass::cleaning {

namespace {

struct Unit {
    QByteArrayView word;
    double nanoseconds;
};

constexpr double microsecond = 1e3;
constexpr double millisecond = 1e6;
constexpr double second = 1e9;
constexpr double minute = 60 * second;
constexpr double hour = 60 * minute;
constexpr double day = 24 * hour;
constexpr double week = 7 * day;
constexpr double month = 2'629'800 * second;
constexpr double year = 31'557'600 * second;

constexpr std::array units{
    Unit{ "", second },
    Unit{ "s", second },
    Unit{ "sec", second },
    Unit{ "second", second },
    Unit{ "seconds", second },
    Unit{ "m", minute },
    Unit{ "min", minute },
    Unit{ "minute", minute },
    Unit{ "minutes", minute },
    Unit{ "h", hour },
    Unit{ "hr", hour },
    Unit{ "hour", hour },
    Unit{ "hours", hour },
    Unit{ "d", day },
    Unit{ "day", day },
    Unit{ "days", day },
    Unit{ "w", week },
    Unit{ "week", week },
    Unit{ "weeks", week },
    Unit{ "M", month },
    Unit{ "month", month },
    Unit{ "months", month },
    Unit{ "y", year },
    Unit{ "year", year },
    Unit{ "years", year },
    Unit{ "ms", millisecond },
    Unit{ "msec", millisecond },
    Unit{ "us", microsecond },
    Unit{ "usec", microsecond },
    Unit{ "\xc2\xb5s", microsecond },
    Unit{ "\xce\xbcs", microsecond },
};

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

template <typename Accept>
QByteArrayView take(QByteArrayView &text, Accept accept)
{
    const auto end = std::find_if_not(text.begin(), text.end(), accept);
    const QByteArrayView taken = text.first(end - text.begin());
    text = text.sliced(taken.size());
    return taken;
}

} // namespace

std::optional<qint64> parseTimespan(QByteArrayView text)
{
    text = text.trimmed();
    if (text == "infinity")
        return infiniteTime;
    if (text.isEmpty())
        return {};
    double sum = 0;
    while (!text.isEmpty()) {
        bool good = false;
        const QByteArrayView digits = take(text, [](char c) { return isDigit(c) || c == '.'; });
        const double number = digits.startsWith('.') ? -1 : digits.toByteArray().toDouble(&good);
        take(text, isBlank);
        const QByteArrayView word = take(text, [](char c) { return !isDigit(c) && !isBlank(c) && c != '.'; });
        const auto unit =
            std::find_if(units.begin(), units.end(), [word](const Unit &one) { return one.word == word; });
        if (!good || unit == units.end())
            return {};
        sum += number * unit->nanoseconds;
        // systemd counts microseconds in 64 bits and refuses what does not fit.
        constexpr double refused = 1.8e22;
        if (sum >= refused)
            return {};
        take(text, isBlank);
    }
    // Above 2^62 a double has lost the nanoseconds anyhow, and no file is 146 years old.
    constexpr double most = 4.6e18;
    return sum < most ? static_cast<qint64>(sum) : infiniteTime;
}

} // namespace pipeglass::cleaning
