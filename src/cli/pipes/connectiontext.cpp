// SPDX-License-Identifier: MIT
#include "cli/pipes/connectiontext.h"

#include "core/bytetext.h"

#include <QStringList>

namespace pipeglass::cli {

QString processWords(const std::optional<ProcessInfo> &process)
{
    if (!process)
        return QStringLiteral("(not visible)");
    const QString program = process->program.isEmpty() ? QStringLiteral("?") : escapedText(process->program);
    return QStringLiteral("%1 %2 (%3)").arg(program, QString::number(process->pid), process->user);
}

QString processesWords(const QList<ProcessInfo> &processes)
{
    QStringList words;
    for (const ProcessInfo &process : processes)
        words += processWords(process);
    return words.isEmpty() ? QStringLiteral("(not visible)") : words.join(QLatin1String(", "));
}

QString connectionWords(const catalog::Connection &connection)
{
    const QString client =
        connection.hasClientEnded() ? QStringLiteral("(client has ended)") : processWords(connection.client);
    if (connection.isWaiting)
        return client + QStringLiteral(", waiting to be accepted");
    QString text = client + QStringLiteral(" -> ") + processWords(connection.server);
    if (connection.unreadByServer == quint64{ 0 } && connection.unreadByClient == quint64{ 0 })
        return text + QStringLiteral(", all read");
    const auto bytes = [](const std::optional<quint64> &count) {
        if (!count)
            return QStringLiteral("an unknown number of bytes");
        return *count == 1 ? QStringLiteral("1 byte") : QStringLiteral("%1 bytes").arg(*count);
    };
    if (connection.unreadByServer != quint64{ 0 })
        text += QStringLiteral(", %1 not yet read by the server").arg(bytes(connection.unreadByServer));
    if (connection.unreadByClient != quint64{ 0 } && !connection.hasClientEnded())
        text += QStringLiteral(", %1 not yet read by the client").arg(bytes(connection.unreadByClient));
    return text;
}

} // namespace pipeglass::cli
