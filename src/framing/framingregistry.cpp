// SPDX-License-Identifier: MIT
#include "framing/framingregistry.h"

#include "framing/delimiterframing.h"
#include "framing/lengthprefixframing.h"
#include "framing/persideframing.h"
#include "framing/rawframing.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace pipeglass::framing {

namespace {

struct LengthPreset {
    FramingName name;
    LengthPrefix prefix;
};

constexpr auto little = QSysInfo::LittleEndian;
constexpr auto big = QSysInfo::BigEndian;

const LengthPreset lengthPresets[] = {
    { { "int32le", QT_TRANSLATE_NOOP("Framing", "int32 LE length"),
        QT_TRANSLATE_NOOP("Framing", "A length (4 bytes, little-endian, signed), then that many bytes.") },
      { 4, little, true } },
    { { "int32be", QT_TRANSLATE_NOOP("Framing", "int32 BE length"),
        QT_TRANSLATE_NOOP("Framing", "A length (4 bytes, big-endian, signed), then that many bytes.") },
      { 4, big, true } },
    { { "uint32le", QT_TRANSLATE_NOOP("Framing", "uint32 LE length"),
        QT_TRANSLATE_NOOP("Framing", "A length (4 bytes, little-endian, unsigned), then that many bytes.") },
      { 4, little, false } },
    { { "uint32be", QT_TRANSLATE_NOOP("Framing", "uint32 BE length"),
        QT_TRANSLATE_NOOP("Framing", "A length (4 bytes, big-endian, unsigned), then that many bytes.") },
      { 4, big, false } },
    { { "uint16le", QT_TRANSLATE_NOOP("Framing", "uint16 LE length"),
        QT_TRANSLATE_NOOP("Framing", "A length (2 bytes, little-endian, unsigned), then that many bytes.") },
      { 2, little, false } },
    { { "uint16be", QT_TRANSLATE_NOOP("Framing", "uint16 BE length"),
        QT_TRANSLATE_NOOP("Framing", "A length (2 bytes, big-endian, unsigned), then that many bytes.") },
      { 2, big, false } },
    { { "int64le", QT_TRANSLATE_NOOP("Framing", "int64 LE length"),
        QT_TRANSLATE_NOOP("Framing", "A length (8 bytes, little-endian, signed), then that many bytes.") },
      { 8, little, true } },
};

struct DelimiterPreset {
    FramingName name;
    Delimiter delimiter;
};

const DelimiterPreset delimiterPresets[] = {
    { { "line", QT_TRANSLATE_NOOP("Framing", "Lines"),
        QT_TRANSLATE_NOOP("Framing", "Lines of text, each ended by a line feed or by carriage return and line feed.") },
      { '\n', "\n", true } },
    { { "crlf", QT_TRANSLATE_NOOP("Framing", "Lines, sent with CR LF"),
        QT_TRANSLATE_NOOP(
            "Framing",
            "Lines of text, each ended by a line feed or by carriage return and line feed; sent with both.") },
      { '\n', "\r\n", true } },
    { { "nul", QT_TRANSLATE_NOOP("Framing", "NUL-terminated"),
        QT_TRANSLATE_NOOP("Framing", "Each message ended by a byte of zero.") },
      { '\0', QByteArray(1, '\0'), false } },
};

} // namespace

FramingRegistry::FramingRegistry()
{
    for (const LengthPreset &one : lengthPresets)
        m_all.push_back(std::make_shared<const LengthPrefixFraming>(one.name, one.prefix));
    for (const DelimiterPreset &one : delimiterPresets)
        m_all.push_back(std::make_shared<const DelimiterFraming>(one.name, one.delimiter));
    m_all.push_back(std::make_shared<const RawFraming>());
}

FramingPtr FramingRegistry::find(QByteArrayView id) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const FramingPtr &one) { return one->id() == id; });
    return found == m_all.end() ? nullptr : *found;
}

Result<FramingPtr> FramingRegistry::parse(QByteArrayView text) const
{
    const qsizetype slash = text.indexOf('/');
    if (slash < 0)
        return parseOne(text);
    const Result<FramingPtr> client = parseOne(text.first(slash));
    const Result<FramingPtr> server = parseOne(text.sliced(slash + 1));
    if (!client || !server)
        return client ? server : client;
    return std::make_shared<const PerSideFraming>(PerSide<FramingPtr>{ *client, *server });
}

Result<FramingPtr> FramingRegistry::parseOne(QByteArrayView text) const
{
    if (FramingPtr found = find(text))
        return found;
    QStringList ids;
    for (const FramingPtr &framing : m_all)
        ids += QString::fromLatin1(framing->id());
    return failure(
        ErrorCode::InvalidArgument, text.toByteArray(),
        QCoreApplication::translate("Framing", "expected one of %1").arg(ids.join(QLatin1String(", "))));
}

} // namespace pipeglass::framing
