// SPDX-License-Identifier: MIT
// Any bytes as a descriptor set, and others as a message of its types: what is made of the text of a message has the
// same text.
#include "checktree.h"
#include "decoding/decoderregistry.h"
#include "decoding/schema/messagetypes.h"

#include <cstdlib>

using namespace pipeglass;
using namespace pipeglass::decoding;

namespace {

void check(const DecoderRegistry &decoders, QByteArrayView payload, const Hint &hint)
{
    const Decoder &protobuf = *decoders.find("protobuf");
    const Decoding decoding = decoders.decodeAs(protobuf, payload, hint);
    checkTree(decoding.tree, payload.size());
    const auto text = protobuf.toText(payload, hint);
    if (!text || hint.types->chosen.client == nullptr)
        return;
    const auto again = protobuf.fromText(*text, hint);
    if (!again || protobuf.toText(*again, hint).value_or(QByteArray()) != *text)
        std::abort();
}

} // namespace

/// The first byte is the size of the message, which follows; the rest is the descriptor set.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size == 0)
        return 0;
    static const DecoderRegistry decoders;
    const QByteArrayView rest(data + 1, static_cast<qsizetype>(size - 1));
    const QByteArrayView payload = rest.first(qMin<qsizetype>(data[0], rest.size()));
    const auto schema = Schema::read(rest.sliced(payload.size()), {});
    if (!schema)
        return 0;
    constexpr size_t mostTypes = 20;
    auto types = std::make_shared<MessageTypes>();
    types->schema = *schema;
    check(decoders, payload, { {}, {}, types });
    for (size_t at = 0; at < qMin(mostTypes, (*schema)->types().size()); ++at) {
        auto chosen = std::make_shared<MessageTypes>(*types);
        chosen->chosen.client = (*schema)->types()[at];
        check(decoders, payload, { {}, {}, chosen });
    }
    return 0;
}
