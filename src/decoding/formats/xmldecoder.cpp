// SPDX-License-Identifier: MIT
#include "decoding/formats/xmldecoder.h"

#include "core/bytetext.h"

#include <QXmlStreamReader>

namespace pipeglass::decoding {

namespace {

constexpr QByteArrayView utf8Mark("\xef\xbb\xbf");

/// Reads the tokens with Qt, whose offsets include characters read ahead, and finds where they end in the bytes.
class XmlWalker {
public:
    XmlWalker(QByteArrayView bytes, const QString &text, TreeBuilder &tree)
        : m_bytes(bytes)
        , m_reader(text)
        , m_tree(tree)
    {
    }

    bool walk()
    {
        while (!m_reader.atEnd()) {
            m_reader.readNext();
            if (m_reader.hasError())
                break;
            const qsizetype start = startOfToken();
            m_end = endOfToken(start);
            token(start);
            m_afterStart = m_reader.isStartElement();
        }
        if (!m_reader.hasError())
            return m_hasRoot;
        m_tree.stop(m_bytes.sliced(m_end), m_end);
        return false;
    }

private:
    [[nodiscard]] qsizetype startOfToken() const
    {
        const auto type = m_reader.tokenType();
        const bool isMarkup =
            (type == QXmlStreamReader::StartElement || m_reader.isCDATA() || type == QXmlStreamReader::Comment
             || type == QXmlStreamReader::DTD || type == QXmlStreamReader::ProcessingInstruction);
        // Outside of the root, blanks are no tokens.
        return isMarkup ? qMax(m_end, m_bytes.indexOf('<', m_end)) : m_end;
    }

    [[nodiscard]] qsizetype endOfToken(qsizetype start) const
    {
        switch (m_reader.tokenType()) {
        case QXmlStreamReader::StartDocument:
            return m_bytes.contains("<?xml") ? after("?>", start) : start;
        case QXmlStreamReader::StartElement:
            return endOfTag(start);
        case QXmlStreamReader::EndElement:
            // `<a/>` is a start and an end.
            return m_afterStart && m_bytes.first(start).endsWith("/>") ? start : endOfTag(start);
        case QXmlStreamReader::Characters: {
            const qsizetype tag = m_reader.isCDATA() ? after("]]>", start) : m_bytes.indexOf('<', start);
            return tag < 0 ? m_bytes.size() : tag;
        }
        case QXmlStreamReader::Comment:
            return after("-->", start);
        case QXmlStreamReader::ProcessingInstruction:
            return after("?>", start);
        case QXmlStreamReader::DTD:
            return qMin(m_bytes.size(), start + m_reader.text().toUtf8().size());
        default:
            return start;
        }
    }

    [[nodiscard]] qsizetype after(QByteArrayView mark, qsizetype start) const
    {
        const qsizetype found = m_bytes.indexOf(mark, start);
        return found < 0 ? m_bytes.size() : found + mark.size();
    }

    [[nodiscard]] qsizetype endOfTag(qsizetype start) const
    {
        char quote = '\0';
        for (qsizetype at = start; at < m_bytes.size(); ++at) {
            const char c = m_bytes[at];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c == '"' || c == '\'')
                quote = c;
            else if (c == '>')
                return at + 1;
        }
        return m_bytes.size();
    }

    void token(qsizetype start)
    {
        switch (m_reader.tokenType()) {
        case QXmlStreamReader::StartElement:
            m_hasRoot = true;
            m_tree.open(m_reader.qualifiedName().toString(), "element", start);
            for (const QXmlStreamAttribute &one : m_reader.attributes())
                m_tree.text(
                    one.qualifiedName().toString(), "attribute", one.value().toString(), start, m_end,
                    one.value().toUtf8());
            break;
        case QXmlStreamReader::EndElement:
            m_tree.close(m_end);
            break;
        case QXmlStreamReader::Characters:
            if (!m_reader.isWhitespace() && m_hasRoot)
                m_tree.text(
                    QString(), m_reader.isCDATA() ? "CDATA" : "text", m_reader.text().toString(), start, m_end,
                    m_reader.text().toUtf8());
            break;
        case QXmlStreamReader::Comment:
            if (m_hasRoot)
                m_tree.text(QString(), "comment", m_reader.text().toString(), start, m_end);
            break;
        default:
            break;
        }
    }

    QByteArrayView m_bytes;
    QXmlStreamReader m_reader;
    TreeBuilder &m_tree;
    qsizetype m_end = 0; ///< of the last token
    bool m_hasRoot = false;
    bool m_afterStart = false; ///< the last token was the start of an element
};

} // namespace

bool XmlDecoder::mayBe(QByteArrayView payload) const
{
    const QByteArrayView text = (payload.startsWith(utf8Mark) ? payload.sliced(3) : payload).trimmed();
    return text.size() >= 4 && text.startsWith('<') && text.endsWith('>');
}

bool XmlDecoder::decode(QByteArrayView payload, const Hint & /*hint*/, TreeBuilder &tree) const
{
    const auto text = validUtf8(payload);
    return text && XmlWalker(payload, *text, tree).walk();
}

} // namespace pipeglass::decoding
