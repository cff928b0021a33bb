// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace pipeglass {

/// An end of a connection: the process that connected, or the one that accepted. For a message: its sender.
enum class Side : quint8 { Client, Server };

[[nodiscard]] constexpr Side otherSide(Side side) { return side == Side::Client ? Side::Server : Side::Client; }

/// "client" or "server", as in JSON and in recordings.
[[nodiscard]] constexpr const char *sideName(Side side) { return side == Side::Client ? "client" : "server"; }

/// One value for each end of a connection.
template <typename T>
struct PerSide {
    T client{};
    T server{};

    [[nodiscard]] T &operator[](Side side) { return side == Side::Client ? client : server; }
    [[nodiscard]] const T &operator[](Side side) const { return side == Side::Client ? client : server; }

    friend bool operator==(const PerSide &, const PerSide &) = default;
};

} // namespace pipeglass
