// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/connections.h"
#include "models/mergingmodel.h"

#include <QAbstractTableModel>

#include <vector>

namespace pipeglass::models {

/// The connections of a pipe, one per row, ordered by the client's socket. A connection keeps its row from waiting
/// until its end, so views keep selection and scroll position. Names are escaped; show them as plain text. Window's
/// thread.
class PipeConnectionsModel : public MergingModel<QAbstractTableModel> {
    Q_OBJECT

public:
    enum Column { Client, Pid, User, UnreadByServer, UnreadByClient, State, Server, ColumnCount };
    Q_ENUM(Column)
    enum Role { SortRole = Qt::UserRole }; ///< numbers for numbers, text for text

    explicit PipeConnectionsModel(QObject *parent = nullptr);

    /// Updates the rows.
    void apply(std::vector<catalog::Connection> now);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<catalog::Connection> m_rows;
};

} // namespace pipeglass::models
