// SPDX-License-Identifier: MIT
#pragma once

#include "exchange/exchangedname.h"

#include <map>
#include <memory>
#include <mutex>

namespace pipeglass::programs {

/// The names of a program's pipes, each exchanged with one of ours from the first listen() on. Functions that may block
/// are for one thread, the others for any.
class TappedNames {
public:
    struct Entered {
        exchange::Entered sockets;
        bool isNew = false; ///< the first time for this name
    };

    /// Steps in front of the socket that has a name. nullopt: nothing to do (ExchangedName::enter()), or we have left.
    /// May block. Fails as ExchangedName::prepare() and enter() do.
    [[nodiscard]] Result<std::optional<Entered>> enter(const catalog::ResolvedFile &server);
    using NamePtr = std::shared_ptr<exchange::ExchangedName>;
    [[nodiscard]] NamePtr find(const QByteArray &path) const; ///< an absolute one; null: not entered, or we have left
    [[nodiscard]] bool leadsToUs(const QByteArray &path) const;
    void maintain(); ///< makes spares and deletes leftovers where that is due; may block
    /// Gives all names back, for good. Fails as ExchangedName::leave() does, with the first failure.
    Status leave();

private:
    mutable std::mutex m_mutex;
    std::map<QByteArray, NamePtr> m_names; ///< by path
    bool m_hasLeft = false;
};

} // namespace pipeglass::programs
