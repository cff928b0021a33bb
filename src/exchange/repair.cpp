// SPDX-License-Identifier: MIT
#include "exchange/repair.h"

#include "core/errortext.h"
#include "core/path.h"
#include "exchange/exchangetext.h"
#include "exchange/tapjournal.h"
#include "exchange/taprepair.h"

#include <chrono>
#include <thread>

namespace pipeglass::exchange {

namespace {

constexpr std::chrono::milliseconds betweenLockAttempts(2);
constexpr int lockAttempts = 1000;

RepairOutcome unreadable(const QByteArray &path, const QString &reason)
{
    return { path, RepairAction::None, reason, false, true };
}

/// nullopt: the tap left meanwhile.
std::optional<RepairOutcome> repairOne(const QByteArray &leaf, RepairMode mode)
{
    Result<UniqueFd> directory = openTapDirectory(false);
    if (!directory)
        return unreadable(tapDirectoryPath(), errorText(directory.error()));
    const QByteArray path = joinedPath(tapDirectoryPath(), leaf);
    const Result<TapJournal::Found> found = TapJournal::open(*std::move(directory), leaf);
    if (!found) {
        if (found.error().code == ErrorCode::NoSuchFile)
            return {};
        return unreadable(path, errorText(found.error()));
    }
    if (!found->journal)
        return RepairOutcome{ found->entry ? found->entry->path() : path, RepairAction::None,
                              ExchangeText::tr("the tap of process %1 is in place")
                                  .arg(found->entry ? QString::number(found->entry->process) : QStringLiteral("?")),
                              true, false };
    if (!found->entry)
        return unreadable(path, ExchangeText::tr("it is not the journal of a tap, and was left alone"));
    RepairOutcome outcome = TapRepair(*found->entry, mode).run();
    if (mode == RepairMode::Repair && !outcome.isLeft) {
        if (const Status removed = found->journal->remove(); !removed)
            outcome = unreadable(path, errorText(removed.error()));
    }
    return outcome;
}

} // namespace

std::vector<RepairOutcome> repairAll(RepairMode mode)
{
    const Result<UniqueFd> directory = openTapDirectory(false);
    if (!directory) {
        if (directory.error().code == ErrorCode::NoSuchFile || tapDirectoryPath().isEmpty())
            return {};
        return { unreadable(tapDirectoryPath(), errorText(directory.error())) };
    }
    std::vector<RepairOutcome> outcomes;
    for (const QByteArray &leaf : tapJournals(directory->get())) {
        if (auto outcome = repairOne(leaf, mode))
            outcomes.push_back(*std::move(outcome));
    }
    return outcomes;
}

void repairAfterEnd(const QByteArray &journalLeaf)
{
    for (int attempt = 0; attempt < lockAttempts; ++attempt) {
        const auto outcome = repairOne(journalLeaf, RepairMode::Repair);
        if (!outcome || !outcome->isRunning)
            return;
        std::this_thread::sleep_for(betweenLockAttempts);
    }
}

} // namespace pipeglass::exchange
