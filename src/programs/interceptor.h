// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/kernel/socketdiag.h"
#include "catalog/naming/resolve.h"
#include "core/side.h"
#include "core/system/process.h"
#include "programs/notifications.h"
#include "programs/socketpairing.h"
#include "programs/tappednames.h"

#include <QElapsedTimer>

#include <atomic>
#include <functional>
#include <optional>
#include <set>
#include <thread>
#include <vector>

namespace pipeglass::programs {

class CallingProcess;

/// Answers the listen() and connect() calls of a program's processes, in a thread of its own. Concerned are stream
/// sockets whose file stands directly in /tmp or in the TMPDIR of the process, except those of the .NET diagnostics
/// (`dotnet-diagnostic-...`); all other calls, and those that cannot be handled, go on as without us.
///
/// Before a listen() goes on, its name is exchanged with one of ours, so no client reaches the server past the tap. At
/// a connect() to another pipe we dial that first, then connect the program's socket to us: no right in the directory
/// is needed, and a refusal is the one that the program would have got.
class Interceptor {
public:
    /// Called in the thread.
    struct Reports {
        /// A name of the program leads to us. `server` has names at the first time for a path (`isNew`).
        std::function<void(const QByteArray &path, exchange::Entered sockets, const ProcessInfo &server, bool isNew)>
            entered;
        /// The program dialled somebody else's pipe. `server` is set at the first time for a path.
        std::function<void(
            const QByteArray &path, PerSide<UniqueFd> sockets, const ProcessInfo &client,
            const std::optional<ProcessInfo> &server)>
            dialled;
        std::function<void(const Error &error)> missed; ///< a pipe of the program that is not tapped, and why
        std::function<void()> ended; ///< no process of the program is left
    };

    Interceptor(UniqueFd reports, SocketPairing pairing);
    ~Interceptor(); ///< the thread ends; calls that come later wait for somebody else who has the reports
    Interceptor(const Interceptor &) = delete;
    Interceptor &operator=(const Interceptor &) = delete;

    [[nodiscard]] const Notifications &notifications() const { return m_notifications; }
    [[nodiscard]] bool start(Reports reports); ///< false: no thread could be started

    /// The name at a path; null: it is not tapped. Any thread.
    [[nodiscard]] std::shared_ptr<exchange::ExchangedName> nameAt(const QByteArray &path) const
    {
        return m_names.find(path);
    }
    /// Gives all names back, and lets every later call go on. Any thread.
    Status leave();
    /// Calls `done` in the thread, after all reports of calls that were made before. Any thread.
    void flush(std::function<void()> done);

private:
    /// A connect() that waits for room in the backlog of a server.
    struct Pending {
        quint64 call = 0;
        UniqueFd client;
        catalog::ResolvedFile file;
        pid_t process = 0;
        QElapsedTimer since;
    };

    void run();
    void wake() const;
    void takeRequests();
    void handle(const seccomp_notif &call);
    void handleListen(const seccomp_notif &call, const CallingProcess &process);
    /// False: it goes on as without us.
    [[nodiscard]] bool handleConnect(const seccomp_notif &call, const CallingProcess &process);
    /// False: the backlog is full.
    [[nodiscard]] bool dial(Pending &pending);
    void finishDial(Pending &pending, UniqueFd server);
    void retryPending();
    [[nodiscard]] static Result<catalog::ResolvedFile> pipeAt(const CallingProcess &process, const QByteArray &path);
    [[nodiscard]] bool isBoundTo(int socket, const catalog::ResolvedFile &file);
    void noteOpaque(const CallingProcess &process);
    void miss(const QByteArray &path, const QString &why) const;

    Notifications m_notifications;
    SocketPairing m_pairing;
    TappedNames m_names;
    Reports m_reports;
    std::optional<catalog::SocketDiag> m_diag;
    std::set<QByteArray> m_dialled; ///< paths
    std::set<pid_t> m_opaque; ///< processes that may not be traced
    std::vector<Pending> m_pending;
    QElapsedTimer m_maintained;
    bool m_needsMaintenance = false;

    UniqueFd m_wake; ///< an eventfd
    std::mutex m_mutex; ///< guards the next
    std::vector<std::function<void()>> m_requests;
    std::atomic<bool> m_isTapping{ true };
    std::atomic<bool> m_stops{ false };
    std::thread m_thread;
};

} // namespace pipeglass::programs
