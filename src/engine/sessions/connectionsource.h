// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "core/side.h"
#include "core/system/process.h"
#include "core/threads/backgroundthread.h"
#include "core/uniquefd.h"
#include "engine/sessions/requests.h"

#include <QObject>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace pipeglass::engine {

/// A connection that a source found: the sockets that lead to its sides. Where we are an end, that side has none.
struct Link {
    PerSide<UniqueFd> sockets;
    QByteArray early = {}; ///< read from the only socket already
    QByteArray path = {}; ///< of the pipe; empty: the source's
    PerSide<ProcessInfo> peers = {}; ///< with names, where they are known (pid not 0)
    bool wasHeld = false; ///< of a tap: the client waited while no server listened
};

/// Of a program that was started.
struct ProgramState {
    pid_t pid = 0;
    bool isRunning = false;
    int exitCode = 0; ///< once it has ended
    int signal = 0; ///< that ended it; 0: none did
};

/// What is known of where connections come from.
struct SourceFacts {
    QByteArray path; ///< where it listens, or what it dials
    QByteArray link = {}; ///< the symbolic link that was named and led there; empty: none
    std::optional<Side> ours = {}; ///< which end we are, if any
    bool hasMany = false; ///< connections may come at any time until it ends; else there is one
    bool canRedial = false; ///< after its one connection has ended, dial() makes another one
    bool replacedStale = false; ///< a dead socket of this user had to go
    // Of a tap:
    bool isTap = false;
    ProcessInfo server = {}; ///< who listens; pid 0: not known
    std::vector<ProcessInfo> connectedBefore = {}; ///< clients whose traffic does not go through the tap
    std::vector<Error> notices = {}; ///< what may not work as long as the tap is in place
    std::optional<ProgramState> program = {}; ///< that was started; `path` is its file then
};

/// Finds the connections of a session. Lives in the engine's thread; what may block is done in `background`.
/// prepare(), then `prepared` or `failed`; begin(), then `arrived` for each connection.
class ConnectionSource : public QObject {
    Q_OBJECT

public:
    ConnectionSource(SourceFacts facts, BackgroundThread &background)
        : m_facts(std::move(facts))
        , m_background(background)
    {
    }

    [[nodiscard]] const SourceFacts &facts() const { return m_facts; }
    virtual void prepare() = 0;
    virtual void begin() = 0;
    /// Our name is given up, so that nobody new comes. Those that came before may still arrive, see isIdle(). Fails
    /// where a file of ours could not be removed.
    virtual Status end() = 0;
    [[nodiscard]] virtual bool isIdle() const { return true; } ///< nobody is on the way
    virtual void connectionEnded() { } ///< one is gone, and its descriptor free
    virtual void dial() { } ///< one more connection, where we are the one who dials on request
    virtual void signalProgram(int /*number*/) { } ///< sends a signal to the program that was started, if it runs

Q_SIGNALS:
    void prepared();
    void failed(const pipeglass::Error &error); ///< the last signal
    void arrived(pipeglass::engine::Link *link); ///< for the one slot that takes the sockets
    void dialFailed(const pipeglass::Error &error); ///< of dial()
    void paused(const pipeglass::Error &reason); ///< no connection can be taken just now
    void resumed();
    void problem(const pipeglass::Error &error); ///< something to tell the person; it goes on
    void idle(); ///< isIdle() is true now
    void recreated(); ///< of a tap: the server made its pipe anew, and the tap is in place again
    void missed(quint64 count); ///< of a tap: connections were made that do not go through it
    // Of a program that was started:
    void pipeTapped(const QByteArray &path, const pipeglass::ProcessInfo &server); ///< the first time for a path
    void programEnded(); ///< after all that it did

protected:
    [[nodiscard]] SourceFacts &mutableFacts() { return m_facts; }
    [[nodiscard]] BackgroundThread &background() const { return m_background; }

private:
    SourceFacts m_facts;
    BackgroundThread &m_background;
};

/// The source that a request asks for. `background` outlives it.
[[nodiscard]] std::unique_ptr<ConnectionSource> makeSource(const SessionRequest &request, BackgroundThread &background);

} // namespace pipeglass::engine
