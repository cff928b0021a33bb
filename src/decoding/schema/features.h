// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/schema/wirefields.h"

namespace pipeglass::decoding {

/// Options that are inherited: by the syntax of a file, and by features of editions.
struct Features {
    bool isPacked = false;
    bool isGroup = false; ///< messages are written as groups
};

/// `options` has a FeatureSet in the field `number`.
inline void takeFeatures(QByteArrayView options, quint64 number, Features &features)
{
    for (WireFields option(options); option.next();) {
        if (option.number != number || option.wireType != WireFields::Delimited)
            continue;
        for (WireFields feature(option.content); feature.next();) {
            if (feature.number == 3) // repeated_field_encoding
                features.isPacked = feature.value == 1;
            else if (feature.number == 5) // message_encoding
                features.isGroup = feature.value == 2;
        }
    }
}

/// A boolean in options.
[[nodiscard]] inline bool hasBoolean(QByteArrayView options, quint64 number, bool otherwise)
{
    for (WireFields option(options); option.next();) {
        if (option.number == number && option.wireType == WireFields::Varint)
            otherwise = option.value != 0;
    }
    return otherwise;
}

} // namespace pipeglass::decoding
