// SPDX-License-Identifier: MIT
#include "cleaning/timespan.h"

#include "cleaning/blanks.h"

#include <algorithm>
#include <array>

namespace pipeglass::cleaning {

namespace {

struct Unit {
    QByteArrayView word;
    double nanoseconds;
};

constexpr double microsecondLength = 1e3;
constexpr double millisecondLength = 1e6;
constexpr double secondLength = 1e9;
constexpr double minuteLength = 60 * secondLength;
constexpr double hourLength = 60 * minuteLength;
constexpr double dayLength = 24 * hourLength;
constexpr double weekLength = 7 * dayLength;
constexpr double monthLength = 2'629'800 * secondLength;
constexpr double yearLength = 31'557'600 * secondLength;

constexpr std::array units{
    Unit{ "", secondLength },
    Unit{ "s", secondLength },
    Unit{ "sec", secondLength },
    Unit{ "second", secondLength },
    Unit{ "seconds", secondLength },
    Unit{ "m", minuteLength },
    Unit{ "min", minuteLength },
    Unit{ "minute", minuteLength },
    Unit{ "minutes", minuteLength },
    Unit{ "h", hourLength },
    Unit{ "hr", hourLength },
    Unit{ "hour", hourLength },
    Unit{ "hours", hourLength },
    Unit{ "d", dayLength },
    Unit{ "day", dayLength },
    Unit{ "days", dayLength },
    Unit{ "w", weekLength },
    Unit{ "week", weekLength },
    Unit{ "weeks", weekLength },
    Unit{ "M", monthLength },
    Unit{ "month", monthLength },
    Unit{ "months", monthLength },
    Unit{ "y", yearLength },
    Unit{ "year", yearLength },
    Unit{ "years", yearLength },
    Unit{ "ms", millisecondLength },
    Unit{ "msec", millisecondLength },
    Unit{ "us", microsecondLength },
    Unit{ "usec", microsecondLength },
    Unit{ "\xc2\xb5s", microsecondLength },
    Unit{ "\xce\xbcs", microsecondLength },
};

bool isDigit(char c) { return c >= '0' && c <= '9'; }
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
        take(text, isWhitespace);
        const QByteArrayView word = take(text, [](char c) { return !isDigit(c) && !isWhitespace(c) && c != '.'; });
        const auto unit =
            std::find_if(units.begin(), units.end(), [word](const Unit &one) { return one.word == word; });
        if (!good || unit == units.end())
            return {};
        sum += number * unit->nanoseconds;
        // systemd counts microseconds in 64 bits and refuses larger values.
        constexpr double refused = 1.8e22;
        if (sum >= refused)
            return {};
        take(text, isWhitespace);
    }
    // Above 2^62 a double cannot represent nanoseconds, and no file is 146 years old.
    constexpr double most = 4.6e18;
    return sum < most ? static_cast<qint64>(sum) : infiniteTime;
}

} // namespace pipeglass::cleaning
