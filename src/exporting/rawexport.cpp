// SPDX-License-Identifier: MIT
#include "exporting/rawexport.h"

#include "core/path.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::exporting {

namespace {

constexpr qsizetype bufferSize = qsizetype{ 64 } << 10U;

Status writeAll(int file, QByteArrayView bytes, const QByteArray &path)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(file, bytes.data(), static_cast<size_t>(bytes.size()));
        if (written < 0 && errno != EINTR)
            return failure(systemError(errno, path));
        bytes = bytes.sliced(qMax<ssize_t>(written, 0));
    }
    return {};
}

} // namespace

RawExport::RawExport(QByteArray directory)
    : m_directory(std::move(directory))
{
}

Result<RawExport::Stream *> RawExport::streamOf(const capture::Record &record)
{
    const auto [found, isNew] = m_streams.try_emplace({ record.connection, record.from });
    Stream &stream = found->second;
    if (!isNew)
        return &stream;
    if (!m_directoryFd.isValid()) {
        constexpr mode_t onlyUs = 0700;
        if (::mkdir(m_directory.constData(), onlyUs) != 0 && errno != EEXIST)
            return failure(creationError(errno, m_directory));
        m_directoryFd = UniqueFd(::open(m_directory.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        if (!m_directoryFd.isValid())
            return failure(systemError(errno, m_directory));
    }
    const QByteArray leaf = QByteArray::number(record.connection.value) + '-' + sideName(record.from) + ".raw";
    stream.path = joinedPath(m_directory, leaf);
    constexpr mode_t privateFile = 0600;
    stream.file = UniqueFd(::openat(
        m_directoryFd.get(), leaf.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, privateFile));
    if (!stream.file.isValid())
        return failure(creationError(errno, stream.path));
    return &stream;
}

Status RawExport::take(const Item &item)
{
    if (item.number == 0)
        return {};
    const auto record = item.list.read(item.position);
    if (!record)
        return failure(record.error());
    const auto stream = streamOf(*record);
    if (!stream)
        return failure(stream.error());
    (*stream)->buffer.append(record->wire.view());
    if ((*stream)->buffer.size() < bufferSize)
        return {};
    return writeAll((*stream)->file.get(), std::exchange((*stream)->buffer, {}), (*stream)->path);
}

Status RawExport::finish()
{
    for (auto &[key, stream] : m_streams) {
        if (const Status written = writeAll(stream.file.get(), std::exchange(stream.buffer, {}), stream.path); !written)
            return written;
    }
    return {};
}

} // namespace pipeglass::exporting
