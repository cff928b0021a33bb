// SPDX-License-Identifier: MIT
#pragma once

#include "core/uniquefd.h"

#include <QByteArray>

namespace pipeglass::test {

/// A listening stream socket at `path`, non-blocking. The file stays when the object goes.
class BoundSocket {
public:
    explicit BoundSocket(const QByteArray &path);

    [[nodiscard]] int fd() const { return m_fd.get(); }
    /// Accepts and closes whoever waits.
    void drain() const;

private:
    UniqueFd m_fd;
};

/// 0, or the errno of connecting to `path`.
[[nodiscard]] int tryConnect(const QByteArray &path);

} // namespace pipeglass::test
