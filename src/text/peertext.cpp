// SPDX-License-Identifier: MIT
#include "text/peertext.h"

#include "core/bytetext.h"
#include "text/words.h"

namespace pipeglass::text {

QString processText(const ProcessInfo &process)
{
    if (process.pid == 0)
        return Words::tr("unknown process");
    const QString number = QString::number(process.pid);
    return process.program.isEmpty() ? number : escapedText(process.program) + QLatin1Char(' ') + number;
}

QString peerText(ConnectionId connection, const ProcessInfo &peer)
{
    return Words::tr("#%1 %2").arg(QString::number(connection.value), processText(peer));
}

} // namespace pipeglass::text
