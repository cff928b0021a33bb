// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <vector>

namespace pipeglass::cleaning {

/// A file of a configuration directory, with what is in it.
struct ConfigurationFile {
    QByteArray directory;
    QByteArray name;
    QByteArray text;

    [[nodiscard]] QByteArray path() const { return directory + '/' + name; }
};

/// systemd's way of merging: `files` come in the order of their directories' precedence; of those with one name the
/// first counts, even if it is empty or a link to /dev/null, which is how a vendor's file is masked. Sorted by name.
/// Only visible names that end in ".conf" count.
[[nodiscard]] std::vector<ConfigurationFile> mergedFiles(const std::vector<ConfigurationFile> &files);

} // namespace pipeglass::cleaning
