// SPDX-License-Identifier: MIT
#include "capture/format/eventdata.h"

#include "capture/format/connectiondescription.h"
#include "capture/format/keyedtext.h"
#include "capture/format/packettags.h"

#include <limits>

namespace pipeglass::capture {

namespace {

constexpr qsizetype maxFramingSize = 256; ///< of an id

} // namespace

QByteArray eventData(const Event &event)
{
    KeyedText text;
    if (event.side)
        text.append("side", sideName(*event.side));
    if (event.kind == EventKind::Identified || event.kind == EventKind::CredentialsPassed) {
        ProcessInfo process = event.process;
        process.program.truncate(maxHeadSize / 16); // each byte may become four characters
        process.user.truncate(64);
        text.append({}, process);
    }
    if (event.messages != 0)
        text.append("messages", event.messages);
    if (event.bytes != 0)
        text.append("bytes", event.bytes);
    if (event.delayMs > 0)
        text.append("delay-ms", static_cast<quint64>(event.delayMs));
    if (event.jitterMs > 0)
        text.append("jitter-ms", static_cast<quint64>(event.jitterMs));
    if (event.kind == EventKind::FramingGuessed)
        text.append("framing", event.framing.left(maxFramingSize));
    return text.text();
}

void readEventData(QByteArrayView data, Event &event)
{
    const KeyedValues values(data);
    event.side = values.side("side");
    if (const auto process = values.process({}))
        event.process = *process;
    event.messages = values.number("messages").value_or(0);
    event.bytes = values.number("bytes").value_or(0);
    const auto milliseconds = [&values](const char *key) {
        constexpr quint64 most = std::numeric_limits<int>::max();
        return static_cast<int>(qMin(values.number(key).value_or(0), most));
    };
    event.framing = values.bytes("framing").value_or(QByteArray());
    event.delayMs = milliseconds("delay-ms");
    event.jitterMs = milliseconds("jitter-ms");
}

namespace {

/// Of an event of a tap that takes part.
QByteArray takingPartComment(const Event &event)
{
    const QByteArray from = event.side ? QByteArray("from the ") + sideName(*event.side) : QByteArray();
    const QByteArray bytes = QByteArray::number(event.bytes) + " bytes";
    switch (event.kind) {
    case EventKind::Paused:
        return "paused: bytes " + from;
    case EventKind::Resumed:
        return "resumed: bytes " + from;
    case EventKind::Slowed:
        return "speed of bytes " + from + ": " + (event.bytes > 0 ? bytes + " a second" : QByteArray("no limit"))
            + ", delay " + QByteArray::number(event.delayMs) + " ms, jitter " + QByteArray::number(event.jitterMs)
            + " ms";
    case EventKind::Held:
        return "held: message " + from + ", " + bytes;
    case EventKind::SentOn:
        return "sent on: message " + from;
    case EventKind::Dropped:
        return "dropped: message " + from + ", " + bytes;
    case EventKind::Edited:
        return "edited: message " + from + ", originally " + bytes;
    case EventKind::Duplicated:
        return "duplicated: message " + from;
    case EventKind::Delayed:
        return "delayed: message " + from + ", " + QByteArray::number(event.delayMs) + " ms";
    case EventKind::Injected:
        return "injected: the next message " + from;
    case EventKind::Cut:
        return "cut by the tap";
    default:
        return "not delivered: " + bytes + ' ' + from;
    }
}

} // namespace

QByteArray eventComment(const Event &event)
{
    const QByteArray side = event.side ? sideName(*event.side) : "one side";
    switch (event.kind) {
    case EventKind::Connected:
        return "connected";
    case EventKind::HalfClosed:
        return side + " sends no more";
    case EventKind::Closed:
        return event.side ? "closed by the " + side : QByteArray("closed");
    case EventKind::Refused:
        return "refused";
    case EventKind::ReadingEnded:
        return side + " reads no more";
    case EventKind::Identified: {
        PerSide<ProcessInfo> peers;
        peers[event.side.value_or(Side::Client)] = event.process;
        return peersComment(peers);
    }
    case EventKind::Lost:
        return "not recorded: " + QByteArray::number(event.messages) + " messages, " + QByteArray::number(event.bytes)
            + " bytes";
    case EventKind::ReplyFailed:
        return "no reply could be created";
    case EventKind::NotSent:
        return "a message for all clients was not sent to this one";
    case EventKind::DescriptorsPassed:
        return side + " passed " + QByteArray::number(event.messages) + " file descriptors";
    case EventKind::DescriptorsLost:
        return "file descriptors from the " + side + " were lost";
    case EventKind::CredentialsPassed:
        return side + " sends as process " + QByteArray::number(event.process.pid) + " of user "
            + QByteArray::number(event.process.uid);
    case EventKind::Missed:
        return QByteArray::number(event.messages) + " connections did not go through the tap";
    case EventKind::FramingGuessed:
        return "guessed framing from the " + side + ": " + event.framing;
    case EventKind::Note:
        return event.note.toUtf8();
    default:
        return takingPartComment(event);
    }
}

} // namespace pipeglass::capture
