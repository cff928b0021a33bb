// SPDX-License-Identifier: MIT
#pragma once

#include "app/catalogservice.h"

#include <QElapsedTimer>
#include <QTimer>

namespace pipeglass::ui {

/// Keeps what is known of one pipe fresh while somebody looks at it: asks when another pipe is chosen, when its row
/// changes (at most once a second for one pipe), and now and then where nothing says that it did, but never a second
/// question before the first is answered, and nothing while it is not shown. Where an answer takes long (a machine with
/// ten thousand sockets), it asks less often, so that all of them together take a small part of a core. Answers about
/// another row than the present one are dropped. Window's thread.
class DetailsWatch : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const PipeDetails &)>;
    /// Answers later, in this thread, unless `context` is gone by then.
    using Ask = std::function<void(QObject *context, const catalog::PipeEntryPtr &pipe, Done done)>;

    explicit DetailsWatch(QObject *parent = nullptr);

    void setAsk(Ask ask);
    /// Null: nothing to ask about.
    void setEntry(const catalog::PipeEntryPtr &entry);
    void setShown(bool shown);
    /// Asks as soon as it may.
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
    qint64 m_lastCost = 0; ///< of the last answer, as PipeDetails has it
    bool m_shown = false;
    bool m_underWay = false;
    bool m_again = false; ///< ask at once when the answer under way is here
};

/// Whether both are the same pipe, or one that was bound anew under its name: the same to whoever looks at the row.
[[nodiscard]] bool isSameRow(const catalog::PipeEntry &a, const catalog::PipeEntry &b);

} // namespace pipeglass::ui
