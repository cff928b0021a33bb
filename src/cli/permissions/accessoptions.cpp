// SPDX-License-Identifier: MIT
#include "cli/permissions/accessoptions.h"

#include "access/subjects/account.h"
#include "cli/arguments/values.h"
#include "cli/commandtext.h"

#include <limits>

namespace pipeglass::cli {

namespace {

tl::unexpected<Error> usage(const QByteArray &word, const QString &why)
{
    return failure(ErrorCode::InvalidArgument, word, why);
}

Status takeWord(AccessOptions &options, const Arguments::Word &word)
{
    access::ChangeRequest &request = options.request;
    if (word.flag == "--mode") {
        const Result<FileMode> mode = parseMode(word.value);
        if (!mode)
            return failure(mode.error());
        request.mode = *mode;
    } else if (word.flag == "--allow" || word.flag == "--deny") {
        const Result<access::Principal> who = access::parsePrincipal(word.value);
        if (!who)
            return failure(who.error());
        request.wishes.push_back({ word.flag == "--allow", *who });
    } else if (word.flag == "--owner") {
        const Result<access::Account> account = access::findUser(word.value);
        if (!account)
            return failure(account.error());
        request.owner = account->uid;
    } else if (word.flag == "--group") {
        const Result<gid_t> group = access::findGroup(word.value);
        if (!group)
            return failure(group.error());
        request.group = *group;
    }
    return {};
}

bool hasChange(const access::ChangeRequest &request)
{
    return request.mode || request.owner || request.group || !request.wishes.empty();
}

Status takeUndo(AccessOptions &options, const std::vector<QByteArray> &operands)
{
    options.job = AccessOptions::Job::Undo;
    if (operands.empty())
        return {};
    const Result<quint64> id = parseCount(operands.front());
    if (!id || *id == 0 || *id > std::numeric_limits<quint32>::max())
        return usage(operands.front(), CommandText::tr("expected the number of a change from --journal"));
    options.undo = static_cast<quint32>(*id);
    return {};
}

Status takeAccessible(AccessOptions &options, const Arguments &arguments, bool otherJob)
{
    if (otherJob || !arguments.operands().empty())
        return usage(
            "--accessible-to", CommandText::tr("cannot be combined with a name or a change: it lists all pipes"));
    options.job = AccessOptions::Job::ListAccessible;
    options.accessibleTo = *arguments.last("--accessible-to");
    options.directories = arguments.all("--dir");
    options.namespaces = arguments.has("--namespaces");
    if (arguments.has("--all"))
        options.scope = catalog::Scope::All;
    else if (arguments.has("--dotnet"))
        options.scope = catalog::Scope::DotNet;
    return {};
}

Status chooseJob(AccessOptions &options, const Arguments &arguments)
{
    const std::vector<QByteArray> operands = arguments.operands();
    const bool undo = arguments.has("--undo");
    const bool journal = arguments.has("--journal");
    const bool change = hasChange(options.request);
    if (arguments.has("--accessible-to"))
        return takeAccessible(
            options, arguments, undo || journal || change || options.as || options.keep || options.dryRun);
    for (const char *flag : { "--dir", "--all", "--dotnet", "--namespaces" }) {
        if (arguments.has(flag))
            return usage(flag, CommandText::tr("requires --accessible-to"));
    }
    if ((undo || journal) && (change || options.as || options.keep || options.dryRun || (undo && journal)))
        return usage(undo ? "--undo" : "--journal", CommandText::tr("can be combined with --json only"));
    if (options.force && !undo)
        return usage("--force", CommandText::tr("requires --undo"));
    if (undo)
        return takeUndo(options, operands);
    if (journal) {
        options.job = AccessOptions::Job::Journal;
        return operands.empty() ? Status() : usage(operands.front(), CommandText::tr("unexpected operand"));
    }
    if (operands.empty())
        return usage({}, CommandText::tr("\"pipeglass access\" needs the name of a pipe."));
    options.name = operands.front();
    if (!change && (options.keep || options.dryRun))
        return usage(
            options.keep ? "--keep" : "--dry-run",
            CommandText::tr("requires a change: --mode, --allow, --deny, --owner or --group"));
    if (change && options.as)
        return usage("--as", CommandText::tr("cannot be combined with a change"));
    if (options.keep && options.dryRun)
        return usage("--keep", CommandText::tr("cannot be combined with --dry-run"));
    options.job = change ? AccessOptions::Job::Change : AccessOptions::Job::Ask;
    return {};
}

} // namespace

Result<AccessOptions> accessOptions(const Arguments &arguments)
{
    AccessOptions options;
    options.as = arguments.last("--as");
    options.dryRun = arguments.has("--dry-run");
    options.keep = arguments.has("--keep");
    options.force = arguments.has("--force");
    options.json = arguments.has("--json");
    for (const Arguments::Word &word : arguments.words()) {
        if (const Status taken = takeWord(options, word); !taken)
            return failure(taken.error());
    }
    if (const Status chosen = chooseJob(options, arguments); !chosen)
        return failure(chosen.error());
    return options;
}

} // namespace pipeglass::cli
