// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/kernel/bindprobe.h"
#include "catalog/naming/resolve.h"
#include "exchange/spare.h"
#include "exchange/tapjournal.h"
#include "exchange/watcherprocess.h"

#include <QElapsedTimer>

#include <deque>
#include <memory>
#include <mutex>
#include <optional>

namespace pipeglass::exchange {

/// The name leads to us now.
struct Entered {
    UniqueFd listener; ///< ours: who dials the name arrives here
    UniqueFd server; ///< O_PATH: the server's socket, dialled through /proc/self/fd/N
    FileIdentity serverFile;
};

/// Whether a process of its own watches over a tap, and repairs at once what is left when this one is killed.
enum class Watching { ByProcess, Nobody };

/// The name of a server's socket, exchanged with one of ours by renameat2(RENAME_EXCHANGE), again after each time the
/// server made it anew, and exchanged back in the end. Clients never meet a missing name, and a name that is free stays
/// free: the server's own bind() would fail.
///
/// The calls of one object may come from several threads; those that may block say so.
class ExchangedName {
public:
    /// All that can fail is checked here, before anything is touched but names of our own; the journal entry, spares
    /// and the watcher process are there afterwards. Where the watcher cannot be started it is done without: see
    /// hasWatcher(). Call repairAll() (repair.h) before a program's first tap. May block. Fails with NoSuchPipe,
    /// NotASocket, WrongSocketType, TappedAlready, NobodyListening, ServerElsewhere, PermissionDenied (to connect),
    /// TapNotPermitted (a sticky directory, or an owner, group or access list that our socket cannot be given),
    /// AclUnsupported, Unsupported (the file system cannot exchange names), CreationDenied, OutOfDescriptors.
    [[nodiscard]] static Result<std::unique_ptr<ExchangedName>>
    prepare(const catalog::ResolvedFile &server, Watching watching = Watching::ByProcess);
    ~ExchangedName(); ///< leaves
    ExchangedName(const ExchangedName &) = delete;
    ExchangedName &operator=(const ExchangedName &) = delete;

    [[nodiscard]] const QByteArray &path() const { return m_path; } ///< of the public name, absolute
    [[nodiscard]] const QByteArray &directoryPath() const { return m_directoryPath; }
    [[nodiscard]] const QByteArray &leaf() const { return m_leaf; }

    /// Without one, a tap that is killed is repaired by the next start of Pipeglass.
    [[nodiscard]] bool hasWatcher() const { return m_watcher.pid() != 0; }
    [[nodiscard]] pid_t watcherPid() const { return m_watcher.pid(); }

    /// Steps in front of the socket that has the name now. nullopt: nothing to do (the name leads to us already, is
    /// free, or is not a socket just now). Quick: no sync, no /proc. Fails with NoSpareSocket, or where the system
    /// refuses; the name is as it was then.
    [[nodiscard]] Result<std::optional<Entered>> enter();
    /// Where nobody is bound any more to `server`, in front of which we are: gives it the name back, so that clients
    /// are refused as without us, until enter() finds another socket there. Whether that was done. May block.
    bool stepBack(const FileIdentity &server);
    [[nodiscard]] bool leadsToUs() const; ///< the public name, now (one statx)
    [[nodiscard]] bool wantsSpares() const; ///< few are left
    enum class Amount { All, Some };
    /// More of them, in the journal and synced, then kept for enter(); `Some`: to go on at once. May block.
    Status makeSpares(Amount amount = Amount::All);
    /// Deletes the names of the server's earlier sockets that are dead by now (they lie under names that we gave). May
    /// block.
    void removeLeftovers();
    /// Exchanges back, deletes our names and the journal entry, ends the watcher. Permissions that our socket was given
    /// by its public name meanwhile go to the server's. Where the name does not lead to us any more, nothing is
    /// exchanged, and the server's socket loses the name that we gave it, as it would have lost its own. Quick. Our
    /// sockets stay open: they are the caller's, and clients that looked the name up just before still arrive there for
    /// a moment.
    Status leave();

private:
    /// The server's socket that we stepped in front of, and ours.
    struct Incarnation {
        QByteArray leaf; ///< of the server's
        FileIdentity server;
        FileIdentity ours;
    };

    explicit ExchangedName(const catalog::ResolvedFile &server);

    [[nodiscard]] Status open();
    [[nodiscard]] Status openJournal();
    [[nodiscard]] Status canExchange() const;
    [[nodiscard]] std::optional<Spare> takeSpare();
    [[nodiscard]] bool hasLeft() const;
    [[nodiscard]] Status makeSomeSpares();
    void wantMoreSparesIfSoon();
    [[nodiscard]] size_t missingSpares() const;
    [[nodiscard]] Result<std::optional<Entered>> stepInFront(Spare spare, const HeldSocket &there);
    [[nodiscard]] bool isOurs(const FileIdentity &file) const;
    [[nodiscard]] std::optional<Incarnation> currentIfOurs() const; ///< the name leads to us there
    [[nodiscard]] bool isStillThere(catalog::BindProbe &probe, const Incarnation &earlier) const;
    [[nodiscard]] bool removeNames();

    const QByteArray m_path;
    QByteArray m_directoryPath;
    QByteArray m_leaf;
    UniqueFd m_directory;

    std::mutex m_work; ///< held by what may block, and before m_state; guards the journal and m_refilled
    std::unique_ptr<TapJournal> m_journal; ///< null: after leave()
    QElapsedTimer m_refilled;
    WatcherProcess m_watcher;
    mutable std::mutex m_state; ///< guards what follows
    size_t m_wantedSpares;
    std::deque<Spare> m_spares;
    std::optional<Incarnation> m_current;
    std::deque<Incarnation> m_earlier;
    bool m_hasLeft = false;
};

} // namespace pipeglass::exchange
