// SPDX-License-Identifier: MIT
#include "doctor/examiner.h"

#include "core/clock.h"
#include "peek/peek.h"

#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::doctor {

using catalog::PipeEntry;
using catalog::PipeState;

namespace {

std::optional<QByteArray> front(const PipeEntry &pipe, const catalog::Connection &connection, bool toServer)
{
    constexpr qsizetype enough = 256;
    for (const peek::Direction &direction : peek::peekAt(pipe.path(), { connection })) {
        if ((direction.to == peek::Receiver::Server) == toServer && !direction.error)
            return direction.payload.left(enough);
    }
    return {};
}

} // namespace

Examiner::Examiner(catalog::ScanOptions options, const cleaning::Machine &machine)
    : m_options(std::move(options))
    , m_machine(machine)
    , m_look{ std::make_shared<catalog::Snapshot>(), {} }
{
    m_clock.start();
}

void Examiner::look(qint64 atMs)
{
    m_look = catalog::scanWithConnections(m_options);
    m_observation.add(m_look, atMs, front);
}

const cleaning::Cleaners &Examiner::cleaners()
{
    constexpr qint64 goodForMs = 60'000;
    if (!m_cleaners || m_cleanersAge.hasExpired(goodForMs)) {
        m_cleaners = std::make_unique<cleaning::Cleaners>(m_machine);
        m_cleanersAge.start();
    }
    return *m_cleaners;
}

std::optional<cleaning::Deletion> Examiner::deletionOf(const QByteArray &path)
{
    const auto candidate = cleaning::examine(path);
    return candidate ? cleaners().deletion(*candidate, m_live, wallTime().unixNanoseconds) : std::nullopt;
}

PipeFacts Examiner::factsOf(const PipeEntry &pipe)
{
    PipeFacts facts;
    if (!pipe.hasFile || pipe.kind != catalog::FileKind::Socket)
        return facts;
    struct stat status { };
    if (::stat(pipe.directory.constData(), &status) == 0) {
        facts.directory = { status.st_dev, status.st_ino };
        facts.isDirectorySticky = (status.st_mode & S_ISVTX) != 0;
    }
    if (pipe.state != PipeState::Listening && pipe.state != PipeState::Bound && pipe.state != PipeState::ShutDown)
        return facts;
    if (auto target = access::readTarget(access::PipeFile::of(pipe)))
        facts.target = std::move(*target);
    // Cleaners use paths of our own namespace only.
    if (pipe.namespaceLabel.isEmpty())
        facts.deletion = deletionOf(pipe.path());
    return facts;
}

std::vector<Finding> Examiner::findings()
{
    Facts facts;
    facts.look = m_look;
    facts.asker = ::geteuid();
    const std::optional<QByteArray> sockets = m_machine.socketList();
    m_live = sockets ? cleaning::ProcNetUnixNames(cleaning::procNetUnixNames(*sockets)) : std::nullopt;
    for (const catalog::PipeEntryPtr &pipe : m_look.snapshot->entries)
        facts.pipes.push_back(factsOf(*pipe));
    facts.lacking = ProcessReader::lacking();
    facts.seeking = m_processes.seeking(m_look, facts.pipes);
    return doctor::findings(facts, m_observation);
}

} // namespace pipeglass::doctor
