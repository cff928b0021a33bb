// SPDX-License-Identifier: MIT
// Any bytes: each decoder makes a tree whose ranges are within the payload.
#include "decoding/decoderregistry.h"

#include <cstdlib>

using namespace pipeglass;
using namespace pipeglass::decoding;

namespace {

void check(const Tree &tree, qsizetype size)
{
    for (size_t index = 0; index < tree.nodes.size(); ++index) {
        const Node &node = tree.nodes[index];
        if (node.offset < 0 || node.size < 0 || node.offset + node.size > size || node.parent >= static_cast<int>(index)
            || (node.parent < 0) != (index == 0))
            std::abort();
    }
}

} // namespace

/// The first byte selects a decoder; one after the last: recognized.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size == 0)
        return 0;
    static const DecoderRegistry decoders;
    const QByteArrayView payload(data + 1, static_cast<qsizetype>(size - 1));
    const size_t choice = data[0] % (decoders.all().size() + 1);
    const Hint hint{ {}, (data[0] & 0x80U) != 0 ? Side::Client : Side::Server };
    const Decoding decoding = choice == decoders.all().size()
        ? decoders.decode(payload, hint)
        : decoders.decodeAs(*decoders.all()[choice], payload, hint);
    check(decoding.tree, payload.size());
    return 0;
}
