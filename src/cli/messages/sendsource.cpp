// SPDX-License-Identifier: MIT
#include "cli/messages/sendsource.h"

#include "core/files/readfile.h"
#include "core/uniquefd.h"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace pipeglass::cli {

namespace {

Result<QByteArray> fileContents(const QByteArray &path, qsizetype limit)
{
    Result<QByteArray> contents = readFile(path, limit);
    if (!contents && contents.error().code == ErrorCode::FileTooLarge)
        return failure(ErrorCode::MessageTooLarge, path);
    return contents;
}

} // namespace

SendSource::SendSource(std::vector<Item> items, Encode encode, int in, qsizetype limit, bool crLf)
    : m_items(std::move(items))
    , m_encode(std::move(encode))
    , m_in(in)
    , m_limit(limit)
    , m_crLf(crLf)
{
}

SendSource::~SendSource() = default;

Result<std::optional<QByteArray>> SendSource::next()
{
    while (!atEnd()) {
        const Item &item = m_items[m_next];
        if (item.kind == Item::Kind::Lines) {
            auto line = nextLine();
            if (!line || *line || !m_lines->atEnd())
                return line;
            ++m_next;
            continue;
        }
        ++m_next;
        if (item.kind == Item::Kind::Payload)
            return item.value;
        auto contents = fileContents(item.value, m_limit);
        if (!contents)
            return failure(contents.error());
        return std::move(*contents);
    }
    return std::nullopt;
}

Result<std::optional<QByteArray>> SendSource::nextLine()
{
    if (!m_lines) {
        m_lines = std::make_unique<LineInput>(m_in, m_limit);
        connect(m_lines.get(), &LineInput::ready, this, &SendSource::ready);
    }
    auto line = m_lines->takeLine();
    if (!line)
        return std::nullopt;
    if (m_crLf && line->endsWith('\r'))
        line->chop(1);
    if (line->size() > m_limit)
        return failure(ErrorCode::MessageTooLarge, QByteArrayLiteral("stdin"));
    auto payload = m_encode(*line);
    if (!payload)
        return failure(payload.error());
    return std::move(*payload);
}

} // namespace pipeglass::cli
