// SPDX-License-Identifier: MIT
#include "models/conversation/decodedmodel.h"

#include "core/bytetext.h"
#include "text/pipetext.h"

namespace pipeglass::models {

using decoding::Node;

DecodedTree::DecodedTree(decoding::Decoding decoding)
    : m_decoding(std::move(decoding))
{
    const std::vector<Node> &nodes = m_decoding.tree.nodes;
    m_first.resize(nodes.size() + 1);
    m_rows.resize(nodes.size());
    for (size_t index = 1; index < nodes.size(); ++index)
        m_rows[index] = m_first[static_cast<size_t>(nodes[index].parent) + 1]++;
    for (size_t index = 1; index < m_first.size(); ++index)
        m_first[index] += m_first[index - 1];
    m_children.resize(nodes.empty() ? 0 : nodes.size() - 1);
    for (size_t index = 1; index < nodes.size(); ++index) {
        const int place = m_first[static_cast<size_t>(nodes[index].parent)] + m_rows[index];
        m_children[static_cast<size_t>(place)] = static_cast<int>(index);
    }
}

const Node &DecodedTree::node(int index) const { return m_decoding.tree.nodes[static_cast<size_t>(index)]; }

int DecodedTree::childCount(int index) const
{
    return m_first[static_cast<size_t>(index) + 1] - m_first[static_cast<size_t>(index)];
}

int DecodedTree::child(int index, int row) const
{
    return m_children[static_cast<size_t>(m_first[static_cast<size_t>(index)] + row)];
}

void DecodedModel::setTree(DecodedTree tree)
{
    beginResetModel();
    m_tree = std::move(tree);
    endResetModel();
}

const Node *DecodedModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? &m_tree.node(static_cast<int>(index.internalId())) : nullptr;
}

QModelIndex DecodedModel::valueAtByte(qsizetype byte) const
{
    const auto contains = [&](const Node &node) { return byte >= node.offset && byte < node.offset + node.size; };
    if (m_tree.count() == 0 || !contains(m_tree.node(0)))
        return {};
    int found = 0;
    for (int row = 0; row < m_tree.childCount(found);) {
        if (const int child = m_tree.child(found, row); contains(m_tree.node(child))) {
            found = child;
            row = 0;
        } else {
            ++row;
        }
    }
    return createIndex(m_tree.row(found), Name, static_cast<quintptr>(found));
}

QString DecodedModel::path(const QModelIndex &index) const
{
    QString path;
    for (QModelIndex at = index; at.parent().isValid(); at = at.parent()) {
        const QString &name = nodeAt(at)->name;
        const bool isIndex = qstrcmp(nodeAt(at.parent())->type, "array") == 0;
        path.prepend(isIndex ? QStringLiteral("[%1]").arg(name) : QLatin1Char('.') + name);
    }
    return path.startsWith(QLatin1Char('.')) ? path.mid(1) : path;
}

QModelIndex DecodedModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    const int node = parent.isValid() ? m_tree.child(static_cast<int>(parent.internalId()), row) : 0;
    return createIndex(row, column, static_cast<quintptr>(node));
}

QModelIndex DecodedModel::parent(const QModelIndex &index) const
{
    const Node *node = nodeAt(index);
    if (node == nullptr || node->parent < 0)
        return {};
    return createIndex(m_tree.row(node->parent), Name, static_cast<quintptr>(node->parent));
}

int DecodedModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_tree.count() > 0 ? 1 : 0;
    return parent.column() == Name ? m_tree.childCount(static_cast<int>(parent.internalId())) : 0;
}

int DecodedModel::columnCount(const QModelIndex & /*parent*/) const { return ColumnCount; }

QString DecodedModel::cell(int index, int column) const
{
    constexpr qsizetype longest = 300;
    const Node &node = m_tree.node(index);
    switch (column) {
    case Name:
        if (node.name.isEmpty() && index == 0)
            return QString::fromLatin1(m_tree.decoding().decoder);
        return previewText(node.name.toUtf8(), longest);
    case Value:
        if (node.kind == Node::Kind::Container)
            return m_tree.childCount(index) == 0 ? tr("empty") : tr("%n value(s)", nullptr, m_tree.childCount(index));
        return previewText(node.value.left(longest).toUtf8(), longest);
    case Type:
        return QString::fromLatin1(node.type);
    default:
        if (node.size <= 1)
            return QString::number(node.offset);
        return QStringLiteral("%1\u2013%2").arg(node.offset).arg(node.offset + node.size - 1);
    }
}

QVariant DecodedModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto node = static_cast<int>(index.internalId());
    if (role == Qt::DisplayRole)
        return cell(node, index.column());
    if (role == Qt::ToolTipRole && index.column() <= Type)
        return text::toolTip(cell(node, index.column()));
    if (role == Qt::AccessibleDescriptionRole)
        return cell(node, Type);
    return {};
}

QVariant DecodedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Value:
        return tr("Value");
    case Type:
        return tr("Type");
    default:
        return tr("Bytes");
    }
}

} // namespace pipeglass::models
