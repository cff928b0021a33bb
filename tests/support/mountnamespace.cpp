// SPDX-License-Identifier: MIT
#include "support/mountnamespace.h"

#include <grp.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

namespace pipeglass::test {

namespace {

constexpr int impossible = 99;

int inChild(const std::function<bool()> &prepare, const std::function<int()> &task)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(prepare() ? task() : impossible);
    int status = -1;
    if (child < 0 || ::waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) == impossible)
        return -1;
    return WEXITSTATUS(status);
}

} // namespace

int inMountNamespace(const std::function<int()> &task)
{
    return inChild(
        [] { return ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0; },
        task);
}

int asUser(unsigned uid, const std::function<int()> &task)
{
    return inChild(
        [uid] {
            return ::setgroups(0, nullptr) == 0 && ::setresgid(uid, uid, uid) == 0 && ::setresuid(uid, uid, uid) == 0;
        },
        task);
}

} // namespace pipeglass::test
