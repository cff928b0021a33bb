// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/plan.h"

#include <Qt>

namespace pipeglass::ui {

/// What a person wants of the permissions of one pipe or several, before it is applied. Each edit changes every pipe in
/// that one respect only, so what differs and was not touched stays different. Pure.
class PermissionDraft {
public:
    enum class Preset { OnlyOwner, OwnerAndGroup, Everyone };

    /// A user or group of the ACLs.
    struct Entry {
        access::Principal who;
        Qt::CheckState canConnect = Qt::Unchecked; ///< in effect, the mask applied; partially: not in every pipe
        bool cutByMask = false; ///< it would be let in but for the mask, in one pipe at least
    };

    void reset(const std::vector<access::Target> &targets);
    void revert();

    [[nodiscard]] bool isEmpty() const { return m_now.empty(); }
    [[nodiscard]] size_t count() const { return m_now.size(); }
    [[nodiscard]] bool isTouched() const { return m_now != m_wanted; }
    [[nodiscard]] const std::vector<access::Permissions> &wanted() const { return m_wanted; }
    /// Of the pipes that change.
    [[nodiscard]] std::vector<std::pair<size_t, access::ChangeRequest>> requests() const;

    [[nodiscard]] Qt::CheckState ownerCan() const;
    [[nodiscard]] Qt::CheckState groupCan() const;
    [[nodiscard]] Qt::CheckState othersCan() const;
    [[nodiscard]] std::vector<Entry> entries() const;
    [[nodiscard]] bool groupIsCut() const;
    [[nodiscard]] bool maskCuts() const; ///< somebody
    [[nodiscard]] bool listIgnored() const; ///< a mask of zero, for which Linux forgets the list
    // Nothing where the pipes differ.
    [[nodiscard]] std::optional<FileMode> mode() const;
    [[nodiscard]] std::optional<uid_t> owner() const;
    [[nodiscard]] std::optional<gid_t> group() const;

    void setOwnerCan(bool can);
    void setGroupCan(bool can);
    void setOthersCan(bool can);
    void setEntry(const access::Principal &who, bool can); ///< adds it where it is missing
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
