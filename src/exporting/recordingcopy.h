// SPDX-License-Identifier: MIT
#pragma once

#include "capture/recording.h"
#include "exporting/messagesink.h"

#include <map>

namespace pipeglass::exporting {

/// Writes items to a new recording. Connections are written before their first item.
class RecordingCopy : public MessageSink {
public:
    /// Fails as Recording::create() does: nothing is overwritten.
    [[nodiscard]] static Result<std::unique_ptr<RecordingCopy>> create(const QByteArray &path);

    /// The items are messages of this framing, not of that of their connection.
    void setFraming(const PerSide<QByteArray> &framing) { m_framing = framing; }

    [[nodiscard]] Status take(const Item &item) override;

private:
    explicit RecordingCopy(capture::RecordingPtr copy);
    [[nodiscard]] Result<ConnectionId> connectionOf(const capture::MessageList &list, ConnectionId id);

    capture::RecordingPtr m_copy;
    std::optional<PerSide<QByteArray>> m_framing;
    std::map<ConnectionId, ConnectionId> m_connections; ///< in the copy, by that of the source
};

} // namespace pipeglass::exporting
