// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/namefilter.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace pipeglass::ui {

/// The options of `pipeglass-gui`.
struct CommandLine {
    enum class Action { Run, ShowText, Fail };

    Action action = Action::Run;
    QString text; ///< help or version for ShowText, the error for Fail
    QString theme; ///< empty: from the settings
    bool demo = false;
    bool start = false; ///< ask for a program to start
    QString demoPicture; ///< empty: not requested
    std::vector<QByteArray> directories; ///< empty: the default ones
    std::optional<catalog::Scope> scope; ///< nullopt: from the settings
    bool namespaces = false; ///< false: from the settings
    std::vector<QByteArray> files; ///< recordings to open
    // At most one of these three.
    QByteArray attach;
    QByteArray host;
    QByteArray tap;
    QByteArray record; ///< where it is recorded; empty: private
};

/// Pure, needs no application. `words`: without the program's name. Names of files and pipes are any bytes.
[[nodiscard]] CommandLine parseCommandLine(const std::vector<QByteArray> &words);

} // namespace pipeglass::ui
