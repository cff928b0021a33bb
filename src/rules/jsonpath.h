// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonValue>
#include <QStringList>

#include <optional>

namespace pipeglass::rules {

/// A place in a JSON value: names and indexes of elements, as in `params.items.0.id` or `params.items[0].id`.
class JsonPath {
public:
    JsonPath() = default; ///< the whole value
    [[nodiscard]] static std::optional<JsonPath> parse(QStringView text); ///< nullopt: not such a path

    [[nodiscard]] std::optional<QJsonValue> find(const QJsonValue &root) const; ///< nullopt: nothing is there

private:
    QStringList m_steps;
};

/// The bytes of a value without the quotes of a string; objects and arrays as compact JSON.
[[nodiscard]] QByteArray plainText(const QJsonValue &value);

} // namespace pipeglass::rules
