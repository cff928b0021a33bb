// SPDX-License-Identifier: MIT
#include "models/pipecells.h"

#include "catalog/processes/endpointof.h"
#include "core/bytetext.h"
#include "endpoints/endpointtable.h"
#include "models/pipelistmodel.h"
#include "text/pipetext.h"
#include "text/sizetext.h"
#include "text/timetext.h"
#include "text/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace pipeglass::models {

using catalog::PipeEntry;

namespace {

QString numberText(const std::optional<quint32> &number) { return number ? QString::number(*number) : QString(); }

/// Unknown numbers sort below all others.
QVariant numberKey(const std::optional<quint32> &number)
{
    return number ? static_cast<qlonglong>(*number) : qlonglong{ -1 };
}

std::optional<quint64> unread(const PipeRow &row)
{
    const PipeEntry &entry = *row.entry;
    if (row.gone || (!entry.unreadByServer && !entry.unreadByClient))
        return {};
    return entry.unreadByServer.value_or(0) + entry.unreadByClient.value_or(0);
}

QString unreadTip(const PipeRow &row)
{
    if (!unread(row))
        return text::Words::tr("The number of unread bytes is unknown.");
    return text::Words::tr("%1 not yet read by the server, %2 not yet read by clients")
               .arg(text::bytesText(row.entry->unreadByServer), text::bytesText(row.entry->unreadByClient))
        + u'\n'
        + text::Words::tr(
               "The line shows the unread bytes of the last minute. Bytes that are read at once cannot be seen "
               "without attaching or tapping.");
}

const endpoints::Endpoint *endpointOf(const PipeEntry &entry)
{
    return entry.endpoint.isEmpty() ? nullptr : endpoints::findEndpoint(entry.endpoint);
}

QString serverCell(const PipeRow &row)
{
    const PipeEntry &entry = *row.entry;
    if (row.gone)
        return text::Words::tr("gone since %1").arg(text::shortClockText(*row.gone));
    const QString server = text::serverText(entry);
    if (entry.takenOverBy)
        return text::Words::tr("lost to %1 (%2)").arg(QString::number(*entry.takenOverBy), server);
    if (entry.tookOverFrom)
        return text::Words::tr("%1 (took it from %2)").arg(server, QString::number(*entry.tookOverFrom));
    if (entry.tappedBy)
        return text::Words::tr("%1 (tapped by %2)").arg(server, QString::number(*entry.tappedBy));
    return server;
}

QString stateTip(const PipeRow &row)
{
    QStringList lines;
    if (row.gone)
        lines += text::Words::tr("Gone since %1. The row shows its last state.").arg(text::clockText(*row.gone));
    else
        lines += text::stateSentence(*row.entry);
    if (row.past)
        lines += text::historySentence(*row.past);
    return lines.join(u'\n');
}

QString serverTip(const PipeRow &row)
{
    const PipeEntry &entry = *row.entry;
    if (row.gone) {
        const bool known = entry.server && !entry.server->empty();
        return text::Words::tr("Gone since %1.").arg(text::clockText(*row.gone))
            + (known ? text::Words::tr("\nIts server was %1.").arg(text::serverSentence(entry)) : QString());
    }
    QStringList lines{ text::serverSentence(entry) };
    if (entry.takenOverBy)
        lines += text::Words::tr("Process %1 has taken its name: new clients connect to that process.")
                     .arg(*entry.takenOverBy);
    if (entry.tookOverFrom)
        lines += text::Words::tr("It took the name from process %1, which still listens, without a name.")
                     .arg(*entry.tookOverFrom);
    if (entry.tappedBy)
        lines += text::Words::tr("Process %1 taps it: its clients connect to the tap, which passes everything on.")
                     .arg(*entry.tappedBy);
    return lines.join(u'\n');
}

QString endpointTip(const PipeEntry &entry)
{
    const endpoints::Endpoint *endpoint = endpointOf(entry);
    if (endpoint == nullptr)
        return text::Words::tr("Not one of the endpoints that Pipeglass knows.");
    QStringList lines{ catalog::endpointTitle(entry), endpoint->explanation };
    if (endpoint->attachHarms)
        lines += *endpoint->attachHarms;
    return lines.join(u'\n');
}

QString nameTip(const PipeRow &row)
{
    const PipeEntry &entry = *row.entry;
    QStringList lines{ escapedText(entry.path()) };
    if (!entry.namespaceLabel.isEmpty())
        lines += text::Words::tr("In the mount namespace of %1").arg(entry.namespaceLabel);
    if (const QString title = catalog::endpointTitle(entry); !title.isEmpty())
        lines += title;
    lines += stateTip(row);
    return lines.join(u'\n');
}

QString timeText(qint64 nanoseconds) { return nanoseconds == 0 ? QString() : text::clockText({ nanoseconds }); }

} // namespace

