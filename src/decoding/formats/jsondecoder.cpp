// SPDX-License-Identifier: MIT
#include "decoding/formats/jsondecoder.h"

#include "decoding/formats/jsonstring.h"

#include <array>
#include <optional>

namespace pipeglass::decoding {

namespace {

constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");

bool isDigit(char c) { return c >= '0' && c <= '9'; }

class JsonWalker {
public:
    JsonWalker(QByteArrayView in, TreeBuilder &tree)
        : m_in(in)
        , m_tree(tree)
    {
    }

    bool walk()
    {
        if (m_in.startsWith(byteOrderMark))
            m_at = byteOrderMark.size();
        skipBlanks();
        m_start = m_at;
        if (value() && rest())
            return true;
        m_tree.stop(m_in.sliced(m_at), m_at);
        return false;
    }

private:
    struct Level {
        bool isObject;
        quint32 next;
    };
    struct Text {
        QByteArrayView raw; ///< within the quotes
        bool isEscaped = false;
    };
    struct KnownName {
        QByteArrayView raw;
        QString text;
    };

    [[nodiscard]] char peek() const { return m_at < m_in.size() ? m_in[m_at] : '\0'; }
    void skipBlanks()
    {
        while (m_at < m_in.size()
               && (m_in[m_at] == ' ' || m_in[m_at] == '\n' || m_in[m_at] == '\r' || m_in[m_at] == '\t'))
            ++m_at;
    }
    bool isNext(char c)
    {
        const bool found = peek() == c && m_at < m_in.size();
        m_at += found ? 1 : 0;
        return found;
    }

    /// After a value: what follows it, until the end of the outermost value.
    bool rest()
    {
        while (!m_levels.empty()) {
            skipBlanks();
            const bool isObject = m_levels.back().isObject;
            if (isNext(isObject ? '}' : ']'))
                close();
            else if (!isNext(',') || !entry() || !value())
                return false;
        }
        skipBlanks();
        return m_at == m_in.size();
    }

    void close()
    {
        m_levels.pop_back();
        m_tree.close(m_at);
    }

    /// A scalar, or the begin of a container up to its first scalar.
    bool value()
    {
        for (;;) {
            const char c = peek();
            if (c != '{' && c != '[')
                return scalar();
            m_tree.open(m_name, c == '{' ? "object" : "array", m_start);
            m_levels.push_back({ c == '{', 0 });
            ++m_at;
            skipBlanks();
            if (isNext(c == '{' ? '}' : ']')) {
                close();
                return true;
            }
            if (!entry())
                return false;
        }
    }

    /// The key, or the index, of the next value.
    bool entry()
    {
        skipBlanks();
        m_start = m_at;
        Level &level = m_levels.back();
        if (!level.isObject) {
            m_name = QString::number(level.next++);
            return true;
        }
        const auto key = string();
        if (!key)
            return false;
        m_name = name(*key);
        skipBlanks();
        if (!isNext(':'))
            return false;
        skipBlanks();
        return true;
    }

    /// Objects of an array have the same keys: their names share storage.
    QString name(const Text &key)
    {
        if (key.isEscaped)
            return shownText(unescapedJson(key.raw));
        const auto first = key.raw.isEmpty() ? size_t{ 0 } : static_cast<uchar>(key.raw.front());
        KnownName &known = m_names[(static_cast<size_t>(key.raw.size()) * 31 + first) % m_names.size()];
        if (known.text.isNull() || known.raw != key.raw)
            known = { key.raw, shownText(key.raw) };
        return known.text;
    }

    bool scalar()
    {
        const char c = peek();
        if (c == '"') {
            const auto text = string();
            if (!text)
                return false;
            const QByteArray content = text->isEscaped ? unescapedJson(text->raw) : QByteArray();
            m_tree.utf8(m_name, "string", text->isEscaped ? QByteArrayView(content) : text->raw, m_start, m_at);
            return true;
        }
        const qsizetype from = m_at;
        const char *type = c == 't' || c == 'f' ? "boolean" : c == 'n' ? "null" : "number";
        if (!(c == 't' ? word("true") : c == 'f' ? word("false") : c == 'n' ? word("null") : number()))
            return false;
        m_tree.literal(m_name, type, QString::fromLatin1(m_in.sliced(from, m_at - from)), m_start, m_at);
        return true;
    }

    bool word(QByteArrayView text)
    {
        if (!m_in.sliced(m_at).startsWith(text))
            return false;
        m_at += text.size();
        return true;
    }

    bool digits()
    {
        const qsizetype from = m_at;
        while (isDigit(peek()))
            ++m_at;
        return m_at > from;
    }

    bool number()
    {
        (void)isNext('-');
        if (!isNext('0') && !digits())
            return false;
        if (isNext('.') && !digits())
            return false;
        if ((peek() | 0x20) != 'e')
            return true;
        ++m_at;
        if (peek() == '+' || peek() == '-')
            ++m_at;
        return digits();
    }

    std::optional<Text> string()
    {
        if (!isNext('"'))
            return std::nullopt;
        Text text;
        const qsizetype from = m_at;
        for (; m_at < m_in.size(); ++m_at) {
            const auto c = static_cast<uchar>(m_in[m_at]);
            if (c == '"') {
                text.raw = m_in.sliced(from, m_at - from);
                ++m_at;
                return text;
            }
            if (c < 0x20 || (c == '\\' && !skipEscape()))
                return std::nullopt;
            text.isEscaped |= c == '\\';
        }
        return std::nullopt;
    }

    /// At the backslash; moves to the last character of the escape.
    bool skipEscape()
    {
        ++m_at;
        const char c = peek();
        if (c != 'u')
            return c != '\0' && QByteArrayView("\"\\/bfnrt").contains(c);
        if (m_in.size() - m_at < 5 || !jsonHexUnit(m_in.sliced(m_at + 1, 4)))
            return false;
        m_at += 4;
        return true;
    }

    QByteArrayView m_in;
    TreeBuilder &m_tree;
    qsizetype m_at = 0;
    qsizetype m_start = 0; ///< of the next value, or of its key
    QString m_name;
    std::array<KnownName, 64> m_names; ///< by size and first byte
    std::vector<Level> m_levels;
};

} // namespace

bool JsonDecoder::mayBe(QByteArrayView payload) const
{
    const QByteArrayView text = (payload.startsWith(byteOrderMark) ? payload.sliced(3) : payload).trimmed();
    if (text.size() < 2)
        return false;
    const char first = text.front();
    const char last = text.back();
    return (first == '{' && last == '}') || (first == '[' && last == ']') || (first == '"' && last == '"');
}

bool JsonDecoder::decode(QByteArrayView payload, const Hint & /*hint*/, TreeBuilder &tree) const
{
    return JsonWalker(payload, tree).walk();
}

} // namespace pipeglass::decoding
