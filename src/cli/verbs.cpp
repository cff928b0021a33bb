// SPDX-License-Identifier: MIT
#include "cli/accesscommand.h"
#include "cli/cleancommand.h"
#include "cli/echocommand.h"
#include "cli/listcommand.h"
#include "cli/peekcommand.h"
#include "cli/processescommand.h"
#include "cli/readcommand.h"
#include "cli/sendcommand.h"
#include "cli/showcommand.h"
#include "cli/verb.h"

#include <algorithm>

namespace pipeglass::cli {

const std::vector<Verb> &allVerbs()
{
    static const std::vector<Verb> verbs{
        ListCommand::verb(), ShowCommand::verb(), PeekCommand::verb(),  ProcessesCommand::verb(), SendCommand::verb(),
        EchoCommand::verb(), ReadCommand::verb(), CleanCommand::verb(), AccessCommand::verb(),
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
    flags.push_back({ "--help", "", "this text" });
    return flags;
}

} // namespace pipeglass::cli
