// SPDX-License-Identifier: MIT
#pragma once

#include "cli/arguments/arguments.h"
#include "cli/command.h"

#include <memory>

namespace pipeglass::cli {

using CommandPtr = std::unique_ptr<Command>;

/// One verb of the command: what its help says, what it takes, and how a run of it is made.
struct Verb {
    QByteArrayView name;
    QByteArrayView operands; ///< as in the help: "NAME [TEXT...]"
    size_t fewestOperands = 0;
    size_t maxOperands = 0;
    const char *summary = ""; ///< one line for the list of verbs
    const char *description = ""; ///< the paragraphs of its help
    std::vector<Flag> flags; ///< without --help, which all have
    /// Fails with InvalidArgument where a value makes no sense; nothing is touched before start().
    Result<CommandPtr> (*make)(const Arguments &, Streams) = nullptr;
};

/// All verbs, in the order of the help.
[[nodiscard]] const std::vector<Verb> &allVerbs();
[[nodiscard]] const Verb *findVerb(QByteArrayView name); ///< or null

/// The flags of a verb, with those that every verb has.
[[nodiscard]] std::vector<Flag> flagsOf(const Verb &verb);

} // namespace pipeglass::cli
