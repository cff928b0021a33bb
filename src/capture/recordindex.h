// SPDX-License-Identifier: MIT
#pragma once

#include "core/growingindex.h"
#include "core/side.h"

namespace pipeglass::capture {

/// The data of a record that is kept in memory.
struct IndexEntry {
    enum Flag : quint8 {
        FromServer = 1,
        Event = 4,
        Split = 8, ///< in several packets
        Incomplete = 16, ///< the last packets are missing: the file was cut off
    };

    qint64 time = 0;
    qint64 offset = 0; ///< of its first block in the file
    quint32 payloadSize = 0;
    quint32 framingSize = 0; ///< head and tail together
    quint32 connection = 0;
    quint16 tagsSize = 0; ///< of its first packet: offset of the payload
    quint8 flags = 0;
    quint8 code = 0; ///< EventKind of an event, FrameProblem of a message

    [[nodiscard]] Side from() const { return (flags & FromServer) != 0 ? Side::Server : Side::Client; }
};
static_assert(sizeof(IndexEntry) == 32, "the promise of the design: at most 32 bytes a record");

using RecordIndex = GrowingIndex<IndexEntry>;

} // namespace pipeglass::capture
