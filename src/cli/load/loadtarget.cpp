// SPDX-License-Identifier: MIT
#include "cli/load/loadtarget.h"

#include "core/files/localaddress.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/socket.h>

namespace pipeglass::cli {

Result<UniqueFd> LoadTarget::connect()
{
    UniqueFd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!socket.isValid())
        return failure(systemError(errno, path()));
    int number = 0;
    if (const auto &abstract = m_destination.abstract)
        number = ::connect(socket.get(), abstract->get(), abstract->size) == 0 ? 0 : errno;
    else
        number = connectToFile(socket.get(), m_destination.file.fd.get());
    switch (number) {
    case 0:
        return socket;
    case EAGAIN:
        return failure(ErrorCode::BacklogFull, path());
    case ECONNREFUSED:
        openAgain();
        return failure(ErrorCode::NobodyListening, path());
    case EPROTOTYPE:
        return failure(ErrorCode::WrongSocketType, path());
    default:
        return failure(pipeError(number, path()));
    }
}

void LoadTarget::openAgain()
{
    if (m_destination.abstract)
        return;
    UniqueFd file(::open(path().constData(), O_PATH | O_CLOEXEC | O_NOFOLLOW));
    if (file.isValid())
        m_destination.file.fd = std::move(file);
}

} // namespace pipeglass::cli
