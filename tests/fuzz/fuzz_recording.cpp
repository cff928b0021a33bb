// SPDX-License-Identifier: MIT
// Any file: it is refused, or all its items can be read.
#include "capture/recording.h"
#include "core/uniquefd.h"

#include <cstdio>
#include <cstdlib>

#include <sys/mman.h>
#include <unistd.h>

using namespace pipeglass;
using namespace pipeglass::capture;

namespace {

/// A file in memory with a path.
class MemoryFile {
public:
    explicit MemoryFile(QByteArrayView bytes)
        : m_fd(::memfd_create("recording", MFD_CLOEXEC))
    {
        if (::write(m_fd.get(), bytes.data(), static_cast<size_t>(bytes.size())) != bytes.size())
            std::abort();
    }
    [[nodiscard]] QByteArray path() const { return "/proc/self/fd/" + QByteArray::number(m_fd.get()); }

private:
    UniqueFd m_fd;
};

/// The beginning of a valid recording with two messages, so that the fuzzer need not find it.
QByteArray goodBeginning()
{
    char name[] = "/tmp/pgfuzz-XXXXXX";
    if (::mkdtemp(name) == nullptr)
        std::abort();
    const QByteArray path = QByteArray(name) + "/good.pcapng";
    const auto recording = Recording::create(path);
    Record record;
    record.connection = (*recording)->addConnection(ConnectionInfo{}).value();
    record.wire = QByteArray("head-payload-tail");
    record.headSize = 5;
    record.tailSize = 5;
    (void)(*recording)->append(record);
    Event event{ {}, record.connection, EventKind::Identified, Side::Server };
    event.process = { 1, "program", 2, QStringLiteral("user") };
    (void)(*recording)->append(event);
    QByteArray bytes((*recording)->sizeOnDisk(), '\0');
    if (::FILE *file = std::fopen(path.constData(), "rb")) {
        (void)!std::fread(bytes.data(), 1, static_cast<size_t>(bytes.size()), file);
        std::fclose(file);
    }
    ::unlink(path.constData());
    ::rmdir(name);
    return bytes;
}

void readAll(const QByteArray &path)
{
    const auto recording = Recording::open(path);
    if (!recording)
        return;
    const Recording &r = **recording;
    for (quint64 number = 0; number < r.count(); ++number) {
        const RecordSummary summary = r.summary(number);
        const auto record = r.read(number);
        if (record && record->wire.size() != summary.wireSize)
            std::abort();
        const auto start = r.payloadStart(number, 64);
        if (start && start->size() > summary.payloadSize)
            std::abort();
        if (summary.isEvent)
            (void)r.event(number);
        if (!r.connection(summary.connection))
            std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static const QByteArray good = goodBeginning();
    if (size == 0)
        return 0;
    const QByteArrayView input(data, static_cast<qsizetype>(size));
    const qsizetype kept = static_cast<quint8>(input[0]) * good.size() / 255;
    const MemoryFile file(good.first(kept) + input.sliced(1).toByteArray());
    readAll(file.path());
    return 0;
}
