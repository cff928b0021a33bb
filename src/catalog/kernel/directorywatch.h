// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/namefilter.h"
#include "core/uniquefd.h"

#include <QObject>

#include <functional>
#include <vector>

class QSocketNotifier;

namespace pipeglass::catalog {

/// Is told by the kernel when names in some directories come, go or change. Not told, for nobody could be: a path that
/// leads to another directory now, through a link or a mount. So renew() is to be called at times. Lives in one thread.
class DirectoryWatch : public QObject {
    Q_OBJECT

public:
    /// Only names that the filter may let through matter.
    DirectoryWatch(std::vector<QByteArray> directories, const NameFilter &filter, QObject *parent = nullptr);
    ~DirectoryWatch() override;

    /// Sees to it that each path's directory is watched, as far as may be. Returns whether any was not before: then
    /// what happened there meanwhile is not known. Cheap: one system call a directory.
    bool renew();

    /// Whether every directory is watched.
    [[nodiscard]] bool isComplete() const;
    /// Those that exist, but cannot be watched.
    [[nodiscard]] std::vector<Error> problems() const;

    /// What changed since the last call.
    struct Changes {
        bool everything = false; ///< too much was, or it is not known what
        std::vector<QByteArray> paths; ///< each once
    };
    [[nodiscard]] Changes takeChanges();

Q_SIGNALS:
    /// A name in one of the directories came, went or changed.
    void changed();

private:
    struct Watched {
        QByteArray path;
        int descriptor = -1; ///< of the watch
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

/// Calls `visit` for each event in what was read of an inotify descriptor: watch, mask, name. Pure, any bytes.
void forEachInotifyEvent(
    QByteArrayView bytes, const std::function<void(int descriptor, quint32 what, QByteArrayView name)> &visit);

} // namespace pipeglass::catalog
