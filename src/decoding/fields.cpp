// SPDX-License-Identifier: MIT
#include "decoding/fields.h"

#include <QStringDecoder>
#include <QUuid>

namespace pipeglass::decoding {

void Fields::named(const char *name, quint64 value, const char *word, qsizetype start)
{
    if (!m_in.ok())
        return;
    if (word == nullptr)
        m_tree.literal(QLatin1String(name), "integer", QString::number(value), start, m_in.at());
    else
        m_tree.text(
            QLatin1String(name), "enum", QStringLiteral("%1 (%2)").arg(QLatin1String(word)).arg(value), start,
            m_in.at());
}

void Fields::boolean(const char *name)
{
    const qsizetype start = m_in.at();
    const bool value = m_in.byte() != 0;
    if (m_in.ok())
        m_tree.literal(
            QLatin1String(name), "boolean", value ? QStringLiteral("true") : QStringLiteral("false"), start, m_in.at());
}

void Fields::guid(const char *name)
{
    const qsizetype start = m_in.at();
    const auto first = m_in.little<quint32>();
    const auto second = m_in.little<quint16>();
    const auto third = m_in.little<quint16>();
    const QByteArrayView last = m_in.take(8);
    if (!m_in.ok())
        return;
    const auto at = [&](qsizetype index) { return static_cast<uchar>(last[index]); };
    const QUuid value(first, second, third, at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7));
    m_tree.text(QLatin1String(name), "guid", value.toString(QUuid::WithoutBraces), start, m_in.at());
}

QByteArrayView Fields::bytes(const char *name, quint64 size)
{
    const qsizetype start = m_in.at();
    const QByteArrayView content = m_in.take(size);
    if (m_in.ok() && !content.isEmpty())
        m_tree.bytes(QLatin1String(name), "bytes", content, start, m_in.at());
    return content;
}

QString Fields::text(const char *name, QByteArrayView content, bool isUtf16, qsizetype start)
{
    if (!m_in.ok())
        return {};
    QString value;
    if (isUtf16) {
        QStringDecoder decoder(QStringDecoder::Utf16LE, QStringConverter::Flag::ConvertInitialBom);
        value = QString(decoder(content));
        if (value.endsWith(QChar::Null))
            value.chop(1);
    } else {
        value = shownText(content);
    }
    m_tree.text(QLatin1String(name), "string", value, start, m_in.at(), isUtf16 ? value.toUtf8() : content);
    return value;
}

QString Fields::utf8From(const char *name, quint64 size, qsizetype start)
{
    return text(name, m_in.take(size), false, start);
}

QString Fields::utf16From(const char *name, quint64 bytes, qsizetype start)
{
    return text(name, m_in.take(bytes), true, start);
}

QString Fields::utf8(const char *name, quint64 size) { return utf8From(name, size, m_in.at()); }

QString Fields::utf16(const char *name, quint64 bytes) { return utf16From(name, bytes, m_in.at()); }

QString Fields::untilNul(const char *name)
{
    const qsizetype start = m_in.at();
    return text(name, m_in.until('\0'), false, start);
}

QString Fields::counted(const char *name)
{
    const qsizetype start = m_in.at();
    return text(name, m_in.take(m_in.varint()), false, start);
}

QString Fields::countedUtf16(const char *name)
{
    const qsizetype start = m_in.at();
    return text(name, m_in.take(m_in.varint()), true, start);
}

bool Fields::finish()
{
    if (m_in.ok() && m_in.atEnd()) {
        close();
        return true;
    }
    m_tree.stop(m_in.rest(), m_in.at());
    return false;
}

} // namespace pipeglass::decoding
