// SPDX-License-Identifier: MIT
#pragma once

#include "cleaning/tmpfiles/configurationfile.h"
#include "cleaning/tmpfiles/tmpfilesrule.h"

namespace pipeglass::cleaning {

/// Reads what the cleaners of this machine go by. Files only: no service is asked. With a `root` other than "" all
/// paths are looked for under it, which is for tests. Synchronous; no thread of its own.
class Machine {
public:
    explicit Machine(QByteArray root = {});

    /// The files of the four tmpfiles.d directories, those that win first.
    [[nodiscard]] std::vector<ConfigurationFile> tmpfiles() const;
    /// Specifiers' values and accounts as systemd's system instance sees them.
    [[nodiscard]] TmpfilesContext tmpfilesContext() const;
    /// Crontabs and the scripts of the cron directories.
    [[nodiscard]] std::vector<ConfigurationFile> cronFiles() const;

    /// Whether systemd is the init process here, and its timer for cleaning is neither masked nor left out.
    [[nodiscard]] bool tmpfilesTimerActive() const;
    /// Whether something runs cron's daily jobs.
    [[nodiscard]] bool cronActive() const;
    [[nodiscard]] bool programExists(const QByteArray &name) const;

    /// A file's content, at most 1 MiB; empty where it cannot be read.
    [[nodiscard]] QByteArray read(const QByteArray &path) const;
    /// The /proc/net/unix of the network namespace of the init process, in which cleaners run; nothing where it cannot
    /// be read.
    [[nodiscard]] std::optional<QByteArray> socketList() const;
    /// When the machine came up, in nanoseconds since 1970.
    [[nodiscard]] static qint64 bootNanoseconds();

private:
    [[nodiscard]] std::vector<ConfigurationFile> filesIn(const QByteArray &directory) const;
    [[nodiscard]] bool exists(const QByteArray &path) const;
    [[nodiscard]] bool unitMasked(const QByteArray &unit) const;

    QByteArray m_root;
};

} // namespace pipeglass::cleaning
