// SPDX-License-Identifier: MIT
#include "formats/language/scopes.h"

#include <QByteArrayList>

#include <algorithm>

namespace pipeglass::formats {

Symbol *Scopes::add(const QByteArray &name)
{
    const auto [at, isNew] = m_current->symbols.try_emplace(name);
    Symbol &symbol = at->second;
    const bool isAlternative = std::ranges::any_of(symbol.path, [this](const auto &one) {
        return std::ranges::any_of(
            m_path, [&one](const auto &here) { return here.first == one.first && here.second != one.second; });
    });
    if (!isNew && !isAlternative)
        return nullptr;
    symbol.path = m_path;
    return &symbol;
}

const Symbol *Scopes::find(const QByteArray &dottedName) const
{
    const QByteArrayList parts = dottedName.split('.');
    const Symbol *found = nullptr;
    for (const Scope *scope = m_current; scope != nullptr && found == nullptr; scope = scope->outer) {
        const auto at = scope->symbols.find(parts.front());
        found = at == scope->symbols.end() ? nullptr : &at->second;
    }
    for (qsizetype part = 1; part < parts.size() && found != nullptr; ++part) {
        if (found->members == nullptr)
            return nullptr;
        const auto at = found->members->symbols.find(parts[part]);
        found = at == found->members->symbols.end() ? nullptr : &at->second;
    }
    return found;
}

void Scopes::open(Symbol &owner)
{
    if (owner.members == nullptr) {
        owner.members = &m_all.emplace_back();
        owner.members->outer = m_current;
    }
    m_current = owner.members;
}

} // namespace pipeglass::formats
