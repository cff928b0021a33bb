// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QStringList>

namespace pipeglass::test {

/// What is wrong with the translations of a file of Qt Linguist: unfinished, empty, or with other placeholders or
/// mnemonics than their sources.
[[nodiscard]] QStringList problemsOfTranslation(const QByteArray &file);

} // namespace pipeglass::test
