// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "core/uniquefd.h"
#include "exchange/tapentry.h"

#include <memory>

namespace pipeglass::exchange {

/// The directory of the journals, stateDirectory()/taps: ours alone. Fails with NoSuchFile where there is none (and it
/// is not to be made), AccessDenied where others could write to it.
[[nodiscard]] Result<UniqueFd> openTapDirectory(bool make);
[[nodiscard]] QByteArray tapDirectoryPath();
/// The names of all journals in it, sorted.
[[nodiscard]] std::vector<QByteArray> tapJournals(int directory);

/// The journal of one tap: a file in the directory of the journals, locked by flock() as long as the object lives. One
/// thread at a time.
class TapJournal {
public:
    /// Makes one with the head of `entry`. Not synced: add() is.
    [[nodiscard]] static Result<std::unique_ptr<TapJournal>> create(TapEntry entry);

    /// What a look at somebody's journal finds.
    struct Found {
        std::unique_ptr<TapJournal> journal; ///< null: a running tap holds it
        std::optional<TapEntry> entry; ///< nullopt: not a journal; empty ones are deleted
    };
    /// Locks and reads a journal. Fails with NoSuchFile, also where it was deleted meanwhile, AccessDenied, Unsupported
    /// (too large), or as the system does.
    [[nodiscard]] static Result<Found> open(UniqueFd directory, const QByteArray &leaf);

    TapJournal(const TapJournal &) = delete;
    TapJournal &operator=(const TapJournal &) = delete;
    ~TapJournal() = default; ///< the file stays

    [[nodiscard]] const QByteArray &leaf() const { return m_leaf; } ///< in tapDirectoryPath()
    /// Whether another running tap has a journal for the same name.
    [[nodiscard]] bool hasRival() const;
    /// Before the spares are made; not synced.
    Status announce(const std::vector<QByteArray> &leaves);
    /// On disk when it returns. The file is written anew, without what is gone, when it has grown long.
    Status add(const std::vector<TapSpare> &spares);
    void forget(const QByteArray &leaf); ///< its file was deleted
    Status remove();

private:
    TapJournal(UniqueFd directory, QByteArray leaf, UniqueFd file, TapEntry entry);

    [[nodiscard]] QByteArray path() const;
    Status append(const QByteArray &text);
    Status rewrite();

    UniqueFd m_directory;
    QByteArray m_leaf;
    UniqueFd m_file;
    TapEntry m_entry;
    qsizetype m_size = 0;
    bool m_isNameSynced = false;
};

} // namespace pipeglass::exchange
