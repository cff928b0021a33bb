// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/treebuilder.h"

namespace pipeglass::decoding {

class DecoderRegistry;

/// Recognizes formats within the values of a payload: JSON and XML in text, base64, gzip, zstd, and every format in
/// bytes. For one payload; limited to three layers and 16 MiB of expanded bytes.
class Nesting {
public:
    explicit Nesting(const DecoderRegistry &decoders)
        : m_decoders(decoders)
    {
    }
    Nesting(const Nesting &) = delete;
    Nesting &operator=(const Nesting &) = delete;

    [[nodiscard]] TreeBuilder::Expand expand();

private:
    void expandText(TreeBuilder &tree, QByteArrayView content);
    bool expandBytes(TreeBuilder &tree, QByteArrayView content, const QString &name);
    bool nest(TreeBuilder &tree, QByteArrayView content, const QString &name, bool keep);

    const DecoderRegistry &m_decoders;
    int m_layers = 0;
    qsizetype m_left = qsizetype{ 16 } << 20U; ///< bytes that may still be expanded
};

} // namespace pipeglass::decoding
