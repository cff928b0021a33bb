// SPDX-License-Identifier: MIT
#include "app/catalogservice.h"

#include "app/detailsreader.h"
#include "catalog/staleremoval.h"
#include "core/uniquefd.h"

#include <cerrno>

#include <fcntl.h>

namespace pipeglass::ui {

using catalog::PipeEntryPtr;

namespace {

Status checkDirectory(const QByteArray &directory)
{
    if (!directory.startsWith('/'))
        return failure(ErrorCode::InvalidArgument, directory, CatalogService::tr("an absolute path begins with \"/\""));
    const UniqueFd fd(::open(directory.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK));
    if (!fd.isValid())
        return failure(Error{ ErrorCode::DirectoryUnreadable, errno, directory, {} });
    return {};
}

} // namespace

CatalogService::CatalogService(QObject *parent)
    : QObject(parent)
    , m_details(std::make_shared<DetailsReader>())
    , m_thread(QStringLiteral("details"))
{
}

CatalogService::~CatalogService() = default;

void CatalogService::examine(QObject *context, const PipeEntryPtr &pipe, Done<PipeDetails> done)
{
    m_thread.run(
        context, [pipe, book = m_details] { return book->look(pipe); }, std::move(done));
}

void CatalogService::peek(QObject *context, const PipeEntryPtr &pipe, Done<Unread> done)
{
    const auto job = [pipe]() -> Unread {
        const auto connections = catalog::connectionsOf(*pipe);
        if (!connections)
            return failure(connections.error());
        return peek::peekAt(pipe->path(), *connections);
    };
    m_thread.run(context, job, std::move(done));
}

void CatalogService::listProcesses(QObject *context, bool namespaces, Done<catalog::DotNetProcesses> done)
{
    m_thread.run(
        context, [namespaces] { return catalog::dotNetProcesses(namespaces); }, std::move(done));
}

void CatalogService::describeProcess(QObject *context, pid_t pid, Done<catalog::ProcessDetails> done)
{
    m_thread.run(
        context, [pid] { return catalog::processDetails(pid); }, std::move(done));
}

void CatalogService::deleteStale(QObject *context, std::vector<PipeEntryPtr> pipes, Done<std::vector<Status>> done)
{
    const auto job = [pipes = std::move(pipes)] {
        catalog::StaleRemoval removal;
        std::vector<Status> outcomes;
        outcomes.reserve(pipes.size());
        for (const PipeEntryPtr &pipe : pipes)
            outcomes.push_back(removal.remove({ pipe->directory, pipe->fileName, pipe->file }));
        return outcomes;
    };
    m_thread.run(context, job, std::move(done));
}

void CatalogService::checkDirectories(
    QObject *context, std::vector<QByteArray> directories, Done<std::vector<Status>> done)
{
    const auto job = [directories = std::move(directories)] {
        std::vector<Status> outcomes;
        outcomes.reserve(directories.size());
        for (const QByteArray &directory : directories)
            outcomes.push_back(checkDirectory(directory));
        return outcomes;
    };
    m_thread.run(context, job, std::move(done));
}

} // namespace pipeglass::ui
