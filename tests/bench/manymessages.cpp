// SPDX-License-Identifier: MIT
// bench_manymessages COUNT RECORDING [LINES]: writes a recording of COUNT messages of a client and a server, about 200
// bytes each in the file, and the same messages as lines of text. One in 100,000 contains "needle".
#include "capture/recording.h"

#include <QFile>
#include <QtEndian>

#include <cstdio>

using namespace pipeglass;

namespace {

constexpr int needleDistance = 100'000;

/// A JSON text of 60 to 170 bytes.
QByteArray payloadOf(int number)
{
    QByteArray text = R"({"jsonrpc":"2.0","id":)" + QByteArray::number(number / 2);
    text += number % 2 == 0 ? R"(,"method":"jobs/status","params":")" : R"(,"result":")";
    const int filler = (number * 7919) % 100;
    for (int i = 0; i < filler; ++i)
        text += static_cast<char>('a' + (number + i) % 26);
    if (number % needleDistance == needleDistance - 1)
        text += " the needle that is looked for among many other messages, in one that is long enough ";
    return text += "\"}";
}

QByteArray lineOf(const capture::Record &record, int number)
{
    return QByteArray::number(record.time.unixNanoseconds / 1'000'000) + ' ' + QByteArray::number(number + 1)
        + (record.from == Side::Client ? " client " : " server ") + record.payload().toByteArray() + '\n';
}

int write(int count, const char *path, const char *linesPath)
{
    const auto recording = capture::Recording::create(path);
    QFile lines(QString::fromLocal8Bit(linesPath == nullptr ? "" : linesPath));
    if (!recording || (linesPath != nullptr && !lines.open(QIODevice::WriteOnly | QIODevice::NewOnly)))
        return 1;
    capture::ConnectionInfo info;
    info.pipe = "/tmp/CoreFxPipe_many";
    info.ours = Side::Server;
    info.framing = { "int32le", "int32le" };
    capture::Record record;
    record.connection = (*recording)->addConnection(info).value_or(ConnectionId{});
    record.headSize = 4;
    record.time = now();
    for (int i = 0; i < count; ++i) {
        const QByteArray payload = payloadOf(i);
        QByteArray wire(record.headSize, Qt::Uninitialized);
        qToLittleEndian(static_cast<quint32>(payload.size()), wire.data());
        record.wire = wire += payload;
        record.from = i % 2 == 0 ? Side::Client : Side::Server;
        record.time.unixNanoseconds += 10'000;
        if (!(*recording)->append(record))
            return 1;
        if (lines.isOpen())
            lines.write(lineOf(record, i));
    }
    (*recording)->finishWriting();
    std::printf("%d messages, %lld bytes\n", count, static_cast<long long>((*recording)->sizeOnDisk()));
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc < 3)
        return 2;
    return write(std::atoi(argv[1]), argv[2], argc > 3 ? argv[3] : nullptr);
}
