// SPDX-License-Identifier: MIT
#include "decoding/treebuilder.h"

#include "core/bytetext.h"

#include <algorithm>

namespace pipeglass::decoding {

TreeBuilder::TreeBuilder(QByteArrayView payload, Expand expand, TreeLimits limits)
    : m_payload(payload)
    , m_expand(std::move(expand))
    , m_limits(limits)
    , m_work((qsizetype{ 1 } << 20U) + payload.size() * 16)
{
    // About as many as typical JSON has.
    m_tree.nodes.reserve(qMin(m_limits.nodes, static_cast<size_t>(payload.size()) / 16 + 8));
}

int TreeBuilder::add(const QString &name, const char *type, Node::Kind kind, qsizetype offset, qsizetype size)
{
    const int parent = m_open.empty() ? -1 : m_open.back();
    if (m_tree.nodes.size() >= m_limits.nodes || m_open.size() >= m_limits.depth
        || (parent < 0 && !m_tree.nodes.empty())) {
        m_tree.truncated = true;
        return -1;
    }
    Node node;
    node.name = name.isEmpty() && m_open.size() == m_origin.open ? m_origin.rootName : name;
    node.type = type;
    node.kind = kind;
    node.offset = m_origin.fixedSize < 0 ? m_origin.offset + offset : m_origin.offset;
    node.size = m_origin.fixedSize < 0 ? size : m_origin.fixedSize;
    node.parent = parent;
    node.depth = static_cast<int>(m_open.size());
    m_tree.nodes.push_back(std::move(node));
    return static_cast<int>(m_tree.nodes.size()) - 1;
}

void TreeBuilder::addLeaf(
    const QString &name, const char *type, Node::Kind kind, const QString &value, qsizetype offset, qsizetype end)
{
    if (const int index = add(name, type, kind, offset, end - offset); index >= 0)
        m_tree.nodes[static_cast<size_t>(index)].value = value;
}

void TreeBuilder::open(const QString &name, const char *type, qsizetype offset)
{
    m_open.push_back(add(name, type, Node::Kind::Container, offset, 0));
}

void TreeBuilder::close(qsizetype end)
{
    const int index = m_open.back();
    m_open.pop_back();
    if (index < 0 || m_origin.fixedSize >= 0)
        return;
    Node &node = m_tree.nodes[static_cast<size_t>(index)];
    node.size = m_origin.offset + end - node.offset;
}

void TreeBuilder::literal(const QString &name, const char *type, const QString &value, qsizetype offset, qsizetype end)
{
    addLeaf(name, type, Node::Kind::Literal, value, offset, end);
}

void TreeBuilder::text(
    const QString &name, const char *type, const QString &value, qsizetype offset, qsizetype end,
    QByteArrayView content)
{
    addLeaf(name, type, Node::Kind::Text, value, offset, end);
    expand(content, true);
}

void TreeBuilder::utf8(const QString &name, const char *type, QByteArrayView content, qsizetype offset, qsizetype end)
{
    text(name, type, shownText(content), offset, end, content);
}

void TreeBuilder::bytes(const QString &name, const char *type, QByteArrayView content, qsizetype offset, qsizetype end)
{
    addLeaf(name, type, Node::Kind::Text, hexStart(content), offset, end);
    expand(content, false);
}

void TreeBuilder::expand(QByteArrayView content, bool isText)
{
    constexpr qsizetype smallest = 3;
    if (m_expand && content.size() >= smallest && !m_tree.truncated)
        m_expand(*this, content, isText);
}

void TreeBuilder::stop(QByteArrayView rest, qsizetype offset)
{
    const qsizetype end = offset + rest.size();
    if (m_open.size() > m_origin.open)
        addLeaf(QString(), "invalid", Node::Kind::Invalid, hexStart(rest), offset, end);
    while (m_open.size() > m_origin.open)
        close(end);
}

void TreeBuilder::rollBack(const Mark &mark)
{
    m_tree.nodes.resize(mark.nodes);
    m_open.resize(mark.open);
    m_tree.truncated = mark.truncated;
}

bool TreeBuilder::nest(QByteArrayView content, const QString &name, const std::function<bool()> &decode)
{
    const Mark before = mark();
    const Origin outer = m_origin;
    const auto parent = static_cast<int>(m_tree.nodes.size()) - 1;
    const Node &node = m_tree.nodes.back();
    const bool inPayload = std::greater_equal<>()(content.begin(), m_payload.begin())
        && std::less_equal<>()(content.end(), m_payload.end());
    m_open.push_back(parent);
    m_origin.open = m_open.size();
    m_origin.offset = inPayload ? content.begin() - m_payload.begin() : node.offset;
    m_origin.fixedSize = inPayload ? -1 : node.size;
    m_origin.rootName = name;
    const bool isRead = decode();
    m_origin = outer;
    if (isRead)
        m_open.pop_back();
    else
        rollBack(before);
    return isRead;
}

QString hexStart(QByteArrayView bytes)
{
    constexpr qsizetype shown = 64;
    const QByteArrayView start = bytes.first(qMin(shown, bytes.size()));
    QString text = QString::fromLatin1(QByteArray::fromRawData(start.data(), start.size()).toHex());
    if (start.size() < bytes.size())
        text += QChar(0x2026);
    return text;
}

QString shownText(QByteArrayView bytes)
{
    if (auto text = validUtf8(bytes))
        return *std::move(text);
    return escapedText(bytes);
}

} // namespace pipeglass::decoding
