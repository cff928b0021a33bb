// SPDX-License-Identifier: MIT
#include "conversation/sessiontext.h"

#include "app/windowtext.h"
#include "capture/keptrecordings.h"
#include "core/bytetext.h"
#include "core/path.h"
#include "text/isolation.h"
#include "text/pipetext.h"
#include "text/sizetext.h"

#include <cstring>

namespace pipeglass::ui {

using engine::SessionInfo;

QString iconOf(const SessionInfo &session)
{
    if (session.file)
        return QStringLiteral("folder");
    if (session.program)
        return QStringLiteral("process");
    if (session.isTap)
        return QStringLiteral("tap");
    return session.ours == Side::Server ? QStringLiteral("host") : QStringLiteral("attach");
}

QString emptyTextOf(const SessionInfo &session)
{
    if (session.file)
        return WindowText::tr("This recording has no messages.");
    if (session.program)
        return WindowText::tr(
            "No messages yet.\nMessages appear here when the program says or hears something at a pipe.");
    if (session.isTap)
        return WindowText::tr("No messages yet.\nMessages appear here when a client and the server exchange some.");
    return session.ours == Side::Server
        ? WindowText::tr("No messages yet.\nMessages appear here when a client connects and sends some.")
        : WindowText::tr("No messages yet.\nType a message in the field below and press Enter.");
}

QString titleOf(const SessionInfo &session)
{
    if (!session.file)
        return text::nameOfPath(session.path);
    const auto kept = capture::KeptRecordings::parse(session.path);
    return kept ? text::nameOfPath(kept->pipe) : escapedText(leafOf(session.path));
}

QString fileSentence(const SessionInfo &session)
{
    const engine::FileState &file = *session.file;
    const auto first = session.recording->connection(ConnectionId{ 1 });
    QString sentence;
    if (file.isForeign)
        sentence = WindowText::tr("packets that another program exported");
    else if (first)
        sentence = WindowText::tr("recording of %1").arg(text::isolated(text::nameOfPath(first->pipe)));
    else
        sentence = WindowText::tr("recording without a connection");
    if (!file.isRead && file.bytes > 0)
        sentence += WindowText::tr("; %1 % read").arg(100 * file.bytesRead / file.bytes);
    else if (file.hasWriter)
        sentence += WindowText::tr("; still being recorded");
    else if (file.isCutOff)
        sentence += WindowText::tr("; cut off at its end, all before that is shown");
    return sentence;
}

QString awaitedSentence(const SessionInfo &session, bool hasMalformed)
{
    QString sentence;
    for (const engine::ConnectionState &one : session.connections) {
        for (const engine::Awaited &awaited : { one.awaited.client, one.awaited.server }) {
            if (awaited.have > 0)
                sentence = awaited.total > 0
                    ? WindowText::tr("%1 received, waiting for a message of %2. Wrong framing?")
                          .arg(text::wholeSizeText(awaited.have), text::wholeSizeText(awaited.total))
                    : WindowText::tr("%1 received, waiting for the end of the message. Wrong framing?")
                          .arg(text::wholeSizeText(awaited.have));
        }
    }
    if (sentence.isEmpty() && hasMalformed)
        sentence = WindowText::tr("The received bytes are not valid in this framing. Wrong framing?");
    return sentence;
}

QString programSentence(const engine::ProgramState &program, int connected)
{
    if (program.isRunning)
        return WindowText::tr("runs as process %1, %n connection(s)", nullptr, connected).arg(program.pid);
    const QString ending = program.signal != 0 ? WindowText::tr("ended by signal %1 (%2)")
                                                     .arg(program.signal)
                                                     .arg(QString::fromLocal8Bit(::strsignal(program.signal)))
                                               : WindowText::tr("ended with exit status %1").arg(program.exitCode);
    return connected == 0 ? ending
                          : WindowText::tr("%1; %n connection(s) still relayed", nullptr, connected).arg(ending);
}

QString replayState(const SessionInfo &session)
{
    if (session.ended)
        return session.replay->isComplete ? WindowText::tr("the replay is complete")
                                          : WindowText::tr("the replay was stopped");
    const int connected = static_cast<int>(session.connections.size());
    return session.ours == Side::Client
        ? WindowText::tr("replays the client, %n connection(s)", nullptr, connected)
        : WindowText::tr("replays the server, %n client(s) connected", nullptr, connected);
}

} // namespace pipeglass::ui
