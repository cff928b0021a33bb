// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "rules/ruleset.h"

namespace pipeglass::rules {

/// The rules in a TOML text: tables `[[rule]]` with the keys
/// - `when_text`, `when_regex` or `when_json`; none of them: any message
/// - `reply` (a ReplyTemplate) or `reply_hex`; none of them: no reply
/// - `delay_ms` (integer), `once` (boolean), `then` ("close" or "half-close")
/// Fails with InvalidArgument, whose text begins with `name`, line and column.
[[nodiscard]] Result<RuleSet> parseRules(const QByteArray &text, const QByteArray &name);
/// The reverse.
[[nodiscard]] QByteArray rulesText(const std::vector<Rule> &rules);

// These may block.
[[nodiscard]] Result<RuleSet> readRules(const QByteArray &path);
/// Replaces the file.
[[nodiscard]] Status writeRules(const QByteArray &path, const std::vector<Rule> &rules);

} // namespace pipeglass::rules
