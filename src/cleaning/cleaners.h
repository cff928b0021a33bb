// SPDX-License-Identifier: MIT
#pragma once

#include "cleaning/machine.h"
#include "cleaning/reapers/reaper.h"
#include "cleaning/tmpfiles/tmpfilesconfiguration.h"

namespace pipeglass::cleaning {

/// All cleaners of temporary directories of this machine: systemd-tmpfiles, tmpreaper, tmpwatch. Reads their
/// configuration once, when it is made (some milliseconds); make a new one to see changes. Use from one thread at a
/// time.
class Cleaners {
public:
    explicit Cleaners(const Machine &machine = Machine());

    /// Which rule deletes the file at `path` first, and when: nothing where no rule does, it is excluded, or there is
    /// no such file. A live socket under its own name is spared by systemd-tmpfiles, so there is an answer for a live
    /// one only where it is at risk.
    [[nodiscard]] std::optional<Deletion> deletion(const QByteArray &path) const;
    /// The same for a file that has been looked at, with the sockets that live; pure.
    [[nodiscard]] std::optional<Deletion>
    deletion(const Candidate &candidate, const ProcNetUnixNames &live, qint64 nowNanoseconds) const;

private:
    Machine m_machine;
    TmpfilesConfiguration m_tmpfiles;
    std::vector<ReaperRun> m_reapers;
    bool m_timerActive = false;
    bool m_cronActive = false;
    qint64 m_bootNanoseconds = 0;
};

} // namespace pipeglass::cleaning
