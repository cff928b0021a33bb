// SPDX-License-Identifier: MIT
#pragma once

#include "rules/jsonpath.h"

#include <vector>

#include <tl/expected.hpp>

namespace pipeglass::rules {

/// A condition on the fields of a JSON value, such as `method == 'ping' and params.n != 3`. Immutable.
///
///     condition  = comparison { ("and" | "&&") comparison }
///     comparison = path [ ("==" | "!=") value ]            without a value: the field exists
///     value      = '...' | "..." | number | true | false | null
///
/// A field that does not exist makes every comparison false.
class JsonCondition {
public:
    /// Fails with a sentence.
    [[nodiscard]] static tl::expected<JsonCondition, QString> parse(const QString &text);

    [[nodiscard]] bool matches(const QJsonValue &root) const;

private:
    struct Comparison {
        JsonPath path;
        std::optional<QJsonValue> value; ///< nullopt: it must exist
        bool isEqual = true;
    };

    std::vector<Comparison> m_all;
};

} // namespace pipeglass::rules
