// SPDX-License-Identifier: MIT
#include "models/conversation/connectionlistmodel.h"

#include "text/peertext.h"
#include "text/pipetext.h"

#include <algorithm>

namespace pipeglass::models {

using engine::ConnectionState;
using engine::StreamEnd;

namespace {

/// Whether both have the same cell texts. The engine reports up to 30 times a second, mostly without a visible change.
bool isShownAlike(const ConnectionState &one, const ConnectionState &other)
{
    return one.ends == other.ends && one.peer().user == other.peer().user
        && text::processText(one.peer()) == text::processText(other.peer());
}

/// Of a connection between two other programs.
QString relayedText(const PerSide<StreamEnd> &ends)
{
    if (ends.client != StreamEnd::Open && ends.server != StreamEnd::Open)
        return ConnectionListModel::tr("closed both ways");
    if (ends.client != StreamEnd::Open)
        return ends.client == StreamEnd::ByWriter ? ConnectionListModel::tr("the client sends no more")
                                                  : ConnectionListModel::tr("the server reads no more");
    if (ends.server != StreamEnd::Open)
        return ends.server == StreamEnd::ByWriter ? ConnectionListModel::tr("the server sends no more")
                                                  : ConnectionListModel::tr("the client reads no more");
    return ConnectionListModel::tr("open both ways");
}

} // namespace

QString linkText(const ConnectionState &connection)
{
    if (connection.closed)
        return ConnectionListModel::tr("closed");
    if (!connection.ours)
        return relayedText(connection.ends);
    const Side ours = *connection.ours;
    const bool hears = connection.ends[otherSide(ours)] == StreamEnd::Open;
    const bool speaks = connection.ends[ours] == StreamEnd::Open;
    if (hears && speaks)
        return ConnectionListModel::tr("open both ways");
    if (speaks)
        return ConnectionListModel::tr("they send no more");
    const bool byUs = connection.ends[ours] == StreamEnd::ByWriter;
    if (hears)
        return byUs ? ConnectionListModel::tr("we send no more") : ConnectionListModel::tr("they read no more");
    return ConnectionListModel::tr("closed both ways");
}

ConnectionListModel::ConnectionListModel(QObject *parent)
    : MergingModel(parent)
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
    mergeRows(m_rows, std::move(now), {}, byId, [this](int row, ConnectionState &state) {
        ConnectionState &before = m_rows[static_cast<size_t>(row)];
        const bool isSame = isShownAlike(before, state);
        before = std::move(state);
        return !isSame;
    });
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
        return text::peerText(connection.id, connection.peer());
    case Pipe:
        return text::nameOfPath(connection.path);
    case User:
        return connection.peer().user;
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
    case Pipe:
        return tr("Pipe");
    case User:
        return tr("User");
    case State:
        return tr("Link");
    default:
        return {};
    }
}

} // namespace pipeglass::models
