// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/fileaside.h"
#include "core/files/filemode.h"

#include <memory>

namespace pipeglass::engine {

/// The name in the file system under which a socket of ours can be dialled, from bind() to its removal. Harms nobody:
/// it binds only a name that is free, with no temporary name and no rename, and removes only the file that it bound.
class BoundName {
public:
    struct Request {
        QByteArray path; ///< absolute, 107 bytes at most
        FileMode mode{ 0600 };
        bool replaceStale = false; ///< a dead socket of this user is deleted first
    };

    /// Binds a stream socket that is not bound yet; the file has its mode from the first moment. Fails with
    /// InvalidName, PathTooLong, InUse, LeftUnknown (it cannot be told whether somebody is bound), StaleSocket,
    /// ForeignSocket, NotASocket, CreationDenied, NoSuchDirectory.
    [[nodiscard]] static Result<std::unique_ptr<BoundName>> bind(int socket, Request request);
    ~BoundName(); ///< removes it
    BoundName(const BoundName &) = delete;
    BoundName &operator=(const BoundName &) = delete;

    [[nodiscard]] const QByteArray &path() const { return m_request.path; }
    [[nodiscard]] bool replacedStale() const { return m_replacedStale; }
    /// Deletes our file. It is fine if it is gone or somebody else's stands in its place: that one is left alone. Fails
    /// as the system does.
    Status remove();

private:
    explicit BoundName(Request request);

    [[nodiscard]] Status open();
    [[nodiscard]] Status bindFree(int socket);
    [[nodiscard]] Status makeWay();
    void remember();

    Request m_request;
    QByteArray m_directoryPath;
    QByteArray m_leaf;
    UniqueFd m_directory;
    FileIdentity m_ours;
    bool m_bound = false;
    bool m_replacedStale = false;
};

} // namespace pipeglass::engine
