// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"
#include "framing/guess.h"

#include <QObject>

#include <vector>

namespace pipeglass::ui {

/// Which framings fit the first bytes of a conversation, best first. Works in the thread pool. Window's thread.
class FramingGuesses : public QObject {
    Q_OBJECT

public:
    /// `framings` must outlive this. `recording`: the bytes as they were recorded.
    FramingGuesses(
        const framing::FramingRegistry &framings, capture::MessageListPtr recording, QObject *parent = nullptr);

    /// Of both directions together; empty: no bytes yet.
    [[nodiscard]] const std::vector<framing::Guess> &both() const { return m_both; }
    /// Of one direction; empty: no bytes of it yet.
    [[nodiscard]] const std::vector<framing::Guess> &of(Side from) const { return m_each[from]; }
    /// The best of both directions if it is likely, else null.
    [[nodiscard]] const framing::Guess *likely() const;
    /// The guess for this framing, or null.
    [[nodiscard]] const framing::Guess *find(const QByteArray &id) const;
    void update(); ///< after the recording has grown

Q_SIGNALS:
    void changed();

private:
    struct Found {
        std::vector<framing::Guess> both;
        PerSide<std::vector<framing::Guess>> each;
    };

    const framing::FramingRegistry &m_framings;
    capture::MessageListPtr m_recording;
    std::vector<framing::Guess> m_both;
    PerSide<std::vector<framing::Guess>> m_each;
    quint64 m_guessedAt = 0; ///< number of items
    bool m_isGuessing = false;
};

} // namespace pipeglass::ui
