// SPDX-License-Identifier: MIT
#include "programs/callfilter.h"

#include <array>
#include <cerrno>
#include <cstddef>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV
#define SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV (1UL << 5)
#endif

namespace pipeglass::programs {

namespace {

#if defined(__x86_64__)
constexpr unsigned nativeArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned nativeArchitecture = AUDIT_ARCH_AARCH64;
#elif defined(__riscv) && __riscv_xlen == 64
constexpr unsigned nativeArchitecture = AUDIT_ARCH_RISCV64;
#elif defined(__s390x__)
constexpr unsigned nativeArchitecture = AUDIT_ARCH_S390X;
#elif defined(__powerpc64__) && defined(__LITTLE_ENDIAN__)
constexpr unsigned nativeArchitecture = AUDIT_ARCH_PPC64LE;
#else
constexpr unsigned nativeArchitecture = 0; // no call is reported
#endif

int installOnce(const sock_fprog &program)
{
    // A call that is being handled waits for the answer even if a signal comes: its effect must not be repeated.
    constexpr unsigned long flags = SECCOMP_FILTER_FLAG_NEW_LISTENER | SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV;
    long listener = ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags, &program);
    if (listener < 0 && errno == EINVAL) // before Linux 5.19
        listener = ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
    return listener < 0 ? -errno : static_cast<int>(listener);
}

} // namespace

int installCallFilter()
{
    std::array<sock_filter, 7> code{ {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, nativeArchitecture, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_connect, 2, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_listen, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF),
    } };
    const sock_fprog program{ static_cast<unsigned short>(code.size()), code.data() };
    int listener = installOnce(program);
    if (listener == -EACCES && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
        listener = installOnce(program);
    return listener;
}

bool isCallFilterAvailable()
{
    constexpr unsigned action = SECCOMP_RET_USER_NOTIF;
    return nativeArchitecture != 0 && ::syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

} // namespace pipeglass::programs
