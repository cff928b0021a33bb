// SPDX-License-Identifier: MIT
#pragma once

#include "models/mergingmodel.h"
#include "models/processes/processfact.h"

#include <QAbstractItemModel>

#include <memory>

namespace pipeglass::models {

/// The .NET processes by pid, and beneath each what is known of it (processFacts). Fed with one look after the other;
/// what changed comes as changes of rows, never as a reset, so that selection, expansion and scroll position of a view
/// survive. Text of strangers is escaped; show it as plain text. Window's thread.
class ProcessTreeModel : public MergingModel<QAbstractItemModel> {
    Q_OBJECT

public:
    enum Column { Name, Pid, User, What, ColumnCount };
    Q_ENUM(Column)
    enum Role {
        SortRole = Qt::UserRole, ///< numbers for numbers, text for text
        FilterRole, ///< all that a filter box looks at, as one text; of a fact with that of its process
        KindRole, ///< int(ProcessFact::Kind), or -1 for a process's own row
        EntryRole, ///< catalog::PipeEntryPtr, in every column; null where a row is about no pipe
    };

    explicit ProcessTreeModel(QObject *parent = nullptr);
    ~ProcessTreeModel() override;

    /// Takes over what was seen. A process is the same one by pid and program.
    void apply(const std::vector<catalog::DotNetProcess> &processes);

    /// The process of a row, or of the row that it is beneath; null for an invalid index. Good until the next apply().
    [[nodiscard]] const catalog::DotNetProcess *process(const QModelIndex &index) const;
    /// The row of a process; invalid where there is none.
    [[nodiscard]] QModelIndex indexOf(qint64 pid) const;
    /// Null for a process's own row.
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
    void update(int row, Node &now);

    std::vector<std::unique_ptr<Node>> m_nodes; ///< by pid; their addresses are what indexes of facts hold
};

} // namespace pipeglass::models
