// SPDX-License-Identifier: MIT
#include "capture/format/eventdata.h"

#include "capture/format/connectiondescription.h"
#include "capture/format/keyedtext.h"
#include "capture/format/packettags.h"

namespace pipeglass::capture {

QByteArray eventData(const Event &event)
{
    KeyedText text;
    if (event.side)
        text.append("side", sideName(*event.side));
    if (event.kind == EventKind::Identified) {
        ProcessInfo process = event.process;
        process.program.truncate(maxHeadSize / 16); // each byte may become four characters
        process.user.truncate(64);
        text.append({}, process);
    }
    if (event.messages != 0)
        text.append("messages", event.messages);
    if (event.bytes != 0)
        text.append("bytes", event.bytes);
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
}

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
    case EventKind::Missed:
        return QByteArray::number(event.messages) + " connections did not go through the tap";
    case EventKind::Note:
        break;
    }
    return event.note.toUtf8();
}

} // namespace pipeglass::capture
