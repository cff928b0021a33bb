// SPDX-License-Identifier: MIT
#pragma once

#include "doctor/finding.h"
#include "models/mergingmodel.h"

#include <QAbstractTableModel>

#include <vector>

namespace pipeglass::models {

/// The findings of the doctor, the most severe first. A finding that remains keeps its row, and so the selection.
/// Window's thread.
class FindingListModel : public MergingModel<QAbstractTableModel> {
    Q_OBJECT

public:
    enum Column { Pipe, Problem, ColumnCount };
    Q_ENUM(Column)

    enum Role { SeverityRole = Qt::UserRole }; ///< the word of doctor::Severity

    explicit FindingListModel(QObject *parent = nullptr);

    void apply(std::vector<doctor::Finding> findings);
    [[nodiscard]] const doctor::Finding &finding(int row) const { return m_rows[static_cast<size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<doctor::Finding> m_rows;
};

} // namespace pipeglass::models
