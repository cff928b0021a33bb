// SPDX-License-Identifier: MIT
#include "doctor/findings.h"

#include "access/permissions/pathwalk.h"
#include "catalog/entries/pipename.h"
#include "core/files/localaddress.h"
#include "doctor/accessfindings.h"
#include "endpoints/diagnosticsowner.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace pipeglass::doctor {

using catalog::Connection;
using catalog::FileKind;
using catalog::PipeEntry;
using catalog::PipeEntryPtr;
using catalog::PipeState;

namespace {

/// Up to 103 bytes are possible on macOS and the BSDs.
constexpr qsizetype maxPathElsewhere = 103;
constexpr qint64 secondsPerDay = 86'400;

Finding about(FindingId id, Severity severity, const PipeEntryPtr &pipe)
{
    return { id, severity, pipe, pipe->name(), pipe->path() };
}

bool isLive(const PipeEntry &pipe)
{
    return pipe.kind == FileKind::Socket
        && (pipe.state == PipeState::Listening || pipe.state == PipeState::Bound || pipe.state == PipeState::ShutDown);
}

void appendOnce(QList<ProcessInfo> &processes, const std::optional<ProcessInfo> &process)
{
    if (process && !processes.contains(*process))
        processes.append(*process);
}

/// The client of an accepted connection: nobody if it has ended, a process without a number if it is not visible.
std::optional<ProcessInfo> clientOf(const Connection &connection)
{
    if (connection.hasClientEnded())
        return {};
    return connection.client.value_or(ProcessInfo());
}

/// Makes the findings of one set of facts.
class Examination {
public:
    Examination(const Facts &facts, const Observation &observation)
        : m_facts(facts)
        , m_observation(observation)
    {
    }

    std::vector<Finding> run()
    {
        for (size_t row = 0; row < m_facts.look.snapshot->entries.size(); ++row) {
            addLeftover(row);
            addLostListener(row);
            addQueues(row);
            addPlace(row);
            addAccessFindings(m_facts, row, m_found);
        }
        for (auto &[owner, finding] : m_leftovers)
            m_found.push_back(std::move(finding));
        addDirectoryFindings(m_facts, m_found);
        std::stable_sort(m_found.begin(), m_found.end(), [](const Finding &a, const Finding &b) {
            return std::tie(a.severity, a.path) < std::tie(b.severity, b.path);
        });
        return std::move(m_found);
    }

private:
    [[nodiscard]] const PipeEntryPtr &at(size_t row) const { return m_facts.look.snapshot->entries[row]; }
    [[nodiscard]] const std::vector<Connection> &connections(size_t row) const { return m_facts.look.connections[row]; }

    void addLeftover(size_t row)
    {
        const PipeEntryPtr &pipe = at(row);
        if (pipe->state != PipeState::Stale)
            return;
        if (const auto owner = endpoints::diagnosticsOwner(pipe->fileName)) {
            addRuntimeFile(pipe, *owner);
            return;
        }
        if (pipe->kind != FileKind::Socket)
            return;
        const bool isDotNetName = pipe->fileName.startsWith(catalog::filePrefix);
        if (pipe->uid != m_facts.asker && m_facts.pipes[row].isDirectorySticky)
            m_found.push_back(about(FindingId::NameInUse, Severity::Warning, pipe));
        else
            m_found.push_back(about(FindingId::Stale, isDotNetName ? Severity::Warning : Severity::Note, pipe));
    }

    /// One finding for all files of a process.
    void addRuntimeFile(const PipeEntryPtr &pipe, const endpoints::DiagnosticsOwner &owner)
    {
        const auto [found, isNew] = m_leftovers.try_emplace(
            { pipe->directory, owner.pid, owner.startTime }, about(FindingId::RuntimeLeftover, Severity::Note, pipe));
        Finding &finding = found->second;
        // The diagnostics socket is better known than the debugger's FIFOs.
        if (!isNew && pipe->kind == FileKind::Socket && finding.pipe->kind != FileKind::Socket) {
            std::vector<QByteArray> files = std::move(finding.files);
            finding = about(FindingId::RuntimeLeftover, Severity::Note, pipe);
            finding.files = std::move(files);
        }
        finding.count = owner.pid;
        finding.files.push_back(pipe->path());
    }

