// SPDX-License-Identifier: MIT
#pragma once

#include "cleaning/machine.h"
#include "cleaning/reapers/reaper.h"
#include "cleaning/tmpfiles/tmpfilesconfiguration.h"

namespace pipeglass::cleaning {

/// All cleaners of temporary directories on this machine: systemd-tmpfiles, tmpreaper, tmpwatch. Reads their
/// configuration once, in the constructor (some milliseconds). One thread at a time.
class Cleaners {
public:
    explicit Cleaners(const Machine &machine = Machine());

    /// The rule that deletes the file at `path` first, and when; nullopt if no rule does, it is excluded, or it does
    /// not exist. systemd-tmpfiles spares a live socket under its own name, so a live socket has a result only if it is
    /// at risk.
    [[nodiscard]] std::optional<Deletion> deletion(const QByteArray &path) const;
    /// As above, for a file that was examined, with the names of live sockets. Pure.
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
