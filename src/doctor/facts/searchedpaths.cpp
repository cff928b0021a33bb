// SPDX-License-Identifier: MIT
#include "doctor/facts/searchedpaths.h"

#include "core/system/procfile.h"
#include "core/uniquefd.h"

#include <QList>
#include <QString>
#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace pipeglass::doctor {

namespace {

constexpr qsizetype maxPathCharacters = 4096;
constexpr qsizetype chunkSize = qsizetype{ 1 } << 20U;
constexpr qsizetype overlap = 2 * (maxPathCharacters + 8); ///< bytes; a string may lie across two chunks
constexpr quint64 maxResident = quint64{ 512 } << 20U;
/// Larger mappings are tables with few pages, such as the shadow memory of sanitizers: looking for these takes minutes.
constexpr quint64 maxMapping = quint64{ 64 } << 30U;

const QByteArray &prefixInUtf16()
{
    static const QByteArray bytes = [] {
        QByteArray wide;
        for (const char character : QByteArrayView("CoreFxPipe_")) {
            wide.append(character);
            wide.append('\0');
        }
        return wide;
    }();
    return bytes;
}

quint16 unitAt(QByteArrayView memory, qsizetype at) { return qFromLittleEndian<quint16>(memory.data() + at); }

/// The string around an occurrence of the prefix; empty if it is not a whole .NET string.
QString stringAround(QByteArrayView memory, qsizetype at)
{
    qsizetype end = at;
    while (end + 2 <= memory.size() && end - at < 2 * maxPathCharacters && unitAt(memory, end) != 0)
        end += 2;
    if (end + 2 > memory.size() || unitAt(memory, end) != 0)
        return {};
    qsizetype start = at;
    // The upper half of the length is 0 and ends the search.
    while (start >= 4 && at - start < 2 * maxPathCharacters && unitAt(memory, start - 2) != 0)
        start -= 2;
    if (start < 4 || unitAt(memory, start - 4) != (end - start) / 2)
        return {};
    QString text;
    for (qsizetype place = start; place < end; place += 2)
        text.append(QChar(unitAt(memory, place)));
    return text;
}

struct Region {
    quint64 start = 0;
    quint64 end = 0;
};

/// Writable private memory without a file: a garbage-collected heap is there.
std::vector<Region> heapRegions(QByteArrayView maps)
{
    std::vector<Region> regions;
    for (const QByteArray &line : maps.toByteArray().split('\n')) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        const bool isAnonymous = fields.size() == 5 || (fields.size() > 5 && fields[5].startsWith("[anon"));
        if (!isAnonymous || fields[1] != "rw-p")
            continue;
        const QList<QByteArray> ends = fields[0].split('-');
        if (ends.size() != 2)
            continue;
        const Region region{ ends[0].toULongLong(nullptr, 16), ends[1].toULongLong(nullptr, 16) };
        if (region.end - region.start <= maxMapping)
            regions.push_back(region);
    }
    return regions;
}

/// Reads the resident memory of one process.
class MemorySearch {
public:
    MemorySearch(UniqueFd memory, UniqueFd pageMap)
        : m_memory(std::move(memory))
        , m_pageMap(std::move(pageMap))
        , m_pageSize(static_cast<quint64>(::sysconf(_SC_PAGESIZE)))
    {
    }

    void search(const Region &region)
    {
        // Reading a page that is not there would make the kernel map one.
        Region run{ region.start, region.start };
        for (quint64 page = region.start; page < region.end && m_resident < maxResident;) {
            std::vector<quint64> entries(std::min<quint64>(8192, (region.end - page) / m_pageSize));
            const size_t bytes = entries.size() * sizeof(quint64);
            const auto offset = static_cast<off_t>(page / m_pageSize * sizeof(quint64));
            if (::pread(m_pageMap.get(), entries.data(), bytes, offset) != static_cast<ssize_t>(bytes))
                return;
            for (const quint64 entry : entries) {
                constexpr quint64 present = quint64{ 1 } << 63U;
                if ((entry & present) == 0) {
                    searchRun(run);
                    run.start = page + m_pageSize;
                }
                page += m_pageSize;
                run.end = page;
            }
        }
        searchRun(run);
    }

    std::set<QByteArray> take() { return std::move(m_paths); }

private:
    void searchRun(const Region &run)
    {
        m_resident += run.end - run.start;
        for (quint64 at = run.start; at < run.end;) {
            const auto size = static_cast<qsizetype>(std::min<quint64>(chunkSize + overlap, run.end - at));
            m_buffer.resize(size);
            const ssize_t got =
                ::pread(m_memory.get(), m_buffer.data(), static_cast<size_t>(size), static_cast<off_t>(at));
            if (got <= 0)
                return;
            addSearchedPaths(QByteArrayView(m_buffer.constData(), got), m_paths);
            at += chunkSize;
        }
    }

    UniqueFd m_memory;
    UniqueFd m_pageMap;
    quint64 m_pageSize;
    quint64 m_resident = 0;
    QByteArray m_buffer;
    std::set<QByteArray> m_paths;
};

} // namespace

void addSearchedPaths(QByteArrayView memory, std::set<QByteArray> &paths)
{
    const QByteArray &prefix = prefixInUtf16();
    const char *from = memory.data();
    const char *const end = from + memory.size();
    const auto left = [&] { return static_cast<size_t>(end - from); };
    while (from < end) {
        const void *const hit = ::memmem(from, left(), prefix.constData(), static_cast<size_t>(prefix.size()));
        if (hit == nullptr)
            return;
        const qsizetype at = static_cast<const char *>(hit) - memory.data();
        from = memory.data() + at + 2;
        if (at % 2 != 0)
            continue;
        const QByteArray path = stringAround(memory, at).toUtf8();
        const qsizetype slash = path.lastIndexOf('/');
        const QByteArrayView leaf = QByteArrayView(path).sliced(slash + 1);
        if (path.startsWith('/') && leaf.size() > prefix.size() / 2 && leaf.startsWith("CoreFxPipe_"))
            paths.insert(path);
    }
}

std::optional<std::set<QByteArray>> searchedPaths(pid_t pid)
{
    const std::optional<QByteArray> maps = readProc(pid, "maps");
    UniqueFd memory(::open(procPath(pid, "mem").constData(), O_RDONLY | O_CLOEXEC));
    UniqueFd pageMap(::open(procPath(pid, "pagemap").constData(), O_RDONLY | O_CLOEXEC));
    if (!maps || !memory.isValid() || !pageMap.isValid())
        return {};
    MemorySearch search(std::move(memory), std::move(pageMap));
    for (const Region &region : heapRegions(*maps))
        search.search(region);
    return search.take();
}

} // namespace pipeglass::doctor
