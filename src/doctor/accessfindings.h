// SPDX-License-Identifier: MIT
#pragma once

#include "doctor/facts/facts.h"
#include "doctor/finding.h"

namespace pipeglass::doctor {

/// AclMask and GroupMissing for the pipe of a row. Pure.
void addAccessFindings(const Facts &facts, size_t row, std::vector<Finding> &found);

/// OtherDirectory for all rows. Pure.
void addDirectoryFindings(const Facts &facts, std::vector<Finding> &found);

} // namespace pipeglass::doctor
