// SPDX-License-Identifier: MIT
#include "models/connectionlistmodel.h"

#include "text/peertext.h"

#include <algorithm>

namespace pipeglass::models {

using engine::ConnectionState;
using engine::HalfState;

namespace {

/// Whether no cell of a row differs. The engine reports up to 30 times a second, mostly without a change here.
bool isShownAlike(const ConnectionState &one, const ConnectionState &other)
{
    return one.incoming == other.incoming && one.outgoing == other.outgoing && one.peer.user == other.peer.user
        && text::processText(one.peer) == text::processText(other.peer);
}

} // namespace

QString linkText(const ConnectionState &connection)
{
    if (connection.closed)
        return ConnectionListModel::tr("closed");
    const bool hears = connection.incoming == HalfState::Open;
    const bool speaks = connection.outgoing == HalfState::Open;
    if (hears && speaks)
        return ConnectionListModel::tr("open both ways");
    if (speaks)
        return ConnectionListModel::tr("they send no more");
    const bool byUs = connection.outgoing == HalfState::ClosedByUs;
    if (hears)
        return byUs ? ConnectionListModel::tr("we send no more") : ConnectionListModel::tr("they read no more");
    return ConnectionListModel::tr("ended both ways");
}

ConnectionListModel::ConnectionListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ConnectionListModel::apply(const std::vector<ConnectionState> &connections)
{
    std::vector<ConnectionState> now;
    std::copy_if(connections.begin(), connections.end(), std::back_inserter(now), [](const ConnectionState &one) {
        return !one.closed;
    });
    const auto byId = [](const ConnectionState &a, const ConnectionState &b) { return a.id < b.id; };
    std::sort(now.begin(), now.end(), byId);
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!std::binary_search(now.begin(), now.end(), m_rows[static_cast<size_t>(row)], byId)) {
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        }
    }
    // What is left is a part of `now`, both in order of their ids; new ids are always larger, but nothing relies on it.
    for (size_t row = 0; row < now.size(); ++row) {
        const int at = static_cast<int>(row);
        if (row < m_rows.size() && m_rows[row].id == now[row].id) {
            const bool same = isShownAlike(m_rows[row], now[row]);
            m_rows[row] = now[row];
            if (!same)
                Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
        } else {
            beginInsertRows({}, at, at);
            m_rows.insert(m_rows.begin() + at, now[row]);
            endInsertRows();
        }
    }
}

int ConnectionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ConnectionListModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ConnectionListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ConnectionState &connection = m_rows[static_cast<size_t>(index.row())];
    if (role == IdRole)
        return QVariant::fromValue(connection.id);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Peer:
        return text::peerText(connection.id, connection.peer);
    case User:
        return connection.peer.user;
    case State:
        return linkText(connection);
    default:
        return {};
    }
}

QVariant ConnectionListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Peer:
        return tr("Client");
    case User:
        return tr("User");
    case State:
        return tr("Link");
    default:
        return {};
    }
}

} // namespace pipeglass::models
