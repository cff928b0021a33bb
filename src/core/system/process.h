// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <sys/types.h>

namespace pipeglass {

/// `program` is raw bytes: the name of the executable; for `dotnet app.dll` and other script hosts the name of the
/// script ("app"); else the kernel's short name. Empty if it could not be read.
struct ProcessInfo {
    pid_t pid = 0;
    QByteArray program;
    uid_t uid = 0;
    QString user;

    friend bool operator==(const ProcessInfo &, const ProcessInfo &) = default;
};

/// What /proc says about a process now; `uid` is already known (from SO_PEERCRED or stat). A process that has ended
/// keeps its pid and uid, with an empty program. Any thread.
[[nodiscard]] ProcessInfo describeProcess(pid_t pid, uid_t uid);
/// As above; the uid is read from /proc too (unknownUid if the process has ended).
[[nodiscard]] ProcessInfo describeProcess(pid_t pid);

/// The program's name from three texts of /proc. `commandLine` as in /proc/PID/cmdline (NUL-separated), `comm` as in
/// /proc/PID/comm without its newline, `executable` the target of /proc/PID/exe or empty. Pure, for tests.
[[nodiscard]] QByteArray programName(QByteArrayView commandLine, QByteArrayView comm, QByteArrayView executable);

/// The effective uid of a running process, or -1.
[[nodiscard]] qint64 processUid(pid_t pid);
/// The effective uid in the text of /proc/PID/status, or -1. Pure; accepts any bytes.
[[nodiscard]] qint64 processUidFrom(QByteArrayView status);

} // namespace pipeglass
