// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

namespace pipeglass::exchange {

/// Whether a live stream server has this name and our rights allow to put another socket in its place. A server that
/// makes its socket anew just now is waited for. Touches nothing; up to a tenth of a second. The errors are those of
/// ExchangedName::prepare().
[[nodiscard]] Status checkTappable(int directory, const QByteArray &leaf, const QByteArray &path);

} // namespace pipeglass::exchange
