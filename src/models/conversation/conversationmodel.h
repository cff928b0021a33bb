// SPDX-License-Identifier: MIT
#pragma once

#include "models/conversation/rowdetails.h"

#include <QAbstractTableModel>
#include <QHash>

namespace pipeglass::models {

class RowReader;

/// The messages and events of a list, one per row; stores nothing per row. Rows are only appended. What must be read
/// for a cell is read ahead in the thread pool and arrives with dataChanged(); it is safe to show as plain text.
/// Window's thread; the list may grow in another one.
class ConversationModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// Columns of values of the decoded payload follow.
    enum Column { Number, Time, Delta, Direction, Connection, Peer, Size, Latency, Preview, ColumnCount };
    Q_ENUM(Column)
    enum Role {
        NumberRole = Qt::UserRole, ///< quint64: number in the list, from 0
        EventRole, ///< bool: an event, not a message
        MalformedRole, ///< bool
        FromClientRole, ///< bool: sent by the client
        MarkedRole, ///< bool
        NoteRole, ///< QString: a person's note, safe to show as plain text
        RuleRole, ///< int: the colour rule that matches, or -1
    };
    enum class TimeFormat { Local, Utc, SinceFirst };

    explicit ConversationModel(capture::MessageListPtr list, QObject *parent = nullptr);
    ConversationModel(
        conversation::SelectedMessagesPtr list, conversation::MessageNumbersPtr numbers, QObject *parent = nullptr);

    /// What is shown. Its source is the conversation as a whole.
    [[nodiscard]] const conversation::SelectedMessagesPtr &list() const { return m_list; }
    [[nodiscard]] const conversation::MessageNumbersPtr &numbers() const { return m_numbers; }
    /// Replaces the list.
    void setList(conversation::SelectedMessagesPtr list, conversation::MessageNumbersPtr numbers);
    [[nodiscard]] quint64 numberAt(int row) const { return static_cast<quint64>(row); }
    /// The number in the source of a row.
    [[nodiscard]] quint64 itemAt(int row) const { return m_list->sourceNumber(numberAt(row)); }
    /// The row of an item of the source, or -1.
    [[nodiscard]] int rowOf(quint64 item) const;

    void setTimeFormat(TimeFormat format);
    [[nodiscard]] TimeFormat timeFormat() const { return m_timeFormat; }
    /// Columns after the others, one for each path.
    void setValueColumns(std::vector<conversation::ValuePath> paths, decoding::DecoderRegistryPtr decoders);
    /// Of messages of protobuf, for those columns; may be null.
    void setTypes(decoding::MessageTypesPtr types);
    [[nodiscard]] const std::vector<conversation::ValuePath> &valueColumns() const { return m_details.paths; }
    /// Whether the column Latency is shown; otherwise it is empty, because requests are expensive to find.
    void setLatencyWanted(bool wanted);
    void setColourRules(std::vector<filter::Filter> rules);
    void marksChanged();

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
    void makeReaders();
    void makeDetailsReader();
    [[nodiscard]] RowReader *
    makeReader(int column, std::function<std::vector<RowDetails>(const std::vector<quint64> &)> read);
    [[nodiscard]] int shownCount() const;
    [[nodiscard]] QString cellText(quint64 number, const capture::RecordSummary &summary, int column) const;
    [[nodiscard]] QString detailText(quint64 number, int column) const;
    [[nodiscard]] QString timeText(const capture::RecordSummary &summary) const;
    [[nodiscard]] QString deltaText(quint64 number, const capture::RecordSummary &summary) const;
    [[nodiscard]] QString directionText(const capture::RecordSummary &summary) const;
    [[nodiscard]] QVariant toolTip(quint64 number, int column) const;
    [[nodiscard]] QString noteText(quint64 number) const;
    [[nodiscard]] QVariant accessibleText(quint64 number, int column) const;
    [[nodiscard]] int ruleOf(quint64 number) const;

    conversation::SelectedMessagesPtr m_list;
    conversation::MessageNumbersPtr m_numbers;
    int m_count = 0;
    TimeFormat m_timeFormat = TimeFormat::Local;
    DetailsRequest m_details;
    RowReader *m_previews = nullptr;
    RowReader *m_detailsReader = nullptr; ///< null: nothing is wanted
    mutable QHash<ConnectionId, PerSide<QString>> m_peers;
    mutable QHash<ConnectionId, std::optional<Side>> m_ours; ///< which end was the recording program
};

} // namespace pipeglass::models
