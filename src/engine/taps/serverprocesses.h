// SPDX-License-Identifier: MIT
#pragma once

#include "core/uniquefd.h"

#include <QObject>

#include <map>
#include <memory>

#include <sys/types.h>

class QSocketNotifier;

namespace pipeglass::engine {

/// The processes that listened on a pipe, and so may make it anew, as long as they run (pidfd).
class ServerProcesses : public QObject {
    Q_OBJECT

public:
    ServerProcesses();
    ~ServerProcesses() override;

    void add(pid_t process); ///< 0: one that we cannot see, which counts as running
    /// Another one, which is not known yet, may have come in place of those that ended.
    void expectAnother() { m_haveEnded = false; }
    [[nodiscard]] bool haveEnded() const { return m_haveEnded; } ///< some were known, and none runs

Q_SIGNALS:
    void ended(); ///< haveEnded() is true now

private:
    struct Process {
        UniqueFd descriptor;
        std::unique_ptr<QSocketNotifier> end;
    };

    void remove(pid_t process);

    std::map<pid_t, Process> m_running;
    bool m_haveEnded = false;
};

} // namespace pipeglass::engine
