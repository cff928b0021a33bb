// SPDX-License-Identifier: MIT
#pragma once

#include "cleaning/candidate.h"
#include "cleaning/deletion.h"
#include "cleaning/procnetunixnames.h"

#include <optional>

namespace pipeglass::cleaning {

/// One run of tmpreaper or tmpwatch by cron. tmpreaper skips every socket and FIFO without --all; with it, live ones
/// are deleted too. tmpwatch without --all deletes only sockets that were old already at boot, so live ones are safe.
struct ReaperRun {
    Cleaner cleaner = Cleaner::Tmpreaper;
    QByteArray file;
    int line = 0;
    QByteArray text;

    qint64 age = 0; ///< nanoseconds
    bool byAccess = true;
    bool byChange = false;
    bool byModification = false;
    bool all = false;
    bool force = false; ///< also root's files without write permission
    bool askFuser = false; ///< spares files that fuser reports in use, such as a live socket under its own name
    std::vector<QByteArray> directories;
    std::vector<QByteArray> excluded; ///< patterns; relative ones apply in each directory
    std::vector<uid_t> excludedUsers;

    /// When the file is deleted, or nullopt. Leaves `scheduled` false. `bootNanoseconds`: boot time since 1970.
    [[nodiscard]] std::optional<Deletion> deletion(
        const Candidate &candidate, const ProcNetUnixNames &live, qint64 bootNanoseconds, qint64 nowNanoseconds) const;

private:
    [[nodiscard]] bool reaches(const Candidate &candidate, const QByteArray &directory) const;
    [[nodiscard]] bool excludes(const QByteArray &path, const QByteArray &directory) const;
};

} // namespace pipeglass::cleaning
