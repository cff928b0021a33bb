// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/fileid.h"
#include "core/result.h"
#include "core/uniquefd.h"

#include <sys/types.h>

namespace pipeglass {

/// What is known about an open file.
struct FileFacts {
    FileIdentity file;
    mode_t mode = 0; ///< with the type
    uid_t uid = 0;
    gid_t gid = 0;
    quint32 links = 0;
};

/// Works with an O_PATH descriptor.
[[nodiscard]] Result<FileFacts> factsOf(int descriptor);
/// Opens `leaf` in a directory with O_PATH | O_NOFOLLOW.
[[nodiscard]] Result<UniqueFd> openLeaf(int directory, const QByteArray &leaf);
/// ".pipeglass-" and so many random bytes in hex.
[[nodiscard]] QByteArray unguessableLeaf(qsizetype randomBytes);
/// Whether this process may take a name out of a directory. In a sticky one only the file's owner may.
[[nodiscard]] bool mayTakeLeaf(int directory, const QByteArray &leaf);

/// Deletes a file only after its identity was checked. unlink() goes by name, and the name may lead to another file at
/// any moment: so the file is first renamed to a random name, examined there, and then deleted or renamed back. Nothing
/// is ever overwritten.
class FileAside {
public:
    /// Renames `leaf` to a random name in its directory; `directory` stays owned by the caller. Fails as renameat()
    /// does (NoSuchFile; AccessDenied in a sticky directory).
    [[nodiscard]] static Result<FileAside> take(int directory, const QByteArray &leaf);

    [[nodiscard]] const FileFacts &facts() const { return m_facts; }
    [[nodiscard]] int descriptor() const { return m_file.get(); } ///< O_PATH
    [[nodiscard]] const QByteArray &leaf() const { return m_aside; } ///< its current random name
    [[nodiscard]] Status putBack(); ///< FileExists if the name is taken; the file keeps its random name then
    [[nodiscard]] Status remove();

private:
    FileAside(int directory, QByteArray leaf, QByteArray aside);

    int m_directory;
    QByteArray m_leaf;
    QByteArray m_aside;
    UniqueFd m_file;
    FileFacts m_facts;
};

} // namespace pipeglass
