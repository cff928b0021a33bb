// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/kernel/mounttable.h"
#include "core/files/fileid.h"

#include <QString>

#include <map>
#include <optional>

#include <sys/types.h>

namespace pipeglass::catalog {

/// The file trees of other processes: another mount namespace (container, systemd's PrivateTmp, Flatpak) or another
/// root directory. Only those of processes that may be inspected (one's own; all for root). Cached; use a new object
/// for each scan.
class MountNamespaces {
public:
    struct View {
        pid_t pid = 0; ///< the lowest pid in it
        QString label;

        /// Translates a path of this view into one that can be opened from here.
        [[nodiscard]] QByteArray fromHere(const QByteArray &path) const;
    };

    /// The view of this process; null if it is our own or not visible (`known` tells which).
    [[nodiscard]] const View *of(pid_t pid, bool *known = nullptr);
    /// The views of all processes.
    [[nodiscard]] std::vector<View> all();

private:
    struct Key {
        quint64 mountNamespace = 0;
        FileId root;
        friend constexpr auto operator<=>(const Key &, const Key &) = default;
    };
    [[nodiscard]] static std::optional<Key> keyOf(pid_t pid);
    [[nodiscard]] static QString label(pid_t pid);

    std::optional<std::optional<Key>> m_own; ///< unset: not read yet
    std::map<Key, View> m_views;
    std::map<pid_t, std::optional<Key>> m_keys;
};

} // namespace pipeglass::catalog
