// SPDX-License-Identifier: MIT
#include "conversation/valuepath.h"

namespace pipeglass::conversation {

namespace {

/// Index of the direct child with that name, or 0.
size_t childNamed(const decoding::Tree &tree, size_t parent, const QString &name)
{
    for (size_t child = parent + 1; child < decoding::endOfSubtree(tree, parent);
         child = decoding::endOfSubtree(tree, child)) {
        if (tree.nodes[child].name == name)
            return child;
    }
    return 0;
}

size_t childCount(const decoding::Tree &tree, size_t parent)
{
    size_t count = 0;
    for (size_t child = parent + 1; child < decoding::endOfSubtree(tree, parent);
         child = decoding::endOfSubtree(tree, child))
        ++count;
    return count;
}

} // namespace

std::optional<ValuePath> ValuePath::parse(const QString &text)
{
    ValuePath path;
    path.m_text = text.trimmed();
    QString name;
    bool wantsName = true;
    const auto take = [&] {
        const bool isGood = !name.isEmpty();
        path.m_names += std::exchange(name, {});
        return isGood;
    };
    for (qsizetype at = 0; at < path.m_text.size(); ++at) {
        const QChar c = path.m_text[at];
        if (c == u'[') {
            const qsizetype end = path.m_text.indexOf(u']', at);
            if (end < 0 || (wantsName && (!name.isEmpty() ? !take() : at > 0)))
                return {};
            name = path.m_text.sliced(at + 1, end - at - 1);
            if (!take())
                return {};
            at = end;
            wantsName = false;
        } else if (c == u'.') {
            if (wantsName && !take())
                return {};
            wantsName = true;
        } else if (!wantsName) {
            return {};
        } else {
            name += c;
        }
    }
    if (wantsName && !take())
        return {};
    return path;
}

std::optional<QString> ValuePath::findFrom(const decoding::Tree &tree, qsizetype step) const
{
    size_t node = 0;
    for (; step < m_names.size(); ++step) {
        node = childNamed(tree, node, m_names[step]);
        if (node == 0)
            return {};
    }
    if (tree.nodes[node].kind == decoding::Node::Kind::Container)
        return QStringLiteral("{%1}").arg(childCount(tree, node));
    return tree.nodes[node].value;
}

std::optional<QString> ValuePath::find(const decoding::Decoding &decoding) const
{
    if (decoding.tree.nodes.empty())
        return {};
    if (m_names.size() > 1 && m_names.front() == QLatin1StringView(decoding.decoder)) {
        if (auto value = findFrom(decoding.tree, 1))
            return value;
    }
    return findFrom(decoding.tree, 0);
}

} // namespace pipeglass::conversation
