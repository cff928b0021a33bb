// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace pipeglass {

/// The permission bits of a file (07777). On a socket only the write bits mean anything.
class FileMode {
public:
    constexpr FileMode() = default;
    constexpr explicit FileMode(quint32 bits)
        : m_bits(bits & 07777U)
    {
    }

    [[nodiscard]] constexpr quint32 bits() const { return m_bits; }
    [[nodiscard]] QString octal() const; ///< "0755"
    [[nodiscard]] QString symbolic() const; ///< "rwxr-xr-x"
    /// One to four octal digits, with optional leading zeros or "0o"; nullopt for anything else.
    [[nodiscard]] static std::optional<FileMode> fromOctal(QStringView text);

    friend constexpr bool operator==(const FileMode &, const FileMode &) = default;

private:
    quint32 m_bits = 0;
};

} // namespace pipeglass
