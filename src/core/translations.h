// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace pipeglass {

/// The language of messages as the environment says, such as "ko", or "en" if there is no translation. As in gettext:
/// LC_ALL, LC_MESSAGES or LANG, the first that is set; LANGUAGE, a list, goes before it unless it is "C" or "POSIX".
[[nodiscard]] QString messageLanguage();

/// Installs the compiled-in translation to a language (for English, the plural forms), and that of Qt's own texts if it
/// is on this system. Replaces the one before. Call after the application object exists. Main thread.
void installTranslations(const QString &language = messageLanguage());

} // namespace pipeglass
