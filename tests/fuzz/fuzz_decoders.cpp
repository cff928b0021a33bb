// SPDX-License-Identifier: MIT
// Any bytes: each decoder makes a tree whose ranges are within the payload, and texts that are read back.
#include "checktree.h"
#include "decoding/decoderregistry.h"
#include "decoding/protocols/hpack/headerstate.h"

#include <cstdlib>

using namespace pipeglass;
using namespace pipeglass::decoding;

namespace {

/// What has a text form keeps its values on the way through it; any text is refused or taken.
void checkText(const Decoder &decoder, QByteArrayView payload, const Hint &hint)
{
    if (!decoder.hasText())
        return;
    (void)decoder.fromText(payload.toByteArray(), hint);
    const auto text = decoder.toText(payload, hint);
    if (!text)
        return;
    const auto again = decoder.fromText(*text, hint);
    if (!again || decoder.toText(*again, hint).value_or(QByteArray()) != *text)
        std::abort();
}

} // namespace

/// The first byte selects a decoder; one after the last: recognized.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size == 0)
        return 0;
    static const DecoderRegistry decoders;
    const QByteArrayView payload(data + 1, static_cast<qsizetype>(size - 1));
    const size_t choice = (data[0] & 0x7FU) % (decoders.all().size() + 1);
    const auto headers = std::make_shared<HeaderState>();
    (void)headers->add(payload.first(payload.size() / 2));
    const Hint hint{ {}, (data[0] & 0x80U) != 0 ? Side::Client : Side::Server, {}, headers };
    const Decoding decoding = choice == decoders.all().size()
        ? decoders.decode(payload, hint)
        : decoders.decodeAs(*decoders.all()[choice], payload, hint);
    checkTree(decoding.tree, payload.size());
    if (choice < decoders.all().size())
        checkText(*decoders.all()[choice], payload, hint);
    return 0;
}
