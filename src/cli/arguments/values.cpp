// SPDX-License-Identifier: MIT
#include "cli/arguments/values.h"

#include "cli/commandtext.h"
#include "core/bytetext.h"

#include <cmath>
#include <limits>

namespace pipeglass::cli {

namespace {

tl::unexpected<Error> invalidValue(const QByteArray &text, const QString &whatWouldDo)
{
    return failure(ErrorCode::InvalidArgument, text, whatWouldDo);
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

Result<quint64> parseCount(const QByteArray &text)
{
    bool good = false;
    const quint64 count = text.toULongLong(&good);
    if (!good || !isDigits(text))
        return invalidValue(text, CommandText::tr("expected a number, 0 or more"));
    return count;
}

Result<int> parseSeconds(const QByteArray &text)
{
    constexpr double maxSeconds = std::numeric_limits<int>::max() / 1000.0;
    bool good = false;
    const double seconds = text.toDouble(&good);
    if (!good || !std::isfinite(seconds) || seconds < 0 || seconds > maxSeconds)
        return invalidValue(text, CommandText::tr("expected seconds, such as 10 or 0.5; 0 means no limit"));
    return static_cast<int>(std::ceil(seconds * 1000));
}

Result<qsizetype> parseLimit(const QByteArray &text)
{
    QByteArray digits = text;
    unsigned shift = 0;
    const QByteArrayView units("KMG");
    if (const qsizetype unit = text.isEmpty() ? -1 : units.indexOf(text.back() & ~0x20); unit >= 0) {
        shift = 10U * (static_cast<unsigned>(unit) + 1);
        digits.chop(1);
    }
    bool good = false;
    const quint64 number = digits.toULongLong(&good);
    // Lengths in framings have 31 bits.
    constexpr quint64 most = std::numeric_limits<qint32>::max();
    if (!good || !isDigits(digits) || number == 0 || number > (most >> shift))
        return invalidValue(text, CommandText::tr("expected bytes from 1 to 2147483647, such as 4096, 64K or 16M"));
    return static_cast<qsizetype>(number << shift);
}

Result<FileMode> parseMode(const QByteArray &text)
{
    const auto mode = FileMode::fromOctal(QString::fromLatin1(text));
    if (!mode || (mode->bits() & ~0777U) != 0)
        return invalidValue(text, CommandText::tr("expected octal permissions, such as 0600 or 0666"));
    return *mode;
}

Result<QByteArray> parseHex(const QByteArray &text)
{
    const auto bytes = bytesFromHex(QString::fromLatin1(text));
    if (!bytes)
        return invalidValue(text, CommandText::tr("expected pairs of hex digits, such as 00ff or \"00 ff\""));
    return *bytes;
}

} // namespace pipeglass::cli
