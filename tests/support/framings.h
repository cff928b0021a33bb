// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framingregistry.h"

#include <QtEndian>

namespace pipeglass::test {

inline const framing::FramingRegistry &framings()
{
    static const framing::FramingRegistry all;
    return all;
}

/// A message in the int32le framing, without our code.
inline QByteArray framed(const QByteArray &payload)
{
    QByteArray wire(4, Qt::Uninitialized);
    qToLittleEndian(static_cast<qint32>(payload.size()), wire.data());
    return wire + payload;
}

} // namespace pipeglass::test
