// SPDX-License-Identifier: MIT
#pragma once

#include "models/mergingmodel.h"
#include "models/processes/processfact.h"

#include <QAbstractItemModel>

#include <memory>

namespace pipeglass::models {

/// The .NET processes by pid, with child rows (processFacts). Updated row by row, never reset, so views keep selection,
/// expansion and scroll position. Names are escaped; show them as plain text. Window's thread.
class ProcessTreeModel : public MergingModel<QAbstractItemModel> {
    Q_OBJECT

public:
    enum Column { Name, Pid, User, What, ColumnCount };
    Q_ENUM(Column)
    enum Role {
        SortRole = Qt::UserRole, ///< numbers for numbers, text for text
        FilterRole, ///< all searchable text; for a child row including that of its process
        KindRole, ///< int(ProcessFact::Kind), or -1 for a process
        EntryRole, ///< catalog::PipeEntryPtr, in every column; null if the row is not about a pipe
    };

    explicit ProcessTreeModel(QObject *parent = nullptr);
    ~ProcessTreeModel() override;

    /// Updates the rows. A process is identified by pid and program.
    void apply(const std::vector<catalog::DotNetProcess> &processes);

    /// The process of a row or of its parent; null for an invalid index. Valid until the next apply().
    [[nodiscard]] const catalog::DotNetProcess *process(const QModelIndex &index) const;
    /// The row of a process; invalid if there is none.
    [[nodiscard]] QModelIndex indexOf(qint64 pid) const;
    /// Null for the row of a process.
    [[nodiscard]] const ProcessFact *fact(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Node {
        explicit Node(catalog::DotNetProcess of);
        catalog::DotNetProcess process;
        std::vector<ProcessFact> facts; ///< sorted by factLess
    };

    [[nodiscard]] int rowOf(const Node *node) const;
    bool update(int row, Node &now);

    std::vector<std::unique_ptr<Node>> m_nodes; ///< by pid; indexes of child rows hold their addresses
};

} // namespace pipeglass::models
