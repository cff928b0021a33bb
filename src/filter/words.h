// SPDX-License-Identifier: MIT
#pragma once

#include "filter/expression.h"

#include <QLatin1StringView>
#include <QStringList>

#include <array>
#include <optional>
#include <utility>

namespace pipeglass::filter {

inline constexpr std::array<std::pair<QLatin1StringView, Field>, 13> fieldWords{ {
    { QLatin1StringView("from"), Field::From },
    { QLatin1StringView("direction"), Field::Direction },
    { QLatin1StringView("length"), Field::Length },
    { QLatin1StringView("connection"), Field::Connection },
    { QLatin1StringView("time"), Field::Time },
    { QLatin1StringView("latency"), Field::Latency },
    { QLatin1StringView("malformed"), Field::Malformed },
    { QLatin1StringView("event"), Field::Event },
    { QLatin1StringView("text"), Field::Text },
    { QLatin1StringView("payload"), Field::Payload },
    { QLatin1StringView("number"), Field::Number },
    { QLatin1StringView("marked"), Field::Marked },
    { QLatin1StringView("note"), Field::Note },
} };

inline constexpr std::array<std::pair<QLatin1StringView, Operator>, 8> operatorWords{ {
    { QLatin1StringView("=="), Operator::Equal },
    { QLatin1StringView("!="), Operator::NotEqual },
    { QLatin1StringView("<"), Operator::Less },
    { QLatin1StringView("<="), Operator::LessOrEqual },
    { QLatin1StringView(">"), Operator::Greater },
    { QLatin1StringView(">="), Operator::GreaterOrEqual },
    { QLatin1StringView("contains"), Operator::Contains },
    { QLatin1StringView("matches"), Operator::Matches },
} };

[[nodiscard]] std::optional<Field> fieldOf(QStringView word);
[[nodiscard]] std::optional<Operator> operatorOf(QStringView word);
/// The operators that a field has.
[[nodiscard]] QStringList operatorsOf(Field field);
/// Whether a field is a comparison by itself, without operator and value.
[[nodiscard]] bool isFlag(Field field);

} // namespace pipeglass::filter
