// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoder.h"

#include <memory>

namespace pipeglass::decoding {

struct Decoding {
    QByteArray decoder; ///< id; empty: no decoder can read the payload
    Tree tree;
};

/// Decoders that are described by files. They may become more. Any thread; a decoder lives as long as its source.
class DecoderSource {
public:
    DecoderSource() = default;
    virtual ~DecoderSource() = default;
    DecoderSource(const DecoderSource &) = delete;
    DecoderSource &operator=(const DecoderSource &) = delete;

    /// The decoder with that id, or null.
    [[nodiscard]] virtual const Decoder *find(QByteArrayView id) const = 0;
    /// The decoder that a file describes.
    [[nodiscard]] virtual Result<const Decoder *> openDecoder(const QByteArray &path) const = 0;
    [[nodiscard]] virtual std::vector<QByteArray> ids() const = 0;
};

/// All decoders. Created once in a program and passed by reference. Immutable, any thread.
class DecoderRegistry {
public:
    explicit DecoderRegistry(std::shared_ptr<const DecoderSource> files = {});

    /// In the order in which they are tried.
    [[nodiscard]] const std::vector<std::unique_ptr<const Decoder>> &all() const { return m_all; }
    /// The decoder with that id, or null. One that a file describes is before others.
    [[nodiscard]] const Decoder *find(QByteArrayView id) const;
    [[nodiscard]] const DecoderSource *files() const { return m_files.get(); } ///< or null
    /// Decodes with the first decoder that reads the complete payload; those for the framing are tried first.
    [[nodiscard]] Decoding decode(QByteArrayView payload, const Hint &hint) const;
    /// Decodes with the given decoder, also incompletely.
    [[nodiscard]] Decoding decodeAs(const Decoder &decoder, QByteArrayView payload, const Hint &hint) const;

private:
    std::vector<std::unique_ptr<const Decoder>> m_all;
    std::shared_ptr<const DecoderSource> m_files;
};

/// For work in the thread pool, which may end after the window.
using DecoderRegistryPtr = std::shared_ptr<const DecoderRegistry>;

} // namespace pipeglass::decoding
