// SPDX-License-Identifier: MIT
#include "engine/sessions/connectionsource.h"

#include "engine/sessions/dialsource.h"
#include "engine/sessions/listensource.h"
#include "engine/sessions/reattachsource.h"
#include "engine/sessions/redialsource.h"
#include "engine/taps/programsource.h"
#include "engine/taps/tapsource.h"

namespace pipeglass::engine {

std::unique_ptr<ConnectionSource> makeSource(const SessionRequest &request, BackgroundThread &background)
{
    if (const auto *attach = std::get_if<AttachRequest>(&request))
        return attach->stays ? std::unique_ptr<ConnectionSource>(std::make_unique<ReattachSource>(*attach, background))
                             : std::make_unique<DialSource>(*attach, background);
    if (const auto *tap = std::get_if<TapRequest>(&request))
        return std::make_unique<TapSource>(*tap, background);
    if (const auto *run = std::get_if<RunRequest>(&request))
        return std::make_unique<ProgramSource>(*run, background);
    if (const auto *replay = std::get_if<ReplayRequest>(&request)) {
        if (replay->as == Side::Client)
            return std::make_unique<RedialSource>(
                AttachRequest{ replay->name, {}, replay->timeoutMs, replay->talk }, background);
        return std::make_unique<ListenSource>(
            HostRequest{ replay->name, replay->mode, replay->replaceStale, {}, replay->talk }, background);
    }
    return std::make_unique<ListenSource>(std::get<HostRequest>(request), background);
}

} // namespace pipeglass::engine
