// SPDX-License-Identifier: MIT
#pragma once

#include "core/uniquefd.h"

#include <QtGlobal>

#include <optional>

#include <linux/seccomp.h>

namespace pipeglass::programs {

/// The reports of installCallFilter(), each of which is answered once. What is received is in shared memory, so that
/// another process can answer it if this one is killed before it does. One thread at a time.
class Notifications {
public:
    /// `reports` and `shared` as from another Notifications; without `shared` it is made.
    explicit Notifications(UniqueFd reports, UniqueFd shared = {});
    ~Notifications();
    Notifications(const Notifications &) = delete;
    Notifications &operator=(const Notifications &) = delete;

    [[nodiscard]] bool isValid() const { return m_memory != nullptr && m_reports.isValid(); }
    [[nodiscard]] int reports() const { return m_reports.get(); } ///< readable: receive(); hung up: no process is left
    [[nodiscard]] int shared() const { return m_shared.get(); }

    /// nullopt: nothing to read after all, or the caller has ended.
    [[nodiscard]] std::optional<seccomp_notif> receive();
    /// Whether the call still waits: what was read of the caller in between is the caller's.
    [[nodiscard]] bool isWaiting(quint64 id) const;
    /// Before the next receive(), for a call that is answered later. False: too many wait.
    [[nodiscard]] bool postpone(quint64 id);
    void letContinue(quint64 id); ///< the kernel carries the call out
    void answer(quint64 id, int error); ///< the call returns 0, or fails with a positive errno

    /// Lets all calls continue until no process is left: first those that were received.
    void letAllContinue();

private:
    void send(const seccomp_notif_resp &response) const;

    UniqueFd m_reports;
    UniqueFd m_shared;
    struct Shared;
    Shared *m_memory = nullptr;
};

} // namespace pipeglass::programs
