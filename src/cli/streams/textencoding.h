// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <optional>

namespace pipeglass::cli {

/// How texts stand in payloads.
class TextEncoding {
public:
    /// UTF-8.
    TextEncoding() = default;
    /// By name, as QStringConverter knows it: utf-8, utf-16le, latin1, ... Fails with InvalidArgument.
    [[nodiscard]] static Result<TextEncoding> named(const QByteArray &name);

    /// The payload for a text that was typed, which is bytes: for UTF-8 those as they are, whatever they be; for others
    /// they have to be UTF-8 and to exist in the encoding, else InvalidArgument.
    [[nodiscard]] Result<QByteArray> encode(const QByteArray &typed) const;
    /// The text, or nothing where the bytes are none in this encoding.
    [[nodiscard]] std::optional<QString> decode(QByteArrayView bytes) const;
    [[nodiscard]] bool isUtf8() const { return m_name.isEmpty(); }

private:
    QByteArray m_name; ///< empty: UTF-8
};

} // namespace pipeglass::cli
