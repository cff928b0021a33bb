// SPDX-License-Identifier: MIT
#include "decoding/formats/jsonstring.h"
#include "decoding/text/jsonvalue.h"

namespace pipeglass::decoding {

namespace {

class JsonParser {
public:
    explicit JsonParser(QByteArrayView text)
        : m_text(text)
    {
    }

    tl::expected<JsonValue, TextProblem> parse()
    {
        JsonValue root;
        if (value(root, 0)) {
            skipBlanks();
            if (m_at == m_text.size())
                return root;
            (void)fail(QT_TRANSLATE_NOOP("Decoding", "nothing may follow the value"));
        }
        return tl::unexpected<TextProblem>(m_problem);
    }

private:
    bool fail(const char *text)
    {
        m_problem = { m_at, trText(text) };
        return false;
    }
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void skipBlanks()
    {
        while (m_at < m_text.size() && QByteArrayView(" \n\r\t").contains(m_text[m_at]))
            ++m_at;
    }
    bool isNext(char c)
    {
        skipBlanks();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    // NOLINTNEXTLINE(misc-no-recursion): up to deepestText
    bool value(JsonValue &to, int depth)
    {
        skipBlanks();
        to.at = m_at;
        const char c = peek();
        if (c == '{' || c == '[') {
            if (depth >= deepestText)
                return fail(QT_TRANSLATE_NOOP("Decoding", "too many levels of values"));
            ++m_at;
            to.kind = c == '{' ? JsonValue::Kind::Object : JsonValue::Kind::Array;
            return members(to, depth);
        }
        if (c == '"') {
            to.kind = JsonValue::Kind::String;
            return string(to.text);
        }
        if (c == 't')
            return word("true", to, JsonValue::Kind::True);
        if (c == 'f')
            return word("false", to, JsonValue::Kind::False);
        if (c == 'n')
            return word("null", to, JsonValue::Kind::Null);
        to.kind = JsonValue::Kind::Number;
        return number(to.text);
    }

    // NOLINTNEXTLINE(misc-no-recursion): up to deepestText
    bool members(JsonValue &to, int depth)
    {
        const bool isObject = to.is(JsonValue::Kind::Object);
        const char end = isObject ? '}' : ']';
        if (isNext(end))
            return true;
        for (;;) {
            JsonMember member;
            skipBlanks();
            if (isObject) {
                if (peek() != '"')
                    return fail(QT_TRANSLATE_NOOP("Decoding", "expected a name in quotes"));
                if (!string(member.name))
                    return false;
                if (!isNext(':'))
                    return fail(QT_TRANSLATE_NOOP("Decoding", "expected a colon after the name"));
            }
            if (!value(member.value, depth + 1))
                return false;
            to.members.push_back(std::move(member));
            if (isNext(end))
                return true;
            if (!isNext(','))
                return fail(
                    isObject ? QT_TRANSLATE_NOOP("Decoding", "expected a comma or }")
                             : QT_TRANSLATE_NOOP("Decoding", "expected a comma or ]"));
        }
    }

    bool word(QByteArrayView text, JsonValue &to, JsonValue::Kind kind)
    {
        if (!m_text.sliced(m_at).startsWith(text))
            return fail(QT_TRANSLATE_NOOP("Decoding", "expected a value"));
        m_at += text.size();
        to.kind = kind;
        return true;
    }

    bool digits()
    {
        const qsizetype from = m_at;
        while (peek() >= '0' && peek() <= '9')
            ++m_at;
        return m_at > from || fail(QT_TRANSLATE_NOOP("Decoding", "expected a digit"));
    }

    bool number(QByteArray &to)
    {
        const qsizetype from = m_at;
        m_at += peek() == '-' ? 1 : 0;
        if (peek() < '0' || peek() > '9')
            return fail(QT_TRANSLATE_NOOP("Decoding", "expected a value"));
        if (peek() == '0')
            ++m_at;
        else if (!digits())
            return false;
        if (peek() == '.') {
            ++m_at;
            if (!digits())
                return false;
        }
        if (peek() == 'e' || peek() == 'E') {
            ++m_at;
            m_at += peek() == '+' || peek() == '-' ? 1 : 0;
            if (!digits())
                return false;
        }
        to = m_text.sliced(from, m_at - from).toByteArray();
        return true;
    }

    /// At the opening quote.
    bool string(QByteArray &to)
    {
        const qsizetype from = ++m_at;
        for (; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at) {
            if (static_cast<uchar>(m_text[m_at]) < 0x20)
                return fail(QT_TRANSLATE_NOOP("Decoding", "a string ends on its line; write \\n for a line break"));
            if (m_text[m_at] == '\\' && !skipEscape())
                return false;
        }
        if (m_at == m_text.size())
            return fail(QT_TRANSLATE_NOOP("Decoding", "the quote that ends the string is missing"));
        to = unescapedJson(m_text.sliced(from, m_at - from));
        ++m_at;
        return true;
    }

    /// At the backslash; moves to the last character of the escape.
    bool skipEscape()
    {
        ++m_at;
        const char c = peek();
        if (c == 'u' && m_text.size() - m_at >= 5 && jsonHexUnit(m_text.sliced(m_at + 1, 4))) {
            m_at += 4;
            return true;
        }
        if (c != '\0' && QByteArrayView("\"\\/bfnrt").contains(c))
            return true;
        --m_at;
        return fail(QT_TRANSLATE_NOOP("Decoding", "no such escape in a string"));
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    TextProblem m_problem;
};

} // namespace

tl::expected<JsonValue, TextProblem> parseJson(QByteArrayView text) { return JsonParser(text).parse(); }

} // namespace pipeglass::decoding
