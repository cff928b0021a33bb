// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sessions/connectionstate.h"
#include "models/mergingmodel.h"

#include <QAbstractTableModel>

#include <vector>

namespace pipeglass::models {

/// The messages that a tap holds, over all connections, in the order in which they came. Window's thread.
class HeldListModel : public MergingModel<QAbstractTableModel> {
    Q_OBJECT

public:
    enum Column { Sender, Size, Message, ColumnCount };
    Q_ENUM(Column)

    struct Row {
        ConnectionId connection;
        engine::HeldMessage message;
    };

    explicit HeldListModel(QObject *parent = nullptr);

    void apply(const std::vector<engine::ConnectionState> &connections);
    [[nodiscard]] const Row &row(int row) const { return m_rows[static_cast<size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<Row> m_rows;
};

} // namespace pipeglass::models
