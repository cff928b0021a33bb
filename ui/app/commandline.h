// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/namefilter.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace pipeglass::ui {

/// What the words after `pipeglass-gui` ask for.
struct CommandLine {
    enum class Action { Run, ShowText, Fail };

    Action action = Action::Run;
    QString text; ///< help or version for ShowText, the complaint for Fail
    QString theme; ///< empty: as remembered
    bool demo = false;
    QString demoPicture; ///< empty: none asked for
    std::vector<QByteArray> directories; ///< empty: the default ones
    std::optional<catalog::Scope> scope; ///< nothing: as remembered
    bool namespaces = false; ///< false: as remembered
};

/// Pure: needs no application. `words` without the program's name.
[[nodiscard]] CommandLine parseCommandLine(const QStringList &words);

} // namespace pipeglass::ui
