// SPDX-License-Identifier: MIT
#include "framing/heldbytes.h"

#include <utility>

namespace pipeglass::framing {

void HeldBytes::append(QByteArrayView bytes) { m_bytes.append(bytes); }

void HeldBytes::append(QByteArrayView bytes, qsizetype frameSize)
{
    const qsizetype size = m_bytes.size() + bytes.size();
    if (m_bytes.capacity() < size && size <= frameSize && frameSize <= 2 * size)
        m_bytes.reserve(frameSize);
    m_bytes.append(bytes);
}

Slice HeldBytes::take() { return std::exchange(m_bytes, {}); }

} // namespace pipeglass::framing
