// SPDX-License-Identifier: MIT
#include "models/processfact.h"

#include "catalog/processes/endpointof.h"
#include "core/bytetext.h"
#include "text/peertext.h"
#include "text/pipetext.h"
#include "text/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace pipeglass::models {

using catalog::AnonymousPipe;
using catalog::DotNetProcess;
using catalog::PipeEntry;
using catalog::PipeEntryPtr;
using Kind = ProcessFact::Kind;

namespace {

QString counted(qulonglong number, const QString &one, const QString &many)
{
    return number == 1 ? one : many.arg(number);
}

/// What is known of its kind, else its state; and who is there.
QString servesText(const PipeEntry &pipe)
{
    QStringList parts;
    if (const QString title = catalog::endpointTitle(pipe); !title.isEmpty())
        parts.append(title);
    parts.append(text::stateWord(pipe));
    if (pipe.clients.value_or(0) > 0)
        parts.append(counted(*pipe.clients, text::Words::tr("1 client"), text::Words::tr("%1 clients")));
    if (pipe.waiting.value_or(0) > 0)
        parts.append(text::Words::tr("%1 waiting").arg(*pipe.waiting));
    return text::Words::tr("serves: %1").arg(parts.join(QLatin1String(", ")));
}

QString unreadText(const catalog::Connection &connection)
{
    if (connection.isWaiting)
        return text::Words::tr("waits to be accepted");
    const auto &byServer = connection.unreadByServer;
    const auto &byClient = connection.unreadByClient;
    if (byServer == 0U && byClient == 0U)
        return text::Words::tr("nothing unread");
    QStringList parts;
    if (byServer.value_or(0) > 0)
        parts.append(text::Words::tr("%1 not read by the server")
                         .arg(counted(*byServer, text::Words::tr("1 byte"), text::Words::tr("%1 bytes"))));
    if (byClient.value_or(0) > 0)
        parts.append(text::Words::tr("%1 not read by it")
                         .arg(counted(*byClient, text::Words::tr("1 byte"), text::Words::tr("%1 bytes"))));
    if (!byServer || !byClient)
        parts.append(text::Words::tr("what else is unread is unknown"));
    return parts.join(QLatin1String(", "));
}

QString clientText(const DotNetProcess::ClientOf &one)
{
    QString server = text::serverText(*one.pipe);
    if (one.connection.server)
        server = text::processText(*one.connection.server);
    if (server.isEmpty())
        server = text::Words::tr("a server that cannot be seen");
    return text::Words::tr("client of %1: %2").arg(server, unreadText(one.connection));
}

QString endText(const QList<ProcessInfo> &processes)
{
    QStringList words;
    for (const ProcessInfo &process : processes)
        words.append(text::processText(process));
    return words.isEmpty() ? text::Words::tr("not visible") : words.join(QLatin1String(", "));
}

std::optional<ProcessInfo> otherEnd(const AnonymousPipe &pipe, pid_t self)
{
    for (const auto *end : { &pipe.readers, &pipe.writers }) {
        for (const ProcessInfo &process : *end) {
            if (process.pid != self)
                return process;
        }
    }
    return {};
}

ProcessFact ofPipe(Kind kind, const PipeEntryPtr &pipe, const QString &what)
{
    ProcessFact fact;
    fact.kind = kind;
    fact.id = pipe->path();
    fact.title = escapedText(pipe->name());
    fact.what = what;
    fact.pipe = pipe;
    return fact;
}

ProcessFact ofProcess(Kind kind, const QString &title, const QString &what)
{
    ProcessFact fact;
    fact.kind = kind;
    fact.title = title;
    fact.what = what;
    return fact;
}

void number(std::vector<ProcessFact> &facts)
{
    std::stable_sort(facts.begin(), facts.end(), factLess);
    for (size_t i = 1; i < facts.size(); ++i) {
        const ProcessFact &before = facts[i - 1];
        if (before.kind == facts[i].kind && before.id == facts[i].id)
            facts[i].nth = before.nth + 1;
    }
}

} // namespace

bool ProcessFact::isSame(const ProcessFact &later) const
{
    return kind == later.kind && id == later.id && nth == later.nth;
}

bool operator==(const ProcessFact &a, const ProcessFact &b)
{
    const bool samePipe = a.pipe == b.pipe || (a.pipe && b.pipe && *a.pipe == *b.pipe);
    return samePipe && a.isSame(b) && a.title == b.title && a.what == b.what && a.other == b.other;
}

bool factLess(const ProcessFact &a, const ProcessFact &b)
{
    return std::tie(a.kind, a.id, a.nth) < std::tie(b.kind, b.id, b.nth);
}

std::vector<ProcessFact> processFacts(const DotNetProcess &process)
{
    std::vector<ProcessFact> facts;
    for (const PipeEntryPtr &pipe : process.serves)
        facts.push_back(ofPipe(Kind::Serves, pipe, servesText(*pipe)));
    for (const DotNetProcess::ClientOf &one : process.clientOf) {
        facts.push_back(ofPipe(Kind::ClientOf, one.pipe, clientText(one)));
        facts.back().other = one.connection.server;
    }
    for (const AnonymousPipe &pipe : process.anonymousPipes) {
        facts.push_back(ofProcess(
            Kind::AnonymousPipe, text::Words::tr("Anonymous pipe"),
            text::Words::tr("%1 → %2").arg(endText(pipe.writers), endText(pipe.readers))));
        facts.back().id = QByteArray::number(pipe.inode).rightJustified(10, '0');
        facts.back().other = otherEnd(pipe, process.process.pid);
    }
    if (process.diagnostics) {
        facts.push_back(ofProcess(Kind::Diagnostics, text::Words::tr("Diagnostics socket"), diagnosticsText(process)));
        facts.back().pipe = process.diagnostics;
    }
    facts.push_back(
        ofProcess(Kind::TemporaryDirectory, text::Words::tr("TMPDIR"), temporaryDirectoryText(process.tmpdir)));
    number(facts);
    return facts;
}

QString processSummary(const DotNetProcess &process)
{
    QStringList parts;
    if (!process.serves.empty())
        parts.append(text::Words::tr("serves %1")
                         .arg(counted(process.serves.size(), text::Words::tr("1 pipe"), text::Words::tr("%1 pipes"))));
    if (!process.clientOf.empty())
        parts.append(text::Words::tr("client of %1").arg(process.clientOf.size()));
    if (!process.anonymousPipes.empty())
        parts.append(counted(
            process.anonymousPipes.size(), text::Words::tr("1 anonymous pipe"), text::Words::tr("%1 anonymous pipes")));
    return parts.isEmpty() ? text::Words::tr("no pipes") : parts.join(QLatin1String(", "));
}

QString temporaryDirectoryText(const std::optional<QByteArray> &tmpdir)
{
    if (!tmpdir)
        return text::Words::tr("unknown: another user's process");
    return tmpdir->isEmpty() ? text::Words::tr("/tmp (not set)") : escapedText(*tmpdir);
}

QString diagnosticsText(const DotNetProcess &process)
{
    if (process.diagnostics && !process.diagnostics->hasFile)
        return text::Words::tr("file gone, no tool reaches it: %1").arg(escapedText(process.diagnostics->path()));
    return process.diagnostics
        ? text::Words::tr("%1: %2").arg(text::stateWord(*process.diagnostics), escapedText(process.diagnostics->path()))
        : text::Words::tr("none seen");
}

} // namespace pipeglass::models
