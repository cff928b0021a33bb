// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/effect.h"

namespace pipeglass::access {

/// "Let them connect" or "do not let them connect".
struct Wish {
    bool allow = true;
    Principal who;

    friend bool operator==(const Wish &, const Wish &) = default;
};

/// A requested change. Applied in this order: owner and group, ACL, mode, wishes.
struct ChangeRequest {
    std::optional<uid_t> owner;
    std::optional<gid_t> group;
    std::optional<Acl> acl; ///< the whole ACL, as in the editor
    std::optional<FileMode> mode; ///< as chmod: with an ACL, the middle digit sets its mask
    std::vector<Wish> wishes;

    friend bool operator==(const ChangeRequest &, const ChangeRequest &) = default;
};

/// One request per pipe.
struct WantedChange {
    Target target;
    ChangeRequest request;
};

/// A change that has not been made.
struct Preview {
    Target target; ///< current state
    Permissions after;
    Effect effect;
    QString command; ///< the same change for sh (shellcommand.h); empty if nothing changes
    std::vector<QString> notes; ///< what the mask does, who still cannot connect and why

    [[nodiscard]] bool changesAnything() const { return target.facts.permissions != after; }
};

/// Computes the result of a request. Fails with InvalidArgument (set-id or sticky bits, or an impossible wish, such as
/// excluding root), AclUnsupported, PermissionDenied (an unreachable target).
[[nodiscard]] Result<Preview> plan(const Target &target, const ChangeRequest &request);
/// plan() for several pipes; pipes with equal permissions and directories are computed once.
[[nodiscard]] std::vector<Result<Preview>> planAll(const std::vector<WantedChange> &changes);

} // namespace pipeglass::access
