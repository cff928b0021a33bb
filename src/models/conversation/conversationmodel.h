// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"

#include <QAbstractTableModel>
#include <QHash>

namespace pipeglass::models {

class PreviewReader;

/// The messages and events of a MessageList, one per row; stores nothing per row. Rows are only appended. Previews are
/// read ahead in the thread pool and arrive with dataChanged(); they are safe to show as plain text. Window's thread;
/// the list may grow in another one.
class ConversationModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Number, Time, Delta, Direction, Peer, Size, Preview, ColumnCount };
    Q_ENUM(Column)
    enum Role {
        NumberRole = Qt::UserRole, ///< quint64: number in the list, from 0
        EventRole, ///< bool: an event, not a message
        MalformedRole, ///< bool
        FromClientRole, ///< bool: sent by the client
    };

    explicit ConversationModel(capture::MessageListPtr list, QObject *parent = nullptr);

    [[nodiscard]] const capture::MessageListPtr &list() const { return m_list; }
    void setList(capture::MessageListPtr list); ///< replaces the list
    [[nodiscard]] quint64 numberAt(int row) const { return static_cast<quint64>(row); }
    /// The other end of our own connection: "echo 4242", or "#2 worker 991" if there can be several. Otherwise the
    /// sender.
    [[nodiscard]] QString peerText(ConnectionId connection, Side from) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

public Q_SLOTS:
    void update(); ///< appends new items of the list

private:
    void readPreviewsOf(const capture::MessageListPtr &list);
    [[nodiscard]] QString cellText(quint64 number, const capture::RecordSummary &summary, int column) const;
    [[nodiscard]] QString deltaText(quint64 number, const capture::RecordSummary &summary) const;
    [[nodiscard]] QString directionText(const capture::RecordSummary &summary) const;

    capture::MessageListPtr m_list;
    int m_count = 0;
    PreviewReader *m_previews = nullptr;
    mutable QHash<ConnectionId, PerSide<QString>> m_peers;
    mutable QHash<ConnectionId, std::optional<Side>> m_ours; ///< which end was the recording program
};

} // namespace pipeglass::models
