// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <vector>

namespace pipeglass {

/// Sorts `values` and removes duplicates.
template <typename T>
void sortUnique(std::vector<T> &values)
{
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

} // namespace pipeglass
