// SPDX-License-Identifier: MIT
#pragma once

#include "core/side.h"

#include <QByteArrayView>

#include <optional>

namespace pipeglass::capture {

/// What the index keeps of a packet block that holds one whole, valid message.
struct UsualPacket {
    quint32 blockSize = 0;
    quint32 interface = 0;
    quint64 time = 0;
    quint32 payloadSize = 0;
    quint16 framingSize = 0; ///< head and tail together
    quint16 tagsSize = 0;
    Side from = Side::Client;
};

/// Recognizes the packet block at the start of `bytes` if it is one as RecordWriter writes them for such a message:
/// nearly all blocks of a recording are. It agrees with packetHeader() and decodeTags(), and is much faster. Nothing
/// for every other block, and for one that does not end within `bytes`.
[[nodiscard]] std::optional<UsualPacket> usualPacket(QByteArrayView bytes);

} // namespace pipeglass::capture
