// SPDX-License-Identifier: MIT
#include "capture/format/keyedtext.h"

#include "core/bytetext.h"

#include <QList>

#include <limits>

namespace pipeglass::capture {

void KeyedText::append(const QByteArray &key, QByteArrayView value)
{
    if (!m_text.isEmpty())
        m_text += ' ';
    m_text += key + '=' + escapedText(value).toUtf8().replace(' ', "\\x20");
}

void KeyedText::append(const QByteArray &prefix, const ProcessInfo &process)
{
    append(prefix + "pid", static_cast<quint64>(process.pid));
    append(prefix + "uid", quint64{ process.uid });
    append(prefix + "user", process.user.toUtf8());
    append(prefix + "program", process.program);
}

KeyedValues::KeyedValues(QByteArrayView text)
{
    for (const QByteArray &word : text.toByteArray().split(' ')) {
        const qsizetype equals = word.indexOf('=');
        if (equals <= 0)
            continue;
        if (auto value = unescapedBytes(QString::fromUtf8(word.sliced(equals + 1))))
            m_values.insert(word.first(equals), *std::move(value));
    }
}

std::optional<QByteArray> KeyedValues::bytes(const QByteArray &key) const
{
    const auto found = m_values.constFind(key);
    return found == m_values.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<quint64> KeyedValues::number(const QByteArray &key) const
{
    bool good = false;
    const quint64 value = m_values.value(key).toULongLong(&good);
    return good ? std::optional(value) : std::nullopt;
}

std::optional<Side> KeyedValues::side(const QByteArray &key) const
{
    for (const Side side : { Side::Client, Side::Server }) {
        if (m_values.value(key) == sideName(side))
            return side;
    }
    return std::nullopt;
}

std::optional<ProcessInfo> KeyedValues::process(const QByteArray &prefix) const
{
    const auto pid = number(prefix + "pid");
    const auto uid = number(prefix + "uid");
    const auto user = bytes(prefix + "user");
    auto program = bytes(prefix + "program");
    if (!pid || !uid || !user || !program || *pid > quint64{ std::numeric_limits<pid_t>::max() }
        || *uid > quint64{ std::numeric_limits<uid_t>::max() })
        return std::nullopt;
    return ProcessInfo{ static_cast<pid_t>(*pid), *std::move(program), static_cast<uid_t>(*uid),
                        QString::fromUtf8(*user) };
}

} // namespace pipeglass::capture
