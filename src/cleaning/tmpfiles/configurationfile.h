// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <vector>

namespace pipeglass::cleaning {

/// A file of a configuration directory.
struct ConfigurationFile {
    QByteArray directory;
    QByteArray name;
    QByteArray text;

    [[nodiscard]] QByteArray path() const { return directory + '/' + name; }
};

/// Merges as systemd does: `files` in the order of their directories' precedence; of several files with one name the
/// first counts, even if it is empty or a link to /dev/null (a masked file). Sorted by name; only visible names that
/// end in ".conf".
[[nodiscard]] std::vector<ConfigurationFile> mergedFiles(const std::vector<ConfigurationFile> &files);

} // namespace pipeglass::cleaning
