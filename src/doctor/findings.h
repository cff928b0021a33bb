// SPDX-License-Identifier: MIT
#pragma once

#include "doctor/facts/facts.h"
#include "doctor/finding.h"
#include "doctor/observation.h"

namespace pipeglass::doctor {

/// All findings: the most severe first, then by path. One for each cause. Pure.
[[nodiscard]] std::vector<Finding> findings(const Facts &facts, const Observation &observation);

/// For a name that is asked for but does not exist: its path is too long for a socket.
[[nodiscard]] Finding tooLongName(const QByteArray &name, const QByteArray &path);

} // namespace pipeglass::doctor
