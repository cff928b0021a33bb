// SPDX-License-Identifier: MIT
#include "cleaning/tmpfiles/configurationfile.h"

#include <map>

namespace pipeglass::cleaning {

std::vector<ConfigurationFile> mergedFiles(const std::vector<ConfigurationFile> &files)
{
    std::map<QByteArray, ConfigurationFile> byName;
    for (const ConfigurationFile &file : files) {
        if (file.name.endsWith(".conf") && !file.name.startsWith('.'))
            byName.try_emplace(file.name, file);
    }
    std::vector<ConfigurationFile> merged;
    merged.reserve(byName.size());
    for (auto &[name, file] : byName)
        merged.push_back(std::move(file));
    return merged;
}

} // namespace pipeglass::cleaning
