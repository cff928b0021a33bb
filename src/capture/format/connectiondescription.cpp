// SPDX-License-Identifier: MIT
#include "capture/format/connectiondescription.h"

#include "capture/format/keyedtext.h"
#include "core/bytetext.h"

namespace pipeglass::capture {

namespace {

QByteArray shortenedText(QByteArrayView bytes, qsizetype most)
{
    return escapedText(bytes.first(qMin(bytes.size(), most))).toUtf8();
}

/// "worker 4242", as far as known.
QByteArray processTitle(const ProcessInfo &process)
{
    QByteArray title = shortenedText(process.program, 32);
    if (process.pid != 0)
        title += (title.isEmpty() ? "" : " ") + QByteArray::number(process.pid);
    return title;
}

/// In version 1 the recording program was one end, and only its peer is described.
std::optional<ConnectionInfo> fromVersion1(const KeyedValues &values, Side peer)
{
    const auto process = values.process({});
    const auto framing = values.bytes("framing");
    if (!process || !framing)
        return std::nullopt;
    ConnectionInfo info;
    info.peers[peer] = *process;
    info.framing = { *framing, *framing };
    info.ours = otherSide(peer);
    return info;
}

std::optional<ConnectionInfo> fromVersion2(const KeyedValues &values)
{
    ConnectionInfo info;
    for (const Side side : { Side::Client, Side::Server }) {
        const QByteArray prefix = QByteArray(sideName(side)) + '-';
        const auto process = values.process(prefix);
        const auto framing = values.bytes(prefix + "framing");
        if (!process || !framing)
            return std::nullopt;
        info.peers[side] = *process;
        info.framing[side] = *framing;
    }
    info.ours = values.side("ours");
    return info;
}

} // namespace

QByteArray connectionDescription(const ConnectionInfo &info)
{
    KeyedText text;
    text.append("pipe", info.pipe);
    for (const Side side : { Side::Client, Side::Server }) {
        const QByteArray prefix = QByteArray(sideName(side)) + '-';
        text.append(prefix, info.peers[side]);
        text.append(prefix + "framing", info.framing[side]);
    }
    if (info.ours)
        text.append("ours", sideName(*info.ours));
    if (!info.ringId.isEmpty()) {
        text.append("ring", info.ringId);
        text.append("connection", info.id.value);
    }
    return text.text();
}

std::optional<ConnectionInfo> connectionFromDescription(QByteArrayView text)
{
    const KeyedValues values(text);
    const auto pipe = values.bytes("pipe");
    const auto role = values.side("role");
    std::optional<ConnectionInfo> info = role ? fromVersion1(values, *role) : fromVersion2(values);
    if (!pipe || !info)
        return std::nullopt;
    info->pipe = *pipe;
    info->ringId = values.bytes("ring").value_or(QByteArray());
    info->id.value = static_cast<quint32>(values.number("connection").value_or(0));
    return info;
}

QByteArray connectionTitle(const ConnectionInfo &info)
{
    QByteArray title = shortenedText(info.pipe, 128) + " #" + QByteArray::number(info.id.value);
    QByteArray peer = processTitle(info.ours ? info.peers[otherSide(*info.ours)] : info.peers.client);
    if (!info.ours && info.peers.server.pid != 0)
        peer += " > " + processTitle(info.peers.server);
    return peer.isEmpty() ? title : title + ' ' + peer;
}

QByteArray peersComment(const PerSide<ProcessInfo> &peers)
{
    QByteArray text;
    for (const Side side : { Side::Client, Side::Server }) {
        const QByteArray process = processTitle(peers[side]);
        if (process.isEmpty())
            continue;
        text += (text.isEmpty() ? "" : ", ") + QByteArray(sideName(side)) + ": " + process;
        if (!peers[side].user.isEmpty())
            text += " (" + shortenedText(peers[side].user.toUtf8(), 64) + ')';
    }
    return text;
}

} // namespace pipeglass::capture
