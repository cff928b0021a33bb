// SPDX-License-Identifier: MIT
#include "exchange/tappable.h"

#include "catalog/kernel/bindprobe.h"
#include "catalog/naming/spareleaf.h"
#include "catalog/sockets/fileclients.h"
#include "catalog/sockets/sockettable.h"
#include "core/path.h"
#include "exchange/exchangetext.h"
#include "exchange/spare.h"

#include <cerrno>
#include <chrono>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

namespace pipeglass::exchange {

namespace {

constexpr int lookAttempts = 20;
constexpr std::chrono::milliseconds betweenLooks(5);

/// What a failed connect() of a datagram socket leaves open, as far as the kernel tells.
Status checkSocket(const HeldSocket &server, const QByteArray &path)
{
    const auto file = catalog::boundFileOf(server.fd.get());
    auto diag = catalog::SocketDiag::open();
    catalog::SocketTable table;
    if (!file || !diag || !table.addAll(*diag))
        return {};
    table.finish();
    const catalog::FileSocket *socket = table.at(*file);
    if (socket != nullptr && socket->type == catalog::SocketType::SeqPacket)
        return failure(ErrorCode::WrongSocketType, path);
    // Leaving a tap of a tap before that would take the server's name away.
    if (socket != nullptr && catalog::isSpareLeaf(leafOf(socket->name)))
        return failure(ErrorCode::TappedAlready, path);
    return {};
}

Status checkServer(int directory, const HeldSocket &server, const QByteArray &path)
{
    catalog::BindProbe probe;
    const catalog::BindingAnswer answer = probe.askSettled(directory, server.fd.get());
    switch (answer.binding) {
    case catalog::Binding::Stream:
        return checkSocket(server, path);
    case catalog::Binding::Datagram:
        return failure(ErrorCode::WrongSocketType, path);
    case catalog::Binding::None:
        return failure(ErrorCode::NobodyListening, path);
    case catalog::Binding::Unknown:
        break;
    }
    if (answer.reason == catalog::UnknownReason::NotPermitted)
        return failure(ErrorCode::PermissionDenied, path);
    return failure(ErrorCode::ServerElsewhere, path);
}

Status checkOnce(int directory, const QByteArray &leaf, const QByteArray &path)
{
    const Result<HeldSocket> server = holdSocket(directory, leaf);
    if (!server) {
        const Error &error = server.error();
        return failure(
            error.code == ErrorCode::NotASocket ? Error{ error.code, 0, path, {} }
                                                : pipeError(error.systemError, path));
    }
    if (const Status good = checkServer(directory, *server, path); !good)
        return good;
    if (::faccessat(directory, ".", W_OK | X_OK, AT_EACCESS) != 0)
        return failure(creationError(errno, directoryOf(path), ExchangeText::tr("a tap needs a second name there")));
    if (mayTakeLeaf(directory, leaf))
        return {};
    // One's own was deleted in between: the server makes it anew.
    const bool isPermitted = ::geteuid() == 0 || server->facts.uid == ::geteuid();
    return failure(isPermitted ? ErrorCode::NoSuchPipe : ErrorCode::TapNotPermitted, path);
}

} // namespace

Status checkTappable(int directory, const QByteArray &leaf, const QByteArray &path)
{
    for (int attempt = 1;; ++attempt) {
        const Status status = checkOnce(directory, leaf, path);
        const bool mayPass = !status
            && (status.error().code == ErrorCode::NoSuchPipe || status.error().code == ErrorCode::NobodyListening);
        if (!mayPass || attempt == lookAttempts)
            return status;
        std::this_thread::sleep_for(betweenLooks);
    }
}

} // namespace pipeglass::exchange
