// SPDX-License-Identifier: MIT
#include "cleaning/reapers/cronscript.h"

#include "cleaning/blanks.h"

#include <algorithm>
#include <utility>

namespace pipeglass::cleaning {

namespace {

/// Maximum depth of sourced files.
constexpr int maxDepth = 4;

using Variables = QHash<QByteArray, QByteArray>;

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// NAME in NAME=VALUE, or empty.
QByteArray assignedName(const QByteArray &word)
{
    const qsizetype equals = word.indexOf('=');
    const bool good = equals > 0 && !(word[0] >= '0' && word[0] <= '9')
        && std::all_of(word.begin(), word.begin() + equals, isNameByte);
    return good ? word.first(equals) : QByteArray();
}

/// Splits a text into commands of words; resolves quotes and variables.
class Lexer {
public:
    Lexer(QByteArrayView text, const Variables &variables)
        : m_text(text)
        , m_variables(variables)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

    /// The next command; it may have no words.
    CleanerCall next()
    {
        CleanerCall command;
        command.line = m_line;
        qsizetype begin = m_at;
        bool started = false;
        while (!atEnd()) {
            const char c = m_text[m_at];
            if (c == '\n' || c == ';' || c == '&' || c == '|' || c == '(' || c == ')') {
                m_line += c == '\n' ? 1 : 0;
                endWord(command);
                command.text = m_text.sliced(begin, m_at - begin).toByteArray();
                ++m_at;
                return command;
            }
            if (!started && !isBlank(c)) {
                started = true;
                begin = m_at;
                command.line = m_line;
            }
            step(command);
        }
        endWord(command);
        command.text = m_text.sliced(begin).toByteArray();
        return command;
    }

private:
    [[nodiscard]] char at(qsizetype offset) const
    {
        return m_at + offset < m_text.size() ? m_text[m_at + offset] : '\0';
    }

    void endWord(CleanerCall &command)
    {
        if (m_inWord)
            command.words.push_back(m_word);
        m_word.clear();
        m_inWord = false;
    }

    void put(QByteArrayView bytes)
    {
        m_word += bytes.toByteArray();
        m_inWord = true;
    }

    void step(CleanerCall &command)
    {
        const char c = m_text[m_at];
        if (isBlank(c)) {
            endWord(command);
            ++m_at;
        } else if (c == '#' && !m_inWord) {
            while (!atEnd() && m_text[m_at] != '\n')
                ++m_at;
        } else if (c == '\\') {
            if (at(1) == '\n')
                ++m_line;
            else
                put(m_text.sliced(m_at + 1, at(1) == '\0' ? 0 : 1));
            m_at = qMin(m_at + 2, m_text.size());
        } else if (c == '\'') {
            singleQuoted();
        } else if (c == '"') {
            doubleQuoted();
        } else if (c == '`') {
            substituted(command);
        } else if (c == '$') {
            // A value in an assignment is not split.
            const QByteArray value = variable();
            const bool whole = m_inWord && !assignedName(m_word).isEmpty();
            for (const QByteArray &part : whole ? std::vector<QByteArray>{ value } : splitAtBlanks(value)) {
                if (part.isNull() && !whole)
                    endWord(command);
                else
                    put(part);
            }
        } else {
            put(m_text.sliced(m_at++, 1));
        }
    }

    /// Splits an unquoted value into words; a null element separates two.
    static std::vector<QByteArray> splitAtBlanks(const QByteArray &text)
    {
        std::vector<QByteArray> parts;
        for (const QByteArray &word : text.split(' ')) {
            if (!parts.empty())
                parts.emplace_back();
            if (!word.isEmpty())
                parts.push_back(word);
        }
        return parts;
    }

    void singleQuoted()
    {
        const qsizetype end = m_text.indexOf('\'', m_at + 1);
        const qsizetype stop = end < 0 ? m_text.size() : end;
        const QByteArrayView inside = m_text.sliced(m_at + 1, stop - m_at - 1);
        m_line += static_cast<int>(std::count(inside.begin(), inside.end(), '\n'));
        put(inside);
        m_at = qMin(stop + 1, m_text.size());
    }

