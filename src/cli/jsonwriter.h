// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <concepts>

namespace pipeglass::cli {

/// Appends JSON to a byte array, without blanks, in the order in which it is called. QJsonDocument will not do: it
/// holds everything in memory, and its numbers are exact to 53 bits only, which an inode may exceed. Whoever calls it
/// keeps objects and arrays balanced. Everything that is not printable is written as \u escapes, so the output is safe
/// for a terminal too.
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
    /// The key of what comes next; ASCII that needs no escapes.
    void key(QByteArrayView name);

    void string(QStringView text);
    void string(QLatin1String text) { string(QString(text)); }
    void escaped(QByteArrayView bytes); ///< as escapedText (core/bytetext.h)
    void base64(QByteArrayView bytes);
    template <std::integral Number>
    requires(!std::same_as<Number, bool>) void number(Number value)
    {
        separate();
        m_out += QByteArray::number(value);
        m_needsComma = true;
    }
    void boolean(bool value) { raw(value ? "true" : "false"); }
    void null() { raw("null"); }

private:
    void separate();
    void open(char bracket);
    void close(char bracket);
    void raw(QByteArrayView text);
    void quoted(QStringView text);

    QByteArray &m_out;
    bool m_needsComma = false;
};

} // namespace pipeglass::cli
