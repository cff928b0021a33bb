// SPDX-License-Identifier: MIT
#pragma once

#include "capture/recording.h"

#include <QFile>
#include <QMap>
#include <QRandomGenerator>

namespace pipeglass::test {

using namespace capture;

inline ConnectionInfo sampleConnection(const QByteArray &pipe = "/tmp/CoreFxPipe_pipe_test1")
{
    ConnectionInfo info;
    info.pipe = pipe;
    info.peers.client = { 17, "pipeglass", 0, QStringLiteral("root") };
    info.peers.server = { 4242, "worker", 1000, QStringLiteral("ann") };
    info.framing = { "line", "int32le" };
    info.ours = Side::Client;
    return info;
}

inline Record sampleRecord(
    ConnectionId connection, const QByteArray &wire, Side from = Side::Server, qsizetype headSize = 0,
    qsizetype tailSize = 0)
{
    Record record;
    record.time.unixNanoseconds = 1'764'000'000'123'456'789 + wire.size();
    record.connection = connection;
    record.from = from;
    record.wire = wire;
    record.headSize = headSize;
    record.tailSize = tailSize;
    return record;
}

inline Event note(ConnectionId connection, Timestamp time, const QString &text)
{
    Event event{ time, connection };
    event.note = text;
    return event;
}

inline QByteArray randomBytes(QRandomGenerator &random, qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return bytes;
}

/// A record with random bytes, and random head and tail within them.
inline Record randomRecord(QRandomGenerator &random, ConnectionId connection, int maxSize)
{
    const QByteArray wire = randomBytes(random, random.bounded(maxSize + 1));
    const auto headSize = random.bounded(qMin<int>(static_cast<int>(wire.size()), 6) + 1);
    const auto tailSize = random.bounded(qMin<int>(static_cast<int>(wire.size()) - headSize, 3) + 1);
    Record record =
        sampleRecord(connection, wire, random.bounded(2) == 0 ? Side::Server : Side::Client, headSize, tailSize);
    if (random.bounded(5) == 0)
        record.problem = FrameProblem::OutOfSync;
    return record;
}

/// The bytes of each connection and direction.
using Streams = QMap<std::pair<quint32, int>, QByteArray>;

inline void addTo(Streams &streams, const Record &record)
{
    streams[{ record.connection.value, static_cast<int>(record.from) }].append(record.wire.view());
}

inline bool isSame(const Record &a, const Record &b)
{
    return a.time == b.time && a.connection == b.connection && a.from == b.from && a.problem == b.problem
        && a.headSize == b.headSize && a.tailSize == b.tailSize && a.wire.view() == b.wire.view();
}

inline bool isSame(const ConnectionInfo &a, const ConnectionInfo &b)
{
    return a.id == b.id && a.pipe == b.pipe && a.peers == b.peers && a.framing == b.framing && a.ours == b.ours;
}

inline QByteArray fileBytes(const QByteArray &path)
{
    QFile file(QString::fromLocal8Bit(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool writeFile(const QByteArray &path, const QByteArray &bytes)
{
    QFile file(QString::fromLocal8Bit(path));
    // A new file: ext4 flushes a file that was truncated and rewritten.
    file.remove();
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace pipeglass::test
