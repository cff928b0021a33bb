// SPDX-License-Identifier: MIT
#include "support/identity.h"

#include <QtGlobal>

#include <grp.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace pipeglass::test {

namespace {

[[noreturn]] void serve(int link, uid_t uid, const std::vector<gid_t> &groups, const std::function<int()> &task)
{
    const gid_t primary = groups.front();
    if (::setgroups(groups.size(), groups.data()) != 0 || ::setresgid(primary, primary, primary) != 0
        || ::setresuid(uid, uid, uid) != 0)
        ::_exit(1);
    char order = 0;
    while (::read(link, &order, 1) == 1 && order != 0) {
        const int answer = task();
        if (::write(link, &answer, sizeof(answer)) != sizeof(answer))
            break;
    }
    ::_exit(0);
}

} // namespace

Identity::Identity(uid_t uid, std::vector<gid_t> groups, std::function<int()> task)
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        qFatal("no socket pair");
    m_pid = ::fork();
    if (m_pid == 0) {
        ::close(ends[0]);
        serve(ends[1], uid, groups, task);
    }
    ::close(ends[1]);
    m_link = UniqueFd(ends[0]);
}

Identity::~Identity()
{
    if (!m_link.isValid())
        return;
    // Later children inherit our end, so closing it would not be noticed.
    const char end = 0;
    if (::write(m_link.get(), &end, 1) == 1)
        ::waitpid(m_pid, nullptr, 0);
}

void Identity::start() const
{
    const char order = 1;
    if (::write(m_link.get(), &order, 1) != 1)
        qFatal("the child is gone");
}

int Identity::finish() const
{
    int answer = -1;
    if (::read(m_link.get(), &answer, sizeof(answer)) != sizeof(answer))
        qFatal("the child is gone");
    return answer;
}

} // namespace pipeglass::test
