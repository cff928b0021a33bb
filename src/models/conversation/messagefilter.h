// SPDX-License-Identifier: MIT
#pragma once

#include "conversation/filteredmessages.h"
#include "conversation/filterrun.h"
#include "conversation/messagenumbers.h"

#include <QObject>

namespace pipeglass::models {

/// What a view shows of a growing list: the messages that match a filter, from an item on, up to now or to the moment
/// when the view was paused. Tests messages in parts in the thread pool. Window's thread.
class MessageFilter : public QObject {
    Q_OBJECT

public:
    explicit MessageFilter(capture::MessageListPtr source, QObject *parent = nullptr);
    ~MessageFilter() override;

    /// Another list; shows all of it that matches, and ends a pause.
    void setSource(capture::MessageListPtr source);
    void setFilter(const filter::Filter &filter);
    [[nodiscard]] const filter::Filter &filter() const { return m_filter; }
    void testAgain(); ///< after something changed that the filter asks for

    /// While paused, new messages wait.
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    [[nodiscard]] quint64 waiting() const; ///< items that came during the pause
    /// Hides everything up to now, also what waits.
    void hideEarlier();
    void showEarlier();
    [[nodiscard]] quint64 hidden() const { return m_first; } ///< number of hidden items

    void stop(); ///< tests no more messages until resume() or another filter
    void resume();
    [[nodiscard]] bool isStopped() const { return m_isStopped; }
    [[nodiscard]] bool isRunning() const; ///< more messages are tested
    [[nodiscard]] int percentTested() const;

    [[nodiscard]] const conversation::SelectedMessagesPtr &list() const { return m_list; }
    [[nodiscard]] const conversation::MessageNumbersPtr &numbers() const { return m_numbers; }

public Q_SLOTS:
    void update(); ///< after the list has grown

Q_SIGNALS:
    void listChanged(); ///< list() is another object
    void grew(); ///< list() may have more items
    void progressed(); ///< isRunning() or percentTested() changed
    void failed(const pipeglass::Error &error); ///< a message cannot be read; it is not shown

private:
    struct Run;

    void restart();
    void testMore();
    [[nodiscard]] quint64 end() const;

    capture::MessageListPtr m_source;
    conversation::MessageNumbersPtr m_numbers;
    filter::Filter m_filter;
    quint64 m_first = 0;
    quint64 m_pausedAt = 0;
    bool m_isPaused = false;
    bool m_isStopped = false;
    bool m_isTesting = false; ///< a job works on m_run
    quint64 m_tested = 0; ///< position of m_run after the last job
    conversation::SelectedMessagesPtr m_list;
    std::shared_ptr<conversation::MessageRange> m_range; ///< m_list without a filter
    std::shared_ptr<Run> m_run; ///< null without a filter
};

} // namespace pipeglass::models
