// SPDX-License-Identifier: MIT
#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QtGlobal>

#include <compare>

namespace pipeglass {

/// A typed number, so that different kinds of ids cannot be mixed up. 0 means "none".
template <typename Tag>
struct StrongId {
    quint32 value = 0;

    [[nodiscard]] constexpr bool isValid() const { return value != 0; }
    friend constexpr auto operator<=>(const StrongId &, const StrongId &) = default;
    friend size_t qHash(const StrongId &id, size_t seed = 0) noexcept { return ::qHash(id.value, seed); }
};

/// One connection within one recording, counted from 1.
using ConnectionId = StrongId<struct ConnectionTag>;
/// One attachment or one host of this program, counted from 1.
using SessionId = StrongId<struct SessionTag>;

} // namespace pipeglass

Q_DECLARE_METATYPE(pipeglass::ConnectionId)
Q_DECLARE_METATYPE(pipeglass::SessionId)
