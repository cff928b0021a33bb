// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "core/uniquefd.h"

#include <QObject>

class QSocketNotifier;

namespace pipeglass::engine {

/// Tells when one name of a directory is made or deleted (inotify). Renames are not told.
class NameWatch : public QObject {
    Q_OBJECT

public:
    /// The descriptor for one in a directory; what happens from here on is kept for it. Any thread. Fails with
    /// NotWatched.
    [[nodiscard]] static Result<UniqueFd> openFor(const QByteArray &directory);

    NameWatch(UniqueFd inotify, QByteArray leaf);
    ~NameWatch() override;

    void start(); ///< what happened before is not told

Q_SIGNALS:
    void created();
    void deleted();
    void overflowed(); ///< events were lost: either may have happened

private:
    void read();

    UniqueFd m_inotify;
    QByteArray m_leaf;
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace pipeglass::engine
