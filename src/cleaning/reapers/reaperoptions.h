// SPDX-License-Identifier: MIT
#pragma once

#include "cleaning/reapers/cronscript.h"
#include "cleaning/reapers/reaper.h"

#include <functional>

namespace pipeglass::cleaning {

/// The uid of a user name, or nullopt.
using UserLookup = std::function<std::optional<uid_t>(const QByteArray &)>;

/// What a call of tmpreaper or tmpwatch does; nullopt if it deletes nothing: a test run, invalid arguments, or a
/// directory with an unresolved variable. Directories and excluded paths are as written.
[[nodiscard]] std::optional<ReaperRun> tmpreaperRun(const CleanerCall &call, const QByteArray &file);
[[nodiscard]] std::optional<ReaperRun>
tmpwatchRun(const CleanerCall &call, const QByteArray &file, const UserLookup &userOf);

/// The runs in one cron file, of both programs. Debian's tmpreaper script counts only if its configuration enables it
/// (SHOWWARNING, RUNFROMCRON).
[[nodiscard]] std::vector<ReaperRun>
reaperRuns(const QByteArray &path, QByteArrayView text, const CronScript::Source &source, const UserLookup &userOf);

} // namespace pipeglass::cleaning
