// SPDX-License-Identifier: MIT
#include "capture/connectiontext.h"

#include "core/bytetext.h"

#include <QHash>
#include <QList>

namespace pipeglass::capture {

namespace {

QByteArray word(QByteArrayView bytes) { return escapedText(bytes).toUtf8().replace(' ', "\\x20"); }

std::optional<QByteArray> unescaped(const QByteArray &value) { return unescapedBytes(QString::fromUtf8(value)); }

} // namespace

QByteArray connectionText(const ConnectionInfo &info)
{
    return "pipe=" + word(info.pipe) + " pid=" + QByteArray::number(info.peer.pid)
        + " uid=" + QByteArray::number(info.peer.uid) + " user=" + word(info.peer.user.toUtf8())
        + " role=" + (info.peerIsServer ? "server" : "client") + " program=" + word(info.peer.program)
        + " framing=" + word(info.framing);
}

std::optional<ConnectionInfo> connectionFromText(QByteArrayView text)
{
    QHash<QByteArray, QByteArray> values;
    for (const QByteArray &field : text.toByteArray().split(' ')) {
        const qsizetype equals = field.indexOf('=');
        if (equals > 0)
            values.insert(field.first(equals), field.sliced(equals + 1));
    }
    bool pidGood = false;
    bool uidGood = false;
    const auto pipe = unescaped(values.value("pipe"));
    const auto user = unescaped(values.value("user"));
    const auto program = unescaped(values.value("program"));
    const auto framing = unescaped(values.value("framing"));
    const QByteArray role = values.value("role");
    ConnectionInfo info;
    info.peer.pid = values.value("pid").toInt(&pidGood);
    info.peer.uid = values.value("uid").toUInt(&uidGood);
    if (!pidGood || !uidGood || !values.contains("pipe") || !pipe || !user || !program || !framing)
        return std::nullopt;
    if (role != "server" && role != "client")
        return std::nullopt;
    info.pipe = *pipe;
    info.peer.user = QString::fromUtf8(*user);
    info.peer.program = *program;
    info.framing = *framing;
    info.peerIsServer = role == "server";
    return info;
}

QByteArray connectionTitle(const ConnectionInfo &info)
{
    const auto shortened = [](QByteArrayView bytes, qsizetype most) {
        return escapedText(bytes.first(qMin(bytes.size(), most))).toUtf8();
    };
    QByteArray title = shortened(info.pipe, 128) + " #" + QByteArray::number(info.id.value);
    if (!info.peer.program.isEmpty())
        title += ' ' + shortened(info.peer.program, 32);
    if (info.peer.pid != 0)
        title += ' ' + QByteArray::number(info.peer.pid);
    return title;
}

} // namespace pipeglass::capture
