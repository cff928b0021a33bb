// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/bytecursor.h"

namespace pipeglass::decoding {

/// The fields of a message of protobuf, one after the other. A group has no content here: its fields follow.
class WireFields {
public:
    enum : unsigned { Varint = 0, Fixed64 = 1, Delimited = 2, StartGroup = 3, EndGroup = 4, Fixed32 = 5 };
    static constexpr quint64 numbers = quint64{ 1 } << 29U; ///< of fields: from 1 to below this

    explicit WireFields(QByteArrayView bytes)
        : m_in(bytes)
    {
    }

    /// False: the end, or not valid; see ok().
    bool next()
    {
        if (m_in.atEnd() || !m_in.ok())
            return false;
        const quint64 tag = m_in.varint();
        number = tag >> 3U;
        wireType = static_cast<unsigned>(tag & 7U);
        if (number == 0 || number >= numbers || wireType > Fixed32)
            m_in.fail();
        else if (wireType == Varint)
            value = m_in.varint();
        else if (wireType == Delimited)
            content = m_in.take(m_in.varint());
        else if (wireType == Fixed64 || wireType == Fixed32)
            content = m_in.take(wireType == Fixed64 ? 8 : 4);
        return m_in.ok();
    }
    [[nodiscard]] bool ok() const { return m_in.ok(); }

    quint64 number = 0;
    unsigned wireType = 0;
    quint64 value = 0; ///< of a Varint
    QByteArrayView content; ///< of Delimited and fixed ones

private:
    ByteCursor m_in;
};

} // namespace pipeglass::decoding
