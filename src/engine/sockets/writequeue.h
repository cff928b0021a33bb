// SPDX-License-Identifier: MIT
#pragma once

#include "core/slice.h"
#include "core/uniquefd.h"

#include <deque>
#include <span>
#include <vector>

#include <sys/types.h>
#include <sys/uio.h>

namespace pipeglass::engine {

/// Numbers of a process that sent something, as the kernel tells them (SCM_CREDENTIALS). pid 0: unknown.
struct Sender {
    pid_t pid = 0;
    uid_t uid = 0;
    gid_t gid = 0;

    friend bool operator==(const Sender &, const Sender &) = default;
};

/// Bytes that are to be written, with what the caller knows them by, the descriptors that go along with the first of
/// them, and in whose name they are sent (pid 0: ours).
struct Outgoing {
    Slice bytes;
    quint64 token = 0;
    std::vector<UniqueFd> passed = {};
    Sender sender = {};
};

/// What waits for the kernel, in order, with the place up to which the first piece went. Counts bytes; how many are too
/// many is for the owner to say.
class WriteQueue {
public:
    [[nodiscard]] bool isEmpty() const { return m_pieces.empty(); }
    [[nodiscard]] qint64 bytes() const { return m_bytes; } ///< not yet taken
    void push(Outgoing piece);

    /// Fills `out` with what comes next; returns how many of it were filled. Good until the next change. Descriptors
    /// go with the first byte of one call, so a piece that has some is never gathered behind another one; nor is a
    /// piece of another sender.
    [[nodiscard]] size_t gather(std::span<iovec> out) const;
    /// The descriptors that go with what gather() gives; empty for most. They are closed when take() says that a byte
    /// has gone.
    [[nodiscard]] const std::vector<UniqueFd> &passed() const;
    [[nodiscard]] Sender sender() const; ///< of what gather() gives
    void forgetSender(); ///< what gather() gives is sent in our name
    [[nodiscard]] bool hasPassed() const { return m_withPassed > 0; } ///< any piece that waits has descriptors
    /// The kernel took that many bytes; bytes() or less.
    void take(qint64 count);
    /// Whether the first piece has gone as a whole (an empty one has at once).
    [[nodiscard]] bool firstIsDone() const;
    quint64 popFirst(); ///< its token
    /// Of a first piece that is not done: its token, and how much of it the kernel took.
    struct Part {
        quint64 token = 0;
        qsizetype size = 0;
    };
    [[nodiscard]] Part takenPart() const;
    void clear();

private:
    std::deque<Outgoing> m_pieces;
    size_t m_done = 0; ///< pieces at the front that have gone and were not popped
    qsizetype m_offset = 0; ///< bytes gone of piece m_done
    qint64 m_bytes = 0;
    int m_withPassed = 0; ///< pieces with descriptors
};

} // namespace pipeglass::engine
