// SPDX-License-Identifier: MIT
// Any bytes as ACL, journal, or text of /proc: refused or parsed, and what was parsed can be written and parsed again.
#include "access/changes/journalentry.h"
#include "access/subjects/processtext.h"

#include <cstdint>
#include <cstdlib>

using namespace pipeglass::access;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto acl = Acl::decode(bytes)) {
        const auto again = Acl::decode(acl->encode());
        require(again && again->mode() == acl->mode() && again->named.size() == acl->named.size());
    }
    for (const ChangeEntry &entry : parseJournal(bytes)) {
        const auto again = parseJournal(changeLine(entry));
        require(again.size() == 1 && again.front().path == entry.path && again.front().before == entry.before);
    }
    (void)lastId(bytes);
    (void)parseStatus(bytes);
    (void)parseIdMap(bytes, IdColumn::Inside);
    (void)environmentValue(bytes, "TMPDIR");
    return 0;
}
