// SPDX-License-Identifier: MIT
#include "text/eventtext.h"

#include "text/peertext.h"
#include "text/sizetext.h"
#include "text/words.h"

namespace pipeglass::text {

namespace {

using capture::EventKind;

QString closedText(std::optional<Side> side, std::optional<Side> ours)
{
    if (!side)
        return Words::tr("closed");
    if (side == ours)
        return Words::tr("closed by us");
    return side == Side::Client ? Words::tr("closed by the client") : Words::tr("closed by the server");
}

QString halfText(const capture::Event &event, std::optional<Side> ours)
{
    const bool sends = event.kind == EventKind::HalfClosed;
    if (event.side && event.side == ours)
        return sends ? Words::tr("we send no more") : Words::tr("we read no more");
    if (event.side == Side::Client)
        return sends ? Words::tr("the client sends no more") : Words::tr("the client reads no more");
    if (event.side == Side::Server)
        return sends ? Words::tr("the server sends no more") : Words::tr("the server reads no more");
    return Words::tr("one direction closed");
}

QString slowedText(const capture::Event &event)
{
    QStringList limits;
    if (event.bytes > 0)
        limits += Words::tr("at most %1 a second").arg(bytesText(event.bytes));
    if (event.delayMs > 0)
        limits += Words::tr("%1 ms delay").arg(event.delayMs);
    if (event.jitterMs > 0)
        limits += Words::tr("up to %1 ms jitter").arg(event.jitterMs);
    return limits.isEmpty() ? Words::tr("full speed") : limits.join(QLatin1String(", "));
}

/// Of an event of a tap that takes part.
QString takingPartText(const capture::Event &event)
{
    switch (event.kind) {
    case EventKind::Paused:
        return Words::tr("paused");
    case EventKind::Resumed:
        return Words::tr("resumed");
    case EventKind::Slowed:
        return slowedText(event);
    case EventKind::Held:
        return Words::tr("a message of %1 was held").arg(bytesText(event.bytes));
    case EventKind::SentOn:
        return Words::tr("a held message was sent on");
    case EventKind::Dropped:
        return Words::tr("a held message was dropped; %1 were received").arg(bytesText(event.bytes));
    case EventKind::Edited:
        return Words::tr("a held message was edited; %1 were received").arg(bytesText(event.bytes));
    case EventKind::Duplicated:
        return Words::tr("a held message was duplicated");
    case EventKind::Delayed:
        return Words::tr("a held message is sent on in %1 ms").arg(event.delayMs);
    case EventKind::Injected:
        return Words::tr("the next message was injected by the tap");
    default:
        return Words::tr("%1 that waited in the tap were dropped").arg(bytesText(event.bytes));
    }
}

} // namespace

QString eventText(const capture::Event &event, std::optional<Side> ours)
{
    if (!event.note.isEmpty())
        return event.note;
    const QString framing = QString::fromLatin1(event.framing);
    switch (event.kind) {
    case EventKind::Connected:
        return Words::tr("connected");
    case EventKind::HalfClosed:
    case EventKind::ReadingEnded:
        return halfText(event, ours);
    case EventKind::Closed:
        return closedText(event.side, ours);
    case EventKind::Refused:
        return Words::tr("refused");
    case EventKind::Identified:
        return event.side == Side::Server ? Words::tr("the server is %1").arg(processText(event.process))
                                          : Words::tr("the client is %1").arg(processText(event.process));
    case EventKind::Lost:
        return Words::tr("%Ln message(s) could not be recorded", nullptr, plural(event.messages));
    case EventKind::ReplyFailed:
        return Words::tr("no reply could be created");
    case EventKind::NotSent:
        return Words::tr("a message for all clients was not sent to this one");
    case EventKind::DescriptorsPassed:
        return event.side == Side::Server
            ? Words::tr("the server passed %n file descriptor(s)", nullptr, plural(event.messages))
            : Words::tr("the client passed %n file descriptor(s)", nullptr, plural(event.messages));
    case EventKind::DescriptorsLost:
        return event.side == Side::Server ? Words::tr("file descriptors from the server were lost")
                                          : Words::tr("file descriptors from the client were lost");
    case EventKind::CredentialsPassed:
        return event.side == Side::Server ? Words::tr("the server sends as %1").arg(processText(event.process))
                                          : Words::tr("the client sends as %1").arg(processText(event.process));
    case EventKind::Missed:
        return Words::tr("%n connection(s) did not go through the tap", nullptr, plural(event.messages));
    case EventKind::FramingGuessed:
        return event.side == Side::Server ? Words::tr("framing of the server's bytes, guessed: %1").arg(framing)
                                          : Words::tr("framing of the client's bytes, guessed: %1").arg(framing);
    case EventKind::Cut:
        return Words::tr("cut by the tap");
    case EventKind::Note:
        return {};
    default:
        return (event.side == Side::Server ? Words::tr("server to client: %1") : Words::tr("client to server: %1"))
            .arg(takingPartText(event));
    }
}

QString problemText(FrameProblem problem)
{
    switch (problem) {
    case FrameProblem::InvalidLength:
        return Words::tr("invalid length");
    case FrameProblem::TooLarge:
        return Words::tr("larger than the message limit");
    case FrameProblem::OutOfSync:
        return Words::tr("after an invalid message; the start of the next message is unknown");
    case FrameProblem::Incomplete:
        return Words::tr("the stream ended inside the message");
    case FrameProblem::InvalidSyntax:
    case FrameProblem::Unspecified:
        return Words::tr("not valid in this framing");
    case FrameProblem::None:
        break;
    }
    return {};
}

} // namespace pipeglass::text
