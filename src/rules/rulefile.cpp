// SPDX-License-Identifier: MIT
#include "rules/rulefile.h"

#include "core/bytetext.h"
#include "rules/rulestext.h"

#include <algorithm>
#include <map>

#include <toml++/toml.h>

namespace pipeglass::rules {

namespace {

using Position = toml::source_position;

/// Why a file is wrong, and where.
struct WrongAt {
    Position at;
    QString text;
};

template <typename T>
using Parsed = tl::expected<T, WrongAt>;

tl::unexpected<WrongAt> wrong(const toml::source_region &at, const QString &text)
{
    return tl::make_unexpected(WrongAt{ at.begin, text });
}

struct Entry {
    const toml::key *key;
    const toml::node *node;
};

/// The entries of a table in the order of the file, so that the first mistake is reported.
std::vector<Entry> entriesOf(const toml::table &table)
{
    std::vector<Entry> entries;
    for (const auto &[key, node] : table)
        entries.push_back({ &key, &node });
    std::sort(entries.begin(), entries.end(), [](const Entry &one, const Entry &other) {
        return one.key->source().begin < other.key->source().begin;
    });
    return entries;
}

/// A rule, and where its parts stand.
struct PlacedRule {
    Rule rule;
    std::map<Problem::Part, Position> places;
};

/// Reads the table of one rule.
class RuleReader {
public:
    [[nodiscard]] Parsed<PlacedRule> read(const toml::table &table)
    {
        for (const Entry &entry : entriesOf(table)) {
            if (const Parsed<void> taken = take(*entry.key, *entry.node); !taken)
                return tl::make_unexpected(taken.error());
        }
        return m_read;
    }

private:
    [[nodiscard]] Parsed<void> take(const toml::key &key, const toml::node &node)
    {
        Rule &rule = m_read.rule;
        const std::string_view name = key.str();
        if (name == "when_text" || name == "when_regex" || name == "when_json") {
            if (rule.condition != Condition::Any)
                return wrong(key.source(), RulesText::tr("a rule has only one of when_text, when_regex and when_json"));
            rule.condition = name == "when_text" ? Condition::Text
                : name == "when_regex"           ? Condition::Regex
                                                 : Condition::Json;
            return takeString(node, rule.pattern, Problem::Part::Pattern);
        }
        if (name == "reply" || name == "reply_hex") {
            if (rule.replyKind != ReplyKind::None)
                return wrong(key.source(), RulesText::tr("a rule has only one of reply and reply_hex"));
            rule.replyKind = name == "reply" ? ReplyKind::Template : ReplyKind::Hex;
            return takeString(node, rule.reply, Problem::Part::Reply);
        }
        if (name == "delay_ms")
            return takeDelay(node);
        if (name == "once") {
            const auto value = node.value_exact<bool>();
            rule.once = value.value_or(false);
            return value ? Parsed<void>() : wrong(node.source(), RulesText::tr("expected true or false"));
        }
        if (name == "then")
            return takeThen(node);
        return wrong(
            key.source(),
            RulesText::tr("unknown key \"%1\": expected when_text, when_regex, when_json, reply, reply_hex, delay_ms, "
                          "once or then")
                .arg(escapedText(QByteArrayView(name.data(), static_cast<qsizetype>(name.size())))));
    }

    [[nodiscard]] Parsed<void> takeString(const toml::node &node, QString &to, Problem::Part part)
    {
        const auto value = node.value_exact<std::string>();
        if (!value)
            return wrong(node.source(), RulesText::tr("expected a string in quotes"));
        to = QString::fromStdString(*value);
        m_read.places[part] = node.source().begin;
        return {};
    }

    [[nodiscard]] Parsed<void> takeDelay(const toml::node &node)
    {
        const auto value = node.value_exact<int64_t>();
        if (!value || *value < 0 || *value > longestDelayMs)
            return wrong(node.source(), RulesText::tr("expected milliseconds from 0 to %1").arg(longestDelayMs));
        m_read.rule.delayMs = static_cast<int>(*value);
        return {};
    }

    [[nodiscard]] Parsed<void> takeThen(const toml::node &node)
    {
        const auto value = node.value_exact<std::string>();
        if (value != "close" && value != "half-close")
            return wrong(node.source(), RulesText::tr("expected \"close\" or \"half-close\""));
        m_read.rule.then = *value == "close" ? Then::Close : Then::HalfClose;
        return {};
    }

    PlacedRule m_read;
};

Parsed<RuleSet> rulesOf(const toml::table &root)
{
    for (const Entry &entry : entriesOf(root)) {
        if (entry.key->str() != "rule" || !entry.node->is_array_of_tables())
            return wrong(entry.key->source(), RulesText::tr("expected only tables [[rule]]"));
    }
    const toml::array *tables = root["rule"].as_array();
    if (tables == nullptr)
        return wrong({ { 1, 1 }, { 1, 1 }, {} }, RulesText::tr("there is no rule: expected a table [[rule]]"));
    std::vector<Rule> rules;
    std::vector<PlacedRule> placed;
    for (const toml::node &node : *tables) {
        auto one = RuleReader().read(*node.as_table());
        if (!one)
            return tl::make_unexpected(one.error());
        rules.push_back(one->rule);
        placed.push_back(*std::move(one));
    }
    auto set = RuleSet::compile(std::move(rules));
    if (!set) {
        const Problem &problem = set.error();
        return tl::make_unexpected(WrongAt{ placed[problem.rule].places[problem.part], problem.text });
    }
    return *std::move(set);
}

Parsed<RuleSet> rulesIn(const QByteArray &text)
{
    try {
        return rulesOf(toml::parse(std::string_view(text.constData(), static_cast<size_t>(text.size()))));
    } catch (const toml::parse_error &error) {
        const std::string_view words = error.description();
        return wrong(error.source(), QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size())));
    }
}

} // namespace

Result<RuleSet> parseRules(const QByteArray &text, const QByteArray &name)
{
    Parsed<RuleSet> parsed = rulesIn(text);
    if (parsed)
        return *std::move(parsed);
    const WrongAt &error = parsed.error();
    return failure(
        ErrorCode::InvalidArgument, {},
        RulesText::tr("%1, line %2, column %3: %4")
            .arg(escapedText(name))
            .arg(error.at.line)
            .arg(error.at.column)
            .arg(error.text));
}

} // namespace pipeglass::rules
