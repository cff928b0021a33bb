// SPDX-License-Identifier: MIT
#include "decoding/text/jsonvalue.h"

namespace pipeglass::decoding {

namespace {

constexpr qsizetype longestLine = 72;

/// The offset after the string that begins at `at`.
qsizetype endOfString(QByteArrayView text, qsizetype at)
{
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\')
            ++at;
    }
    return qMin(at + 1, text.size());
}

/// The offset after the array or object that begins at `at`; within `limit` bytes, else -1.
qsizetype endOfShort(QByteArrayView text, qsizetype at, qsizetype limit)
{
    const qsizetype last = qMin(text.size(), at + qMax<qsizetype>(limit, 2));
    int depth = 0;
    while (at < last) {
        const char c = text[at];
        if (c == '"') {
            at = endOfString(text, at);
            continue;
        }
        if (c == '{' || c == '[')
            ++depth;
        else if ((c == '}' || c == ']') && --depth == 0)
            return at + 1;
        ++at;
    }
    return -1;
}

class JsonIndenter {
public:
    explicit JsonIndenter(const QByteArray &compact)
        : m_in(compact)
    {
    }

    QByteArray run()
    {
        for (qsizetype at = 0; at < m_in.size();)
            at = part(at);
        return m_out;
    }

private:
    /// Appends what begins at `at`, and returns where it ends.
    qsizetype part(qsizetype at)
    {
        const char c = m_in[at];
        if (c == '"') {
            const qsizetype end = endOfString(m_in, at);
            m_out += m_in.sliced(at, end - at);
            return end;
        }
        if (c == '{' || c == '[') {
            const qsizetype end = endOfShort(m_in, at, longestLine - m_depth * 2);
            if (end > 0) {
                inOneLine(at, end);
                return end;
            }
            ++m_depth;
            m_out += c;
            newLine();
        } else if (c == '}' || c == ']') {
            --m_depth;
            newLine();
            m_out += c;
        } else {
            m_out += c;
            if (c == ',')
                newLine();
            else if (c == ':')
                m_out += ' ';
        }
        return at + 1;
    }

    void inOneLine(qsizetype at, qsizetype end)
    {
        while (at < end) {
            if (m_in[at] == '"') {
                const qsizetype after = endOfString(m_in, at);
                m_out += m_in.sliced(at, after - at);
                at = after;
                continue;
            }
            m_out += m_in[at];
            if (m_in[at] == ',' || m_in[at] == ':')
                m_out += ' ';
            ++at;
        }
    }

    void newLine() { m_out += '\n' + QByteArray(m_depth * 2, ' '); }

    const QByteArray &m_in;
    QByteArray m_out;
    int m_depth = 0;
};

} // namespace

QByteArray compactJson(QByteArrayView text)
{
    QByteArray compact;
    compact.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text[at] == '"' ? endOfString(text, at) : at + 1;
        if (!QByteArrayView(" \n\r\t").contains(text[at]))
            compact += text.sliced(at, end - at);
        at = end;
    }
    return compact;
}

QByteArray indentedJson(QByteArrayView text)
{
    const QByteArray compact = compactJson(text);
    return JsonIndenter(compact).run();
}

} // namespace pipeglass::decoding
