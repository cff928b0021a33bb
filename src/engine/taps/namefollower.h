// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "core/threads/callqueue.h"
#include "core/uniquefd.h"
#include "exchange/exchangedname.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <thread>

namespace pipeglass::engine {

/// Steps in front of each socket that a server makes anew at a name (inotify). Clients that connect before that pass
/// the tap by, so this has a thread of its own, which waits for nothing else.
class NameFollower : public QObject {
    Q_OBJECT

public:
    /// The descriptor for the names of a directory; what happens from here on is kept for it. Any thread. Fails with
    /// NotWatched.
    [[nodiscard]] static Result<UniqueFd> watch(const QByteArray &directory);

    NameFollower(UniqueFd inotify, std::shared_ptr<exchange::ExchangedName> name);
    ~NameFollower() override; ///< stops

    [[nodiscard]] bool start(); ///< what happened before is not told; false: no thread could be started
    void stop(); ///< nothing is entered from here on; what happened before is still told

Q_SIGNALS: // in the thread of this object, in order
    void deleted(); ///< the name was; it may lead to another socket by now
    void entered(pipeglass::exchange::Entered *sockets); ///< for the one slot that takes them
    void missed(quint64 count); ///< sockets that were made, and gone before we were in front of them
    void failed(const pipeglass::Error &error); ///< as ExchangedName::enter() does

private:
    enum class Step { Entered, Nothing, Failed };

    struct Changes {
        int created = 0;
        bool wasDeleted = false;
        bool isFree = false; ///< the last one was a deletion
    };

    void run();
    [[nodiscard]] Changes read() const;
    Step stepIn();
    void awaitNext();

    UniqueFd m_inotify;
    std::shared_ptr<exchange::ExchangedName> m_name;
    UniqueFd m_stop; ///< an eventfd
    std::atomic<bool> m_stops{ false };
    CallQueue m_reports;
    int m_unentered = 0; ///< sockets that were made without those that we entered; negative: told later. The thread's
    std::thread m_thread;
};

} // namespace pipeglass::engine
