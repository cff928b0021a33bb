// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <charconv>
#include <concepts>

namespace pipeglass::exporting {

/// Appends JSON to a byte array, without whitespace. Not QJsonDocument, which keeps everything in memory and has
/// numbers of 53 bits, too small for an inode. The caller balances objects and arrays. Non-printable characters are
/// escaped, so the output is safe for a terminal.
class JsonWriter {
public:
    explicit JsonWriter(QByteArray &out)
        : m_out(out)
    {
    }

    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    /// The key of the next value; ASCII that needs no escapes.
    JsonWriter &key(QByteArrayView name);

    void string(QStringView text);
    void string(QLatin1String text);
    void escaped(QByteArrayView bytes); ///< as escapedText (core/bytetext.h)
    void base64(QByteArrayView bytes);
    template <std::integral Number>
    requires(!std::same_as<Number, bool>) void number(Number value)
    {
        std::array<char, 24> digits{}; // for 64 bits
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        raw(QByteArrayView(digits.data(), end - digits.data()));
    }
    void boolean(bool value) { raw(value ? "true" : "false"); }
    void null() { raw("null"); }
    void literal(QByteArrayView json) { raw(json); } ///< a value that is JSON already

private:
    /// Appends uninitialized space.
    [[nodiscard]] char *extend(qsizetype size);
    void separate();
    void open(char bracket);
    void close(char bracket);
    void raw(QByteArrayView text);
    void quoted(QStringView text);
    void plain(QByteArrayView text); ///< in quotes; must need no escapes

    QByteArray &m_out;
    bool m_needsComma = false;
};

} // namespace pipeglass::exporting
