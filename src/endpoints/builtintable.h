// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace pipeglass::endpoints {

/// The text of endpoints.conf as it was compiled in.
[[nodiscard]] QByteArrayView builtinText();

} // namespace pipeglass::endpoints
