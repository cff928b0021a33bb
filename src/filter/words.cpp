// SPDX-License-Identifier: MIT
#include "filter/words.h"

#include <QString>

#include <algorithm>

namespace pipeglass::filter {

namespace {

template <typename Table>
auto lookUp(const Table &table, QStringView word) -> std::optional<decltype(table.front().second)>
{
    for (const auto &[name, value] : table) {
        if (word == name)
            return value;
    }
    return {};
}

} // namespace

std::optional<Field> fieldOf(QStringView word) { return lookUp(fieldWords, word); }

std::optional<Operator> operatorOf(QStringView word) { return lookUp(operatorWords, word); }

QStringList operatorsOf(Field field)
{
    const auto isAmong = [field](std::initializer_list<Field> some) {
        return std::find(some.begin(), some.end(), field) != some.end();
    };
    QString words = QStringLiteral("== != < <= > >=");
    if (field == Field::Text || field == Field::Note)
        words = QStringLiteral("== != contains matches");
    else if (field == Field::Payload)
        words = QStringLiteral("== != contains");
    else if (isAmong({ Field::From, Field::Direction, Field::Event, Field::Malformed, Field::Marked }))
        words = QStringLiteral("== !=");
    return words.split(u' ');
}

bool isFlag(Field field) { return field == Field::Malformed || field == Field::Event || field == Field::Marked; }

} // namespace pipeglass::filter
