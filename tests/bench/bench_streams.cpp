// SPDX-License-Identifier: MIT
// The speed of framing and recording, and the memory per record.
#include "capture/recording.h"
#include "formats/formatstore.h"
#include "formats/presets.h"
#include "framing/framingregistry.h"

#include <QElapsedTimer>
#include <QFile>
#include <QtEndian>

#include <cstdio>

#include <unistd.h>

using namespace pipeglass;

namespace {

constexpr int million = 1'000'000;

double seconds(const QElapsedTimer &timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e9; }

/// A message with about that many bytes of payload, as the framing allows.
QByteArray sampleMessage(const framing::Framing &framing, qsizetype size)
{
    const QByteArray text(size, 'x');
    const QByteArray shortText = text.left(65'000); // for lengths of two bytes
    QByteArray length(8, '\0');
    qToLittleEndian(static_cast<quint32>(size), length.data());
    qToBigEndian(static_cast<quint16>(shortText.size()), length.data() + 6);
    for (const QByteArray &payload :
         { text, shortText, text.left(200), '"' + text + '"', '\2' + length.first(4) + text,
           '\2' + QByteArray(4, '\0') + length.last(2) + shortText,
           "POST / HTTP/1.1\r\nContent-Length: " + QByteArray::number(size) + "\r\n\r\n" + text }) {
        if (const auto frame = framing.encode(payload, Side::Client))
            return frame->wire.toByteArray();
    }
    return text;
}

/// Also the same framings as format files describe them, which follow the built-in ones.
std::vector<framing::FramingPtr> withDescribed(const framing::FramingRegistry &framings)
{
    std::vector<framing::FramingPtr> all = framings.all();
    for (const formats::Preset &preset : formats::presets()) {
        if (const auto format = formats::compileFormat(preset.text, preset.name))
            all.push_back(formats::framingOf(*format, preset.name).value_or(framings.raw()));
    }
    return all;
}

void cutStreams()
{
    constexpr qsizetype chunkSize = 65536;
    const framing::FramingRegistry framings;
    const std::vector<framing::FramingPtr> all = withDescribed(framings);
    for (const qsizetype payloadSize :
         { qsizetype{ 16 }, qsizetype{ 64 }, qsizetype{ 1 } << 16U, qsizetype{ 1 } << 20U }) {
        for (const framing::FramingPtr &framing : all) {
            const QByteArray message = sampleMessage(*framing, payloadSize);
            const QByteArray stream = message.repeated((qsizetype{ 64 } << 20U) / message.size());
            const auto framer = framing->makeFramer(Side::Client);
            size_t frames = 0;
            QElapsedTimer timer;
            timer.start();
            for (qsizetype at = 0; at < stream.size(); at += chunkSize)
                frames += framer->feed(Slice(stream, at, qMin(chunkSize, stream.size() - at))).size();
            const double time = seconds(timer);
            std::printf(
                "%-16s payloads of %7lld bytes: %6.0f MB/s, %9.0f frames/s\n", framing->id().constData(),
                static_cast<long long>(payloadSize), static_cast<double>(stream.size()) / 1e6 / time,
                static_cast<double>(frames) / time);
        }
    }
}

double residentBytes()
{
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    return statm.readAll().split(' ').value(1).toDouble() * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

void record(qsizetype payloadSize, int count)
{
    const auto recording = capture::Recording::create();
    if (!recording)
        return;
    capture::Record message;
    message.connection = (*recording)->addConnection({}).value_or(ConnectionId{});
    message.wire = QByteArray(4 + payloadSize, 'x');
    message.headSize = 4;
    const double before = residentBytes();
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < count; ++i) {
        if (!(*recording)->append(message))
            return;
    }
    const double time = seconds(timer);
    const double memory = residentBytes() - before;
    timer.start();
    for (int i = 0; i < count; i += 10)
        (void)(*recording)->read(static_cast<quint64>(i));
    std::printf(
        "recording %7lld bytes: %8.0f records/s, %6.0f MB/s, %5.1f bytes of memory a record; reading %8.0f/s\n",
        static_cast<long long>(payloadSize), count / time, static_cast<double>(payloadSize) * count / 1e6 / time,
        memory / count, count / 10. / seconds(timer));
}

} // namespace

int main()
{
    cutStreams();
    record(64, million);
    record(1024, million / 4);
    record(qsizetype{ 1 } << 20U, 300);
    return 0;
}
