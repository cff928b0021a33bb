// SPDX-License-Identifier: MIT
#include "catalog/namespaces/mountnamespaces.h"

#include "catalog/kernel/procfs.h"
#include "catalog/namespaces/namespacelabel.h"
#include "core/bytetext.h"
#include "core/system/process.h"
#include "core/system/procfile.h"

#include <sys/stat.h>

namespace pipeglass::catalog {

QByteArray MountNamespaces::View::fromHere(const QByteArray &path) const { return procPath(pid, "root") + path; }

std::optional<MountNamespaces::Key> MountNamespaces::keyOf(pid_t pid)
{
    struct stat space { };
    struct stat root { };
    if (::stat(procPath(pid, "ns/mnt").constData(), &space) != 0
        || ::stat(procPath(pid, "root").constData(), &root) != 0)
        return {};
    return Key{ space.st_ino, { root.st_dev, root.st_ino } };
}

const MountNamespaces::View *MountNamespaces::of(pid_t pid, bool *known)
{
    if (!m_own)
        m_own = keyOf(::getpid());
    const std::optional<Key> &own = *m_own;
    auto [key, isNew] = m_keys.try_emplace(pid);
    if (isNew)
        key->second = keyOf(pid);
    if (known != nullptr)
        *known = key->second.has_value() && own.has_value();
    if (!key->second || !own || *key->second == *own)
        return nullptr;
    const auto [view, isFirst] = m_views.try_emplace(*key->second);
    if (isFirst)
        view->second = { pid, label(pid) };
    return &view->second;
}

std::vector<MountNamespaces::View> MountNamespaces::all()
{
    for (const pid_t pid : processIds()) // ascending, so the first of each is the lowest
        (void)of(pid);
    std::vector<View> views;
    views.reserve(m_views.size());
    for (const auto &[key, view] : m_views)
        views.push_back(view);
    return views;
}

QString MountNamespaces::label(pid_t pid)
{
    const QString fromGroup = namespaceLabel(readProcFile(procPath(pid, "cgroup").constData()).value_or(QByteArray()));
    if (!fromGroup.isEmpty())
        return fromGroup;
    const ProcessInfo process = describeProcess(pid, 0);
    const QString number = QString::number(pid);
    return process.program.isEmpty() ? number : escapedText(process.program) + QLatin1Char(' ') + number;
}

} // namespace pipeglass::catalog
