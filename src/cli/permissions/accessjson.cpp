// SPDX-License-Identifier: MIT
#include "cli/permissions/accessjson.h"

#include "core/system/accounts.h"

namespace pipeglass::cli {

namespace {

void writePath(exporting::JsonWriter &json, const QByteArray &path)
{
    json.key("path").escaped(path);
    json.key("path_bytes").base64(path);
}

void writePeople(exporting::JsonWriter &json, QByteArrayView key, const std::vector<access::Principal> &people)
{
    json.key(key).beginArray();
    for (const access::Principal &who : people)
        json.string(words(who));
    json.endArray();
}

void writePermissions(exporting::JsonWriter &json, QByteArrayView key, const access::Permissions &permissions)
{
    json.key(key).beginObject();
    json.key("mode").string(permissions.mode.octal());
    json.key("owner").string(userName(permissions.owner));
    json.key("group").string(groupName(permissions.group));
    json.key("acl");
    if (permissions.acl.isExtended())
        json.string(permissions.acl.text());
    else
        json.null();
    json.endObject();
}

void writeTable(exporting::JsonWriter &json, const access::WhoCanConnect &who)
{
    json.key("table").beginArray();
    for (const access::TableRow &row : who.rows) {
        json.beginObject();
        json.key("kind");
        switch (row.who.kind) {
        case access::PrincipalKind::User:
            json.string(QLatin1String("user"));
            break;
        case access::PrincipalKind::Group:
            json.string(QLatin1String("group"));
            break;
        case access::PrincipalKind::Everyone:
            json.string(QLatin1String("everyone"));
            break;
        }
        json.key("name").string(nameOf(row.who));
        json.key("can_connect").boolean(row.canConnect && who.hasListener());
        json.endObject();
    }
    json.endArray();
}

void writeFixes(exporting::JsonWriter &json, const std::vector<access::Fix> &fixes)
{
    json.key("fixes").beginArray();
    for (const access::Fix &fix : fixes) {
        json.beginObject();
        json.key("title").string(fix.title);
        json.key("command").string(fix.command);
        writePeople(json, "gains", fix.effect.gains);
        writePeople(json, "loses", fix.effect.loses);
        json.endObject();
    }
    json.endArray();
}

void writeIdentity(exporting::JsonWriter &json, const access::Target &target)
{
    json.key("device");
    if (target.reached)
        json.number(target.facts.file.id.device);
    else
        json.null();
    json.key("inode");
    if (target.reached)
        json.number(target.facts.file.id.inode);
    else
        json.null();
}

void writeVerdict(exporting::JsonWriter &json, const access::Answer &answer)
{
    json.key("can_connect").boolean(answer.canConnect);
    json.key("rule").string(word(answer.rule));
    json.key("sentence").string(answer.sentence);
}

void writeId(exporting::JsonWriter &json, quint32 id)
{
    json.key("journal_id");
    if (id > 0)
        json.number(id);
    else
        json.null();
}

} // namespace

void writeAnswer(exporting::JsonWriter &json, const access::Target &target, const access::Answer &answer)
{
    const uid_t uid = answer.subject.uid.value_or(0);
    json.beginObject();
    writePath(json, target.path);
    writeIdentity(json, target);
    json.key("uid").number(uid);
    json.key("user").string(userName(uid));
    writeVerdict(json, answer);
    json.key("warning");
    if (answer.warning.isEmpty())
        json.null();
    else
        json.string(answer.warning);
    writeTable(json, answer.who);
    writeFixes(json, answer.fixes);
    json.endObject();
}

void writePipeAnswer(exporting::JsonWriter &json, const catalog::PipeEntry &pipe, const access::Answer &answer)
{
    json.beginObject();
    json.key("name").escaped(pipe.name());
    json.key("path").escaped(pipe.path());
    writeVerdict(json, answer);
    json.endObject();
}

void writeChange(exporting::JsonWriter &json, const ShownChange &change)
{
    json.beginObject();
    writePath(json, change.target.path);
    writePermissions(json, "before", change.target.facts.permissions);
    writePermissions(json, "after", change.after);
    writePeople(json, "gains", change.effect.gains);
    writePeople(json, "loses", change.effect.loses);
    json.key("command").string(change.command);
    json.key("notes").beginArray();
    for (const QString &note : change.notes)
        json.string(note);
    json.endArray();
    writeId(json, change.journalId);
    json.key("applied").boolean(change.applied);
    json.endObject();
}

void writeJournalEntry(exporting::JsonWriter &json, const access::ChangeEntry &entry)
{
    json.beginObject();
    writeId(json, entry.id);
    json.key("time").string(isoText(entry.time));
    writePath(json, entry.path);
    writePermissions(json, "before", entry.before);
    writePermissions(json, "after", entry.after);
    json.key("undone").boolean(entry.undone);
    json.key("repeats");
    if (entry.kept)
        json.number(entry.repeats);
    else
        json.null();
    json.endObject();
}

} // namespace pipeglass::cli
