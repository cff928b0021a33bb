// SPDX-License-Identifier: MIT
#pragma once

#include "engine/replay/replayinfo.h"

#include <QAbstractTableModel>

#include <optional>

namespace pipeglass::models {

class RowReader;

/// The differences that a replay has found, one per row. Rows are only appended. Texts are safe to show as plain text.
/// Window's thread.
class DifferencesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Number, Connection, From, Kind, Recorded, Received, ColumnCount };
    Q_ENUM(Column)

    /// `received`: the conversation of the replay.
    DifferencesModel(const engine::ReplayInfo &replay, capture::MessageListPtr received, QObject *parent = nullptr);

    void update(); ///< appends new differences
    [[nodiscard]] engine::ReplayDifference difference(int row) const;
    [[nodiscard]] const capture::MessageListPtr &recorded() const { return m_recorded; }
    [[nodiscard]] const capture::MessageListPtr &received() const { return m_received; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString cellText(const engine::ReplayDifference &difference, int column) const;
    void connectReader(RowReader *reader, Column column);

    capture::MessageListPtr m_recorded;
    capture::MessageListPtr m_received;
    std::shared_ptr<const engine::ReplayDifferences> m_differences;
    RowReader *m_recordedPreviews;
    RowReader *m_receivedPreviews;
    int m_count = 0;
};

} // namespace pipeglass::models
