// SPDX-License-Identifier: MIT
#include "programs/tappednames.h"

#include <utility>

namespace pipeglass::programs {

TappedNames::NamePtr TappedNames::find(const QByteArray &path) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_names.find(path);
    return found == m_names.end() ? nullptr : found->second;
}

Result<std::optional<TappedNames::Entered>> TappedNames::enter(const catalog::ResolvedFile &server)
{
    NamePtr name = find(server.path);
    const bool isNew = name == nullptr;
    if (isNew) {
        auto prepared = exchange::ExchangedName::prepare(server, exchange::Watching::Nobody);
        if (!prepared)
            return failure(prepared.error());
        name = *std::move(prepared);
        const std::lock_guard lock(m_mutex);
        if (m_hasLeft)
            return std::nullopt;
        m_names.emplace(server.path, name);
    }
    auto entered = name->enter();
    if (!entered && entered.error().code == ErrorCode::NoSpareSocket
        && name->makeSpares(exchange::ExchangedName::Amount::Some))
        entered = name->enter();
    if (!entered)
        return failure(entered.error());
    if (!*entered)
        return std::nullopt;
    return Entered{ **std::move(entered), isNew };
}

bool TappedNames::leadsToUs(const QByteArray &path) const
{
    const NamePtr name = find(path);
    return name != nullptr && name->leadsToUs();
}

void TappedNames::maintain()
{
    std::map<QByteArray, NamePtr> names;
    {
        const std::lock_guard lock(m_mutex);
        names = m_names;
    }
    for (const auto &[path, name] : names) {
        name->removeLeftovers();
        if (name->wantsSpares())
            (void)name->makeSpares(); // enter() tries again, and tells
    }
}

Status TappedNames::leave()
{
    const std::lock_guard lock(m_mutex);
    m_hasLeft = true;
    Status result;
    for (const auto &[path, name] : std::exchange(m_names, {})) {
        if (const Status left = name->leave(); !left && result)
            result = left;
    }
    return result;
}

} // namespace pipeglass::programs
