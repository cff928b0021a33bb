// SPDX-License-Identifier: MIT
#include "text/pipetext.h"

#include "access/verdicts/whocanconnect.h"
#include "core/bytetext.h"
#include "core/errortext.h"
#include "core/path.h"
#include "text/peertext.h"
#include "text/sizetext.h"
#include "text/timetext.h"
#include "text/words.h"

#include <QStringList>

namespace pipeglass::text {

using catalog::FileKind;
using catalog::PipeEntry;
using catalog::PipeState;
using catalog::SocketType;

QString stateWord(const PipeEntry &entry)
{
    if (entry.kind == FileKind::Fifo)
        return entry.state == PipeState::Stale ? Words::tr("stale FIFO") : Words::tr("FIFO");
    if (entry.kind == FileKind::Other)
        return Words::tr("not a socket");
    switch (entry.state) {
    case PipeState::Listening:
        return Words::tr("listening");
    case PipeState::Bound:
        return Words::tr("bound");
    case PipeState::Stale:
        return Words::tr("stale");
    case PipeState::Orphaned:
        return Words::tr("orphaned");
    case PipeState::TakenOver:
        return Words::tr("taken over");
    case PipeState::ShutDown:
        return Words::tr("shut down");
    case PipeState::Unknown:
        break;
    }
    return Words::tr("unknown");
}

QString stateSentence(const PipeEntry &entry)
{
    if (entry.kind == FileKind::Fifo && entry.state == PipeState::Stale)
        return Words::tr(
            "A FIFO of a process that has ended. \"pipeglass clean\" deletes it if it is named, without opening it.");
    if (entry.kind == FileKind::Fifo)
        return Words::tr("A FIFO, not a .NET pipe. Pipeglass never opens it, because its owner would notice.");
    if (entry.kind == FileKind::Other)
        return Words::tr("Not a socket. If it is a symbolic link, clients connect to its target.");
    switch (entry.state) {
    case PipeState::Listening:
        if (entry.waiting && entry.backlog && *entry.waiting > *entry.backlog)
            return Words::tr(
                "The backlog is full: %n client(s) wait because the server does not accept.", nullptr,
                plural(*entry.waiting));
        return Words::tr("A server listens here.");
    case PipeState::Bound:
        return Words::tr("A server is bound to it but does not listen yet; clients are refused.");
    case PipeState::Stale:
        return Words::tr("The server has ended and left this file behind; clients are refused.");
    case PipeState::Orphaned:
        return Words::tr("A server listens, but its file name is gone: unless the file was moved to another "
                         "directory, clients cannot connect.");
    case PipeState::TakenOver:
        return Words::tr("A server listens, but its name now leads to another process, which gets all new clients.");
    case PipeState::ShutDown:
        return Words::tr("It was shut down: every client is refused. Restart the process that holds it.");
    case PipeState::Unknown:
        break;
    }
    const QString why = unknownReasonText(word(entry.unknownReason));
    return why.isEmpty() ? Words::tr("Whether a server listens here is unknown.")
                         : Words::tr("Whether a server listens here is unknown: %1.").arg(why);
}

QString typeText(const PipeEntry &entry)
{
    if (entry.kind == FileKind::Fifo)
        return Words::tr("FIFO");
    if (entry.kind == FileKind::Other)
        return Words::tr("file, link or directory");
    switch (entry.socketType) {
    case SocketType::Stream:
        return Words::tr("stream socket");
    case SocketType::SeqPacket:
        return Words::tr("packet socket (seqpacket)");
    case SocketType::Datagram:
        return Words::tr("datagram socket");
    case SocketType::None:
        break;
    }
    return Words::tr("socket");
}

QString serverText(const PipeEntry &entry)
{
    if (!entry.server) {
        return entry.kind == FileKind::Socket && entry.state != PipeState::Stale ? Words::tr("another user's process")
                                                                                 : QString();
    }
    if (entry.server->empty())
        return {};
    return processesText(*entry.server, 1);
}

QString serverSentence(const PipeEntry &entry)
{
    if (!entry.server) {
        return entry.kind == FileKind::Socket && entry.state != PipeState::Stale
            ? Words::tr("held by another user's process")
            : Words::tr("nobody");
    }
    if (entry.server->empty())
        return entry.state == PipeState::Stale ? Words::tr("nobody") : Words::tr("no visible process");
    QStringList lines;
    for (const ProcessInfo &process : *entry.server)
        lines.append(processAndUserText(process));
    return lines.join(QLatin1Char('\n'));
}

QString accessSentence(const PipeEntry &entry)
{
    if (entry.isAbstract())
        return Words::tr("Every process in this network namespace can connect: an abstract name has no permissions.");
    return entry.kind == FileKind::Socket ? access::sentenceFor(access::whoCanConnect(entry)) : QString();
}

QString historySentence(const catalog::PipeHistory::Record &past)
{
    QStringList parts{ Words::tr("First seen %1").arg(clockText(past.firstSeen)) };
    if (past.recreated > 0)
        parts += Words::tr("re-created %n time(s)", nullptr, plural(past.recreated));
    if (past.gone)
        parts += Words::tr("gone since %1").arg(clockText(*past.gone));
    return parts.join(QLatin1String(", ")) + u'.';
}

QString nameOfPath(const QByteArray &path)
{
    PipeEntry entry;
    entry.fileName = leafOf(path).toByteArray();
    return escapedText(entry.name());
}

QString toolTip(const QString &plainText)
{
    if (plainText.isEmpty())
        return {};
    return QLatin1String("<p style='white-space:pre-wrap'>") + plainText.toHtmlEscaped() + QLatin1String("</p>");
}

} // namespace pipeglass::text