    void addLostListener(size_t row)
    {
        const PipeEntryPtr &pipe = at(row);
        if (pipe->tappedBy || !m_observation.hasLasted(*pipe))
            return;
        if (pipe->state == PipeState::Orphaned) {
            m_found.push_back(about(FindingId::Orphaned, Severity::Error, pipe));
        } else if (pipe->state == PipeState::ShutDown) {
            m_found.push_back(about(FindingId::ShutDown, Severity::Error, pipe));
        } else if (pipe->state == PipeState::TakenOver) {
            Finding finding = about(FindingId::TakenOver, Severity::Error, pipe);
            finding.others = successors(*pipe);
            m_found.push_back(std::move(finding));
        }
    }

    /// The processes that serve the path now.
    [[nodiscard]] QList<ProcessInfo> successors(const PipeEntry &lost) const
    {
        for (const PipeEntryPtr &pipe : m_facts.look.snapshot->entries) {
            if (pipe->hasFile && pipe->fileName == lost.fileName && pipe->directory == lost.directory && pipe->server)
                return *pipe->server;
        }
        return {};
    }

    void addQueues(size_t row)
    {
        const PipeEntryPtr &pipe = at(row);
        if (m_observation.isFull(*pipe)) {
            Finding finding = about(FindingId::BacklogFull, Severity::Error, pipe);
            finding.count = pipe->waiting.value_or(0);
            m_found.push_back(std::move(finding));
        } else {
            addWaiting(row);
        }
        for (const Connection &connection : connections(row)) {
            addUnread(pipe, connection, true);
            addUnread(pipe, connection, false);
        }
    }

    void addWaiting(size_t row)
    {
        Finding finding = about(FindingId::WaitingClient, Severity::Warning, at(row));
        for (const Connection &connection : connections(row)) {
            if (!connection.isWaiting) {
                appendOnce(finding.others, clientOf(connection));
            } else if (m_observation.isWaiting(connection)) {
                ++finding.count;
                appendOnce(finding.processes, connection.client);
            }
        }
        if (finding.count > 0)
            m_found.push_back(std::move(finding));
    }

    void addUnread(const PipeEntryPtr &pipe, const Connection &connection, bool toServer)
    {
        if (connection.isWaiting || !m_observation.isUnread(connection, toServer))
            return;
        Finding finding = about(FindingId::Unread, Severity::Warning, pipe);
        finding.count = (toServer ? connection.unreadByServer : connection.unreadByClient).value_or(0);
        appendOnce(finding.processes, toServer ? connection.server : connection.client);
        appendOnce(finding.others, toServer ? clientOf(connection) : connection.server.value_or(ProcessInfo()));
        m_found.push_back(std::move(finding));
    }

    void addPlace(size_t row)
    {
        const PipeEntryPtr &pipe = at(row);
        if (!pipe->hasFile || !isLive(*pipe))
            return;
        if (const auto &deletion = m_facts.pipes[row].deletion) {
            const bool isSoon = deletion->inSeconds < secondsPerDay;
            const Severity severity = !deletion->scheduled ? Severity::Note
                : isSoon                                   ? Severity::Error
                                                           : Severity::Warning;
            Finding finding = about(FindingId::Cleaner, severity, pipe);
            finding.deletion = deletion;
            m_found.push_back(std::move(finding));
        }
        const qsizetype size = access::pathInside(pipe->path()).size();
        if (size > maxSocketPath)
            m_found.push_back(about(FindingId::PathTooLong, Severity::Error, pipe));
        else if (size > maxPathElsewhere && pipe->fileName.startsWith(catalog::filePrefix))
            m_found.push_back(about(FindingId::PathTooLong, Severity::Note, pipe));
    }

    const Facts &m_facts;
    const Observation &m_observation;
    std::vector<Finding> m_found;
    std::map<std::tuple<QByteArray, quint64, quint64>, Finding> m_leftovers; ///< by directory, pid and start time
};

} // namespace

std::vector<Finding> findings(const Facts &facts, const Observation &observation)
{
    return Examination(facts, observation).run();
}

Finding tooLongName(const QByteArray &name, const QByteArray &path)
{
    return { FindingId::PathTooLong, Severity::Error, nullptr, name, path };
}

} // namespace pipeglass::doctor
