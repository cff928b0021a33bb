// SPDX-License-Identifier: MIT
#pragma once

#include "conversation/itemtest.h"
#include "conversation/selectedmessages.h"

#include <QObject>

namespace pipeglass::models {

/// Looks for the next or previous item of a list that matches a filter, in parts in the thread pool. Goes on at the
/// other end. Window's thread.
class MessageSearch : public QObject {
    Q_OBJECT

public:
    explicit MessageSearch(QObject *parent = nullptr);
    ~MessageSearch() override;

    enum class Direction { Forward, Backward };

    /// Looks from the item after (or before) `from`, which is looked at last. Ends a running search.
    void start(
        const filter::Filter &filter, const conversation::SelectedMessagesPtr &list,
        const conversation::MessageNumbersPtr &numbers, quint64 from, Direction direction);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_run != nullptr; }

Q_SIGNALS:
    void found(quint64 number, bool wrapped); ///< in the list
    void notFound();
    void progressed(int percent);
    void failed(const pipeglass::Error &error);

private:
    struct Run;

    void continueRun();

    std::shared_ptr<Run> m_run; ///< null: no search
};

} // namespace pipeglass::models
