// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QtEndian>

namespace pipeglass::decoding {

/// Reads values from bytes. After a read beyond the end, ok() is false and every read returns zero or nothing.
class ByteCursor {
public:
    explicit ByteCursor(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] QByteArrayView bytes() const { return m_bytes; }
    [[nodiscard]] qsizetype at() const { return m_at; }
    [[nodiscard]] qsizetype left() const { return m_bytes.size() - m_at; }
    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }
    [[nodiscard]] QByteArrayView rest() const { return m_bytes.sliced(m_at); }
    [[nodiscard]] QByteArrayView since(qsizetype start) const { return m_bytes.sliced(start, m_at - start); }
    void fail() { m_ok = false; }

    template <typename Number>
    Number little()
    {
        const QByteArrayView found = take(sizeof(Number));
        return found.isEmpty() ? Number{} : qFromLittleEndian<Number>(found.data());
    }
    template <typename Number>
    Number big()
    {
        const QByteArrayView found = take(sizeof(Number));
        return found.isEmpty() ? Number{} : qFromBigEndian<Number>(found.data());
    }
    quint8 byte() { return little<quint8>(); }
    /// 7 bits a byte, least significant first, at most 64 bits.
    quint64 varint()
    {
        quint64 value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const quint8 next = byte();
            if (shift == 63 && next > 1)
                break;
            value |= quint64{ next & 0x7fU } << shift;
            if ((next & 0x80U) == 0)
                return value;
        }
        fail();
        return 0;
    }
    /// `size` may be any number from the input.
    QByteArrayView take(quint64 size)
    {
        if (!m_ok || size > static_cast<quint64>(left())) {
            m_ok = false;
            return {};
        }
        const QByteArrayView found = m_bytes.sliced(m_at, static_cast<qsizetype>(size));
        m_at += found.size();
        return found;
    }
    /// The bytes before the next `end`, which is consumed too.
    QByteArrayView until(char end)
    {
        const qsizetype found = m_ok ? m_bytes.indexOf(end, m_at) : -1;
        if (found < 0) {
            m_ok = false;
            return {};
        }
        const QByteArrayView text = take(static_cast<quint64>(found - m_at));
        ++m_at;
        return text;
    }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_ok = true;
};

} // namespace pipeglass::decoding