    void doubleQuoted()
    {
        put({});
        ++m_at;
        while (!atEnd() && m_text[m_at] != '"') {
            m_line += m_text[m_at] == '\n' ? 1 : 0;
            if (m_text[m_at] == '$') {
                put(variable());
            } else {
                if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                    ++m_at;
                put(m_text.sliced(m_at++, 1));
            }
        }
        m_at = qMin(m_at + 1, m_text.size());
    }

    /// Of command substitutions only Debian's loop is known: one --protect for each pattern of a variable.
    void substituted(CleanerCall &command)
    {
        const qsizetype end = m_text.indexOf('`', m_at + 1);
        const qsizetype stop = end < 0 ? m_text.size() : end;
        const bool protects = m_text.sliced(m_at, stop - m_at).contains("$TMPREAPER_PROTECT_EXTRA");
        m_at = qMin(stop + 1, m_text.size());
        endWord(command);
        if (!protects)
            return;
        for (const QByteArray &pattern : m_variables.value("TMPREAPER_PROTECT_EXTRA").simplified().split(' ')) {
            if (!pattern.isEmpty())
                command.words.insert(command.words.end(), { "--protect", pattern });
        }
    }

    /// The value of the variable at `$`; moves past it.
    QByteArray variable()
    {
        ++m_at;
        const bool braces = at(0) == '{';
        m_at += braces ? 1 : 0;
        const qsizetype begin = m_at;
        while (isNameByte(at(0)))
            ++m_at;
        const QByteArray name = m_text.sliced(begin, m_at - begin).toByteArray();
        QByteArray value = m_variables.value(name);
        if (!braces)
            return name.isEmpty() ? QByteArray("$") : value;
        const qsizetype end = m_text.indexOf('}', m_at);
        const qsizetype stop = end < 0 ? m_text.size() : end;
        const QByteArrayView rest = m_text.sliced(m_at, stop - m_at);
        m_at = qMin(stop + 1, m_text.size());
        if (value.isEmpty() && rest.startsWith(":-")) {
            value = rest.sliced(2).toByteArray();
            const bool quoted = value.size() > 1 && (value[0] == '\'' || value[0] == '"') && value.back() == value[0];
            if (quoted)
                value = value.sliced(1, value.size() - 2);
        }
        return value;
    }

    QByteArrayView m_text;
    const Variables &m_variables;
    qsizetype m_at = 0;
    int m_line = 1;
    QByteArray m_word;
    bool m_inWord = false;
};

} // namespace

CronScript::CronScript(QByteArrayView text, Source source)
    : m_source(std::move(source))
{
    read(text, 0);
}

void CronScript::read(QByteArrayView text, int depth)
{
    Lexer lexer(text, m_variables);
    while (!lexer.atEnd())
        finish(lexer.next(), depth);
}

void CronScript::finish(CleanerCall command, int depth)
{
    std::vector<QByteArray> &words = command.words;
    while (!words.empty()) {
        const QByteArray name = assignedName(words.front());
        if (!name.isEmpty())
            m_variables[name] = words.front().sliced(name.size() + 1);
        else if (
            words.front() != "then" && words.front() != "do" && words.front() != "else" && words.front() != "export"
            && words.front() != "{")
            break;
        words.erase(words.begin());
    }
    if (words.size() == 2 && (words[0] == "." || words[0] == "source") && m_source && depth < maxDepth)
        read(m_source(words[1]), depth + 1);
    else if (!words.empty())
        m_commands.push_back(std::move(command));
}

std::vector<CleanerCall> CronScript::calls(QByteArrayView program) const
{
    std::vector<CleanerCall> found;
    for (const CleanerCall &command : m_commands) {
        const auto name = std::find_if(command.words.begin(), command.words.end(), [program](const QByteArray &word) {
            return QByteArrayView(word).sliced(word.lastIndexOf('/') + 1) == program;
        });
        // A bare name is a test for the program ("[ -x /usr/sbin/tmpreaper ]") or a mention of it.
        if (name != command.words.end() && command.words.end() - name > 2 && command.words.front() != "["
            && command.words.front() != "if")
            found.push_back({ { name, command.words.end() }, command.line, command.text });
    }
    return found;
}

} // namespace pipeglass::cleaning
