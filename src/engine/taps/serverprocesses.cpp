// SPDX-License-Identifier: MIT
#include "engine/taps/serverprocesses.h"

#include "core/system/processdescriptor.h"

#include <QSocketNotifier>

#include <cerrno>
#include <utility>

namespace pipeglass::engine {

ServerProcesses::ServerProcesses() = default;

ServerProcesses::~ServerProcesses() = default;

void ServerProcesses::add(pid_t process)
{
    if (m_running.count(process) > 0)
        return;
    Process one{ process > 0 ? openProcess(process) : UniqueFd(), {} };
    if (!one.descriptor.isValid() && process > 0 && errno == ESRCH) {
        if (m_running.empty() && !std::exchange(m_haveEnded, true))
            Q_EMIT ended();
        return;
    }
    m_haveEnded = false;
    if (one.descriptor.isValid()) {
        one.end = std::make_unique<QSocketNotifier>(one.descriptor.get(), QSocketNotifier::Read);
        connect(one.end.get(), &QSocketNotifier::activated, this, [this, process] { remove(process); });
    }
    m_running.insert_or_assign(process, std::move(one));
}

void ServerProcesses::remove(pid_t process)
{
    const auto found = m_running.find(process);
    found->second.end->setEnabled(false);
    found->second.end.release()->deleteLater(); // it is calling us
    m_running.erase(found);
    if (!m_running.empty())
        return;
    m_haveEnded = true;
    Q_EMIT ended();
}

} // namespace pipeglass::engine
