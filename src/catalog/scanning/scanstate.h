// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/kernel/mountwatch.h"
#include "catalog/scanning/entrybuilder.h"
#include "catalog/scanning/filetable.h"
#include "catalog/scanning/scandirectories.h"
#include "catalog/scanning/scanner.h"

#include <set>

namespace pipeglass::catalog {

/// What a scanner knows. An update goes through these steps: names -> sockets -> liveness -> detached listeners ->
/// holders -> entries. The first walk for holders begins beside the sockets. Each step notes what it touched; the last
/// one compares only that.
class Scanner::State {
public:
    explicit State(ScanOptions options);

    [[nodiscard]] Update update(const Changes &changes);
    [[nodiscard]] Evidence evidence() { return { m_sockets.table(), m_mounts, m_holders, m_sockets.took() }; }
    [[nodiscard]] qint64 tookInThread() const { return m_sockets.tookInThread(); }
    [[nodiscard]] const std::vector<QByteArray> &directories() const { return m_directories.all(); }

private:
    using Entries = std::vector<PipeEntryPtr>;

    /// Names first, sockets after: a pipe that is made in between is listed by the next update.
    void readEverything();
    [[nodiscard]] bool readSockets();
    void enter(DirectoryListing listing);
    [[nodiscard]] bool lookAtNames(const std::vector<QByteArray> &paths, bool hasNewSockets);
    [[nodiscard]] bool lookAtName(const QByteArray &path, bool hasNewSockets);
    void put(DirectoryFile file);
    void remove(ListedFile &known);

    void checkLiveness();
    void check(ListedFile &known);
    void checkDiagnostics();
    void markUnsettled(ListedFile &known);
    void setLiveness(ListedFile &known, const Liveness &liveness);
    void findDetached();
    void updateCandidates(DetachedSearch &search);
    void refreshHolders();
    void lookAtDetached(DetachedSearch &search);
    void listAbstract();
    void touch(const std::vector<BoundFile> &files);
    [[nodiscard]] Update makeUpdate();
    void compareEntries(Entries &gone, Entries &made);
    [[nodiscard]] std::vector<Error> problems() const;

    const bool m_onlyGiven;
    const bool m_namespaces;
    const Detail m_detail;
    const NameFilter m_filter;

    MountWatch m_mountWatch;
    MountTable m_mounts;
    ScanDirectories m_directories;
    FileTable m_files;
    SocketTableReader m_sockets;
    SocketHolders m_holders;
    LivenessCheck m_liveness;
    EntryBuilder m_builder;
    InodeNames m_names;

    SnapshotPtr m_last = std::make_shared<Snapshot>();
    bool m_hasListed = false;
    quint64 m_listing = 0; ///< counts directory listings
    std::vector<Error> m_directoryProblems;
    std::optional<Error> m_socketProblem;
    std::set<ListedFile *> m_unsettled; ///< whose liveness the socket table does not tell: checked each time
    std::set<QByteArray> m_waiting; ///< paths that wait for a new socket table
    std::map<quint64, BoundFile> m_candidates; ///< by cookie: listeners that no listed file leads to
    Entries m_detached; ///< entries of those, sorted
    Entries m_abstract; ///< sorted
    std::vector<BoundFile> m_tookOver; ///< files of sockets that took a name from one of those

    // Of the update under way.
    bool m_everything = false; ///< all files are touched
    std::vector<ListedFile *> m_touched; ///< can hold one more than once
    std::vector<BoundFile> m_changedFiles;
    std::vector<std::pair<quint64, BoundFile>> m_released; ///< sockets by cookie: perhaps nobody's business any more
    Entries m_removed;
    Entries m_unfiledBefore; ///< detached and abstract ones of the last snapshot
};

} // namespace pipeglass::catalog
