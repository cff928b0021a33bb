// SPDX-License-Identifier: MIT
#include "core/bytetext.h"
#include "core/files/readfile.h"
#include "core/uniquefd.h"
#include "rules/rulefile.h"
#include "rules/rulestext.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace pipeglass::rules {

namespace {

constexpr qsizetype largestFile = qsizetype{ 1 } << 20U;

/// A TOML string: a literal one where that can hold the text, for JSON and regular expressions are easier to read so.
QByteArray stringOf(const QString &text)
{
    const bool isPlain =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c != u'\'' && c >= u' ' && c != QChar(0x7f); });
    const QByteArray bytes = text.toUtf8();
    const bool needsNoEscape = !bytes.contains('"') && !bytes.contains('\\');
    if (isPlain && !needsNoEscape)
        return '\'' + bytes + '\'';
    QByteArray basic("\"");
    for (const char c : bytes) {
        if (c == '"' || c == '\\')
            basic += QByteArray("\\") + c;
        else if (c == '\n')
            basic += "\\n";
        else if (c == '\t')
            basic += "\\t";
        else if (c == '\r')
            basic += "\\r";
        else if ((c >= 0 && c < ' ') || c == 0x7f)
            basic += "\\u00" + QByteArray(1, c).toHex();
        else
            basic += c;
    }
    return basic + '"';
}

void addKey(QByteArray &text, const char *key, const QByteArray &value)
{
    text += QByteArray(key) + " = " + value + '\n';
}

void addRule(QByteArray &text, const Rule &rule)
{
    text += "[[rule]]\n";
    if (rule.condition == Condition::Text)
        addKey(text, "when_text", stringOf(rule.pattern));
    else if (rule.condition == Condition::Regex)
        addKey(text, "when_regex", stringOf(rule.pattern));
    else if (rule.condition == Condition::Json)
        addKey(text, "when_json", stringOf(rule.pattern));
    if (rule.replyKind == ReplyKind::Template)
        addKey(text, "reply", stringOf(rule.reply));
    else if (rule.replyKind == ReplyKind::Hex)
        addKey(text, "reply_hex", stringOf(rule.reply));
    if (rule.delayMs > 0)
        addKey(text, "delay_ms", QByteArray::number(rule.delayMs));
    if (rule.once)
        addKey(text, "once", "true");
    if (rule.then != Then::GoOn)
        addKey(text, "then", rule.then == Then::Close ? "\"close\"" : "\"half-close\"");
}

} // namespace

QByteArray rulesText(const std::vector<Rule> &rules)
{
    QByteArray text;
    for (const Rule &rule : rules) {
        if (!text.isEmpty())
            text += '\n';
        addRule(text, rule);
    }
    return text;
}

Result<RuleSet> readRules(const QByteArray &path)
{
    const auto text = readFile(path, largestFile);
    return text ? parseRules(*text, path) : failure(text.error());
}

Status writeRules(const QByteArray &path, const std::vector<Rule> &rules)
{
    QSaveFile file(QFile::decodeName(path));
    const QByteArray text = rulesText(rules);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return {};
    return failure(ErrorCode::System, path, file.errorString());
}

} // namespace pipeglass::rules
