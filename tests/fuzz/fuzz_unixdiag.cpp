// SPDX-License-Identifier: MIT
#include "catalog/sockets/sockettable.h"

#include <cstdint>
#include <vector>

using namespace pipeglass::catalog;

/// The parser of sock_diag's answers, and the table that is made of them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // Aligned, as what recv() fills is, and no byte longer, so that reading past the end is seen.
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
