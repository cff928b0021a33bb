// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace pipeglass::cleaning {

enum class Cleaner { SystemdTmpfiles, Tmpreaper, Tmpwatch };

/// What a cleaner's configuration means for one file: that it goes, and when.
struct Deletion {
    Cleaner cleaner = Cleaner::SystemdTmpfiles;
    QByteArray file; ///< where the rule stands
    int line = 0; ///< counted from 1
    QByteArray text; ///< the rule as it is written there
    /// Until the file is old enough. The cleaner deletes it at its next run after that; such a run is mostly once a
    /// day.
    qint64 inSeconds = 0;
    /// Whether anything on this machine runs the cleaner by itself. Where nothing does, the rule waits for somebody to
    /// run it by hand.
    bool scheduled = false;

    /// "/usr/lib/tmpfiles.d/tmp.conf:11: q /tmp 1777 root root 10d", fit to show.
    [[nodiscard]] QString rule() const;
};

} // namespace pipeglass::cleaning
