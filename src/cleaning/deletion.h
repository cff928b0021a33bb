// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace pipeglass::cleaning {

enum class Cleaner { SystemdTmpfiles, Tmpreaper, Tmpwatch };

/// Which rule of a cleaner deletes a file, and when.
struct Deletion {
    Cleaner cleaner = Cleaner::SystemdTmpfiles;
    QByteArray file; ///< file that contains the rule
    int line = 0; ///< from 1
    QByteArray text; ///< the rule as written
    /// Until the file is old enough. The cleaner deletes it in its next run after that, usually once a day.
    qint64 inSeconds = 0;
    /// Whether the cleaner runs automatically on this machine.
    bool scheduled = false;

    /// "/usr/lib/tmpfiles.d/tmp.conf:11: q /tmp 1777 root root 10d", escaped for display.
    [[nodiscard]] QString rule() const;
};

} // namespace pipeglass::cleaning
