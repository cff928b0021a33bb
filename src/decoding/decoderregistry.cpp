// SPDX-License-Identifier: MIT
#include "decoding/decoderregistry.h"

#include "decoding/formats/bsondecoder.h"
#include "decoding/formats/cbordecoder.h"
#include "decoding/formats/compressiondecoder.h"
#include "decoding/formats/jsondecoder.h"
#include "decoding/formats/messagepackdecoder.h"
#include "decoding/formats/nrbfdecoder.h"
#include "decoding/formats/protobufdecoder.h"
#include "decoding/formats/textdecoder.h"
#include "decoding/formats/xmldecoder.h"
#include "decoding/nesting.h"
#include "decoding/protocols/buildserverdecoder.h"
#include "decoding/protocols/dotnetipcdecoder.h"
#include "decoding/protocols/http1decoder.h"
#include "decoding/protocols/http2decoder.h"
#include "decoding/protocols/msbuilddecoder.h"
#include "decoding/protocols/nerdbankdecoder.h"
#include "decoding/protocols/pipemethodcallsdecoder.h"
#include "decoding/protocols/psrpdecoder.h"
#include "decoding/protocols/testingplatformdecoder.h"

#include <algorithm>

namespace pipeglass::decoding {

DecoderRegistry::DecoderRegistry(std::shared_ptr<const DecoderSource> files)
    : m_files(std::move(files))
{
    m_all.push_back(std::make_unique<JsonDecoder>());
    m_all.push_back(std::make_unique<PsrpDecoder>());
    m_all.push_back(std::make_unique<XmlDecoder>());
    m_all.push_back(std::make_unique<BuildServerDecoder>());
    m_all.push_back(std::make_unique<DotNetIpcDecoder>());
    m_all.push_back(std::make_unique<Http1Decoder>());
    m_all.push_back(std::make_unique<Http2Decoder>());
    m_all.push_back(std::make_unique<MsBuildDecoder>());
    m_all.push_back(std::make_unique<NerdbankDecoder>());
    m_all.push_back(std::make_unique<PipeMethodCallsDecoder>());
    m_all.push_back(std::make_unique<TestingPlatformDecoder>());
    m_all.push_back(std::make_unique<NrbfDecoder>());
    m_all.push_back(std::make_unique<CompressionDecoder>("gzip", &isDeflated));
    m_all.push_back(std::make_unique<CompressionDecoder>("zstd", &isZstd));
    m_all.push_back(std::make_unique<TextDecoder>());
    m_all.push_back(std::make_unique<BsonDecoder>());
    m_all.push_back(std::make_unique<MessagePackDecoder>());
    m_all.push_back(std::make_unique<CborDecoder>());
    m_all.push_back(std::make_unique<ProtobufDecoder>());
    m_all.push_back(std::make_unique<Latin1Decoder>());
}

const Decoder *DecoderRegistry::find(QByteArrayView id) const
{
    if (const Decoder *described = m_files ? m_files->find(id) : nullptr)
        return described;
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const auto &one) { return one->id() == id; });
    return found == m_all.end() ? nullptr : found->get();
}

Decoding DecoderRegistry::decode(QByteArrayView payload, const Hint &hint) const
{
    if (payload.isEmpty())
        return {};
    Nesting nesting(*this);
    TreeBuilder tree(payload, nesting.expand());
    const auto reads = [&](const Decoder &decoder) {
        const TreeBuilder::Mark before = tree.mark();
        if (decoder.decode(payload, hint, tree))
            return true;
        tree.rollBack(before);
        return false;
    };
    const Decoder *described = m_files ? m_files->find(hint.framing) : nullptr;
    if (described != nullptr && reads(*described))
        return { described->id(), tree.take() };
    for (const auto &decoder : m_all) {
        if (decoder->isFor(hint.framing) && reads(*decoder))
            return { decoder->id(), tree.take() };
    }
    for (const auto &decoder : m_all) {
        if (decoder->isExpected(payload, hint) && reads(*decoder))
            return { decoder->id(), tree.take() };
    }
    for (const auto &decoder : m_all) {
        if (decoder->mayBe(payload) && reads(*decoder))
            return { decoder->id(), tree.take() };
    }
    return {};
}

Decoding DecoderRegistry::decodeAs(const Decoder &decoder, QByteArrayView payload, const Hint &hint) const
{
    Nesting nesting(*this);
    TreeBuilder builder(payload, nesting.expand());
    (void)decoder.decode(payload, hint, builder);
    Tree tree = builder.take();
    const bool nothing =
        tree.nodes.empty() || (tree.nodes.size() == 2 && tree.nodes.back().kind == Node::Kind::Invalid);
    return nothing ? Decoding() : Decoding{ decoder.id(), std::move(tree) };
}

} // namespace pipeglass::decoding
