// SPDX-License-Identifier: MIT
#include "helper/change.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace pipeglass::helper {

namespace {

constexpr uint32_t aclVersion = 2;
constexpr const char *aclName = "system.posix_acl_access";
constexpr int64_t nanosecondsPerSecond = 1'000'000'000;

/// The attribute's value: a version, then the entries.
struct AclBytes {
    uint32_t version = aclVersion;
    std::array<Entry, maxEntries> entries{};
};

/// The path of an open file through /proc/self/fd.
struct ProcPath {
    explicit ProcPath(int fd) { std::snprintf(text.data(), text.size(), "/proc/self/fd/%d", fd); }
    std::array<char, 40> text{};
};

struct State {
    struct statx file { };
    AclBytes acl;
    uint32_t entryCount = 0; ///< 0: no ACL

    [[nodiscard]] uint32_t mode() const { return file.stx_mode & 07777U; }
};

int readState(int fd, State &state)
{
    if (::statx(fd, "", AT_EMPTY_PATH, STATX_BASIC_STATS | STATX_BTIME, &state.file) != 0)
        return errno;
    const ssize_t size = ::getxattr(ProcPath(fd).text.data(), aclName, &state.acl, sizeof(state.acl));
    if (size < 0 && errno != ENODATA && errno != EOPNOTSUPP)
        return errno;
    state.entryCount =
        size < 0 ? 0 : static_cast<uint32_t>((static_cast<size_t>(size) - sizeof(uint32_t)) / sizeof(Entry));
    return 0;
}

int setMode(int fd, uint32_t mode)
{
    constexpr long fchmodat2 = 452; // Linux 6.6; not in every libc's headers yet
    if (::syscall(fchmodat2, fd, "", mode, AT_EMPTY_PATH) == 0)
        return 0;
    if (errno != ENOSYS && errno != EPERM)
        return errno;
    return ::chmod(ProcPath(fd).text.data(), mode) == 0 ? 0 : errno;
}

int setAcl(int fd, const AclBytes &acl, uint32_t count)
{
    const size_t size = sizeof(uint32_t) + count * sizeof(Entry);
    return ::setxattr(ProcPath(fd).text.data(), aclName, &acl, size, 0) == 0 ? 0 : errno;
}

/// An ACL equivalent to the mode. Setting it removes a longer one and keeps the mode, in one step.
AclBytes minimalAcl(uint32_t mode)
{
    const auto bits = [mode](uint32_t shift) { return static_cast<uint16_t>((mode >> shift) & 7U); };
    AclBytes acl;
    acl.entries = { Entry{ 0x01, bits(6), UINT32_MAX }, { 0x04, bits(3), UINT32_MAX }, { 0x20, bits(0), UINT32_MAX } };
    return acl;
}

int setPermissions(int fd, bool listThere, uint32_t mode, const AclBytes &acl, uint32_t count)
{
    if (count > 0)
        return setAcl(fd, acl, count);
    if (listThere) {
        if (const int error = setAcl(fd, minimalAcl(mode), 3); error != 0)
            return error;
    }
    return setMode(fd, mode);
}

bool isSensible(const Request &request)
{
    constexpr uint32_t all = SetPermissions | SetOwner | SetGroup;
    constexpr uint32_t none = UINT32_MAX; // chown() leaves this one unchanged
    return request.magic == requestMagic && request.what != 0 && (request.what & ~all) == 0 && request.newMode <= 0777
        && request.entryCount <= maxEntries && request.links > 0
        && ((request.what & SetOwner) == 0 || request.newOwner != none)
        && ((request.what & SetGroup) == 0 || request.newGroup != none);
}

Outcome check(int fd, const Request &request, State &before, int &error)
{
    const int flags = ::fcntl(fd, F_GETFL);
    struct statfs system { };
    if (flags < 0 || (flags & O_PATH) == 0 || ::fstatfs(fd, &system) != 0 || system.f_type == SOCKFS_MAGIC)
        return Outcome::WrongDescriptor;
    error = readState(fd, before);
    if (error != 0)
        return Outcome::Failed;
    const struct statx &file = before.file;
    if (!S_ISSOCK(file.stx_mode))
        return Outcome::NotASocket;
    const int64_t birth =
        (file.stx_mask & STATX_BTIME) == 0 ? 0 : file.stx_btime.tv_sec * nanosecondsPerSecond + file.stx_btime.tv_nsec;
    if (::makedev(file.stx_dev_major, file.stx_dev_minor) != request.device || file.stx_ino != request.inode
        || birth != request.birth || file.stx_uid != request.owner || file.stx_nlink != request.links)
        return Outcome::Replaced;
    if (before.mode() != request.mode || file.stx_gid != request.group)
        return Outcome::ChangedMeanwhile;
    // A change of owner clears set-id bits, which could not be undone.
    if (before.mode() > 0777 && (request.what & (SetOwner | SetGroup)) != 0)
        return Outcome::BadRequest;
    return Outcome::Done;
}

/// The file's complete state after the request.
State wanted(const State &before, const Request &request)
{
    State after = before;
    if ((request.what & SetOwner) != 0)
        after.file.stx_uid = request.newOwner;
    if ((request.what & SetGroup) != 0)
        after.file.stx_gid = request.newGroup;
    if ((request.what & SetPermissions) == 0)
        return after;
    const uint32_t kept = static_cast<uint32_t>(before.file.stx_mode) & ~0777U;
    after.file.stx_mode = static_cast<uint16_t>(kept | request.newMode);
    after.entryCount = request.entryCount;
    after.acl.entries = request.entries;
    return after;
}

/// Applies `after` to a file in state `now`; `step` is the failed step.
int act(int fd, const State &now, const State &after, uint32_t &step)
{
    const bool owner = now.file.stx_uid != after.file.stx_uid;
    const bool group = now.file.stx_gid != after.file.stx_gid;
    if (owner || group) {
        // Group and others get no access while the owner changes.
        step = SetPermissions;
        if (const int error = setMode(fd, now.mode() & after.mode() & 0700U); error != 0)
            return error;
        step = owner ? SetOwner : SetGroup;
        if (::fchownat(fd, "", after.file.stx_uid, after.file.stx_gid, AT_EMPTY_PATH) != 0)
            return errno;
    }
    step = SetPermissions;
    return setPermissions(fd, now.entryCount > 0, after.mode(), after.acl, after.entryCount);
}

bool same(const State &a, const State &b)
{
    return a.file.stx_mode == b.file.stx_mode && a.file.stx_uid == b.file.stx_uid && a.file.stx_gid == b.file.stx_gid
        && a.entryCount == b.entryCount
        && std::memcmp(a.acl.entries.data(), b.acl.entries.data(), a.entryCount * sizeof(Entry)) == 0;
}

} // namespace

Answer perform(int fd, const Request &request)
{
    Answer answer{ requestMagic, Outcome::BadRequest, 0, 0 };
    if (!isSensible(request))
        return answer;
    State before;
    answer.outcome = check(fd, request, before, answer.systemError);
    if (answer.outcome != Outcome::Done)
        return answer;
    const State after = wanted(before, request);
    answer.systemError = act(fd, before, after, answer.failedStep);
    State now;
    int looking = readState(fd, now);
    if (answer.systemError == 0 && looking == 0 && same(now, after))
        return answer;
    if (answer.systemError == 0) {
        answer.failedStep = 0;
        answer.systemError = looking != 0 ? looking : EIO;
    }
    uint32_t ignored = 0;
    if (looking == 0 && !same(now, before) && act(fd, now, before, ignored) == 0)
        looking = readState(fd, now);
    answer.outcome = looking == 0 && same(now, before) ? Outcome::Failed : Outcome::HalfDone;
    return answer;
}

} // namespace pipeglass::helper
