// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/connections.h"

#include <QAbstractTableModel>

#include <vector>

namespace pipeglass::models {

/// Who is connected to one pipe, one connection a row, in the order in which they came. A connection keeps its row from
/// the moment it waits to its end, so that selection and scroll position of a view survive. Text of strangers is
/// escaped; show it as plain text. Window's thread.
class PipeConnectionsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Client, Pid, User, UnreadByServer, UnreadByClient, State, Server, ColumnCount };
    Q_ENUM(Column)
    enum Role { SortRole = Qt::UserRole }; ///< numbers for numbers, text for text

    explicit PipeConnectionsModel(QObject *parent = nullptr);

    /// Takes over what there is now.
    void apply(const std::vector<catalog::Connection> &connections);
    [[nodiscard]] const std::vector<catalog::Connection> &connections() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void removeGone(const std::vector<catalog::Connection> &now);

    std::vector<catalog::Connection> m_rows;
};

} // namespace pipeglass::models
