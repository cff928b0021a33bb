// SPDX-License-Identifier: MIT
#pragma once

#include "capture/recording.h"
#include "conversation/reframedmessages.h"

#include <QObject>

namespace pipeglass::models {

/// The messages of a recording that grows: as they were recorded, or cut in another way. Cutting is done in the thread
/// pool, a part at a time. Window's thread.
class LiveMessages : public QObject {
    Q_OBJECT

public:
    explicit LiveMessages(capture::RecordingPtr recording, QObject *parent = nullptr);

    [[nodiscard]] capture::MessageListPtr list() const;
    /// Cuts the whole conversation in this way, what is to come too. `listChanged` follows at once.
    void cut(const PerSide<framing::FramingPtr> &framing);
    void update(); ///< the recording has grown
    void end(); ///< it grows no more

Q_SIGNALS:
    void listChanged(); ///< list() is another one
    void grew(); ///< list() has more items, or perhaps

private:
    void cutMore();

    capture::RecordingPtr m_recording;
    std::shared_ptr<conversation::ReframedMessages> m_reframed; ///< null: as recorded
    bool m_isCutting = false; ///< a job of the pool works on m_reframed
    bool m_hasEnded = false;
    bool m_isFinished = false; ///< m_reframed has been told of the end
};

} // namespace pipeglass::models
