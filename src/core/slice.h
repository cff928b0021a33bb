// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace pipeglass {

/// A part of a byte array that shares its storage, so that a frame within a chunk is not copied.
class Slice {
public:
    Slice() = default;
    Slice(QByteArray whole) // NOLINT(google-explicit-constructor): a byte array is a slice of itself
        : m_storage(std::move(whole))
        , m_size(m_storage.size())
    {
    }
    /// Bytes [offset, offset + size) of `storage`; the caller keeps them within it.
    Slice(QByteArray storage, qsizetype offset, qsizetype size)
        : m_storage(std::move(storage))
        , m_offset(offset)
        , m_size(size)
    {
        Q_ASSERT(offset >= 0 && size >= 0 && offset + size <= m_storage.size());
    }

    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] const char *data() const { return m_storage.constData() + m_offset; }
    [[nodiscard]] QByteArrayView view() const { return { data(), m_size }; }
    [[nodiscard]] Slice sliced(qsizetype offset, qsizetype size) const
    {
        return { m_storage, m_offset + offset, size };
    }
    [[nodiscard]] QByteArray toByteArray() const
    {
        return m_offset == 0 && m_size == m_storage.size() ? m_storage : QByteArray(data(), m_size);
    }

private:
    QByteArray m_storage;
    qsizetype m_offset = 0;
    qsizetype m_size = 0;
};

} // namespace pipeglass
