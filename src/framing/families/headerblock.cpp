// SPDX-License-Identifier: MIT
#include "framing/families/headerblock.h"

#include <algorithm>
#include <utility>

namespace pipeglass::framing {

namespace {

/// A character of a header's name (RFC 9110, token).
bool isNameCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
        || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

/// The beginning of a line "Name: value".
bool mayBeHeader(QByteArrayView line)
{
    const auto end = std::find_if_not(line.begin(), line.end(), isNameCharacter);
    return end == line.end() || (*end == ':' && end != line.begin()) || line == "\r";
}

bool isPrintable(QByteArrayView line)
{
    return std::all_of(line.begin(), line.end(), [](char c) { return static_cast<quint8>(c) >= ' ' || c == '\t'; });
}

} // namespace

HeaderBlock::HeaderBlock(StartLine startLine, qsizetype limit)
    : m_hasStartLine(startLine == StartLine::Yes)
    , m_limit(limit)
{
}

HeaderBlock::State HeaderBlock::read(QByteArrayView bytes)
{
    while (m_read < bytes.size()) {
        const QByteArrayView rest = bytes.sliced(m_read);
        const qsizetype feed = rest.indexOf('\n');
        if (feed < 0) {
            const QByteArrayView text = rest.endsWith('\r') ? rest.chopped(1) : rest;
            const bool mayBeValid = m_isFirst && m_hasStartLine ? isPrintable(text) : mayBeHeader(rest);
            return mayBeValid && bytes.size() <= m_limit ? State::Incomplete : State::Invalid;
        }
        m_read += feed + 1;
        const QByteArrayView line = rest.first(feed > 0 && rest[feed - 1] == '\r' ? feed - 1 : feed);
        if (m_read > m_limit)
            return State::Invalid;
        if (line.isEmpty() && !m_isFirst)
            return State::Complete;
        if (!readLine(line))
            return State::Invalid;
    }
    return State::Incomplete;
}

bool HeaderBlock::readLine(QByteArrayView line)
{
    if (std::exchange(m_isFirst, false) && m_hasStartLine) {
        m_startLine = line.toByteArray();
        return !line.isEmpty() && isPrintable(line);
    }
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !mayBeHeader(line) || !isPrintable(line))
        return false;
    const QByteArray name = line.first(colon).toByteArray().toLower();
    const QByteArray value = line.sliced(colon + 1).trimmed().toByteArray();
    if (name == "content-length") {
        constexpr qsizetype mostDigits = 18;
        const quint64 length = value.toULongLong();
        const bool isSame = !m_contentLength || *m_contentLength == length;
        m_contentLength = length;
        return isSame && !value.isEmpty() && value.size() <= mostDigits
            && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    }
    if (name == "transfer-encoding")
        m_isChunked = value.toLower().endsWith("chunked");
    m_isUpgrade = m_isUpgrade || name == "upgrade";
    return true;
}

} // namespace pipeglass::framing
