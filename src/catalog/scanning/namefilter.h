// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/kernel/fileinfo.h"

namespace pipeglass::catalog {

/// Which files are looked at.
enum class Scope {
    Pipes, ///< those that .NET's named pipes are: CoreFxPipe_*
    DotNet, ///< and all others that are known in the .NET world, by the table of endpoints
    All, ///< and every other Unix socket and FIFO
};

/// Tells by its name (and later by its kind) whether a file is in the scope. A value.
class NameFilter {
public:
    explicit NameFilter(Scope scope = Scope::Pipes)
        : m_scope(scope)
    {
    }

    /// False for a name that cannot be in it, whatever has it.
    [[nodiscard]] bool mayMatch(QByteArrayView fileName, const QByteArray &directory) const;
    [[nodiscard]] bool matches(QByteArrayView fileName, const QByteArray &directory, FileKind kind) const;

private:
    Scope m_scope;
};

} // namespace pipeglass::catalog
