// SPDX-License-Identifier: MIT
#pragma once

#include "cleaning/tmpfiles/configurationfile.h"
#include "cleaning/tmpfiles/tmpfilesrule.h"

namespace pipeglass::cleaning {

/// Reads the configuration of this machine's cleaners, from files only. Paths are prefixed with `root`, for tests.
/// Synchronous.
class Machine {
public:
    explicit Machine(QByteArray root = {});

    /// The files of the four tmpfiles.d directories, in order of precedence.
    [[nodiscard]] std::vector<ConfigurationFile> tmpfiles() const;
    /// Values of specifiers and accounts for systemd's system instance.
    [[nodiscard]] TmpfilesContext tmpfilesContext() const;
    /// Crontabs and scripts in the cron directories.
    [[nodiscard]] std::vector<ConfigurationFile> cronFiles() const;

    /// Whether systemd is the init process and its cleaning timer is installed and not masked.
    [[nodiscard]] bool tmpfilesTimerActive() const;
    /// Whether cron's daily jobs are run.
    [[nodiscard]] bool cronActive() const;
    [[nodiscard]] bool programExists(const QByteArray &name) const;

    /// Content of a file, at most 1 MiB; empty if it cannot be read.
    [[nodiscard]] QByteArray read(const QByteArray &path) const;
    /// /proc/net/unix of the init process's network namespace, where cleaners run; nullopt if it cannot be read.
    [[nodiscard]] std::optional<QByteArray> socketList() const;
    /// Boot time in nanoseconds since 1970.
    [[nodiscard]] static qint64 bootNanoseconds();

private:
    [[nodiscard]] std::vector<ConfigurationFile> filesIn(const QByteArray &directory) const;
    [[nodiscard]] bool exists(const QByteArray &path) const;
    [[nodiscard]] bool unitMasked(const QByteArray &unit) const;

    QByteArray m_root;
};

} // namespace pipeglass::cleaning
