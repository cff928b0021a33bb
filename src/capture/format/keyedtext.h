// SPDX-License-Identifier: MIT
#pragma once

#include "core/side.h"
#include "core/system/process.h"

#include <QHash>

#include <optional>

namespace pipeglass::capture {

/// Words `key=value`, separated by spaces, in the order of appending. Values are escapedText() with spaces as `\x20`,
/// so they may be any bytes.
class KeyedText {
public:
    void append(const QByteArray &key, QByteArrayView value);
    void append(const QByteArray &key, quint64 value) { append(key, QByteArray::number(value)); }
    /// Appends `pid`, `uid`, `user`, `program`, each after `prefix`.
    void append(const QByteArray &prefix, const ProcessInfo &process);
    [[nodiscard]] const QByteArray &text() const { return m_text; }

private:
    QByteArray m_text;
};

/// Parses such text. Words without `=` and values with invalid escapes count as missing.
class KeyedValues {
public:
    explicit KeyedValues(QByteArrayView text);

    [[nodiscard]] std::optional<QByteArray> bytes(const QByteArray &key) const;
    [[nodiscard]] std::optional<quint64> number(const QByteArray &key) const;
    [[nodiscard]] std::optional<Side> side(const QByteArray &key) const; ///< nullopt also for an invalid value
    /// nullopt if a part is missing or not a number.
    [[nodiscard]] std::optional<ProcessInfo> process(const QByteArray &prefix) const;

private:
    QHash<QByteArray, QByteArray> m_values;
};

} // namespace pipeglass::capture
