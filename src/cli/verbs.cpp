// SPDX-License-Identifier: MIT
#include "cli/commandtext.h"
#include "cli/messages/sendcommand.h"
#include "cli/messages/tapcommand.h"
#include "cli/run/runcommand.h"
#include "cli/verb.h"

#include <algorithm>

namespace pipeglass::cli {

// Each in the file of its command.
Verb accessVerb();
Verb cleanVerb();
Verb decodeVerb();
Verb doctorVerb();
Verb echoVerb();
Verb explainVerb();
Verb framingsVerb();
Verb listVerb();
Verb peekVerb();
Verb processesVerb();
Verb readVerb();
Verb repairVerb();
Verb replayVerb();
Verb showVerb();

const std::vector<Verb> &allVerbs()
{
    static const std::vector<Verb> verbs{
        listVerb(),         showVerb(),         peekVerb(),  processesVerb(), SendCommand::verb(), echoVerb(),
        TapCommand::verb(), RunCommand::verb(), readVerb(),  replayVerb(),    decodeVerb(),        framingsVerb(),
        doctorVerb(),       explainVerb(),      cleanVerb(), repairVerb(),    accessVerb(),
    };
    return verbs;
}

const Verb *findVerb(QByteArrayView name)
{
    const std::vector<Verb> &verbs = allVerbs();
    const auto found = std::find_if(verbs.begin(), verbs.end(), [&](const Verb &verb) { return verb.name == name; });
    return found == verbs.end() ? nullptr : &*found;
}

std::vector<Flag> flagsOf(const Verb &verb)
{
    std::vector<Flag> flags = verb.flags;
    flags.push_back({ "--help", "", CommandText::tr("this text") });
    return flags;
}

} // namespace pipeglass::cli
