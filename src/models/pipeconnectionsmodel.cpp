// SPDX-License-Identifier: MIT
#include "models/pipeconnectionsmodel.h"

#include "core/bytetext.h"
#include "text/peertext.h"
#include "text/pipetext.h"

#include <QLocale>

#include <algorithm>

namespace pipeglass::models {

using catalog::Connection;

namespace {

/// Identifies a connection. The client's socket stays the same when it is accepted; inodes have 32 bits, so connections
/// without one use the range above.
quint64 keyOf(const Connection &connection)
{
    constexpr quint64 cookies = quint64{ 1 } << 63U;
    return connection.clientInode != 0 ? connection.clientInode : connection.cookie | cookies;
}

QString bytesText(const Connection &connection, std::optional<quint64> bytes)
{
    if (bytes)
        return QLocale().toString(*bytes);
    return connection.isWaiting || connection.hasClientEnded() ? QString() : PipeConnectionsModel::tr("unknown");
}

QString stateText(const Connection &connection)
{
    if (connection.isWaiting)
        return PipeConnectionsModel::tr("waiting");
    if (connection.hasClientEnded())
        return PipeConnectionsModel::tr("client has ended");
    if (connection.unreadByServer == quint64{ 0 } && connection.unreadByClient == quint64{ 0 })
        return PipeConnectionsModel::tr("all read");
    return PipeConnectionsModel::tr("connected");
}

QString programText(const std::optional<ProcessInfo> &process)
{
    if (!process)
        return PipeConnectionsModel::tr("not visible");
    return process->program.isEmpty() ? PipeConnectionsModel::tr("unknown program") : escapedText(process->program);
}

QString cellText(const Connection &connection, int column)
{
    switch (column) {
    case PipeConnectionsModel::Client:
        return connection.hasClientEnded() ? PipeConnectionsModel::tr("ended") : programText(connection.client);
    case PipeConnectionsModel::Pid:
        return connection.client ? QString::number(connection.client->pid) : QString();
    case PipeConnectionsModel::User:
        return connection.client ? connection.client->user : QString();
    case PipeConnectionsModel::UnreadByServer:
        return bytesText(connection, connection.unreadByServer);
    case PipeConnectionsModel::UnreadByClient:
        return bytesText(connection, connection.unreadByClient);
    case PipeConnectionsModel::State:
        return stateText(connection);
    case PipeConnectionsModel::Server:
        if (connection.isWaiting)
            return {};
        return connection.server ? text::processText(*connection.server) : programText(connection.server);
    default:
        return {};
    }
}

QString tipText(const Connection &connection, int column)
{
    const bool isHidden = (column == PipeConnectionsModel::Client && !connection.client && !connection.hasClientEnded())
        || (column == PipeConnectionsModel::Server && !connection.server && !connection.isWaiting);
    const QString text = cellText(connection, column);
    return isHidden ? PipeConnectionsModel::tr("%1: %2").arg(text, text::whyNotVisible()) : text;
}

QVariant sortKey(const Connection &connection, int column)
{
    // Unknown values sort below all others.
    const auto bytes = [](std::optional<quint64> count) { return count ? static_cast<qint64>(*count) : qint64{ -1 }; };
    switch (column) {
    case PipeConnectionsModel::Pid:
        return connection.client ? connection.client->pid : -1;
    case PipeConnectionsModel::UnreadByServer:
        return bytes(connection.unreadByServer);
    case PipeConnectionsModel::UnreadByClient:
        return bytes(connection.unreadByClient);
    default:
        return cellText(connection, column);
    }
}

} // namespace

PipeConnectionsModel::PipeConnectionsModel(QObject *parent)
    : MergingModel(parent)
{
}

void PipeConnectionsModel::apply(std::vector<Connection> now)
{
    const auto less = [](const Connection &a, const Connection &b) { return keyOf(a) < keyOf(b); };
    std::sort(now.begin(), now.end(), less);
    now.erase(
        std::unique(
            now.begin(), now.end(), [](const Connection &a, const Connection &b) { return keyOf(a) == keyOf(b); }),
        now.end());
    mergeRows(m_rows, std::move(now), {}, less, [this](int row, const Connection &connection) {
        return std::exchange(m_rows[static_cast<size_t>(row)], connection) != connection;
    });
}

int PipeConnectionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PipeConnectionsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant PipeConnectionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Connection &connection = m_rows[static_cast<size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return cellText(connection, column);
    case Qt::ToolTipRole:
        return text::toolTip(tipText(connection, column));
    case Qt::TextAlignmentRole:
        if (column == Pid || column == UnreadByServer || column == UnreadByClient)
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case SortRole:
        return sortKey(connection, column);
    default:
        return {};
    }
}

QVariant PipeConnectionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const bool whole = role == Qt::ToolTipRole;
    switch (section) {
    case Client:
        return tr("Client");
    case Pid:
        return tr("PID");
    case User:
        return tr("User");
    case UnreadByServer:
        return whole ? tr("Bytes sent by the client that the server has not read") : tr("Unread\nby server");
    case UnreadByClient:
        return whole ? tr("Bytes sent by the server that the client has not read") : tr("Unread\nby client");
    case State:
        return whole ? tr("All read: nothing that was sent waits. Waiting: not accepted by the server yet")
                     : tr("State");
    case Server:
        return whole ? tr("The process that holds the other end") : tr("Served by");
    default:
        return {};
    }
}

} // namespace pipeglass::models
