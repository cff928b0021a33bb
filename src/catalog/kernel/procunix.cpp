// SPDX-License-Identifier: MIT
#include "catalog/kernel/procunix.h"

#include "catalog/kernel/procfs.h"

#include <charconv>
#include <optional>

namespace pipeglass::catalog {

namespace {

std::optional<quint32> hexFrom(QByteArrayView digits)
{
    quint32 number = 0;
    const char *end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, number, 16);
    if (digits.isEmpty() || error != std::errc() || stop != end)
        return {};
    return number;
}

/// The next word and the spaces before it.
QByteArrayView nextColumn(QByteArrayView &line)
{
    qsizetype from = 0;
    while (from < line.size() && line[from] == ' ')
        ++from;
    qsizetype to = from;
    while (to < line.size() && line[to] != ' ')
        ++to;
    const QByteArrayView word = line.sliced(from, to - from);
    line = line.sliced(to);
    return word;
}

std::optional<ProcUnixSocket> parseLine(QByteArrayView line)
{
    constexpr quint32 acceptsConnections = 0x10000;
    constexpr quint32 connectedState = 3;
    const QByteArrayView address = nextColumn(line);
    if (!address.endsWith(':') || !hexFrom(nextColumn(line)) || !hexFrom(nextColumn(line)))
        return {};
    const auto flags = hexFrom(nextColumn(line));
    const auto type = hexFrom(nextColumn(line));
    const auto state = hexFrom(nextColumn(line));
    const auto inode = numberFrom(nextColumn(line));
    if (!flags || !type || !state || !inode)
        return {};
    ProcUnixSocket socket;
    socket.inode = *inode;
    socket.type = *type;
    socket.listens = (*flags & acceptsConnections) != 0;
    socket.connected = *state == connectedState;
    if (line.size() > 1)
        socket.path = line.sliced(1).toByteArray();
    return socket;
}

} // namespace

std::vector<ProcUnixSocket> parseProcUnix(QByteArrayView text)
{
    std::vector<ProcUnixSocket> sockets;
    const qsizetype heading = text.indexOf('\n');
    text = heading < 0 ? QByteArrayView() : text.sliced(heading + 1);
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        const QByteArrayView line = end < 0 ? text : text.first(end);
        if (auto socket = parseLine(line))
            sockets.push_back(std::move(*socket));
        else if (!sockets.empty())
            sockets.back().path += '\n' + line.toByteArray();
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    }
    return sockets;
}

} // namespace pipeglass::catalog
