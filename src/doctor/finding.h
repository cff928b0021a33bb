// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/principal.h"
#include "catalog/entries/pipeentry.h"
#include "cleaning/deletion.h"

#include <QLatin1String>

namespace pipeglass::doctor {

/// What is wrong. The comments say which fields of a Finding are set in addition to pipe, name, path.
enum class FindingId {
    Stale, ///< the server has ended and left its file behind
    TakenOver, ///< another process has the name now (`others`)
    Orphaned, ///< the file of a listener was removed
    ShutDown, ///< a listener that was shut down
    Cleaner, ///< a cleaner of temporary directories will delete a live pipe, or would if it ran (`deletion`)
    WaitingClient, ///< clients (`processes`, `count`) wait while others (`others`) hold the instances
    Unread, ///< bytes (`count`) that `processes` have not read, sent by `others`
    BacklogFull, ///< `count` clients wait, and no more fit
    AclMask, ///< the mask of an ACL silences entries (`principals`); `command` restores it
    GroupMissing, ///< `processes` lack groups of their account (`principals`), which may connect
    OtherDirectory, ///< `processes` (one) look for the name in `directory`
    PathTooLong, ///< over 107 bytes, or (as a note) too long for another environment; no pipe if it does not exist
    NameInUse, ///< the leftover of another user in a sticky directory
    RuntimeLeftover, ///< diagnostics files (`files`) of a process that has ended
};

enum class Severity { Error, Warning, Note };

/// One cause of trouble with one pipe. A value; the texts are in text/findingtext.h.
struct Finding {
    FindingId id = FindingId::Stale;
    Severity severity = Severity::Warning;
    catalog::PipeEntryPtr pipe; ///< null: no such file
    QByteArray name; ///< raw bytes, as PipeEntry::name()
    QByteArray path; ///< raw bytes
    QList<ProcessInfo> processes = {};
    QList<ProcessInfo> others = {};
    quint64 count = 0;
    std::optional<cleaning::Deletion> deletion = {};
    std::vector<access::Principal> principals = {};
    QByteArray directory = {}; ///< as `processes` name it
    QString namespaceLabel = {}; ///< of the mount namespace of `processes`; empty: our own
    std::vector<QByteArray> files = {}; ///< paths
    QString command = {}; ///< for sh; only where the pipe's data does not suffice to make it

    /// Identifies a finding from one examination to the next.
    [[nodiscard]] bool isSameAs(const Finding &other) const;
};

/// The words in JSON: "stale", "taken-over", "orphaned", "shut-down", "cleaner", "waiting-client", "unread",
/// "backlog-full", "acl-mask", "group-missing", "other-directory", "path-too-long", "name-in-use", "runtime-leftover".
[[nodiscard]] QLatin1String word(FindingId id);
/// "error", "warning", "note"
[[nodiscard]] QLatin1String word(Severity severity);

} // namespace pipeglass::doctor
