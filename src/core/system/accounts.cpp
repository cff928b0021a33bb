// SPDX-License-Identifier: MIT
#include "core/system/accounts.h"

#include <QCoreApplication>
#include <QHash>

#include <cerrno>
#include <mutex>
#include <vector>

#include <grp.h>
#include <pwd.h>

namespace pipeglass {

namespace {

template <typename Entry, typename Lookup, typename Name>
QString ask(quint32 id, Lookup lookup, Name name)
{
    std::vector<char> buffer(4096);
    Entry entry{};
    Entry *found = nullptr;
    // A group with thousands of members needs a large buffer; above 16 MiB the number is shown instead.
    while (lookup(id, &entry, buffer.data(), buffer.size(), &found) == ERANGE && buffer.size() < (16U << 20U))
        buffer.resize(buffer.size() * 4);
    return found == nullptr ? QString::number(id) : QString::fromLocal8Bit(name(*found));
}

class NameCache {
public:
    template <typename Ask>
    QString name(quint32 id, Ask askSystem)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (const auto known = m_names.constFind(id); known != m_names.cend())
                return *known;
        }
        QString name = askSystem(id);
        const std::lock_guard lock(m_mutex);
        return m_names.insert(id, name).value();
    }

private:
    std::mutex m_mutex;
    QHash<quint32, QString> m_names;
};

} // namespace

QString userName(uid_t uid)
{
    if (uid == unknownUid)
        return QCoreApplication::translate("Accounts", "unknown");
    static NameCache cache;
    return cache.name(
        uid, [](quint32 id) { return ask<passwd>(id, getpwuid_r, [](const passwd &entry) { return entry.pw_name; }); });
}

QString groupName(gid_t gid)
{
    static NameCache cache;
    return cache.name(
        gid, [](quint32 id) { return ask<group>(id, getgrgid_r, [](const group &entry) { return entry.gr_name; }); });
}

} // namespace pipeglass