QString columnTitle(int column)
{
    switch (column) {
    case PipeListModel::State:
        return text::Words::tr("State");
    case PipeListModel::Name:
        return text::Words::tr("Pipe");
    case PipeListModel::Endpoint:
        return text::Words::tr("Endpoint");
    case PipeListModel::Namespace:
        return text::Words::tr("Namespace");
    case PipeListModel::Server:
        return text::Words::tr("Server");
    case PipeListModel::Owner:
        return text::Words::tr("Owner");
    case PipeListModel::Group:
        return text::Words::tr("Group");
    case PipeListModel::Mode:
        return text::Words::tr("Mode");
    case PipeListModel::Clients:
        return text::Words::tr("Clients");
    case PipeListModel::Waiting:
        return text::Words::tr("Waiting");
    case PipeListModel::Backlog:
        return text::Words::tr("Backlog");
    case PipeListModel::Unread:
        return text::Words::tr("Unread");
    case PipeListModel::Recreated:
        return text::Words::tr("Re-created");
    case PipeListModel::FirstSeen:
        return text::Words::tr("First seen");
    case PipeListModel::Created:
        return text::Words::tr("Created");
    case PipeListModel::Directory:
        return text::Words::tr("Directory");
    default:
        return {};
    }
}

bool isNumberColumn(int column)
{
    return column == PipeListModel::Clients || column == PipeListModel::Waiting || column == PipeListModel::Backlog
        || column == PipeListModel::Unread || column == PipeListModel::Recreated;
}

QString cellText(const PipeRow &row, int column)
{
    const PipeEntry &entry = *row.entry;
    switch (column) {
    case PipeListModel::State:
        return row.gone ? text::Words::tr("gone") : text::stateWord(entry);
    case PipeListModel::Name:
        return row.name;
    case PipeListModel::Endpoint:
        return catalog::endpointTitle(entry);
    case PipeListModel::Namespace:
        return entry.namespaceLabel;
    case PipeListModel::Server:
        return serverCell(row);
    case PipeListModel::Owner:
        return entry.owner;
    case PipeListModel::Group:
        return entry.group;
    case PipeListModel::Mode:
        return entry.hasFile ? entry.mode.octal() : QString();
    case PipeListModel::Clients:
        return row.gone ? QString() : numberText(entry.clients);
    case PipeListModel::Waiting:
        return row.gone ? QString() : numberText(entry.waiting);
    case PipeListModel::Backlog:
        return row.gone ? QString() : numberText(entry.backlog);
    case PipeListModel::Unread:
        return unread(row) ? QLocale().toString(*unread(row)) : QString();
    case PipeListModel::Recreated:
        return row.past && row.past->recreated > 0 ? QString::number(row.past->recreated) : QString();
    case PipeListModel::FirstSeen:
        return row.past ? text::clockText(row.past->firstSeen) : QString();
    case PipeListModel::Created:
        return timeText(entry.file.birthNanoseconds);
    case PipeListModel::Directory:
        return escapedText(entry.directory);
    default:
        return {};
    }
}

QString cellTip(const PipeRow &row, int column)
{
    const PipeEntry &entry = *row.entry;
    switch (column) {
    case PipeListModel::State:
        return stateTip(row);
    case PipeListModel::Endpoint:
        return endpointTip(entry);
    case PipeListModel::Server:
        return serverTip(row);
    case PipeListModel::Mode:
        return entry.hasFile ? (entry.mode.symbolic() + u'\n' + text::accessSentence(entry)).trimmed()
                             : text::Words::tr("The file no longer exists.");
    case PipeListModel::Backlog:
        return text::Words::tr("The limit for waiting clients. If it is reached, new clients are blocked or refused.");
    case PipeListModel::Unread:
        return unreadTip(row);
    case PipeListModel::Recreated:
    case PipeListModel::FirstSeen:
        return row.past ? text::historySentence(*row.past) : QString();
    default:
        return nameTip(row);
    }
}

QVariant cellKey(const PipeRow &row, int column)
{
    const PipeEntry &entry = *row.entry;
    constexpr int afterAllStates = 1000;
    switch (column) {
    case PipeListModel::State:
        return row.gone ? afterAllStates : static_cast<int>(entry.kind) * 10 + static_cast<int>(entry.state);
    case PipeListModel::Name:
        return row.name;
    case PipeListModel::Mode:
        return entry.hasFile ? static_cast<qlonglong>(entry.mode.bits()) : qlonglong{ -1 };
    case PipeListModel::Clients:
        return row.gone ? qlonglong{ -1 } : numberKey(entry.clients);
    case PipeListModel::Waiting:
        return row.gone ? qlonglong{ -1 } : numberKey(entry.waiting);
    case PipeListModel::Backlog:
        return row.gone ? qlonglong{ -1 } : numberKey(entry.backlog);
    case PipeListModel::Unread:
        return unread(row) ? static_cast<qlonglong>(*unread(row)) : qlonglong{ -1 };
    case PipeListModel::Recreated:
        return static_cast<qlonglong>(row.past ? row.past->recreated : 0);
    case PipeListModel::FirstSeen:
        return row.past ? row.past->firstSeen.unixNanoseconds : 0;
    case PipeListModel::Created:
        return entry.file.birthNanoseconds;
    default:
        return cellText(row, column);
    }
}

QString filterText(const PipeRow &row)
{
    const PipeEntry &entry = *row.entry;
    return QStringList{ row.name,
                        escapedText(entry.path()),
                        cellText(row, PipeListModel::Server),
                        entry.owner,
                        cellText(row, PipeListModel::State),
                        entry.namespaceLabel,
                        catalog::endpointTitle(entry) }
        .join(u'\n');
}

} // namespace pipeglass::models
