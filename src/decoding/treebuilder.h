// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/tree.h"

#include <functional>

namespace pipeglass::decoding {

/// Limits of one tree.
struct TreeLimits {
    size_t nodes = size_t{ 1 } << 20U;
    size_t depth = 100; ///< jq reads 256 levels, and a level of the tree is two of JSON
};

/// Collects the nodes that a decoder finds. Offsets are relative to the bytes given to the decoder. Beyond the limits
/// nodes are dropped, while the decoder still checks the rest.
class TreeBuilder {
public:
    /// May add the content of a leaf as its children: `isText` is false for bytes.
    using Expand = std::function<void(TreeBuilder &tree, QByteArrayView content, bool isText)>;

    explicit TreeBuilder(QByteArrayView payload, Expand expand = {}, TreeLimits limits = {});

    void open(const QString &name, const char *type, qsizetype offset);
    void close(qsizetype end); ///< the node opened last
    void literal(const QString &name, const char *type, const QString &value, qsizetype offset, qsizetype end);
    /// `content` is what the text was made of, and is examined for nested formats.
    void text(
        const QString &name, const char *type, const QString &value, qsizetype offset, qsizetype end,
        QByteArrayView content = {});
    /// Text from UTF-8; invalid bytes become `\xNN`.
    void utf8(const QString &name, const char *type, QByteArrayView content, qsizetype offset, qsizetype end);
    void bytes(const QString &name, const char *type, QByteArrayView content, qsizetype offset, qsizetype end);
    /// The rest is not readable: adds a node for `rest` and closes all nodes that this decoder has opened.
    void stop(QByteArrayView rest, qsizetype offset);

    /// A position to return to.
    struct Mark {
        size_t nodes = 0;
        size_t open = 0;
        bool truncated = false;
    };
    [[nodiscard]] Mark mark() const { return { m_tree.nodes.size(), m_open.size(), m_tree.truncated }; }
    void rollBack(const Mark &mark);

    /// Calls `decode` with offsets in `content` and the last node as the parent. If `content` is not a part of the
    /// payload, all its nodes get the range of that node. If it returns false, its nodes are removed. A root without a
    /// name gets `name`.
    bool nest(QByteArrayView content, const QString &name, const std::function<bool()> &decode);

    /// A counter against work that grows faster than the payload. False: stop.
    [[nodiscard]] bool spend(qsizetype bytes) { return (m_work -= bytes) > 0; }
    /// `owner` keeps texts that are types of nodes.
    void keep(std::shared_ptr<const void> owner) { m_tree.kept.push_back(std::move(owner)); }
    [[nodiscard]] Tree take() { return std::move(m_tree); }

private:
    /// Where the offsets of the current decoder are in the payload.
    struct Origin {
        qsizetype offset = 0;
        qsizetype fixedSize = -1; ///< other than -1: each node has this range
        size_t open = 0; ///< number of open nodes that belong to outer decoders
        QString rootName;
    };

    /// Index of the new node; -1 if it was dropped.
    int add(const QString &name, const char *type, Node::Kind kind, qsizetype offset, qsizetype size);
    void addLeaf(
        const QString &name, const char *type, Node::Kind kind, const QString &value, qsizetype offset, qsizetype end);
    void expand(QByteArrayView content, bool isText);

    QByteArrayView m_payload;
    Expand m_expand;
    TreeLimits m_limits;
    Tree m_tree;
    std::vector<int> m_open; ///< -1: dropped
    Origin m_origin;
    qsizetype m_work;
};

/// At most the first 64 bytes in hex.
[[nodiscard]] QString hexStart(QByteArrayView bytes);
/// UTF-8 as text; bytes that are not valid UTF-8 become `\xNN`.
[[nodiscard]] QString shownText(QByteArrayView bytes);

} // namespace pipeglass::decoding
