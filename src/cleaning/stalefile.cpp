// SPDX-License-Identifier: MIT
#include "cleaning/stalefile.h"

#include "cleaning/stalesweep.h"

namespace pipeglass::cleaning {

namespace {

Status onlyOutcome(StaleSweep sweep)
{
    while (!sweep.isDone())
        sweep.step();
    return sweep.outcomes().front();
}

} // namespace

StaleFile staleFile(const catalog::PipeEntry &entry) { return { entry.directory, entry.fileName, entry.file }; }

Status mayDeleteStale(const StaleFile &stale, const StateCheck &statesOf)
{
    return onlyOutcome(StaleSweep({ stale }, statesOf, StaleSweep::OnlyLook));
}

Status deleteStale(const StaleFile &stale, const StateCheck &statesOf)
{
    return onlyOutcome(StaleSweep({ stale }, statesOf, StaleSweep::Delete));
}

} // namespace pipeglass::cleaning
