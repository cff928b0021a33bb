// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/plan.h"

#include <Qt>

namespace pipeglass::ui {

/// Edited permissions of one or more pipes before they are applied. An edit changes only that aspect of each pipe;
/// other differences between pipes remain. Pure.
class PermissionDraft {
public:
    enum class Preset { OnlyOwner, OwnerAndGroup, Everyone };

    /// A named user or group of the ACLs.
    struct Entry {
        access::Principal who;
        Qt::CheckState canConnect = Qt::Unchecked; ///< effective, with the mask; partially: only in some pipes
        bool cutByMask = false; ///< the mask removes its right, in at least one pipe
    };

    void reset(const std::vector<access::Target> &targets);
    void revert();

    [[nodiscard]] bool isEmpty() const { return m_now.empty(); }
    [[nodiscard]] size_t count() const { return m_now.size(); }
    [[nodiscard]] bool isTouched() const { return m_now != m_wanted; }
    [[nodiscard]] const std::vector<access::Permissions> &wanted() const { return m_wanted; }
    /// For the pipes that change.
    [[nodiscard]] std::vector<std::pair<size_t, access::ChangeRequest>> requests() const;

    [[nodiscard]] Qt::CheckState ownerCan() const;
    [[nodiscard]] Qt::CheckState groupCan() const;
    [[nodiscard]] Qt::CheckState othersCan() const;
    [[nodiscard]] std::vector<Entry> entries() const;
    [[nodiscard]] bool groupIsCut() const;
    [[nodiscard]] bool maskCuts() const; ///< anybody's rights
    [[nodiscard]] bool listIgnored() const; ///< the mask is empty, so Linux ignores the list
    // nullopt if the pipes differ.
    [[nodiscard]] std::optional<FileMode> mode() const;
    [[nodiscard]] std::optional<uid_t> owner() const;
    [[nodiscard]] std::optional<gid_t> group() const;

    void setOwnerCan(bool can);
    void setGroupCan(bool can);
    void setOthersCan(bool can);
    void setEntry(const access::Principal &who, bool can); ///< adds a missing entry
    void removeEntry(const access::Principal &who);
    void liftMask();
    void setMode(FileMode mode);
    void setOwner(uid_t owner);
    void setGroup(gid_t group);
    void choose(Preset preset);
    void take(const access::ChangeRequest &request);

private:
    template <typename Test>
    [[nodiscard]] Qt::CheckState state(Test test) const;

    std::vector<access::Permissions> m_now;
    std::vector<access::Permissions> m_wanted;
};

} // namespace pipeglass::ui
