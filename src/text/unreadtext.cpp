// SPDX-License-Identifier: MIT
#include "text/unreadtext.h"

#include "text/peertext.h"
#include "text/sizetext.h"
#include "text/words.h"

#include <QStringList>

namespace pipeglass::text {

QString unreadText(const catalog::Connection &connection)
{
    if (connection.isWaiting)
        return Words::tr("waiting to be accepted");
    QStringList parts;
    if (connection.unreadByServer != quint64{ 0 })
        parts += Words::tr("%1 not yet read by the server").arg(bytesText(connection.unreadByServer));
    if (connection.unreadByClient != quint64{ 0 } && !connection.hasClientEnded())
        parts += Words::tr("%1 not yet read by the client").arg(bytesText(connection.unreadByClient));
    return parts.isEmpty() ? Words::tr("all read") : parts.join(QLatin1String(", "));
}

QString connectionSentence(const catalog::Connection &connection)
{
    const QString client =
        connection.hasClientEnded() ? Words::tr("(client has ended)") : processAndUserText(connection.client);
    const QString ends =
        connection.isWaiting ? client : QStringLiteral("%1 -> %2").arg(client, processAndUserText(connection.server));
    return QStringLiteral("%1, %2").arg(ends, unreadText(connection));
}

} // namespace pipeglass::text
