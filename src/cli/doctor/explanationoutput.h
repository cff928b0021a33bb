// SPDX-License-Identifier: MIT
#pragma once

#include "cli/streams/output.h"
#include "doctor/errors/explanation.h"
#include "exporting/jsonwriter.h"

namespace pipeglass::cli {

/// The fields of an object that is open: id, meaning, pipe, path, state, remedy, command.
void writeExplanation(exporting::JsonWriter &json, const doctor::Explanation &explanation);
/// In lines, with a title before each.
void printExplanation(Output &out, const doctor::Explanation &explanation);
void printFact(Output &out, const QString &title, const QString &text);

} // namespace pipeglass::cli
