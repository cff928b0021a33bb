// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/treebuilder.h"
#include "formats/steps/program.h"

namespace pipeglass::formats {

/// Adds a message to `tree`, with one root. False: the payload is not a message; the tree ends with an Invalid node.
bool readTree(const Program &program, QByteArrayView payload, decoding::TreeBuilder &tree);

} // namespace pipeglass::formats
