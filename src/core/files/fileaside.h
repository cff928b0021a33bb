// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/fileid.h"
#include "core/result.h"
#include "core/uniquefd.h"

#include <sys/types.h>

namespace pipeglass {

/// What is known of a file that is held by a descriptor.
struct FileFacts {
    FileIdentity file;
    mode_t mode = 0; ///< with the type
    uid_t uid = 0;
    gid_t gid = 0;
    quint32 links = 0;
};

/// Facts of the file behind a descriptor (O_PATH is enough).
[[nodiscard]] Result<FileFacts> factsOf(int descriptor);
/// Opens what stands under `leaf` in a directory, O_PATH and never through a link.
[[nodiscard]] Result<UniqueFd> openLeaf(int directory, const QByteArray &leaf);
/// ".pipeglass-" and so many random bytes in hex.
[[nodiscard]] QByteArray unguessableLeaf(qsizetype randomBytes);
/// Whether this process may take a name out of a directory. In a sticky one only the file's owner may.
[[nodiscard]] bool mayTakeLeaf(int directory, const QByteArray &leaf);

/// Deletes a file only if it is the one that is meant. Unlink goes by name, and a name can lead to another file from
/// one moment to the next; so the name is moved to one that nobody can guess, looked at there, and only then deleted,
/// or put back where it was unless somebody took the place meanwhile: what is there is never overwritten.
class FileAside {
public:
    /// Moves `leaf` aside within its directory; the descriptor stays the caller's. Fails as the system does
    /// (NoSuchFile; AccessDenied in a sticky directory).
    [[nodiscard]] static Result<FileAside> take(int directory, const QByteArray &leaf);

    [[nodiscard]] const FileFacts &facts() const { return m_facts; }
    [[nodiscard]] int descriptor() const { return m_file.get(); } ///< O_PATH
    [[nodiscard]] const QByteArray &leaf() const { return m_aside; } ///< where it is now
    [[nodiscard]] Status putBack(); ///< fails with FileExists if the name is taken; the file stays aside then
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
