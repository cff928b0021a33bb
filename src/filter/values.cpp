// SPDX-License-Identifier: MIT
#include "filter/values.h"

#include "capture/eventword.h"
#include "core/bytetext.h"
#include "core/clock.h"
#include "filter/filtertext.h"

#include <QDateTime>

#include <cmath>
#include <limits>

namespace pipeglass::filter {

namespace {

using Kind = Token::Kind;
using Value = decltype(Comparison::value);
using Made = tl::expected<Value, QString>; ///< or what was expected

/// DIGITS[.DIGITS] and what follows.
struct Number {
    double value = 0;
    bool isWhole = true;
    QString unit;
};

std::optional<Number> numberIn(const Token &token)
{
    if (token.kind != Kind::Word)
        return {};
    qsizetype end = 0;
    bool isWhole = true;
    while (end < token.text.size() && (token.text[end] == u'.' || (token.text[end] >= u'0' && token.text[end] <= u'9')))
        isWhole = token.text[end++] != u'.' && isWhole;
    bool isValid = false;
    const double value = QStringView(token.text).first(end).toDouble(&isValid);
    return isValid ? std::optional(Number{ value, isWhole, token.text.sliced(end) }) : std::nullopt;
}

/// A whole number of what a unit of 1 is; nullopt if it does not fit.
std::optional<qint64> scaled(const Number &number, double unit)
{
    const double value = number.value * unit;
    constexpr double limit = 9.2e18;
    return value < limit ? std::optional(static_cast<qint64>(std::llround(value))) : std::nullopt;
}

struct Unit {
    QLatin1StringView word;
    double factor;
};

Made withUnit(const Token &token, std::initializer_list<Unit> units, const QString &expected)
{
    const auto number = numberIn(token);
    for (const Unit &unit : units) {
        if (!number || number->unit != unit.word || (unit.factor == 1 && !number->isWhole))
            continue;
        if (const auto value = scaled(*number, unit.factor))
            return *value;
    }
    return tl::unexpected(expected);
}

Made sizeIn(const Token &token)
{
    constexpr double k = 1024;
    return withUnit(
        token,
        { { QLatin1StringView(""), 1 },
          { QLatin1StringView("k"), k },
          { QLatin1StringView("M"), k * k },
          { QLatin1StringView("G"), k * k * k } },
        FilterText::tr("a number of bytes, such as 100, 4k, 2M or 1G"));
}

Made latencyIn(const Token &token)
{
    constexpr double microsecond = 1e3;
    constexpr double millisecond = 1e6;
    constexpr double second = 1e9;
    return withUnit(
        token,
        { { QLatin1StringView("us"), microsecond },
          { QLatin1StringView("ms"), millisecond },
          { QLatin1StringView("s"), second } },
        FilterText::tr("a time with its unit, such as 500us, 5ms or 1s"));
}

Made integerIn(const Token &token)
{
    return withUnit(token, { { QLatin1StringView(""), 1 } }, FilterText::tr("a whole number"));
}

/// Nanoseconds of the fraction of a second in an ISO 8601 time, and the time without it.
qint64 takeFraction(QString &text)
{
    const qsizetype point = text.indexOf(u'.');
    if (point < 0)
        return 0;
    qsizetype end = point + 1;
    qint64 nanoseconds = 0;
    qint64 unit = nanosecondsPerSecond;
    for (; end < text.size() && text[end] >= u'0' && text[end] <= u'9'; ++end) {
        unit /= 10;
        nanoseconds += unit * (text[end].unicode() - u'0');
    }
    text.remove(point, end - point);
    return nanoseconds;
}

bool hasZone(const QString &text)
{
    const qsizetype time = text.indexOf(u'T');
    return time >= 0 && (text.endsWith(u'Z') || text.indexOf(u'+', time) >= 0 || text.indexOf(u'-', time) >= 0);
}

Made timeIn(const Token &token)
{
    const QString expected = FilterText::tr(
        "a quoted time with its zone, such as \"2026-01-31T12:00:00Z\" or \"2026-01-31T12:00:00+01:00\"");
    QString text = token.text;
    if (token.kind != Kind::String || !hasZone(text))
        return tl::unexpected(expected);
    const qint64 fraction = takeFraction(text);
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    constexpr qint64 mostSeconds = std::numeric_limits<qint64>::max() / nanosecondsPerSecond - 1;
    if (!time.isValid() || std::abs(time.toSecsSinceEpoch()) > mostSeconds)
        return tl::unexpected(expected);
    return time.toSecsSinceEpoch() * nanosecondsPerSecond + fraction;
}

Made sideIn(const Token &token)
{
    if (token.kind == Kind::Word && token.text == u"client")
        return Side::Client;
    if (token.kind == Kind::Word && token.text == u"server")
        return Side::Server;
    return tl::unexpected(FilterText::tr("client or server"));
}

Made directionIn(const Token &token)
{
    if (token.kind == Kind::Word && token.text == u"in")
        return Direction::In;
    if (token.kind == Kind::Word && token.text == u"out")
        return Direction::Out;
    return tl::unexpected(FilterText::tr("in or out"));
}

Made flagIn(const Token &token)
{
    if (token.kind == Kind::Word && (token.text == u"true" || token.text == u"false"))
        return token.text == u"true";
    return tl::unexpected(FilterText::tr("true or false"));
}

Made eventIn(const Token &token)
{
    if (auto flag = flagIn(token))
        return flag;
    if (token.kind == Kind::Word || token.kind == Kind::String) {
        if (const auto kind = capture::eventKind(token.text.toUtf8()))
            return *kind;
    }
    return tl::unexpected(FilterText::tr("the word of an event, such as connected, half-closed or closed"));
}

Made textIn(Operator op, const Token &token)
{
    if (token.kind != Kind::String)
        return tl::unexpected(FilterText::tr("a string in double quotes"));
    if (op != Operator::Matches)
        return token.text.toUtf8();
    const QRegularExpression pattern(token.text);
    if (!pattern.isValid()) {
        return tl::unexpected(FilterText::tr("a regular expression; this one is wrong at character %1: %2")
                                  .arg(pattern.patternErrorOffset() + 1)
                                  .arg(pattern.errorString()));
    }
    pattern.optimize();
    return pattern;
}

Made bytesIn(const Token &token)
{
    if (token.kind == Kind::String)
        return token.text.toUtf8();
    const auto bytes = token.kind == Kind::Word ? bytesFromHex(token.text) : std::nullopt;
    if (!bytes || bytes->isEmpty())
        return tl::unexpected(
            FilterText::tr("bytes in hexadecimal, such as de:ad:be:ef, or a string in double quotes"));
    return *bytes;
}

Made valueOf(Field field, Operator op, const Token &token)
{
    switch (field) {
    case Field::From:
        return sideIn(token);
    case Field::Direction:
        return directionIn(token);
    case Field::Length:
        return sizeIn(token);
    case Field::Connection:
    case Field::Number:
        return integerIn(token);
    case Field::Time:
        return timeIn(token);
    case Field::Latency:
        return latencyIn(token);
    case Field::Malformed:
    case Field::Marked:
        return flagIn(token);
    case Field::Event:
        return eventIn(token);
    case Field::Text:
    case Field::Note:
        return textIn(op, token);
    case Field::Payload:
        break;
    }
    return bytesIn(token);
}

} // namespace

tl::expected<Comparison, Problem> makeComparison(Field field, Operator op, const Token &value)
{
    Made made = valueOf(field, op, value);
    if (!made)
        return tl::unexpected(Problem{ value.at, FilterText::tr("Expected %1.").arg(made.error()) });
    return Comparison{ field, op, std::move(*made) };
}

} // namespace pipeglass::filter
