// SPDX-License-Identifier: MIT
#pragma once

#include "formats/steps/program.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace pipeglass::formats {

// Values of fields as they are given in JSON.

/// The bits of a number; nullopt: not a value of its type. Numbers may be strings ("0x10", "18446744073709551615"),
/// enums words, bits objects.
[[nodiscard]] std::optional<quint64> givenBits(const Program &program, const Step &step, const QJsonValue &value);
/// Bytes are hex digits, or {"hex": "..."}, which text may be too.
[[nodiscard]] std::optional<QByteArray> givenBytes(const Step &step, const QJsonValue &value);
/// For errors.
[[nodiscard]] QString shownValue(const QJsonValue &value);

} // namespace pipeglass::formats
