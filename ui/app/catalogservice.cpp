// SPDX-License-Identifier: MIT
#include "app/catalogservice.h"

#include "cleaning/stalefile.h"
#include "core/uniquefd.h"
#include "engine/liveness.h"

#include <QElapsedTimer>

#include <cerrno>

#include <fcntl.h>

namespace pipeglass::ui {

using catalog::PipeEntryPtr;

/// The cleaners' configuration is read anew when it may have become another, not for each pipe that is looked at.
class CatalogService::CleanersBook {
public:
    const cleaning::Cleaners &cleaners()
    {
        constexpr qint64 goodForMs = 30'000;
        if (!m_cleaners || m_age.hasExpired(goodForMs)) {
            m_cleaners = std::make_unique<cleaning::Cleaners>();
            m_age.start();
        }
        return *m_cleaners;
    }

private:
    std::unique_ptr<cleaning::Cleaners> m_cleaners;
    QElapsedTimer m_age;
};

namespace {

std::vector<catalog::AnonymousPipe> anonymousPipesOf(const catalog::PipeEntry &pipe)
{
    std::vector<pid_t> pids;
    for (const ProcessInfo &process : pipe.server.value_or(std::vector<ProcessInfo>()))
        pids.push_back(process.pid);
    std::vector<catalog::AnonymousPipe> all;
    for (const auto &ofOne : catalog::anonymousPipesOf(pids)) {
        for (const catalog::AnonymousPipe &one : ofOne) {
            if (std::find(all.begin(), all.end(), one) == all.end())
                all.push_back(one);
        }
    }
    return all;
}

Status checkDirectory(const QByteArray &directory)
{
    if (!directory.startsWith('/'))
        return failure(ErrorCode::InvalidArgument, directory, CatalogService::tr("a full path begins with \"/\""));
    const UniqueFd fd(::open(directory.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK));
    if (!fd.isValid())
        return failure(Error{ ErrorCode::DirectoryUnreadable, errno, directory, {} });
    return {};
}

} // namespace

CatalogService::CatalogService(QObject *parent)
    : QObject(parent)
    , m_cleaners(std::make_shared<CleanersBook>())
    , m_thread(QStringLiteral("details"))
{
}

CatalogService::~CatalogService() = default;

void CatalogService::examine(QObject *context, const PipeEntryPtr &pipe, Done<PipeDetails> done)
{
    const auto job = [pipe, book = m_cleaners] {
        PipeDetails details{ pipe, std::vector<catalog::Connection>(), {}, anonymousPipesOf(*pipe) };
        if (pipe->kind == catalog::FileKind::Socket)
            details.connections = catalog::connectionsOf(*pipe);
        // Cleaners know paths of our own namespace only.
        if (pipe->hasFile && pipe->namespaceLabel.isEmpty())
            details.deletion = book->cleaners().deletion(pipe->path());
        return details;
    };
    m_thread.run(context, job, std::move(done));
}

void CatalogService::listProcesses(QObject *context, bool namespaces, Done<catalog::DotNetProcesses> done)
{
    m_thread.run(
        context, [namespaces] { return catalog::dotNetProcesses(namespaces); }, std::move(done));
}

void CatalogService::deleteStale(QObject *context, std::vector<PipeEntryPtr> pipes, Done<std::vector<Status>> done)
{
    const auto job = [pipes = std::move(pipes)] {
        std::vector<Status> outcomes;
        outcomes.reserve(pipes.size());
        for (const PipeEntryPtr &pipe : pipes)
            outcomes.push_back(cleaning::deleteStale(cleaning::staleFile(*pipe), engine::livenessOf));
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
