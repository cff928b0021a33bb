// SPDX-License-Identifier: MIT
#include "text/timetext.h"

#include "text/words.h"

#include <QDateTime>
#include <QLocale>

namespace pipeglass::text {

namespace {

QDateTime localTime(Timestamp time) { return QDateTime::fromMSecsSinceEpoch(time.unixNanoseconds / 1'000'000); }

/// As short as the locale has it, but with all digits of the year; ISO 8601 in the C locale.
QString dateText(const QDate &date)
{
    const QLocale locale;
    QString format = locale.dateFormat(QLocale::ShortFormat);
    if (format == QLocale::c().dateFormat(QLocale::ShortFormat))
        return date.toString(Qt::ISODate);
    if (!format.contains(u"yyyy"))
        format.replace(QStringLiteral("yy"), QStringLiteral("yyyy"));
    return locale.toString(date, format);
}

bool isToday(Timestamp time) { return localTime(time).date() == QDate::currentDate(); }

/// The fraction of a second, six digits, with the decimal point.
QString microsecondsText(qint64 nanoseconds)
{
    return QLocale().decimalPoint()
        + QString::number(nanoseconds % nanosecondsPerSecond / 1000).rightJustified(6, u'0');
}

} // namespace

QString momentText(Timestamp time)
{
    const QDateTime moment = localTime(time);
    return dateText(moment.date()) + u' ' + moment.toString(QStringLiteral("HH:mm:ss"));
}

QString clockText(Timestamp time)
{
    return isToday(time) ? localTime(time).toString(QStringLiteral("HH:mm:ss")) : momentText(time);
}

QString shortClockText(Timestamp time)
{
    const QDateTime moment = localTime(time);
    return isToday(time) ? moment.toString(QStringLiteral("HH:mm")) : dateText(moment.date());
}

QString timeOfDayText(Timestamp time, TimeZone zone)
{
    return (zone == TimeZone::Utc ? localTime(time).toUTC() : localTime(time)).toString(QStringLiteral("HH:mm:ss"))
        + microsecondsText(time.unixNanoseconds);
}

QString dateAndTimeText(Timestamp time, TimeZone zone)
{
    const QDateTime local = localTime(time);
    const QDateTime moment = zone == TimeZone::Utc ? local.toUTC() : local.toOffsetFromUtc(local.offsetFromUtc());
    const QString offset = zone == TimeZone::Utc ? QStringLiteral("UTC") : moment.toString(QStringLiteral("t"));
    return dateText(moment.date()) + moment.toString(QStringLiteral(" HH:mm:ss"))
        + microsecondsText(time.unixNanoseconds) + u' ' + offset;
}

QString secondsText(qint64 nanoseconds)
{
    const QString sign = nanoseconds < 0 ? QStringLiteral("-") : QString();
    const qint64 size = qAbs(nanoseconds);
    return sign + QString::number(size / nanosecondsPerSecond) + microsecondsText(size);
}

QString durationText(qint64 nanoseconds)
{
    const QLocale locale;
    const auto value = static_cast<double>(nanoseconds);
    if (qAbs(nanoseconds) < 1'000'000)
        return Words::tr("%1 µs").arg(locale.toString(value / 1e3, 'f', 0));
    if (qAbs(nanoseconds) < nanosecondsPerSecond)
        return Words::tr("%1 ms").arg(locale.toString(value / 1e6, 'f', 1));
    return Words::tr("%1 s").arg(locale.toString(value / 1e9, 'f', 1));
}

QString spanText(qint64 nanoseconds)
{
    return (nanoseconds < 0 ? QString() : QStringLiteral("+")) + durationText(nanoseconds);
}

} // namespace pipeglass::text
