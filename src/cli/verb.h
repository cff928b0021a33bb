// SPDX-License-Identifier: MIT
#pragma once

#include "cli/arguments/arguments.h"
#include "cli/command.h"

#include <memory>

namespace pipeglass::cli {

using CommandPtr = std::unique_ptr<Command>;

/// A verb: its help, operands and flags, and how to create its command.
struct Verb {
    QByteArrayView name;
    QByteArrayView operands; ///< as in the help: "NAME [TEXT...]"
    size_t minOperands = 0;
    size_t maxOperands = 0;
    QString summary; ///< one line for the list of verbs
    QString description; ///< paragraphs of the help
    std::vector<Flag> flags; ///< without --help, which every verb has
    /// Creates the command; fails with InvalidArgument for invalid values. Has no side effects before start().
    Result<CommandPtr> (*make)(const Arguments &, Streams) = nullptr;
    FlagPlace flagPlace = FlagPlace::Anywhere;
};

/// All verbs in the order of the help.
[[nodiscard]] const std::vector<Verb> &allVerbs();
[[nodiscard]] const Verb *findVerb(QByteArrayView name); ///< or null

/// The flags of a verb, including those of every verb.
[[nodiscard]] std::vector<Flag> flagsOf(const Verb &verb);

} // namespace pipeglass::cli
