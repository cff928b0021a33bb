// SPDX-License-Identifier: MIT
#include "text/processtext.h"

#include "catalog/processes/endpointof.h"
#include "core/bytetext.h"
#include "text/peertext.h"
#include "text/pipetext.h"
#include "text/sizetext.h"
#include "text/unreadtext.h"
#include "text/words.h"

#include <QStringList>

namespace pipeglass::text {

using catalog::DotNetProcess;
using catalog::PipeEntry;

QString servesText(const PipeEntry &pipe)
{
    QStringList parts;
    if (const QString title = catalog::endpointTitle(pipe); !title.isEmpty())
        parts.append(title);
    parts.append(stateWord(pipe));
    if (pipe.clients.value_or(0) > 0)
        parts.append(Words::tr("%n client(s)", nullptr, plural(*pipe.clients)));
    if (pipe.waiting.value_or(0) > 0)
        parts.append(Words::tr("%n waiting", nullptr, plural(*pipe.waiting)));
    return Words::tr("serves: %1").arg(parts.join(QLatin1String(", ")));
}

QString clientOfText(const DotNetProcess::ClientOf &one)
{
    QString server = one.connection.server ? processText(*one.connection.server) : serverText(*one.pipe);
    if (server.isEmpty())
        server = Words::tr("a server that is not visible");
    return Words::tr("client of %1: %2").arg(server, unreadText(one.connection));
}

QString processSummary(const DotNetProcess &process)
{
    QStringList parts;
    if (!process.serves.empty())
        parts.append(Words::tr("serves %n pipe(s)", nullptr, plural(process.serves.size())));
    if (!process.clientOf.empty())
        parts.append(Words::tr("client of %n", nullptr, plural(process.clientOf.size())));
    if (!process.anonymousPipes.empty())
        parts.append(Words::tr("%n anonymous pipe(s)", nullptr, plural(process.anonymousPipes.size())));
    return parts.isEmpty() ? Words::tr("no pipes") : parts.join(QLatin1String(", "));
}

QString temporaryDirectoryText(const std::optional<QByteArray> &tmpdir)
{
    if (!tmpdir)
        return Words::tr("unknown: another user's process");
    return tmpdir->isEmpty() ? Words::tr("/tmp (not set)") : escapedText(*tmpdir);
}

QString diagnosticsText(const DotNetProcess &process)
{
    if (process.diagnostics && !process.diagnostics->hasFile)
        return Words::tr("file removed, tools cannot connect: %1").arg(escapedText(process.diagnostics->path()));
    return process.diagnostics
        ? QStringLiteral("%1: %2").arg(stateWord(*process.diagnostics), escapedText(process.diagnostics->path()))
        : Words::tr("none found");
}

QString hiddenProcessesSentence(int processes)
{
    return Words::tr(
        "%n process(es) of other users could not be inspected; root sees which are .NET processes.", nullptr,
        processes);
}

} // namespace pipeglass::text
