// SPDX-License-Identifier: MIT
#include "support/helperrequest.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace pipeglass::test {

helper::Request fittingRequest(int fd, uint32_t mode)
{
    struct statx file { };
    ::statx(fd, "", AT_EMPTY_PATH, STATX_BASIC_STATS | STATX_BTIME, &file);
    helper::Request request{};
    request.magic = helper::requestMagic;
    request.what = helper::SetPermissions;
    request.device = ::makedev(file.stx_dev_major, file.stx_dev_minor);
    request.inode = file.stx_ino;
    if ((file.stx_mask & STATX_BTIME) != 0)
        request.birth = file.stx_btime.tv_sec * 1'000'000'000 + file.stx_btime.tv_nsec;
    request.links = file.stx_nlink;
    request.owner = file.stx_uid;
    request.group = file.stx_gid;
    request.mode = file.stx_mode & 07777U;
    request.newMode = mode;
    return request;
}

} // namespace pipeglass::test
