// SPDX-License-Identifier: MIT
#include "doctor/runtime/nettracereader.h"

#include "decoding/bytecursor.h"

#include <QString>

namespace pipeglass::doctor {

using decoding::ByteCursor;

namespace {

constexpr QByteArrayView streamHeader("Nettrace\x14\0\0\0!FastSerialization.1", 32);
constexpr quint32 maxBlock = 8U << 20U; ///< the runtime's own are about 100 KiB
constexpr size_t maxDefinitions = 1000;
constexpr quint64 traceObjectSize = 48;

enum Tag : quint8 { NullReference = 1, BeginObject = 5, EndObject = 6 };

/// Which fields an event has; the others are as in the event before.
enum BlobFlag : quint8 {
    HasMetadata = 0x01,
    HasCapture = 0x02,
    HasThread = 0x04,
    HasStack = 0x08,
    HasActivity = 0x10,
    HasRelatedActivity = 0x20,
    HasSize = 0x80,
};

struct Blob {
    quint64 metadata = 0;
    quint64 thread = 0;
    quint64 size = 0;
    QByteArrayView payload;
};

/// False at a damaged one.
bool readBlob(ByteCursor &in, Blob &blob)
{
    const quint8 flags = in.byte();
    if ((flags & HasMetadata) != 0)
        blob.metadata = in.varint();
    if ((flags & HasCapture) != 0) { // sequence number, thread, processor
        for (int i = 0; i < 3; ++i)
            (void)in.varint();
    }
    if ((flags & HasThread) != 0)
        blob.thread = in.varint();
    if ((flags & HasStack) != 0)
        (void)in.varint();
    (void)in.varint(); // time
    if ((flags & HasActivity) != 0)
        (void)in.take(16);
    if ((flags & HasRelatedActivity) != 0)
        (void)in.take(16);
    if ((flags & HasSize) != 0)
        blob.size = in.varint();
    blob.payload = in.take(blob.size);
    return in.ok();
}

/// UTF-16 up to its NUL.
QByteArrayView textFrom(ByteCursor &in)
{
    const qsizetype start = in.at();
    for (;;) {
        const auto unit = in.little<quint16>();
        if (!in.ok())
            return {};
        if (unit == 0)
            return in.bytes().sliced(start, in.at() - start - 2);
    }
}

} // namespace

NetTraceReader::NetTraceReader(QByteArray provider, Handler handler)
    : m_handler(std::move(handler))
{
    for (const char c : provider) {
        m_provider.append(c);
        m_provider.append('\0');
    }
}

bool NetTraceReader::feed(QByteArrayView bytes)
{
    if (m_state == State::Ended || m_state == State::Invalid)
        return m_state == State::Ended;
    m_buffer.append(bytes);
    ByteCursor in(m_buffer);
    qsizetype taken = 0;
    while (m_state == State::Header || m_state == State::Objects) {
        const Step step = m_state == State::Header ? readHeader(in) : readObject(in);
        if (step == Step::Incomplete)
            break;
        taken = in.at();
    }
    m_offset += static_cast<quint64>(taken);
    m_buffer.remove(0, m_state == State::Invalid ? m_buffer.size() : taken);
    return m_state != State::Invalid;
}

NetTraceReader::Step NetTraceReader::invalid()
{
    m_state = State::Invalid;
    return Step::Incomplete;
}

NetTraceReader::Step NetTraceReader::readHeader(ByteCursor &in)
{
    const qsizetype seen = qMin(in.left(), streamHeader.size());
    if (in.rest().first(seen) != streamHeader.first(seen))
        return invalid();
    if (seen < streamHeader.size())
        return Step::Incomplete;
    (void)in.take(static_cast<quint64>(seen));
    m_state = State::Objects;
    return Step::Taken;
}

NetTraceReader::Step NetTraceReader::readObject(ByteCursor &in)
{
    if (in.atEnd())
        return Step::Incomplete;
    const quint8 begin = in.byte();
    if (begin == NullReference) {
        m_state = State::Ended;
        return Step::Taken;
    }
    if (begin != BeginObject)
        return invalid();
    const quint8 beginType = in.byte();
    const quint8 typeOfType = in.byte();
    (void)in.little<quint32>(); // its version
    const auto leastReader = in.little<quint32>();
    const auto nameSize = in.little<quint32>();
    constexpr quint32 newestVersion = 4;
    constexpr quint32 maxName = 64;
    if (!in.ok())
        return Step::Incomplete;
    if (beginType != BeginObject || typeOfType != NullReference || leastReader > newestVersion || nameSize > maxName)
        return invalid();
    const QByteArrayView type = in.take(nameSize);
    const quint8 endType = in.byte();
    if (!in.ok())
        return Step::Incomplete;
    return endType == EndObject ? readBody(in, type) : invalid();
}

NetTraceReader::Step NetTraceReader::readBody(ByteCursor &in, QByteArrayView type)
{
    QByteArrayView block;
    if (type == "Trace") {
        (void)in.take(traceObjectSize);
    } else {
        const auto size = in.little<quint32>();
        if (size > maxBlock)
            return invalid();
        constexpr quint64 alignment = 4;
        const quint64 at = m_offset + static_cast<quint64>(in.at());
        (void)in.take((alignment - at % alignment) % alignment);
        block = in.take(size);
    }
    const quint8 end = in.byte();
    if (!in.ok())
        return Step::Incomplete;
    if (end != EndObject)
        return invalid();
    if (type == "EventBlock" || type == "MetadataBlock")
        readBlock(block, type == "MetadataBlock");
    return m_state == State::Invalid ? Step::Incomplete : Step::Taken;
}

void NetTraceReader::readBlock(QByteArrayView block, bool isMetadata)
{
    ByteCursor in(block);
    const auto headerSize = in.little<quint16>();
    const auto flags = in.little<quint16>();
    constexpr quint16 fixedSize = 4;
    constexpr quint16 isCompressed = 1;
    if (headerSize < fixedSize || (flags & isCompressed) == 0) {
        m_state = State::Invalid;
        return;
    }
    (void)in.take(headerSize - fixedSize);
    Blob blob;
    while (in.ok() && !in.atEnd()) {
        if (!readBlob(in, blob)) {
            m_state = State::Invalid;
            return;
        }
        if (isMetadata)
            readDefinition(blob.payload);
        else if (const auto known = m_events.find(blob.metadata); known != m_events.end())
            m_handler({ known->second, blob.thread, blob.payload });
    }
}

void NetTraceReader::readDefinition(QByteArrayView payload)
{
    ByteCursor in(payload);
    const auto number = in.little<quint32>();
    const QByteArrayView provider = textFrom(in);
    const auto event = in.little<quint32>();
    if (in.ok() && provider == m_provider && m_events.size() < maxDefinitions)
        m_events[number] = event;
}

} // namespace pipeglass::doctor
