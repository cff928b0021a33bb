// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoderregistry.h"

#include <QAbstractItemModel>

namespace pipeglass::models {

/// A decoded payload and the children of each node. Make it in any thread.
class DecodedTree {
public:
    DecodedTree() = default;
    explicit DecodedTree(decoding::Decoding decoding);

    [[nodiscard]] const decoding::Decoding &decoding() const { return m_decoding; }
    [[nodiscard]] const decoding::Node &node(int index) const;
    [[nodiscard]] int count() const { return static_cast<int>(m_decoding.tree.nodes.size()); }
    [[nodiscard]] int childCount(int index) const;
    [[nodiscard]] int child(int index, int row) const;
    [[nodiscard]] int row(int index) const { return m_rows[static_cast<size_t>(index)]; }

private:
    decoding::Decoding m_decoding;
    std::vector<int> m_first; ///< of a node's children, in m_children; one more at the end
    std::vector<int> m_children; ///< nodes in the order of their parents
    std::vector<int> m_rows; ///< position among the siblings
};

/// The values of one message. Window thread.
class DecodedModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Name, Value, Type, Bytes, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    void setTree(DecodedTree tree);
    [[nodiscard]] const DecodedTree &tree() const { return m_tree; }
    [[nodiscard]] const decoding::Node *nodeAt(const QModelIndex &index) const; ///< or null
    /// The deepest value that contains this byte.
    [[nodiscard]] QModelIndex valueAtByte(qsizetype byte) const;
    /// "list[0].name", for people and for jq.
    [[nodiscard]] QString path(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString cell(int node, int column) const;

    DecodedTree m_tree;
};

} // namespace pipeglass::models
