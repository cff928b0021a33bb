// SPDX-License-Identifier: MIT
#pragma once

#include "cleaning/reapers/cronscript.h"
#include "cleaning/reapers/reaper.h"

#include <functional>

namespace pipeglass::cleaning {

/// The number of a user's name, or nothing.
using UserLookup = std::function<std::optional<uid_t>(const QByteArray &)>;

/// What a call of tmpreaper or tmpwatch does. Nothing for one that deletes nothing: only a test, arguments that the
/// program refuses, or a directory that still holds a variable. Directories and excluded paths come as they are
/// written.
[[nodiscard]] std::optional<ReaperRun> tmpreaperRun(const CleanerCall &call, const QByteArray &file);
[[nodiscard]] std::optional<ReaperRun>
tmpwatchRun(const CleanerCall &call, const QByteArray &file, const UserLookup &userOf);

/// The runs of one cron file: of either program. A script of Debian's tmpreaper counts only once its configuration has
/// been told to (SHOWWARNING, RUNFROMCRON).
[[nodiscard]] std::vector<ReaperRun>
reaperRuns(const QByteArray &path, QByteArrayView text, const CronScript::Source &source, const UserLookup &userOf);

} // namespace pipeglass::cleaning
