// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoderregistry.h"

namespace pipeglass::test {

/// A tree on one line: `name:type=value@offset+size`, children in braces.
inline QString treeText(const decoding::Tree &tree)
{
    QString text;
    int depth = 0;
    for (const decoding::Node &node : tree.nodes) {
        if (node.depth > depth)
            text += QStringLiteral(" { ");
        for (; depth > node.depth; --depth)
            text += QStringLiteral(" }");
        if (!text.isEmpty() && !text.endsWith(QStringLiteral("{ ")))
            text += QLatin1Char(' ');
        depth = node.depth;
        text += QStringLiteral("%1:%2").arg(node.name, QLatin1String(node.type));
        if (node.kind != decoding::Node::Kind::Container)
            text += QLatin1Char('=') + node.value;
        text += QStringLiteral("@%1+%2").arg(node.offset).arg(node.size);
    }
    for (; depth > 0; --depth)
        text += QStringLiteral(" }");
    return text;
}

} // namespace pipeglass::test
