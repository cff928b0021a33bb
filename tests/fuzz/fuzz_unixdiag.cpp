// SPDX-License-Identifier: MIT
#include "catalog/sockets/sockettable.h"

#include <cstdint>
#include <vector>

using namespace pipeglass::catalog;

/// The parser of sock_diag replies, and the socket table.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // Aligned like recv()'s buffer, without slack, so that reads beyond the end are detected.
    const std::vector<char> bytes(data, data + size);
    SocketTable table;
    std::vector<BoundFile> files;
    (void)parseDiag(bytes, 0, [&](const DiagSocket &socket) {
        table.add(socket);
        if (socket.file)
            files.push_back(*socket.file);
    });
    table.finish();
    for (const BoundFile &file : files) {
        (void)table.at(file);
        (void)table.clientsAt(file);
    }
    return 0;
}
