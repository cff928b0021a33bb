// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/schema/messagetypes.h"

namespace pipeglass::test {

/// The types of data/demo.proto and data/legacy.proto, as protoc wrote them.
inline QByteArray demoFile() { return QByteArrayLiteral(PIPEGLASS_DECODING_DATA "/demo.desc"); }

/// Messages that `protoc --encode` wrote.
inline const QByteArray personBytes = QByteArray::fromHex(
    "0a0341646110fbffffffffffffffff011a036140781a0362407820022a180a044d61696e12100100000000000000020000000000000032060a"
    "02676f100332120a05636865737310ffffffffffffffffff013a0a080712060a04486572654202020350ffffffffffffffffff015a0200ff60"
    "0169000000000000044075cdcccc3d7d090000008101f7ffffffffffffff8a01040801100292010b01ffffffffffffffffff019a01050a0342"
    "6f62");
inline const QByteArray orderBytes = QByteArray::fromHex("0801131a0178200514131a0179142801280232020304a206016e");

} // namespace pipeglass::test
