// SPDX-License-Identifier: MIT
#pragma once

#include "doctor/errors/explanation.h"
#include "doctor/runtime/connectwatch.h"

namespace pipeglass::text {

// Texts of an explanation, names escaped. Any thread.

/// What the exception means on Linux.
[[nodiscard]] QString meaningText(doctor::DotNetErrorId id);
/// What the pipe looks like now; that the text names none, or that it is not there.
[[nodiscard]] QString pipeNowText(const doctor::Explanation &explanation);
/// What to do.
[[nodiscard]] QString remedyText(const doctor::Explanation &explanation);
/// A command for sh that helps; empty if none does.
[[nodiscard]] QString commandText(const doctor::Explanation &explanation);

// Of *Why can't it connect?*

/// What is about to be done to the process.
[[nodiscard]] QString listeningSentence(const doctor::RuntimeSocket &runtime, int seconds);
/// "/tmp/CoreFxPipe_orders, 812 times"
[[nodiscard]] QString triedText(const doctor::FailedConnect &connect);
[[nodiscard]] QString noFailedConnectSentence(const ProcessInfo &process);

} // namespace pipeglass::text
