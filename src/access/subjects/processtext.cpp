// SPDX-License-Identifier: MIT
#include "access/subjects/processtext.h"

#include <QList>

#include <algorithm>

namespace pipeglass::access {

namespace {

/// The words after "Key:" in a line.
std::optional<QList<QByteArray>> wordsOf(QByteArrayView text, const QByteArray &key)
{
    for (const QByteArray &line : text.toByteArray().split('\n')) {
        if (!line.startsWith(key + ':'))
            continue;
        QList<QByteArray> words = line.sliced(key.size() + 1).simplified().split(' ');
        words.removeAll(QByteArray());
        return words;
    }
    return std::nullopt;
}

bool toNumbers(const QList<QByteArray> &words, std::vector<quint32> &numbers)
{
    for (const QByteArray &word : words) {
        bool good = false;
        numbers.push_back(word.toUInt(&good));
        if (!good)
            return false;
    }
    return true;
}

} // namespace

bool IdRanges::contains(quint32 id) const
{
    return std::any_of(ranges.begin(), ranges.end(), [id](const Range &range) {
        return id >= range.first && id - range.first < range.count;
    });
}

bool IdRanges::containsAll() const { return ranges == std::vector<Range>{ { 0, UINT32_MAX } }; }

std::optional<ProcessRights> parseStatus(QByteArrayView status)
{
    const auto uidWords = wordsOf(status, "Uid");
    const auto gidWords = wordsOf(status, "Gid");
    const auto groupWords = wordsOf(status, "Groups");
    const auto capabilityWords = wordsOf(status, "CapEff");
    std::vector<quint32> uids; // real, effective, saved, file system
    std::vector<quint32> gids;
    std::vector<quint32> groups;
    if (!uidWords || !gidWords || !groupWords || !capabilityWords || !toNumbers(*uidWords, uids)
        || !toNumbers(*gidWords, gids) || !toNumbers(*groupWords, groups) || uids.size() != 4 || gids.size() != 4
        || capabilityWords->size() != 1)
        return std::nullopt;
    bool good = false;
    ProcessRights rights;
    rights.fsUid = uids[3];
    rights.effectiveUid = uids[1];
    rights.groups = { gids[3] };
    rights.groups.insert(rights.groups.end(), groups.begin(), groups.end());
    rights.effectiveCapabilities = capabilityWords->first().toULongLong(&good, 16);
    return good ? std::optional(rights) : std::nullopt;
}

std::optional<IdRanges> parseIdMap(QByteArrayView map, IdColumn column)
{
    IdRanges result;
    for (const QByteArray &line : map.toByteArray().split('\n')) {
        if (line.isEmpty())
            continue;
        std::vector<quint32> numbers; // inside, outside, count
        if (!toNumbers(line.simplified().split(' '), numbers) || numbers.size() != 3)
            return std::nullopt;
        result.ranges.push_back({ numbers[column == IdColumn::Inside ? 0 : 1], numbers[2] });
    }
    return result;
}

std::optional<QByteArray> environmentValue(QByteArrayView environment, QByteArrayView name)
{
    for (const QByteArray &variable : environment.toByteArray().split('\0')) {
        if (variable.startsWith(name) && variable.size() > name.size() && variable.at(name.size()) == '=')
            return variable.sliced(name.size() + 1);
    }
    return std::nullopt;
}

} // namespace pipeglass::access
