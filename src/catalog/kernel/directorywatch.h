// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/namefilter.h"
#include "core/uniquefd.h"

#include <QObject>

#include <functional>
#include <vector>

class QSocketNotifier;

namespace pipeglass::catalog {

/// Watches directories with inotify. A path that now leads to another directory (through a link or mount) is not
/// noticed, so call renew() from time to time. Lives in one thread.
class DirectoryWatch : public QObject {
    Q_OBJECT

public:
    /// Events for names that the filter rejects are ignored.
    DirectoryWatch(std::vector<QByteArray> directories, const NameFilter &filter, QObject *parent = nullptr);
    ~DirectoryWatch() override;

    /// Adds missing watches. Returns whether there were any: changes before that are unknown. One system call per
    /// directory.
    bool renew();

    /// Whether every directory is watched.
    [[nodiscard]] bool isComplete() const;
    /// Directories that exist but cannot be watched.
    [[nodiscard]] std::vector<Error> problems() const;

    /// What changed since the last call.
    struct Changes {
        bool everything = false; ///< too many changes, or unknown ones
        std::vector<QByteArray> paths; ///< without duplicates
    };
    [[nodiscard]] Changes takeChanges();

Q_SIGNALS:
    /// A name in one of the directories was added, removed or changed.
    void changed();

private:
    struct Watched {
        QByteArray path;
        int descriptor = -1; ///< inotify watch
        int error = 0;
    };
    void read();
    bool concerns(int descriptor, quint32 what, QByteArrayView name);

    void note(int descriptor, QByteArrayView name);

    std::vector<Watched> m_directories;
    Changes m_changes;
    NameFilter m_filter;
    UniqueFd m_inotify;
    int m_inotifyError = 0;
    QSocketNotifier *m_notifier = nullptr;
};

/// Calls `visit` for each event read from an inotify descriptor. Pure, any bytes.
void forEachInotifyEvent(
    QByteArrayView bytes, const std::function<void(int descriptor, quint32 what, QByteArrayView name)> &visit);

} // namespace pipeglass::catalog
