// SPDX-License-Identifier: MIT
#pragma once

#include "core/uniquefd.h"

#include <QByteArray>

#include <optional>

#include <sys/types.h>

namespace pipeglass::programs {

/// A process of which a system call waits for an answer, seen from outside. What it says is true only if the call still
/// waits afterwards.
class CallingProcess {
public:
    explicit CallingProcess(pid_t thread); ///< 0: in a pid namespace that we do not see

    [[nodiscard]] pid_t pid() const { return m_pid; } ///< 0: it is gone, or not visible
    /// Whether it has our user, groups and capabilities, and our root directory: then a path that we open is the file
    /// that it would open, with the same result.
    [[nodiscard]] bool seesWhatWeSee() const;
    [[nodiscard]] UniqueFd duplicate(int descriptor) const; ///< invalid: not permitted, or not open
    [[nodiscard]] std::optional<QByteArray> memory(quint64 address, size_t size) const;
    [[nodiscard]] QByteArray absolutePath(const QByteArray &path) const; ///< a relative one counts from its directory
    /// Whether it puts pipes there: /tmp, or the TMPDIR that it was started with.
    [[nodiscard]] bool isPipeDirectory(const QByteArray &directory) const;

private:
    pid_t m_thread;
    pid_t m_pid = 0;
    QByteArray m_rights;
};

} // namespace pipeglass::programs
