// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace pipeglass::cli {

/// The differences of two payloads for people, in indented lines: values of JSON with their paths, lines of text, or
/// bytes in hex; "-" is before what is only in `expected`, "+" before what is only in `got`. At most 20 lines. Safe for
/// a terminal.
[[nodiscard]] QByteArray differenceText(const QByteArray &expected, const QByteArray &got);

} // namespace pipeglass::cli
