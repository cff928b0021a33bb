// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace pipeglass::endpoints {

/// The compiled-in text of endpoints.conf.
[[nodiscard]] QByteArrayView builtinText();

} // namespace pipeglass::endpoints
