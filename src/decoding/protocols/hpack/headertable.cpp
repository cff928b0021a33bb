// SPDX-License-Identifier: MIT
#include "decoding/protocols/hpack/headertable.h"

#include <iterator>

namespace pipeglass::decoding {

namespace {

struct StaticHeader {
    const char *name;
    const char *value;
};

/// RFC 7541, appendix A.
constexpr StaticHeader staticHeaders[] = {
    { ":authority", "" },
    { ":method", "GET" },
    { ":method", "POST" },
    { ":path", "/" },
    { ":path", "/index.html" },
    { ":scheme", "http" },
    { ":scheme", "https" },
    { ":status", "200" },
    { ":status", "204" },
    { ":status", "206" },
    { ":status", "304" },
    { ":status", "400" },
    { ":status", "404" },
    { ":status", "500" },
    { "accept-charset", "" },
    { "accept-encoding", "gzip, deflate" },
    { "accept-language", "" },
    { "accept-ranges", "" },
    { "accept", "" },
    { "access-control-allow-origin", "" },
    { "age", "" },
    { "allow", "" },
    { "authorization", "" },
    { "cache-control", "" },
    { "content-disposition", "" },
    { "content-encoding", "" },
    { "content-language", "" },
    { "content-length", "" },
    { "content-location", "" },
    { "content-range", "" },
    { "content-type", "" },
    { "cookie", "" },
    { "date", "" },
    { "etag", "" },
    { "expect", "" },
    { "expires", "" },
    { "from", "" },
    { "host", "" },
    { "if-match", "" },
    { "if-modified-since", "" },
    { "if-none-match", "" },
    { "if-range", "" },
    { "if-unmodified-since", "" },
    { "last-modified", "" },
    { "link", "" },
    { "location", "" },
    { "max-forwards", "" },
    { "proxy-authenticate", "" },
    { "proxy-authorization", "" },
    { "range", "" },
    { "referer", "" },
    { "refresh", "" },
    { "retry-after", "" },
    { "server", "" },
    { "set-cookie", "" },
    { "strict-transport-security", "" },
    { "transfer-encoding", "" },
    { "user-agent", "" },
    { "vary", "" },
    { "via", "" },
    { "www-authenticate", "" },
};

/// Larger tables are not kept: old entries are unknown then.
constexpr quint64 largestTable = quint64{ 64 } << 10U;

} // namespace

HeaderField HeaderTable::at(quint64 index) const
{
    constexpr quint64 staticSize = std::size(staticHeaders);
    if (index >= 1 && index <= staticSize)
        return { staticHeaders[index - 1].name, staticHeaders[index - 1].value };
    const quint64 place = index - staticSize - 1;
    return index > staticSize && place < m_dynamic.size() ? m_dynamic[place] : HeaderField();
}

quint64 HeaderTable::sizeOf(const HeaderField &field)
{
    constexpr quint64 overhead = 32;
    const auto sizeOrNothing = [](const auto &text) { return text ? static_cast<quint64>(text->size()) : 0; };
    return overhead + sizeOrNothing(field.name) + sizeOrNothing(field.value);
}

void HeaderTable::add(HeaderField field)
{
    m_size += sizeOf(field);
    m_dynamic.push_front(std::move(field));
    shrink();
}

void HeaderTable::setLimit(quint64 limit)
{
    m_limit = qMin(limit, largestTable);
    shrink();
}

void HeaderTable::shrink()
{
    while (m_size > m_limit && !m_dynamic.empty()) {
        m_size -= sizeOf(m_dynamic.back());
        m_dynamic.pop_back();
    }
}

} // namespace pipeglass::decoding
