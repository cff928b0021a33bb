// SPDX-License-Identifier: MIT
#include "app/detailsreader.h"

#include "access/permissions/target.h"
#include "access/verdicts/whocanconnect.h"
#include "core/clock.h"
#include "core/threads/pollpacer.h"

#include <algorithm>

namespace pipeglass::ui {

using catalog::PipeEntry;
using catalog::PipeEntryPtr;

namespace {

std::vector<pid_t> serversOf(const PipeEntry &pipe)
{
    std::vector<pid_t> pids;
    for (const ProcessInfo &process : pipe.server.value_or(QList<ProcessInfo>()))
        pids.push_back(process.pid);
    return pids;
}

std::vector<catalog::AnonymousPipe> anonymousPipesOf(const std::vector<pid_t> &pids)
{
    std::vector<catalog::AnonymousPipe> all;
    if (pids.empty())
        return all;
    for (const auto &ofOne : catalog::anonymousPipesOf(pids)) {
        for (const catalog::AnonymousPipe &one : ofOne) {
            if (!one.isStandardStream && std::find(all.begin(), all.end(), one) == all.end())
                all.push_back(one);
        }
    }
    return all;
}

} // namespace

const cleaning::Cleaners &DetailsReader::cleaners()
{
    constexpr qint64 goodForMs = 60'000;
    if (!m_cleaners || m_cleanersAge.hasExpired(goodForMs)) {
        m_cleaners = std::make_unique<cleaning::Cleaners>();
        m_cleanersAge.start();
    }
    return *m_cleaners;
}

void DetailsReader::readSlowDetails(const PipeEntry &pipe)
{
    const qint64 before = threadCpuTime();
    m_path = pipe.path();
    m_servers = serversOf(pipe);
    m_anonymousPipes = anonymousPipesOf(m_servers);
    m_deletion.reset();
    // Cleaners use paths of our own namespace only.
    if (pipe.hasFile && pipe.namespaceLabel.isEmpty())
        m_deletion = cleaners().deletion(m_path);
    m_cost = threadCpuTime() - before;
    m_age.start();
}

PipeDetails DetailsReader::look(const PipeEntryPtr &pipe)
{
    constexpr PollPacer whileTheSame{ 10'000, 600'000, 800 };
    constexpr PollPacer afterChange{ 0, 600'000, 25 };
    const bool isAnother = !m_age.isValid() || m_path != pipe->path();
    const bool haveServersChanged = m_servers != serversOf(*pipe);
    if (isAnother || m_age.hasExpired((haveServersChanged ? afterChange : whileTheSame).restMs(m_cost)))
        readSlowDetails(*pipe);
    else if (haveServersChanged)
        m_anonymousPipes.clear(); // of other servers
    PipeDetails details{ pipe, std::vector<catalog::Connection>(), m_deletion, m_anonymousPipes, {}, 0 };
    const qint64 before = threadCpuTime();
    if (pipe->kind == catalog::FileKind::Socket) {
        details.connections = m_connections.of(*pipe);
        if (const auto target = access::readTarget(access::PipeFile::of(*pipe)))
            details.who = access::sentenceFor(access::whoCanConnect(*target));
    }
    details.cost = threadCpuTime() - before;
    return details;
}

} // namespace pipeglass::ui
