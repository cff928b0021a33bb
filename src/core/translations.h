// SPDX-License-Identifier: MIT
#pragma once

namespace pipeglass {

/// Installs the program's translations into the application: for English that is the plural forms of texts with a
/// count. Once, after the application object is made. Main thread.
void installTranslations();

} // namespace pipeglass
