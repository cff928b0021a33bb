// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <optional>

namespace pipeglass::ui {

/// The positions of bytes in a hex dump, in characters: "00000010  61 62 ..  ..   ab..". Pure.
class HexLayout {
public:
    explicit HexLayout(qsizetype size = 0)
        : m_size(size)
    {
    }

    static constexpr int bytesPerLine = 16;

    [[nodiscard]] qsizetype size() const { return m_size; }
    /// Number of lines; 0 for an empty message.
    [[nodiscard]] int lines() const { return static_cast<int>((m_size + bytesPerLine - 1) / bytesPerLine); }
    /// Number of hex digits of an offset: 4 or 8.
    [[nodiscard]] int offsetDigits() const { return m_size > 0x10000 ? 8 : 4; }
    /// Column of the first hex digit of byte `inLine` (0 to 15).
    [[nodiscard]] int hexColumn(int inLine) const { return offsetDigits() + 2 + inLine * 3 + (inLine >= 8 ? 1 : 0); }
    /// Column of byte `inLine` in the text part.
    [[nodiscard]] int textColumn(int inLine) const { return hexColumn(bytesPerLine - 1) + 4 + inLine; }
    [[nodiscard]] int columns() const { return textColumn(bytesPerLine); }

    /// The byte nearest to a position, in the hex or the text part; nullopt for an empty message.
    [[nodiscard]] std::optional<qsizetype> byteAt(int line, double column) const;

private:
    qsizetype m_size;
};

} // namespace pipeglass::ui
