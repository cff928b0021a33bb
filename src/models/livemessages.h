// SPDX-License-Identifier: MIT
#pragma once

#include "capture/recording.h"
#include "conversation/reframedmessages.h"

#include <QObject>

namespace pipeglass::models {

/// The messages of a growing recording: as recorded, or cut with another framing, in parts in the thread pool. Window's
/// thread.
class LiveMessages : public QObject {
    Q_OBJECT

public:
    explicit LiveMessages(capture::RecordingPtr recording, QObject *parent = nullptr);

    [[nodiscard]] capture::MessageListPtr list() const;
    /// Cuts the whole conversation, including future messages. Emits `listChanged`.
    void cut(const PerSide<framing::FramingPtr> &framing);
    void update(); ///< after the recording has grown
    void end(); ///< the recording is complete

Q_SIGNALS:
    void listChanged(); ///< list() is another object
    void grew(); ///< list() may have more items

private:
    void cutMore();

    capture::RecordingPtr m_recording;
    std::shared_ptr<conversation::ReframedMessages> m_reframed; ///< null: as recorded
    bool m_isCutting = false; ///< a job works on m_reframed
    bool m_hasEnded = false;
    bool m_isFinished = false; ///< m_reframed->finish() was called
};

} // namespace pipeglass::models
