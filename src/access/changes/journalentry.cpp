// SPDX-License-Identifier: MIT
#include "access/changes/journalentry.h"

#include "core/bytetext.h"
#include "core/system/accounts.h"

#include <QJsonDocument>

#include <algorithm>

namespace pipeglass::access {

namespace {

constexpr auto idKey = QLatin1String("journal_id");
constexpr auto markKey = QLatin1String("mark");

QJsonObject exactJson(const Permissions &permissions)
{
    QJsonObject json = permissionsJson(permissions);
    json[QLatin1String("uid")] = qint64{ permissions.owner };
    json[QLatin1String("gid")] = qint64{ permissions.group };
    if (permissions.acl.isExtended())
        json[QLatin1String("acl_bytes")] = QString::fromLatin1(permissions.acl.encode().toBase64());
    return json;
}

std::optional<Permissions> permissionsFrom(const QJsonObject &json)
{
    const auto mode = FileMode::fromOctal(json[QLatin1String("mode")].toString());
    const qint64 uid = json[QLatin1String("uid")].toInteger(-1);
    const qint64 gid = json[QLatin1String("gid")].toInteger(-1);
    if (!mode || uid < 0 || uid >= UINT32_MAX || gid < 0 || gid >= UINT32_MAX)
        return std::nullopt;
    Permissions permissions{ static_cast<uid_t>(uid), static_cast<gid_t>(gid), *mode, Acl::fromMode(*mode) };
    if (json.contains(QLatin1String("acl_bytes"))) {
        const auto acl = Acl::decode(QByteArray::fromBase64(json[QLatin1String("acl_bytes")].toString().toLatin1()));
        if (!acl || acl->mode().bits() != (mode->bits() & 0777U))
            return std::nullopt;
        permissions.acl = *acl;
    }
    return permissions;
}

quint64 unsignedValue(const QJsonObject &json, QLatin1String key)
{
    return static_cast<quint64>(std::max<qint64>(json[key].toInteger(0), 0));
}

std::optional<ChangeEntry> entryFrom(const QJsonObject &json)
{
    const auto before = permissionsFrom(json[QLatin1String("before")].toObject());
    const auto after = permissionsFrom(json[QLatin1String("after")].toObject());
    if (!before || !after)
        return std::nullopt;
    ChangeEntry entry;
    entry.id = static_cast<quint32>(json[idKey].toInteger(0));
    entry.time.unixNanoseconds = json[QLatin1String("unix_ns")].toInteger(0);
    entry.path = QByteArray::fromBase64(json[QLatin1String("path_bytes")].toString().toLatin1());
    entry.file.id = { unsignedValue(json, QLatin1String("device")), unsignedValue(json, QLatin1String("inode")) };
    entry.file.birthNanoseconds = json[QLatin1String("birth")].toInteger(0);
    entry.before = *before;
    entry.after = *after;
    entry.kept = json.contains(QLatin1String("repeats"));
    entry.repeats = unsignedValue(json, QLatin1String("repeats"));
    return entry.id == 0 || entry.path.isEmpty() ? std::nullopt : std::optional(entry);
}

QByteArray padded(quint64 number) { return QByteArray::number(number).rightJustified(20, ' '); }

QByteArray compact(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }

template <typename Use>
void forEachLine(QByteArrayView text, Use use)
{
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        const QByteArrayView line = end < 0 ? text : text.first(end);
        const QJsonObject json = QJsonDocument::fromJson(line.toByteArray()).object();
        if (!json.isEmpty())
            use(json);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    }
}

} // namespace

QJsonObject permissionsJson(const Permissions &permissions)
{
    return { { QLatin1String("mode"), permissions.mode.octal() },
             { QLatin1String("owner"), userName(permissions.owner) },
             { QLatin1String("group"), groupName(permissions.group) },
             { QLatin1String("acl"),
               permissions.acl.isExtended() ? QJsonValue(permissions.acl.text()) : QJsonValue(QJsonValue::Null) } };
}

QByteArray keptTail(const ChangeEntry &entry)
{
    return ",\"repeats\":" + padded(entry.repeats) + ",\"device\":" + padded(entry.file.id.device)
        + ",\"inode\":" + padded(entry.file.id.inode)
        + ",\"birth\":" + padded(static_cast<quint64>(std::max<qint64>(entry.file.birthNanoseconds, 0))) + '}';
}

QByteArray changeLine(const ChangeEntry &entry)
{
    QJsonObject json{ { idKey, qint64{ entry.id } },
                      { QLatin1String("time"), isoText(entry.time) },
                      { QLatin1String("unix_ns"), entry.time.unixNanoseconds },
                      { QLatin1String("path"), escapedText(entry.path) },
                      { QLatin1String("path_bytes"), QString::fromLatin1(entry.path.toBase64()) },
                      { QLatin1String("before"), exactJson(entry.before) },
                      { QLatin1String("after"), exactJson(entry.after) } };
    if (!entry.kept) {
        json[QLatin1String("device")] = static_cast<qint64>(entry.file.id.device);
        json[QLatin1String("inode")] = static_cast<qint64>(entry.file.id.inode);
        json[QLatin1String("birth")] = entry.file.birthNanoseconds;
        return compact(json) + '\n';
    }
    QByteArray line = compact(json);
    line.chop(1);
    return line + keptTail(entry) + '\n';
}

QByteArray markLine(quint32 id, Timestamp time, QLatin1String what)
{
    return compact({ { markKey, what }, { idKey, qint64{ id } }, { QLatin1String("time"), isoText(time) } }) + '\n';
}

std::vector<ChangeEntry> parseJournal(QByteArrayView text)
{
    std::vector<ChangeEntry> entries;
    forEachLine(text, [&entries](const QJsonObject &json) {
        if (!json.contains(markKey)) {
            if (const auto entry = entryFrom(json))
                entries.push_back(*entry);
            return;
        }
        const qint64 id = json[idKey].toInteger(0);
        const auto marked =
            std::find_if(entries.begin(), entries.end(), [id](const ChangeEntry &entry) { return entry.id == id; });
        if (marked == entries.end())
            return;
        if (json[markKey].toString() == QLatin1String("failed"))
            entries.erase(marked);
        else
            marked->undone = true;
    });
    return entries;
}

std::optional<quint32> lastId(QByteArrayView text)
{
    std::optional<quint32> last;
    forEachLine(text, [&last](const QJsonObject &json) {
        const qint64 id = json[idKey].toInteger(0);
        if (!json.contains(markKey) && id > 0)
            last = static_cast<quint32>(id);
    });
    return last;
}

} // namespace pipeglass::access
