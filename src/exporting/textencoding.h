// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <optional>

namespace pipeglass::exporting {

/// The encoding of texts in payloads.
class TextEncoding {
public:
    TextEncoding() = default;
    /// By a name of QStringConverter: utf-8, utf-16le, latin1, ... Fails with InvalidArgument.
    [[nodiscard]] static Result<TextEncoding> named(const QByteArray &name);

    /// The payload for a text from the command line. In UTF-8 any bytes are unchanged; for other encodings they must be
    /// valid UTF-8 and representable, else InvalidArgument.
    [[nodiscard]] Result<QByteArray> encode(const QByteArray &typed) const;
    /// The text; nullopt if the bytes are not valid in this encoding.
    [[nodiscard]] std::optional<QString> decode(QByteArrayView bytes) const;
    [[nodiscard]] bool isUtf8() const { return m_name.isEmpty(); }

private:
    QByteArray m_name; ///< empty: UTF-8
};

} // namespace pipeglass::exporting
