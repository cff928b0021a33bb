// SPDX-License-Identifier: MIT
#pragma once

#include "core/side.h"
#include "core/system/process.h"

#include <QHash>

#include <optional>

namespace pipeglass::capture {

/// Words `key=value` with one blank between them, in the order of appending. Values are escapedText() with blanks as
/// `\x20` too, so that they may be any bytes.
class KeyedText {
public:
    void append(const QByteArray &key, QByteArrayView value);
    void append(const QByteArray &key, quint64 value) { append(key, QByteArray::number(value)); }
    /// `pid`, `uid`, `user`, `program`, each behind `prefix`.
    void append(const QByteArray &prefix, const ProcessInfo &process);
    [[nodiscard]] const QByteArray &text() const { return m_text; }

private:
    QByteArray m_text;
};

/// The same read back. Words without `=` and values with bad escapes count as missing.
class KeyedValues {
public:
    explicit KeyedValues(QByteArrayView text);

    [[nodiscard]] std::optional<QByteArray> bytes(const QByteArray &key) const;
    [[nodiscard]] std::optional<quint64> number(const QByteArray &key) const;
    [[nodiscard]] std::optional<Side> side(const QByteArray &key) const; ///< nullopt also where it is no side
    /// nullopt where a part is missing or no number.
    [[nodiscard]] std::optional<ProcessInfo> process(const QByteArray &prefix) const;

private:
    QHash<QByteArray, QByteArray> m_values;
};

} // namespace pipeglass::capture
