// SPDX-License-Identifier: MIT
#include "models/pipetext.h"

#include "access/whocanconnect.h"
#include "core/bytetext.h"
#include "core/errortext.h"
#include "core/path.h"
#include "models/modeltext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

namespace pipeglass::models {

using catalog::FileKind;
using catalog::PipeEntry;
using catalog::PipeState;
using catalog::SocketType;

QString stateWord(const PipeEntry &entry)
{
    if (entry.kind == FileKind::Fifo)
        return entry.state == PipeState::Stale ? ModelText::tr("stale FIFO") : ModelText::tr("FIFO");
    if (entry.kind == FileKind::Other)
        return ModelText::tr("no socket");
    switch (entry.state) {
    case PipeState::Listening:
        return ModelText::tr("listening");
    case PipeState::Bound:
        return ModelText::tr("bound");
    case PipeState::Stale:
        return ModelText::tr("stale");
    case PipeState::Orphaned:
        return ModelText::tr("orphaned");
    case PipeState::TakenOver:
        return ModelText::tr("taken over");
    case PipeState::ShutDown:
        return ModelText::tr("shut down");
    case PipeState::Unknown:
        break;
    }
    return ModelText::tr("unknown");
}

QString stateSentence(const PipeEntry &entry)
{
    if (entry.kind == FileKind::Fifo && entry.state == PipeState::Stale)
        return ModelText::tr(
            "A FIFO of a process that has ended. \"pipeglass clean\" deletes it, unopened, where it is named.");
    if (entry.kind == FileKind::Fifo)
        return ModelText::tr("A FIFO, not a .NET pipe. Pipeglass never opens it: its owner would notice.");
    if (entry.kind == FileKind::Other)
        return ModelText::tr("Not a socket. If it is a symbolic link, clients reach what it leads to.");
    switch (entry.state) {
    case PipeState::Listening:
        if (entry.waiting && entry.backlog && *entry.waiting > *entry.backlog)
            return ModelText::tr("%1 clients wait to be accepted and no more fit: the server does not accept.")
                .arg(*entry.waiting);
        return ModelText::tr("A server listens here.");
    case PipeState::Bound:
        return ModelText::tr("A server has the name but does not listen yet; clients are refused.");
    case PipeState::Stale:
        return ModelText::tr("The server has ended and left this file behind; clients are refused.");
    case PipeState::Orphaned:
        return ModelText::tr(
            "A server listens, but its name is gone from where it was bound: unless somebody moved it to another "
            "directory, nobody can reach it any more.");
    case PipeState::TakenOver:
        return ModelText::tr("A server listens, but its name leads to another process now: new clients go there.");
    case PipeState::ShutDown:
        return ModelText::tr("It was shut down: every client is refused. Restart whoever holds it.");
    case PipeState::Unknown:
        break;
    }
    const QString why = unknownReasonText(word(entry.unknownReason));
    return why.isEmpty() ? ModelText::tr("Whether a server listens here cannot be seen from this program.")
                         : ModelText::tr("Whether a server listens here cannot be told: %1.").arg(why);
}

QString typeText(const PipeEntry &entry)
{
    if (entry.kind == FileKind::Fifo)
        return ModelText::tr("FIFO");
    if (entry.kind == FileKind::Other)
        return ModelText::tr("file, link or directory");
    switch (entry.socketType) {
    case SocketType::Stream:
        return ModelText::tr("stream socket");
    case SocketType::SeqPacket:
        return ModelText::tr("packet socket (seqpacket)");
    case SocketType::Datagram:
        return ModelText::tr("datagram socket");
    case SocketType::None:
        break;
    }
    return ModelText::tr("socket");
}

QString processText(const ProcessInfo &process)
{
    if (process.pid == 0)
        return ModelText::tr("unknown process");
    const QString number = QString::number(process.pid);
    return process.program.isEmpty() ? number : escapedText(process.program) + QLatin1Char(' ') + number;
}

QString serverText(const PipeEntry &entry)
{
    if (!entry.server) {
        return entry.kind == FileKind::Socket && entry.state != PipeState::Stale
            ? ModelText::tr("another user's process")
            : QString();
    }
    if (entry.server->empty())
        return {};
    const QString first = processText(entry.server->front());
    const auto more = entry.server->size() - 1;
    return more == 0 ? first : ModelText::tr("%1 and %2 more").arg(first).arg(more);
}

QString serverSentence(const PipeEntry &entry)
{
    if (!entry.server) {
        return entry.kind == FileKind::Socket && entry.state != PipeState::Stale
            ? ModelText::tr("held by another user's process")
            : ModelText::tr("nobody");
    }
    if (entry.server->empty())
        return entry.state == PipeState::Stale ? ModelText::tr("nobody") : ModelText::tr("nobody that can be seen");
    QStringList lines;
    for (const ProcessInfo &process : *entry.server)
        lines.append(ModelText::tr("%1, user %2").arg(processText(process), process.user));
    return lines.join(QLatin1Char('\n'));
}

QString accessSentence(const PipeEntry &entry)
{
    if (entry.isAbstract())
        return ModelText::tr(
            "Every process in this network namespace can connect: an abstract name has no permissions.");
    return entry.kind == FileKind::Socket ? access::sentenceFor(access::whoCanConnect(entry)) : QString();
}

QString clockText(Timestamp time)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(time.unixNanoseconds / 1'000'000);
    return moment.toString(
        moment.date() == QDate::currentDate() ? QStringLiteral("HH:mm:ss") : QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString shortClockText(Timestamp time)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(time.unixNanoseconds / 1'000'000);
    return moment.toString(
        moment.date() == QDate::currentDate() ? QStringLiteral("HH:mm") : QStringLiteral("yyyy-MM-dd"));
}

QString historySentence(const catalog::PipeHistory::Past &past)
{
    QStringList parts{ ModelText::tr("First seen %1").arg(clockText(past.firstSeen)) };
    if (past.recreated == 1)
        parts += ModelText::tr("re-created once");
    if (past.recreated > 1)
        parts += ModelText::tr("re-created %1 times").arg(past.recreated);
    if (past.gone)
        parts += ModelText::tr("gone since %1").arg(clockText(*past.gone));
    return parts.join(ModelText::tr(", ")) + u'.';
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

} // namespace pipeglass::models
