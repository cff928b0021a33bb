// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

namespace pipeglass::engine {

/// Raises the soft limit of open descriptors to the hard one, for every connection is one. Called once by each main,
/// before threads are started. Fails with System where the kernel refuses; going on with the old limit is fine.
Status raiseDescriptorLimit();

} // namespace pipeglass::engine
