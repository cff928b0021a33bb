// SPDX-License-Identifier: MIT
#include "cli/abstractaccess.h"

#include "catalog/naming/abstractname.h"
#include "catalog/naming/resolve.h"
#include "cli/jsonwriter.h"
#include "core/accounts.h"
#include "core/bytetext.h"

#include <sys/stat.h>

namespace pipeglass::cli {

namespace {

std::optional<ino_t> networkOf(const QByteArray &process)
{
    struct stat status { };
    const QByteArray path = "/proc/" + process + "/ns/net";
    return ::stat(path.constData(), &status) == 0 ? std::optional(status.st_ino) : std::nullopt;
}

/// Whether it is a process that is known to be in another network namespace than we, where the name leads to nobody.
bool isElsewhere(const access::Subject &subject)
{
    if (!subject.pid)
        return false;
    const auto its = networkOf(QByteArray::number(*subject.pid));
    return its && its != networkOf("self");
}

QString sentence(const QByteArray &name, const access::Subject &subject, bool canConnect)
{
    const QString text = canConnect
        ? QStringLiteral("%1 can connect: \"%2\" is an abstract name. It has no file and no permissions, so every "
                         "process in this network namespace can connect.")
        : QStringLiteral(
            "%1 cannot connect: \"%2\" is an abstract name, which leads to its server from the server's own "
            "network namespace only.");
    return text.arg(subject.name(), escapedText(name));
}

} // namespace

std::optional<QByteArray> abstractSocketNamed(const QByteArray &name)
{
    if (!catalog::looksAbstract(name) || catalog::resolve(name))
        return {};
    const auto found = catalog::resolveAbstract(name);
    return found ? std::optional(found->name) : std::nullopt;
}

access::Answer judgeAbstract(const QByteArray &name, const access::Subject &subject)
{
    access::Answer answer;
    answer.subject = subject;
    answer.canConnect = !isElsewhere(subject);
    answer.rule = access::Rule::Abstract;
    answer.sentence = sentence(name, subject, answer.canConnect);
    return answer;
}

QByteArray abstractAnswer(const QByteArray &name, const access::Subject &subject, bool json)
{
    const access::Answer answer = judgeAbstract(name, subject);
    const bool canConnect = answer.canConnect;
    const QString words = answer.sentence;
    if (!json)
        return words.toUtf8() + '\n';
    QByteArray text;
    JsonWriter writer(text);
    writer.beginObject();
    writer.key("path");
    writer.escaped(name);
    writer.key("path_bytes");
    writer.base64(name);
    writer.key("device");
    writer.null();
    writer.key("inode");
    writer.null();
    writer.key("uid");
    writer.number(subject.uid.value_or(0));
    writer.key("user");
    writer.string(userName(subject.uid.value_or(0)));
    writer.key("can_connect");
    writer.boolean(canConnect);
    writer.key("rule");
    writer.string(word(answer.rule));
    writer.key("sentence");
    writer.string(words);
    writer.key("warning");
    writer.null();
    for (const char *const empty : { "table", "fixes" }) {
        writer.key(empty);
        writer.beginArray();
        writer.endArray();
    }
    writer.endObject();
    return text + '\n';
}

} // namespace pipeglass::cli
