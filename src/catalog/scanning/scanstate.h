// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/kernel/mountwatch.h"
#include "catalog/scanning/entrybuilder.h"
#include "catalog/scanning/filetable.h"
#include "catalog/scanning/scandirectories.h"
#include "catalog/scanning/scanner.h"

#include <set>

namespace pipeglass::catalog {

/// The state of a scanner. Steps of an update: names, sockets, liveness, detached listeners, holders, entries. The
/// first search for holders runs in parallel with the sockets. Each step records what it touched; only that is compared
/// at the end.
class Scanner::State {
public:
    explicit State(ScanOptions options);

    [[nodiscard]] Update update(const Changes &changes);
    [[nodiscard]] ScanData data() { return { m_sockets.table(), m_mounts, m_holders, m_sockets.cpuTime() }; }
    [[nodiscard]] qint64 otherThreadsCpuTime() const { return m_sockets.otherThreadsCpuTime(); }
    [[nodiscard]] const std::vector<QByteArray> &directories() const { return m_directories.all(); }

private:
    using Entries = std::vector<PipeEntryPtr>;

    /// Names first: a pipe that is created in between is listed by the next update.
    void readEverything();
    [[nodiscard]] bool readSockets();
    void enter(DirectoryListing listing);
    [[nodiscard]] bool updatePaths(const std::vector<QByteArray> &paths, bool hasNewSockets);
    [[nodiscard]] bool updatePath(const QByteArray &path, bool hasNewSockets);
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
    void updateDetached(DetachedSearch &search);
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
    quint64 m_listing = 0; ///< number of the current directory listing
    std::vector<Error> m_directoryProblems;
    std::optional<Error> m_socketProblem;
    std::set<ListedFile *> m_unsettled; ///< liveness is not determined by the socket table: checked in each update
    std::set<QByteArray> m_waiting; ///< paths that wait for a new socket table
    std::map<quint64, BoundFile> m_candidates; ///< by cookie: listeners without a listed file
    Entries m_detached; ///< entries of those, sorted
    Entries m_abstract; ///< sorted
    std::vector<BoundFile> m_tookOver; ///< files of sockets that cpuTime a name from one of those

    // Only during an update.
    bool m_everything = false; ///< all files are touched
    std::vector<ListedFile *> m_touched; ///< may contain duplicates
    std::vector<BoundFile> m_changedFiles;
    std::vector<std::pair<quint64, BoundFile>> m_released; ///< sockets by cookie that may no longer be of interest
    Entries m_removed;
    Entries m_unfiledBefore; ///< detached and abstract entries of the last snapshot
};

} // namespace pipeglass::catalog
