// SPDX-License-Identifier: MIT
#include "exporting/export.h"

#include "core/files/fileaside.h"
#include "core/path.h"
#include "exporting/messageprinter.h"
#include "exporting/rawexport.h"
#include "exporting/recordingcopy.h"

#include <QDir>

#include <cerrno>
#include <cstdio>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::exporting {

namespace {

constexpr qsizetype textBuffer = qsizetype{ 256 } << 10U;
constexpr qsizetype randomBytes = 8;

bool isTaken(const QByteArray &path)
{
    struct stat status { };
    return ::lstat(path.constData(), &status) == 0;
}

/// The file that a name leads to, so that a symbolic link stays one.
QByteArray resolved(const QByteArray &path)
{
    char *real = ::realpath(path.constData(), nullptr);
    const QByteArray found(real);
    ::free(real); // NOLINT(cppcoreguidelines-no-malloc): realpath() allocated it
    return found.isEmpty() ? path : found;
}

/// Returns 0 or an errno.
int giveName(const QByteArray &from, const QByteArray &to, bool replaces)
{
    if (replaces)
        return ::rename(from.constData(), to.constData()) == 0 ? 0 : errno;
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    // A file system without that: a link never replaces a name.
    if (::link(from.constData(), to.constData()) != 0)
        return errno;
    return ::unlink(from.constData()) == 0 ? 0 : errno;
}

} // namespace

Export::Export(ExportRequest request)
    : m_request(std::move(request))
    , m_run(m_request.filter, m_request.list, m_request.format == Format::JsonLines)
    , m_end(m_request.list->count())
{
}

Export::~Export()
{
    m_sink.reset();
    m_file.close();
    removeTemporary();
}

void Export::removeTemporary()
{
    if (m_temporary.isEmpty())
        return;
    if (m_request.format == Format::RawStreams)
        QDir(QFile::decodeName(m_temporary)).removeRecursively();
    else
        ::unlink(m_temporary.constData());
}

Result<std::unique_ptr<Export>> Export::begin(ExportRequest request)
{
    if (request.path.isEmpty() || request.path.contains('\0'))
        return failure(ErrorCode::InvalidArgument, request.path);
    request.replaces = request.replaces && request.format != Format::RawStreams;
    if (isTaken(request.path) && !request.replaces)
        return failure(ErrorCode::FileExists, request.path);
    if (request.replaces)
        request.path = resolved(request.path);
    std::unique_ptr<Export> made(new Export(std::move(request)));
    if (const Status opened = made->open(); !opened) {
        Error error = opened.error();
        error.subject = made->m_request.path; // not the random name
        return failure(error);
    }
    return made;
}

Status Export::open()
{
    const QByteArray temporary = joinedPath(directoryOf(m_request.path), unguessableLeaf(randomBytes));
    if (m_request.format == Format::RawStreams) {
        constexpr mode_t onlyUs = 0700;
        if (::mkdir(temporary.constData(), onlyUs) != 0)
            return failure(creationError(errno, m_request.path));
        m_temporary = temporary;
        m_sink = std::make_unique<RawExport>(temporary);
        return {};
    }
    if (m_request.format == Format::Recording) {
        auto copy = RecordingCopy::create(temporary);
        if (!copy)
            return failure(copy.error());
        m_temporary = temporary;
        if (m_request.framing)
            (*copy)->setFraming(*m_request.framing);
        m_sink = std::move(*copy);
        return {};
    }
    constexpr mode_t privateFile = 0600;
    const int file = ::open(temporary.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, privateFile);
    if (file < 0)
        return failure(creationError(errno, m_request.path));
    m_temporary = temporary;
    m_file.open(file, QIODevice::WriteOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle);
    MessagePrinter::Format format;
    format.json = m_request.format == Format::JsonLines;
    format.events = true;
    m_sink = std::make_unique<MessagePrinter>([this](QByteArrayView bytes) { m_buffer.append(bytes); }, format);
    return {};
}

Result<bool> Export::step(quint64 items)
{
    const quint64 end = qMin(m_end, m_run.position() + items);
    while (m_run.position() < end) {
        const quint64 position = m_run.position();
        const Result<bool> matches = m_run.next();
        if (!matches)
            return failure(matches.error());
        if (!*matches)
            continue;
        const auto &request = m_run.request();
        const auto answered = request ? std::optional(request->number) : std::nullopt;
        if (const Status taken = m_sink->take({ *m_request.list, position, m_run.number(), answered, m_run.latency() });
            !taken)
            return failure(taken.error());
        if (m_run.number() != 0)
            ++m_written;
        if (m_buffer.size() >= textBuffer) {
            if (const Status flushed = flush(); !flushed)
                return failure(flushed.error());
        }
    }
    return m_run.position() < m_end;
}

Status Export::flush()
{
    const QByteArray bytes = std::exchange(m_buffer, {});
    if (bytes.isEmpty() || m_file.write(bytes) == bytes.size())
        return {};
    return failure(systemError(errno, m_request.path));
}

Status Export::finish()
{
    if (const Status finished = m_sink->finish(); !finished)
        return finished;
    if (const Status flushed = flush(); !flushed)
        return flushed;
    m_sink.reset();
    m_file.close();
    if (const int number = giveName(m_temporary, m_request.path, m_request.replaces); number != 0)
        return failure(creationError(number, m_request.path));
    m_temporary.clear();
    return {};
}

} // namespace pipeglass::exporting
