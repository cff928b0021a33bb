// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/target.h"
#include "access/subjects/subject.h"
#include "catalog/connections.h"
#include "cleaning/deletion.h"

namespace pipeglass::doctor {

/// What is known of a row besides its entry and connections. Each is read only for rows where it matters.
struct PipeFacts {
    std::optional<access::Target> target = {}; ///< of a live pipe
    std::optional<cleaning::Deletion> deletion = {}; ///< of a live pipe
    FileId directory = {}; ///< device and inode; {}: unknown
    bool isDirectorySticky = false;
};

/// A process that lacks groups which its account has.
struct LackingProcess {
    ProcessInfo process;
    access::Subject now;
    access::Subject account; ///< as after a new login
};

/// A pipe that a .NET process has looked for, or serves.
struct SoughtPipe {
    QByteArray path; ///< as the process names it
    FileId directory = {}; ///< device and inode as the process sees it; {}: it does not exist there
    bool isServed = false; ///< a socket is bound there
    /// Of the process's mount namespace, if the directory is another one there than here.
    QString namespaceLabel = {};
};

/// A .NET process, and the pipes in its memory.
struct SeekingProcess {
    ProcessInfo process;
    access::Subject subject;
    std::vector<SoughtPipe> pipes;
};

/// All that findings are made of, at one moment. A value.
struct Facts {
    catalog::ConnectedSnapshot look;
    std::vector<PipeFacts> pipes; ///< one for each row
    std::vector<LackingProcess> lacking;
    std::vector<SeekingProcess> seeking;
    uid_t asker = 0; ///< our user
};

} // namespace pipeglass::doctor
