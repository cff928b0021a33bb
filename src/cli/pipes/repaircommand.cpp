// SPDX-License-Identifier: MIT
#include "cli/commandtext.h"
#include "cli/verb.h"
#include "core/bytetext.h"
#include "exchange/repair.h"
#include "exporting/jsonwriter.h"

#include <algorithm>

namespace pipeglass::cli {

namespace {

/// `pipeglass repair`: undoes the taps that ended without leaving.
class RepairCommand : public Command {
public:
    RepairCommand(bool dryRun, bool json, Streams streams);

    void start() override;

private:
    void printJson(const std::vector<exchange::RepairOutcome> &outcomes);
    void printText(const std::vector<exchange::RepairOutcome> &outcomes);

    const bool m_dryRun;
    const bool m_json;
};

using exchange::RepairAction;
using exchange::RepairOutcome;

QString repairDescription()
{
    return CommandText::tr(
        "Undoes taps that were killed, or ended by a power failure: the name leads to its server again\n"
        "if that runs, else the remaining files of tap and server are deleted. Running taps, and files\n"
        "that a journal does not identify, are not changed. The window and the verb tap do the same when\n"
        "they start. The exit code is 1 if something could not be repaired.\n"
        "With --json one array of {path, path_bytes, action, reason}; action is restored, removed or none.\n");
}

Result<CommandPtr> makeRepairCommand(const Arguments &arguments, Streams streams)
{
    return std::make_unique<RepairCommand>(arguments.has("--dry-run"), arguments.has("--json"), streams);
}

QLatin1String actionWord(RepairAction action)
{
    switch (action) {
    case RepairAction::Restored:
        return QLatin1String("restored");
    case RepairAction::Removed:
        return QLatin1String("removed");
    case RepairAction::None:
        break;
    }
    return QLatin1String("none");
}

QString repairLine(const RepairOutcome &outcome, bool dryRun)
{
    const QString path = escapedText(outcome.path);
    if (outcome.isLeft)
        return CommandText::tr("%1: not repaired: %2").arg(path, outcome.reason);
    switch (outcome.action) {
    case RepairAction::Restored:
        return (dryRun ? CommandText::tr("%1: would be restored: %2") : CommandText::tr("%1: restored: %2"))
            .arg(path, outcome.reason);
    case RepairAction::Removed:
        return (dryRun ? CommandText::tr("%1: remaining files would be deleted: %2")
                       : CommandText::tr("%1: remaining files were deleted: %2"))
            .arg(path, outcome.reason);
    case RepairAction::None:
        break;
    }
    return CommandText::tr("%1: nothing to repair: %2").arg(path, outcome.reason);
}

} // namespace

Verb repairVerb()
{
    return {
        "repair",
        "",
        0,
        0,
        CommandText::tr("undo taps that were killed"),
        repairDescription(),
        {
            { "--dry-run", "", CommandText::tr("only show what would be done") },
            { "--json", "", CommandText::tr("print JSON") },
        },
        makeRepairCommand,
    };
}

RepairCommand::RepairCommand(bool dryRun, bool json, Streams streams)
    : Command(streams)
    , m_dryRun(dryRun)
    , m_json(json)
{
}

void RepairCommand::start()
{
    const std::vector<RepairOutcome> outcomes =
        exchange::repairAll(m_dryRun ? exchange::RepairMode::OnlyCheck : exchange::RepairMode::Repair);
    if (m_json)
        printJson(outcomes);
    else
        printText(outcomes);
    const bool isLeft =
        std::any_of(outcomes.begin(), outcomes.end(), [](const RepairOutcome &one) { return one.isLeft; });
    finish(isLeft ? ExitCode::Failed : ExitCode::Good);
}

void RepairCommand::printJson(const std::vector<RepairOutcome> &outcomes)
{
    QByteArray text;
    exporting::JsonWriter json(text);
    json.beginArray();
    for (const RepairOutcome &outcome : outcomes) {
        json.beginObject();
        json.key("path").escaped(outcome.path);
        json.key("path_bytes").base64(outcome.path);
        json.key("action").string(actionWord(outcome.action));
        json.key("reason").string(outcome.reason);
        json.endObject();
    }
    json.endArray();
    out().write(text + '\n');
}

void RepairCommand::printText(const std::vector<RepairOutcome> &outcomes)
{
    for (const RepairOutcome &outcome : outcomes)
        out().line(repairLine(outcome, m_dryRun));
    if (outcomes.empty())
        say(CommandText::tr("There is nothing to repair."));
}

} // namespace pipeglass::cli
