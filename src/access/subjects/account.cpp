// SPDX-License-Identifier: MIT
#include "access/subjects/account.h"

#include <algorithm>
#include <cerrno>

#include <grp.h>
#include <pwd.h>

namespace pipeglass::access {

namespace {

constexpr size_t firstBuffer = 4096;
constexpr size_t largestBuffer = size_t{ 16 } << 20U;

/// Calls getpwnam_r or a similar function, with a larger buffer on ERANGE.
template <typename Entry, typename Key, typename Lookup>
std::optional<Entry> lookUp(Key key, Lookup lookup, std::vector<char> &buffer)
{
    Entry entry{};
    Entry *found = nullptr;
    buffer.resize(firstBuffer);
    while (lookup(key, &entry, buffer.data(), buffer.size(), &found) == ERANGE && buffer.size() < largestBuffer)
        buffer.resize(buffer.size() * 4);
    return found == nullptr ? std::nullopt : std::optional(entry);
}

std::optional<quint32> number(const QByteArray &text)
{
    bool good = false;
    const quint32 value = text.toUInt(&good, 10);
    const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return good && digits && value != UINT32_MAX ? std::optional(value) : std::nullopt;
}

std::vector<gid_t> groupsOf(const char *name, gid_t primary)
{
    int count = 64;
    std::vector<gid_t> groups(static_cast<size_t>(count));
    while (::getgrouplist(name, primary, groups.data(), &count) < 0 && count > static_cast<int>(groups.size()))
        groups.resize(static_cast<size_t>(count));
    groups.resize(static_cast<size_t>(std::max(count, 0)));
    return groups;
}

Account fromEntry(const passwd &entry) { return { entry.pw_uid, groupsOf(entry.pw_name, entry.pw_gid) }; }

} // namespace

Result<Account> findUser(const QByteArray &nameOrNumber)
{
    std::vector<char> buffer;
    if (!nameOrNumber.isEmpty() && !nameOrNumber.contains('\0')) {
        if (const auto entry = lookUp<passwd>(nameOrNumber.constData(), getpwnam_r, buffer))
            return fromEntry(*entry);
    }
    if (const auto uid = number(nameOrNumber))
        return accountOf(*uid);
    return failure(ErrorCode::UnknownAccount, nameOrNumber);
}

Account accountOf(uid_t uid)
{
    std::vector<char> buffer;
    const auto entry = lookUp<passwd>(uid, getpwuid_r, buffer);
    return entry ? fromEntry(*entry) : Account{ uid, {} };
}

Result<gid_t> findGroup(const QByteArray &nameOrNumber)
{
    std::vector<char> buffer;
    if (!nameOrNumber.isEmpty() && !nameOrNumber.contains('\0')) {
        if (const auto entry = lookUp<group>(nameOrNumber.constData(), getgrnam_r, buffer))
            return entry->gr_gid;
    }
    if (const auto gid = number(nameOrNumber))
        return *gid;
    return failure(ErrorCode::UnknownAccount, nameOrNumber);
}

std::vector<QString> allUserNames()
{
    std::vector<QString> names;
    std::vector<char> buffer(largestBuffer >> 4U);
    passwd entry{};
    passwd *found = nullptr;
    ::setpwent();
    while (::getpwent_r(&entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr)
        names.push_back(QString::fromLocal8Bit(entry.pw_name));
    ::endpwent();
    return names;
}

std::vector<QString> allGroupNames()
{
    std::vector<QString> names;
    std::vector<char> buffer(largestBuffer >> 4U);
    group entry{};
    group *found = nullptr;
    ::setgrent();
    while (::getgrent_r(&entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr)
        names.push_back(QString::fromLocal8Bit(entry.gr_name));
    ::endgrent();
    return names;
}

} // namespace pipeglass::access
