// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/kernel/fileinfo.h"

namespace pipeglass::catalog {

/// Which files are scanned.
enum class Scope {
    Pipes, ///< CoreFxPipe_*
    DotNet, ///< and all other endpoints that are known in endpoints.conf
    All, ///< and every other Unix socket and FIFO
};

/// Decides by name and kind whether a file is in the scope. A value.
class NameFilter {
public:
    explicit NameFilter(Scope scope = Scope::Pipes)
        : m_scope(scope)
    {
    }

    /// False if no file with this name can be in the scope.
    [[nodiscard]] bool mayMatch(QByteArrayView fileName, const QByteArray &directory) const;
    [[nodiscard]] bool matches(QByteArrayView fileName, const QByteArray &directory, FileKind kind) const;

private:
    Scope m_scope;
};

} // namespace pipeglass::catalog
