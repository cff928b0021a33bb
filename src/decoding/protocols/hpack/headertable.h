// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <deque>
#include <optional>

namespace pipeglass::decoding {

/// A header field; nullopt: it was defined before what is known begins.
struct HeaderField {
    std::optional<QByteArray> name;
    std::optional<QByteArray> value;
};

/// The static and the dynamic table of HPACK (RFC 7541). The dynamic one may lack old entries, never new ones: it can
/// begin in the middle of a connection.
class HeaderTable {
public:
    /// By its index from 1; without name and value if the entry is not known.
    [[nodiscard]] HeaderField at(quint64 index) const;
    void add(HeaderField field);
    void setLimit(quint64 limit);

private:
    void shrink();
    [[nodiscard]] static quint64 sizeOf(const HeaderField &field);

    std::deque<HeaderField> m_dynamic; ///< the newest first
    quint64 m_size = 0; ///< as the RFC counts it, at least
    quint64 m_limit = 4096;
};

} // namespace pipeglass::decoding
