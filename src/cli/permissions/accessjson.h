// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/changer.h"
#include "access/question.h"
#include "exporting/jsonwriter.h"

namespace pipeglass::cli {

// The JSON objects of `pipeglass access --json`.

void writeAnswer(exporting::JsonWriter &json, const access::Target &target, const access::Answer &answer);
/// One pipe of --accessible-to.
void writePipeAnswer(exporting::JsonWriter &json, const catalog::PipeEntry &pipe, const access::Answer &answer);

/// A change that was made or (without `journalId`, not applied) previewed.
struct ShownChange {
    const access::Target &target; ///< before the change
    const access::Permissions &after;
    access::Effect effect;
    QString command;
    std::vector<QString> notes;
    quint32 journalId = 0; ///< 0: none
    bool applied = false;
};
void writeChange(exporting::JsonWriter &json, const ShownChange &change);

void writeJournalEntry(exporting::JsonWriter &json, const access::ChangeEntry &entry);

} // namespace pipeglass::cli
