// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sessions/connectionsource.h"
#include "engine/taps/acceptancewatch.h"
#include "engine/taps/tappedserver.h"
#include "exchange/watcherprocess.h"
#include "programs/interceptor.h"
#include "programs/program.h"

#include <map>
#include <memory>

class QSocketNotifier;

namespace pipeglass::engine {

/// A program that is ready to run, and what intercepts its calls.
struct PreparedProgram {
    std::unique_ptr<programs::Program> program;
    std::unique_ptr<programs::Interceptor> interceptor;
    exchange::WatcherProcess watcher;
    std::vector<Error> notices;
};

/// The connections at the pipes of a program that we start, and of all processes that it starts: those of pipes that it
/// makes, and those that it dials. When the program itself has ended, its names are given back.
class ProgramSource : public ConnectionSource {
    Q_OBJECT

public:
    ProgramSource(RunRequest request, BackgroundThread &background);
    ~ProgramSource() override;

    void prepare() override; ///< fails as Program::start() does, and without a place for the journal of taps
    void begin() override;
    Status end() override;
    /// Not before the program has ended.
    [[nodiscard]] bool isIdle() const override;
    void connectionEnded() override;
    void signalProgram(int number) override;

private:
    void take(Result<PreparedProgram> &prepared);
    [[nodiscard]] programs::Interceptor::Reports reports();
    void noteListener(const QByteArray &path, const ProcessInfo &server);
    void enter(const QByteArray &path, exchange::Entered &sockets, pid_t process);
    void forward(const QByteArray &path, Link &link);
    void stepBack(const QByteArray &path, const TappedServer::IncarnationPtr &incarnation);
    void onExit();
    void finish();
    [[nodiscard]] TappedServer &serverOf(const QByteArray &path);

    RunRequest m_request;
    CallQueue m_calls; ///< from the interceptor's thread
    PreparedProgram m_prepared;
    std::unique_ptr<QSocketNotifier> m_exit;
    std::unique_ptr<AcceptanceWatch> m_acceptance;
    std::map<QByteArray, std::unique_ptr<TappedServer>> m_servers; ///< by path
    std::map<QByteArray, ProcessInfo> m_listeners; ///< with names, by path: the first one
    bool m_ended = false;
    bool m_isFinished = false; ///< the program has ended, and all that it did before is known
};

} // namespace pipeglass::engine
