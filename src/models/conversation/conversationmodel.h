// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"

#include <QAbstractTableModel>
#include <QHash>

namespace pipeglass::models {

class PreviewReader;

/// What was said: a window onto a list of messages. Keeps nothing for a row. Rows only ever come at the end. Events
/// (connected, half-closed, ...) are rows too. Previews are read in the thread pool, ahead of the rows that are asked
/// for, and come by dataChanged(); they are safe to show as plain text. Window's thread; the list may grow in another
/// meanwhile.
class ConversationModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Number, Time, Delta, Direction, Peer, Size, Preview, ColumnCount };
    Q_ENUM(Column)
    enum Role {
        NumberRole = Qt::UserRole, ///< quint64: the message's number in the list, from 0
        EventRole, ///< bool: something that happened, no message
        MalformedRole, ///< bool
        FromClientRole, ///< bool: the client wrote it
    };

    explicit ConversationModel(capture::MessageListPtr list, QObject *parent = nullptr);

    [[nodiscard]] const capture::MessageListPtr &list() const { return m_list; }
    void setList(capture::MessageListPtr list); ///< shows another one
    [[nodiscard]] quint64 numberAt(int row) const { return static_cast<quint64>(row); }
    /// Who is at the other end of a connection of ours: "echo 4242"; "#2 worker 991" where there can be many. Else who
    /// spoke.
    [[nodiscard]] QString peerText(ConnectionId connection, Side from) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

public Q_SLOTS:
    void update(); ///< shows what has come to the list since the last time

private:
    void readPreviewsOf(const capture::MessageListPtr &list);
    [[nodiscard]] QString cellText(quint64 number, const capture::RecordSummary &summary, int column) const;
    [[nodiscard]] QString deltaText(quint64 number, const capture::RecordSummary &summary) const;
    [[nodiscard]] QString directionText(const capture::RecordSummary &summary) const;

    capture::MessageListPtr m_list;
    int m_count = 0;
    PreviewReader *m_previews = nullptr;
    mutable QHash<ConnectionId, PerSide<QString>> m_peers;
};

} // namespace pipeglass::models
