// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/filebook.h"
#include "catalog/mountwatch.h"
#include "catalog/places.h"
#include "catalog/rowmaker.h"
#include "catalog/scanner.h"

#include <set>

namespace pipeglass::catalog {

/// What a scanner knows, and its two ways to bring that up to date: by a look at everything (scanner.cpp), and by a
/// look at what differs from the last time (scannerstep.cpp). The second leads to the same rows as the first would.
class Scanner::State {
public:
    explicit State(ScanOptions options);

    [[nodiscard]] SnapshotPtr scanAll();
    /// By a new list of sockets; what is at these paths may have changed.
    [[nodiscard]] Step update(const std::vector<QByteArray> &paths);
    [[nodiscard]] std::optional<Step> lookAgainAt(const std::vector<QByteArray> &paths);
    [[nodiscard]] Evidence evidence() { return { m_judge.table(), m_mounts, m_book, m_judge.readingTook() }; }
    [[nodiscard]] qint64 tookBeside() const { return m_judge.tookBeside(); }
    [[nodiscard]] const std::vector<QByteArray> &directories() const { return m_directories; }
    [[nodiscard]] bool hasScanned() const { return m_last != nullptr; }

private:
    using Paths = std::set<QByteArray>;
    using Rows = std::vector<PipeEntryPtr>;

    /// What a step has to look at again. Things can stand in it more than once.
    struct Touched {
        std::vector<BoundFile> files;
        std::vector<std::pair<quint64, BoundFile>> sockets; ///< by cookie: perhaps nobody's business any more
    };

    // Both ways.
    void chooseDirectories();
    void lookAtUnlisted(UnlistedSearch &search);

    // A look at everything.
    void list();
    void readSockets();
    void judgeFiles();
    void takeNamespaces(MountNamespaces &views);
    void takeSockets(UnlistedSearch &search);
    void insertUnlisted(Rows &rows) const;
    [[nodiscard]] SnapshotPtr assemble();

    // A look at what differs.
    void makeIndex();
    void markUnsettled(const QByteArray &path);
    [[nodiscard]] bool readChanges(Touched &touched);
    [[nodiscard]] Paths withOtherNames(const std::vector<QByteArray> &paths);
    [[nodiscard]] bool lookAtFiles(const Paths &paths, Touched &touched);
    void putFile(const QByteArray &path, DirectoryFile file, const Verdict &verdict, Touched &touched);
    void forgetFile(const QByteArray &path, Touched &touched);
    [[nodiscard]] Paths concerned(const Paths &paths, const Touched &touched) const;
    [[nodiscard]] bool judgeAgain(const Paths &paths, Touched &touched);
    [[nodiscard]] Rows lookAtSockets(Touched &touched);
    [[nodiscard]] Step replaceRows(const Paths &paths, const Rows &unlistedBefore);
    [[nodiscard]] PipeEntryPtr fileRowAt(const QByteArray &path) const;
    [[nodiscard]] Step stepTo(Rows gone, Rows made);

    const bool m_onlyGiven;
    const bool m_namespaces;
    const Detail m_detail;
    const NameFilter m_filter;
    const std::vector<QByteArray> m_given;
    std::vector<QByteArray> m_directories;
    DirectoryListing m_listing; ///< of the last look at everything
    std::vector<Verdict> m_verdicts; ///< of those
    SnapshotPtr m_last;

    MountWatch m_mountWatch;
    MountTable m_mounts;
    std::optional<Error> m_socketProblem;
    SocketJudge m_judge;
    ServerBook m_book;
    RowMaker m_maker;
    BoundDirectories m_bound;
    InodeNames m_names;
    std::set<QByteArray> m_found; ///< directories in which a listener was bound at some time, and that are there still
    std::map<quint64, BoundFile> m_candidates; ///< by cookie: listeners that no listed file leads to
    Rows m_unlistedRows; ///< of those, sorted
    std::vector<BoundFile> m_tookOverFiles; ///< of sockets that took a name from one of those

    bool m_isIndexed = false;
    FileBook m_files;
    Paths m_unsettled; ///< sockets' files without one, and not dead for good: looked at each time
};

} // namespace pipeglass::catalog
