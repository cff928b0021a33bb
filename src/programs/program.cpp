// SPDX-License-Identifier: MIT
#include "programs/program.h"

#include "core/system/processdescriptor.h"
#include "programs/callfilter.h"
#include "programs/inheritedstate.h"
#include "programs/programfile.h"
#include "programs/programstext.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace pipeglass::programs {

namespace {

std::vector<QByteArray> environmentOf(const ProgramRequest &request)
{
    std::vector<QByteArray> environment = inheritedState().environment;
    for (const QByteArray &entry : request.environment) {
        const QByteArray name = entry.left(entry.indexOf('=') + 1);
        std::erase_if(environment, [&name](const QByteArray &one) { return one.startsWith(name); });
        environment.push_back(entry);
    }
    return environment;
}

std::vector<char *> pointersTo(std::vector<QByteArray> &words)
{
    std::vector<char *> pointers;
    pointers.reserve(words.size() + 1);
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// Everything that the child needs, made before fork(): after it, in a process with threads, only async-signal-safe
/// functions may be called.
struct Plan {
    const InheritedState &state;
    std::vector<char *> files; ///< to try, in order, ended by null
    std::vector<char *> words;
    std::vector<char *> shellWords; ///< for a script without "#!": the file stands at [1]
    std::vector<char *> environment;
    const char *directory = nullptr;
    int gate = -1;
};

/// What the child says first: an errno, and the reports' descriptor where that is 0.
void sendReports(int gate, int error, int reports)
{
    iovec piece{ &error, sizeof error };
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
    msghdr message{};
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    if (reports >= 0) {
        message.msg_control = control;
        message.msg_controllen = sizeof control;
        cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(header), &reports, sizeof reports);
    }
    (void)::sendmsg(gate, &message, MSG_NOSIGNAL);
}

int receiveReports(int gate, UniqueFd &reports)
{
    int error = ECHILD;
    iovec piece{ &error, sizeof error };
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
    msghdr message{};
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    while (::recvmsg(gate, &message, MSG_CMSG_CLOEXEC) < 0 && errno == EINTR) { }
    const cmsghdr *header = CMSG_FIRSTHDR(&message);
    if (error == 0 && header != nullptr && header->cmsg_type == SCM_RIGHTS) {
        int descriptor = -1;
        std::memcpy(&descriptor, CMSG_DATA(header), sizeof descriptor);
        reports = UniqueFd(descriptor);
    }
    return error;
}

void restoreState(const InheritedState &state)
{
    for (int number = 1; number < NSIG; ++number) {
        struct sigaction action { };
        action.sa_handler = ::sigismember(&state.ignored, number) == 1 ? SIG_IGN : SIG_DFL;
        ::sigaction(number, &action, nullptr);
    }
    ::setrlimit(RLIMIT_NOFILE, &state.descriptors);
    ::pthread_sigmask(SIG_SETMASK, &state.blocked, nullptr);
}

/// As execvpe(). Returns the errno of the failure.
int execute(Plan &plan)
{
    int problem = ENOENT;
    for (char **file = plan.files.data(); *file != nullptr; ++file) {
        ::execve(*file, plan.words.data(), plan.environment.data());
        if (errno == ENOEXEC) {
            plan.shellWords[1] = *file;
            ::execve("/bin/sh", plan.shellWords.data(), plan.environment.data());
        }
        if (errno != ENOENT && errno != ENOTDIR && errno != EACCES)
            return errno;
        if (errno == EACCES)
            problem = EACCES;
    }
    return problem;
}

[[noreturn]] void runChild(Plan &plan)
{
    const bool isThere = plan.directory == nullptr || ::chdir(plan.directory) == 0;
    const int reports = isThere ? installCallFilter() : -errno;
    sendReports(plan.gate, reports < 0 ? -reports : 0, reports);
    if (reports < 0)
        ::_exit(1);
    ::close(reports);
    char byte = 0;
    if (::recv(plan.gate, &byte, 1, MSG_WAITALL) != 1)
        ::_exit(1);
    restoreState(plan.state);
    const int error = execute(plan);
    (void)::send(plan.gate, &error, sizeof error, MSG_NOSIGNAL);
    ::_exit(error == ENOENT ? 127 : 126);
}

Error startError(int number, const ProgramRequest &request)
{
    if (number == EBUSY)
        return { ErrorCode::NestedRun, number, request.words.front(), {} };
    if (number == EINVAL || number == ENOSYS || number == EACCES || number == EPERM)
        return { ErrorCode::InterceptionUnsupported, number, request.words.front(), {} };
    return systemError(number, request.words.front());
}

} // namespace

Result<Program> Program::start(const ProgramRequest &request)
{
    std::vector<QByteArray> environment = environmentOf(request);
    auto files = programFiles(request.words.front(), environment, request.directory);
    if (!request.directory.isEmpty() && ::access(request.directory.constData(), X_OK) != 0)
        return failure(systemError(errno, request.directory));
    if (!files)
        return failure(files.error());
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return failure(systemError(errno, request.words.front()));
    Program program;
    program.m_gate = UniqueFd(ends[0]);
    UniqueFd theirs(ends[1]);
    std::vector<QByteArray> words = request.words;
    std::vector<QByteArray> shellWords = request.words;
    shellWords.insert(shellWords.begin(), QByteArray("sh"));
    Plan plan{ inheritedState(),
               pointersTo(*files),
               pointersTo(words),
               pointersTo(shellWords),
               pointersTo(environment),
               request.directory.isEmpty() ? nullptr : request.directory.constData(),
               theirs.get() };
    program.m_pid = ::fork();
    if (program.m_pid == 0)
        runChild(plan);
    if (program.m_pid < 0)
        return failure(systemError(errno, request.words.front()));
    theirs.reset();
    program.m_process = openProcess(program.m_pid);
    if (const int error = receiveReports(program.m_gate.get(), program.m_reports); error != 0)
        return failure(startError(error, request));
    if (!program.m_process.isValid() || !program.m_reports.isValid())
        return failure(ErrorCode::OutOfDescriptors);
    return program;
}

Program::~Program()
{
    if (m_isRunning || !m_gate.isValid() || m_pid <= 0)
        return;
    m_gate.reset();
    while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) { }
}

void Program::run()
{
    m_isRunning = true;
    const char byte = 1;
    (void)::send(m_gate.get(), &byte, 1, MSG_NOSIGNAL);
}

std::optional<int> Program::waitStatus()
{
    int status = 0;
    const pid_t ended = ::waitpid(m_pid, &status, WNOHANG);
    if (ended == 0)
        return std::nullopt;
    if (ended < 0)
        status = W_EXITCODE(1, 0);
    if (::recv(m_gate.get(), &m_executionError, sizeof m_executionError, MSG_DONTWAIT) != sizeof m_executionError)
        m_executionError = 0;
    return status;
}

} // namespace pipeglass::programs
