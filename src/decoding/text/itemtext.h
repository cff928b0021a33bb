// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/formats/itemwalker.h"
#include "decoding/text/valueencoder.h"

namespace pipeglass::decoding {

// MessagePack and CBOR as JSON text. What JSON does not have is an object with one of these first members:
// $hex (bytes), $map (pairs, for keys that are no text), $string (text that is not UTF-8, as hex), $float16, $float32,
// $float (not finite), $ext and $timestamp (MessagePack), $tag, $simple and $undefined (CBOR).

/// The text of one item with everything in it; nullopt: not valid, bytes follow, or too deep.
[[nodiscard]] std::optional<QByteArray> itemText(ItemReader &reader);

/// Writes values as items of a format.
class ItemEncoder : public ValueEncoder {
protected:
    enum class Head : quint8 { String, Bytes, Array, Map };

    [[nodiscard]] bool write(const JsonValue &root) override { return add(root); }
    virtual void null() = 0;
    virtual void boolean(bool value) = 0;
    /// `argument`, or where `isNegative`, -1 - argument. False: out of the format's range.
    [[nodiscard]] virtual bool integer(bool isNegative, quint64 argument) = 0;
    virtual void real(double value) = 0;
    virtual void real(float value) = 0;
    virtual void head(Head kind, quint64 size) = 0;
    /// An object whose first member begins with "$". False with a problem: it is wrong; without one: it is not known.
    [[nodiscard]] virtual bool special(const JsonValue &object) = 0;

    [[nodiscard]] bool add(const JsonValue &value);

private:
    [[nodiscard]] bool number(const JsonValue &value);
    [[nodiscard]] bool object(const JsonValue &value);
    [[nodiscard]] bool common(const JsonValue &object, bool &isKnown);
    [[nodiscard]] bool pairs(const JsonValue &list);
};

} // namespace pipeglass::decoding
