// SPDX-License-Identifier: MIT
#pragma once

namespace pipeglass {

/// Installs the compiled-in translations (for English, the plural forms). Call once after the application object
/// exists. Main thread.
void installTranslations();

} // namespace pipeglass
