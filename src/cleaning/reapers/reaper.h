// SPDX-License-Identifier: MIT
#pragma once

#include "cleaning/candidate.h"
#include "cleaning/deletion.h"
#include "cleaning/procnetunixnames.h"

#include <optional>

namespace pipeglass::cleaning {

/// One run of tmpreaper or tmpwatch, as cron starts it. The two are of one origin and differ in what they do with
/// sockets. tmpreaper leaves every socket and FIFO alone unless it is told --all, and then it takes live ones too.
/// tmpwatch takes a socket that was old already when the machine came up, so a live one is safe, unless it is told
/// --all.
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
    bool force = false; ///< root's files without write permission too
    bool askFuser = false; ///< spares what fuser finds in use, as it does a live socket under its own name
    std::vector<QByteArray> directories;
    std::vector<QByteArray> excluded; ///< patterns; relative ones in each of the directories
    std::vector<uid_t> excludedUsers;

    /// When the file goes, or nothing. `scheduled` is left false. `bootNanoseconds` is when the machine came up.
    [[nodiscard]] std::optional<Deletion> deletion(
        const Candidate &candidate, const ProcNetUnixNames &live, qint64 bootNanoseconds, qint64 nowNanoseconds) const;

private:
    [[nodiscard]] bool reaches(const Candidate &candidate, const QByteArray &directory) const;
    [[nodiscard]] bool excludes(const QByteArray &path, const QByteArray &directory) const;
};

} // namespace pipeglass::cleaning
