// SPDX-License-Identifier: MIT
#include "catalog/naming/abstractname.h"

#include "catalog/kernel/socketdiag.h"
#include "core/bytetext.h"

#include <cstddef>
#include <cstring>
#include <optional>

#include <netinet/tcp.h>

namespace pipeglass::catalog {

namespace {

/// Lower is better.
int rank(const AbstractSocket &socket) { return (socket.isListening ? 0 : 2) + (socket.type == SOCK_STREAM ? 0 : 1); }

/// The best socket of one name.
class BoundTo {
public:
    explicit BoundTo(const QByteArray &name)
        : m_name(name)
        , m_kernelName(QByteArray(1, '\0') + name.sliced(1))
    {
    }

    void consider(const DiagSocket &socket)
    {
        if (socket.name != m_kernelName)
            return;
        const AbstractSocket found{ m_name, socket.type, socket.state == TCP_LISTEN };
        if (!m_found || rank(found) < rank(*m_found))
            m_found = found;
    }
    [[nodiscard]] const std::optional<AbstractSocket> &found() const { return m_found; }

private:
    QByteArray m_name;
    QByteArray m_kernelName;
    std::optional<AbstractSocket> m_found;
};

} // namespace

bool looksAbstract(QByteArrayView name) { return name.size() > 1 && name.front() == '@'; }

Result<AbstractAddress> abstractAddress(const QByteArray &name)
{
    AbstractAddress result;
    if (!looksAbstract(name))
        return failure(ErrorCode::InvalidName, name);
    if (static_cast<size_t>(name.size()) > sizeof result.address.sun_path)
        return failure(ErrorCode::PathTooLong, name);
    result.address.sun_family = AF_UNIX;
    // The "@" stands for a NUL.
    std::memcpy(result.address.sun_path + 1, name.constData() + 1, static_cast<size_t>(name.size() - 1));
    result.size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + static_cast<size_t>(name.size()));
    return result;
}

Result<AbstractSocket> resolveAbstract(const QByteArray &name)
{
    if (const auto address = abstractAddress(name); !address && address.error().code == ErrorCode::InvalidName)
        return failure(address.error());
    BoundTo exact(name);
    BoundTo fromText(unescapedBytes(QString::fromUtf8(name)).value_or(name));
    // A dump can miss a socket while others come and go, so it is repeated.
    for (int dump = 0; dump < 2 && !exact.found(); ++dump) {
        auto diag = SocketDiag::open();
        if (!diag)
            return failure(diag.error());
        const Status status =
            diag->dump(SocketDiag::Name, SocketDiag::Listening | SocketDiag::Bound, [&](const DiagSocket &socket) {
                exact.consider(socket);
                fromText.consider(socket);
            });
        if (!status)
            return failure(status.error());
        if (fromText.found())
            break;
    }
    if (exact.found())
        return *exact.found();
    return fromText.found() ? Result<AbstractSocket>(*fromText.found()) : failure(ErrorCode::NoSuchPipe, name);
}

} // namespace pipeglass::catalog
