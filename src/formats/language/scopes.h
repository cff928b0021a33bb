// SPDX-License-Identifier: MIT
#pragma once

#include "formats/language/syntax.h"

#include <deque>
#include <map>

namespace pipeglass::formats {

struct Scope;

/// A field whose name is known.
struct Symbol {
    qint32 slot = -1; ///< of a number
    qint32 range = -1; ///< place of bytes
    qint32 enumeration = -1;
    qint32 bits = -1;
    bool isMeasurable = false; ///< a number that can be computed from what it measures
    Scope *members = nullptr;
    std::vector<std::pair<int, int>> path; ///< (statement, branch) of each switch around it
};

/// The fields of a structure.
struct Scope {
    std::map<QByteArray, Symbol> symbols;
    Scope *outer = nullptr;
};

/// The names that are visible at a point of a format.
class Scopes {
public:
    Scopes() { m_current = &m_all.emplace_back(); }

    /// A field of the current structure. A field of another branch of the same switch may have its name: it has its
    /// slot then. Null: the name is taken.
    Symbol *add(const QByteArray &name);
    /// By "a" or "a.b", in this structure and those around it; null: unknown.
    [[nodiscard]] const Symbol *find(const QByteArray &dottedName) const;

    /// The structure of a field begins; a field of another branch has the same one.
    void open(Symbol &owner);
    void reopen(Scope *members) { m_current = members; }
    void close() { m_current = m_current->outer; }
    void enterBranch(int statement, int branch) { m_path.emplace_back(statement, branch); }
    void leaveBranch() { m_path.pop_back(); }
    [[nodiscard]] bool isInBranch() const { return !m_path.empty(); }

private:
    std::deque<Scope> m_all;
    Scope *m_current = nullptr;
    std::vector<std::pair<int, int>> m_path;
};

} // namespace pipeglass::formats
