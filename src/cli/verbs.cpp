// SPDX-License-Identifier: MIT
#include "cli/commandtext.h"
#include "cli/messages/echocommand.h"
#include "cli/messages/peekcommand.h"
#include "cli/messages/readcommand.h"
#include "cli/messages/sendcommand.h"
#include "cli/messages/tapcommand.h"
#include "cli/permissions/accesscommand.h"
#include "cli/pipes/cleancommand.h"
#include "cli/pipes/listcommand.h"
#include "cli/pipes/processescommand.h"
#include "cli/pipes/repaircommand.h"
#include "cli/pipes/showcommand.h"
#include "cli/verb.h"

#include <algorithm>

namespace pipeglass::cli {

const std::vector<Verb> &allVerbs()
{
    static const std::vector<Verb> verbs{
        ListCommand::verb(),  ShowCommand::verb(),   PeekCommand::verb(),   ProcessesCommand::verb(),
        SendCommand::verb(),  EchoCommand::verb(),   TapCommand::verb(),    ReadCommand::verb(),
        CleanCommand::verb(), RepairCommand::verb(), AccessCommand::verb(),
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
