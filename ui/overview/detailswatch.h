// SPDX-License-Identifier: MIT
#pragma once

#include "app/catalogservice.h"

#include <QElapsedTimer>
#include <QTimer>

namespace pipeglass::ui {

/// Refreshes the details of the shown pipe: when another pipe is chosen, when its row changes (at maxCount once a
/// second), and at intervals. One request at a time, none while hidden. Slow answers (ten thousand sockets) lengthen
/// the interval, so that the total takes a small part of a core. Answers about another row are dropped. Window's
/// thread.
class DetailsWatch : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const PipeDetails &)>;
    /// Answers later in this thread, unless `context` has been deleted.
    using Ask = std::function<void(QObject *context, const catalog::PipeEntryPtr &pipe, Done done)>;

    explicit DetailsWatch(QObject *parent = nullptr);

    void setAsk(Ask ask);
    /// Null: nothing to refresh.
    void setEntry(const catalog::PipeEntryPtr &entry);
    void setShown(bool shown);
    /// Refreshes as soon as permitted.
    void refresh();

Q_SIGNALS:
    void arrived(const pipeglass::ui::PipeDetails &details);

private:
    void askNow();
    void answered(const catalog::PipeEntryPtr &about, const PipeDetails &details);
    [[nodiscard]] int restMs(int wanted) const;

    Ask m_ask;
    catalog::PipeEntryPtr m_entry;
    QByteArray m_path; ///< of the last entry
    QTimer m_next; ///< single shot
    QElapsedTimer m_sinceQuestion;
    qint64 m_lastCost = 0; ///< PipeDetails::cost of the last answer
    bool m_shown = false;
    bool m_underWay = false;
    bool m_again = false; ///< ask again when the current answer arrives
};

/// Whether both are the same pipe, possibly bound again under its name.
[[nodiscard]] bool isSameRow(const catalog::PipeEntry &a, const catalog::PipeEntry &b);

} // namespace pipeglass::ui
