// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace pipeglass::test {

/// A new directory under /tmp with a short path (sockets: 107 bytes), set as TMPDIR of this process. The destructor
/// removes it with any content, and restores TMPDIR.
class PrivateDirectory {
public:
    PrivateDirectory();
    ~PrivateDirectory();
    PrivateDirectory(const PrivateDirectory &) = delete;
    PrivateDirectory &operator=(const PrivateDirectory &) = delete;

    [[nodiscard]] const QByteArray &path() const { return m_path; }
    [[nodiscard]] QByteArray filePath(const QByteArray &leaf) const { return m_path + '/' + leaf; }

private:
    QByteArray m_path;
    QByteArray m_tmpdirBefore;
    bool m_tmpdirWasSet = false;
};

} // namespace pipeglass::test
