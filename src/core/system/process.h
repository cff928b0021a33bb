// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <sys/types.h>

namespace pipeglass {

/// A process as people know it. `program` is raw bytes: the name of the running file, or for `dotnet app.dll` and other
/// hosts of scripts what they run ("app"), else the kernel's short name; empty when it could not be read.
struct ProcessInfo {
    pid_t pid = 0;
    QByteArray program;
    uid_t uid = 0;
    QString user;

    friend bool operator==(const ProcessInfo &, const ProcessInfo &) = default;
};

/// What /proc says about a process now. A process that has ended in between keeps its pid and the given uid, with an
/// empty program. `uid` is taken as known (from SO_PEERCRED or a stat). Any thread.
[[nodiscard]] ProcessInfo describeProcess(pid_t pid, uid_t uid);
/// The same where only the pid is known; the uid of one that has ended in between is unknownUid.
[[nodiscard]] ProcessInfo describeProcess(pid_t pid);

/// The program's name out of the three texts of /proc: pure, for tests. `commandLine` as in /proc/PID/cmdline
/// (NUL-separated), `comm` as in /proc/PID/comm without its newline, `executable` the target of /proc/PID/exe or empty.
[[nodiscard]] QByteArray programName(QByteArrayView commandLine, QByteArrayView comm, QByteArrayView executable);

/// The effective uid of a living process, or -1.
[[nodiscard]] qint64 processUid(pid_t pid);
/// The same out of the text of /proc/PID/status: pure, any bytes.
[[nodiscard]] qint64 processUidFrom(QByteArrayView status);

} // namespace pipeglass
