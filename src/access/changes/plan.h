// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/effect.h"

namespace pipeglass::access {

/// "Let them connect" or "keep them out".
struct Wish {
    bool allow = true;
    Principal who;

    friend bool operator==(const Wish &, const Wish &) = default;
};

/// What somebody wants. Carried out in this order: owner and group, list, mode, wishes.
struct ChangeRequest {
    std::optional<uid_t> owner;
    std::optional<gid_t> group;
    std::optional<Acl> acl; ///< the whole list, as the editor shows it
    std::optional<FileMode> mode; ///< as chmod: with a list, the middle digit sets its mask
    std::vector<Wish> wishes;

    friend bool operator==(const ChangeRequest &, const ChangeRequest &) = default;
};

/// One request for each pipe that shall change.
struct WantedChange {
    Target target;
    ChangeRequest request;
};

/// A change that has not happened yet.
struct Preview {
    Target target; ///< as it is
    Permissions after;
    Effect effect;
    QString command; ///< the same for sh (shellcommand.h); empty when nothing changes
    std::vector<QString> notes; ///< what the mask does, who still cannot connect and why

    [[nodiscard]] bool changesAnything() const { return target.facts.permissions != after; }
};

/// Works out what a request comes to. Fails with InvalidArgument (set-id or sticky bits, a wish that cannot be
/// granted, such as to keep root out), AclUnsupported, PermissionDenied (a target that we cannot reach).
[[nodiscard]] Result<Preview> plan(const Target &target, const ChangeRequest &request);
/// The same for many: what comes to the same for several, since their permissions and directories are the same, is
/// worked out once.
[[nodiscard]] std::vector<Result<Preview>> planAll(const std::vector<WantedChange> &changes);

} // namespace pipeglass::access
