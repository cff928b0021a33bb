// SPDX-License-Identifier: MIT
#include "exchange/heldsocket.h"

#include "core/path.h"
#include "helper/change.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace pipeglass::exchange {

namespace {

constexpr qsizetype aclHeader = sizeof(quint32);

QByteArray accessListOf(int file)
{
    const QByteArray path = descriptorPath(file);
    std::array<char, static_cast<size_t>(aclHeader) + helper::maxEntries * sizeof(helper::Entry)> bytes{};
    const ssize_t size = ::getxattr(path.constData(), "system.posix_acl_access", bytes.data(), bytes.size());
    return size > aclHeader ? QByteArray(bytes.data(), size) : QByteArray();
}

helper::Request requestFor(const HeldSocket &from, const HeldSocket &to)
{
    helper::Request request{};
    request.magic = helper::requestMagic;
    request.what = helper::SetPermissions | (from.facts.uid != to.facts.uid ? helper::SetOwner : 0U)
        | (from.facts.gid != to.facts.gid ? helper::SetGroup : 0U);
    request.device = to.facts.file.id.device;
    request.inode = to.facts.file.id.inode;
    request.birth = to.facts.file.birthNanoseconds;
    request.links = to.facts.links;
    request.owner = to.facts.uid;
    request.group = to.facts.gid;
    request.mode = to.facts.mode & 07777U;
    request.newOwner = from.facts.uid;
    request.newGroup = from.facts.gid;
    request.newMode = from.facts.mode & 0777U;
    if (const qsizetype size = from.accessList.size() - aclHeader; size > 0) {
        request.entryCount = static_cast<uint32_t>(static_cast<size_t>(size) / sizeof(helper::Entry));
        std::memcpy(request.entries.data(), from.accessList.constData() + aclHeader, static_cast<size_t>(size));
    }
    return request;
}

} // namespace

Result<HeldSocket> holdSocket(int directory, const QByteArray &leaf)
{
    Result<UniqueFd> file = openLeaf(directory, leaf);
    return file ? holdSocket(*std::move(file)) : failure(file.error());
}

Result<HeldSocket> holdSocket(UniqueFd file)
{
    const Result<FileFacts> facts = factsOf(file.get());
    if (!facts)
        return failure(facts.error());
    if (!S_ISSOCK(facts->mode))
        return failure(ErrorCode::NotASocket);
    QByteArray accessList = accessListOf(file.get());
    return HeldSocket{ std::move(file), *facts, std::move(accessList) };
}

bool samePermissions(const HeldSocket &a, const HeldSocket &b)
{
    return a.facts.uid == b.facts.uid && a.facts.gid == b.facts.gid && ((a.facts.mode ^ b.facts.mode) & 0777U) == 0
        && a.accessList == b.accessList;
}

Status copyPermissions(const HeldSocket &from, const HeldSocket &to, const QByteArray &path)
{
    if (samePermissions(from, to))
        return {};
    const helper::Answer answer = helper::perform(to.fd.get(), requestFor(from, to));
    if (answer.outcome == helper::Outcome::Done)
        return {};
    if (answer.outcome == helper::Outcome::Replaced || answer.outcome == helper::Outcome::ChangedMeanwhile)
        return failure(ErrorCode::Replaced, path);
    if (answer.systemError == EPERM || answer.systemError == EACCES)
        return failure(Error{ ErrorCode::TapNotPermitted, answer.systemError, path, {} });
    if (answer.systemError == EOPNOTSUPP)
        return failure(Error{ ErrorCode::AclUnsupported, answer.systemError, path, {} });
    return failure(Error{ ErrorCode::System, answer.systemError, path, {} });
}

int exchangeNames(int directory, const QByteArray &one, const QByteArray &other)
{
    return ::renameat2(directory, one.constData(), directory, other.constData(), RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int moveToFreeName(int directory, const QByteArray &from, const QByteArray &to)
{
    return ::renameat2(directory, from.constData(), directory, to.constData(), RENAME_NOREPLACE) == 0 ? 0 : errno;
}

bool removeAt(int directory, const QByteArray &leaf, const FileIdentity &file)
{
    const Result<UniqueFd> there = openLeaf(directory, leaf);
    if (!there)
        return there.error().code == ErrorCode::NoSuchFile;
    const Result<FileFacts> facts = factsOf(there->get());
    return facts && facts->file == file && (::unlinkat(directory, leaf.constData(), 0) == 0 || errno == ENOENT);
}

} // namespace pipeglass::exchange
