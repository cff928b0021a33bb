// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/snapshot.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <vector>

class QAbstractItemView;

namespace pipeglass::ui {

/// What happened lately in the list of pipes: new and removed rows, which glow for a second, and the unread bytes of
/// the last minute. Repaints the view while something glows or moves; otherwise no timer runs. Window's thread.
class RowActivity : public QObject {
    Q_OBJECT

public:
    static constexpr qint64 glowMs = 1000;
    static constexpr qint64 lineMs = 60'000; ///< how long unread bytes are remembered

    struct Sample {
        qint64 ms = 0; ///< when it changed; see now()
        quint64 unread = 0;
    };

    /// Repaints `view`, which must outlive it.
    explicit RowActivity(QAbstractItemView *view);

    /// Whether rows glow: not if the desktop, or the user, wants no animations.
    [[nodiscard]] bool isAnimated() const;
    void setAnimated(bool wanted) { m_animationsWanted = wanted; }
    /// `isNews`: pipes appeared and were removed, rather than that other ones are listed.
    void note(const catalog::SnapshotDiff &difference, bool isNews);

    /// From 1 (now) to 0.
    [[nodiscard]] double glow(const QByteArray &path) const;
    /// Empty: nothing was unread within the last minute.
    [[nodiscard]] std::vector<Sample> unread(const QByteArray &path) const;
    [[nodiscard]] qint64 now() const { return m_clock.elapsed(); }

Q_SIGNALS:
    void faded(const std::vector<QByteArray> &removed); ///< the removed rows that no longer glow

private:
    struct Glow {
        qint64 since = 0;
        bool isRemoved = false;
    };

    void noteUnread(const catalog::PipeEntry &entry);
    void tick();
    void setTimer();

    QAbstractItemView *m_view;
    QElapsedTimer m_clock;
    QTimer m_timer;
    QHash<QByteArray, Glow> m_glows;
    QHash<QByteArray, std::vector<Sample>> m_unread; ///< only of pipes with unread bytes in the last minute
    bool m_animationsWanted = true;
};

} // namespace pipeglass::ui
