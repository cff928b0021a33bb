// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

#include <memory>
#include <vector>

namespace pipeglass::decoding {

/// A value within a decoded payload.
struct Node {
    enum class Kind : quint8 {
        Container, ///< without a value of its own
        Text, ///< `value` is text
        Literal, ///< `value` is a JSON literal: a number, true, false or null
        Invalid, ///< bytes that the decoder could not read; `value` is their beginning in hex
    };

    QString name; ///< the key, the index, the field number or name; empty for the root
    QString value;
    const char *type = ""; ///< ASCII, of static duration or kept by Tree::kept: "string", "map", "varint"
    qsizetype offset = 0; ///< in the payload; an entry of a map begins with its key
    qsizetype size = 0;
    int parent = -1; ///< index in Tree::nodes
    int depth = 0;
    Kind kind = Kind::Container;
};

/// A decoded payload: all nodes in depth-first order, parents before children. The first one is the root.
struct Tree {
    std::vector<Node> nodes;
    bool truncated = false; ///< the payload has more nodes, or deeper ones, than the limits allow
    std::vector<std::shared_ptr<const void>> kept; ///< owners of the texts of Node::type
};

/// Index after the last descendant of `nodes[index]`.
[[nodiscard]] inline size_t endOfSubtree(const Tree &tree, size_t index)
{
    size_t end = index + 1;
    while (end < tree.nodes.size() && tree.nodes[end].depth > tree.nodes[index].depth)
        ++end;
    return end;
}

} // namespace pipeglass::decoding
