// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sessions/session.h"
#include "models/mergingmodel.h"

#include <QAbstractTableModel>

#include <vector>

namespace pipeglass::models {

/// The open connections of a session, one per row, in the order of their start. Window's thread.
class ConnectionListModel : public MergingModel<QAbstractTableModel> {
    Q_OBJECT

public:
    enum Column { Peer, Pipe, User, State, ColumnCount };
    Q_ENUM(Column)
    enum Role { IdRole = Qt::UserRole }; ///< ConnectionId

    explicit ConnectionListModel(QObject *parent = nullptr);

    /// Updates the rows; closed connections are removed.
    void apply(const std::vector<engine::ConnectionState> &connections);
    [[nodiscard]] const std::vector<engine::ConnectionState> &connections() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<engine::ConnectionState> m_rows;
};

/// "open both ways", "they send no more", ...
[[nodiscard]] QString linkText(const engine::ConnectionState &connection);

} // namespace pipeglass::models
