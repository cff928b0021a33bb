// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

#include <atomic>
#include <optional>
#include <vector>

namespace pipeglass::compare {

enum class Change : quint8 { Same, Changed, OnlyLeft, OnlyRight };

/// A value in two JSON texts. An object or array that is in one of them only is one value.
struct JsonRow {
    QString path; ///< "result.items[2].id"; empty: the whole
    Change change = Change::Same;
    QString left; ///< as JSON
    QString right;

    friend bool operator==(const JsonRow &, const JsonRow &) = default;
};

struct JsonComparison {
    std::vector<JsonRow> rows; ///< members by their names, those only on the right last
    bool isComplete = true; ///< false: there are more rows
};

/// The values of two JSON texts (RFC 8259) side by side: members of objects by name, elements of arrays by the shortest
/// way from one to the other. Numbers are equal if their values are. nullopt: one of them is not JSON.
[[nodiscard]] std::optional<JsonComparison> compareJson(
    QByteArrayView left, QByteArrayView right, qsizetype mostRows = 100'000, const std::atomic<bool> *isCancelled = {});

} // namespace pipeglass::compare
