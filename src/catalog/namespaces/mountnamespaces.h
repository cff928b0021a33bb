// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/kernel/mounttable.h"
#include "core/files/fileid.h"

#include <QString>

#include <map>
#include <optional>

#include <sys/types.h>

namespace pipeglass::catalog {

/// The file trees that other processes see: another mount namespace (a container, systemd's PrivateTmp, Flatpak) or
/// another root. Seen are those of one's own processes, and with rights all. One look; remembers what it asked.
class MountNamespaces {
public:
    struct View {
        pid_t pid = 0; ///< the lowest of those that live there
        QString label;

        /// A path of that view as one that can be opened from here.
        [[nodiscard]] QByteArray fromHere(const QByteArray &path) const;
    };

    /// The view of this process; nothing if it is our own, or may not be seen (`known` says which).
    [[nodiscard]] const View *of(pid_t pid, bool *known = nullptr);
    /// All of all processes.
    [[nodiscard]] std::vector<View> all();

private:
    struct Key {
        quint64 mountNamespace = 0;
        FileId root;
        friend constexpr auto operator<=>(const Key &, const Key &) = default;
    };
    [[nodiscard]] static std::optional<Key> keyOf(pid_t pid);
    [[nodiscard]] static QString label(pid_t pid);

    std::optional<std::optional<Key>> m_own; ///< nothing: not asked yet
    std::map<Key, View> m_views;
    std::map<pid_t, std::optional<Key>> m_keys;
};

} // namespace pipeglass::catalog
