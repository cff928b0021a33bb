// SPDX-License-Identifier: MIT
#include "access/changes/keeper.h"
#include "cli/arguments/directories.h"
#include "cli/commandtext.h"
#include "cli/permissions/accessoptions.h"
#include "cli/permissions/accesstarget.h"
#include "cli/permissions/accesstext.h"
#include "cli/verb.h"

#include <unistd.h>

namespace pipeglass::cli {

namespace {

/// `pipeglass access`: shows and changes who can connect to a pipe. All jobs except a kept change end in start().
class AccessCommand : public Command {
public:
    AccessCommand(AccessOptions options, Streams streams);

    void start() override;

protected:
    /// Ends a kept change successfully.
    void onInterrupt() override;

private:
    void ask();
    void listAccessible();
    void change();
    void undo();
    void showJournal();
    void keep(quint32 journalId);
    void show(const ShownChange &change);
    void tellRepeat(quint64 count);

    AccessOptions m_options;
    std::unique_ptr<access::Keeper> m_keeper;
};

QString accessDescription()
{
    return CommandText::tr(
        "Shows who can connect to a pipe, which rule decides, and possible fixes, the smallest change\n"
        "first: for you, for a user as after a new login, or for a running process.\n"
        "If nobody listens, nobody can connect: start the server then.\n"
        "--accessible-to lists all pipes, and which of them a user or a process can open and why\n"
        "not; for a pipe in another mount namespace as seen from inside of it.\n"
        "--mode, --allow, --deny, --owner and --group change permissions: by descriptor, so that the\n"
        "file cannot be swapped, and recorded in a journal, so that it can be undone. WHO is\n"
        "user:NAME, group:NAME or everyone (with --deny: all except the owner, the group and named\n"
        "users and groups). A change that needs root's rights uses pkexec.\n");
}

Result<CommandPtr> makeAccessCommand(const Arguments &arguments, Streams streams)
{
    Result<AccessOptions> options = accessOptions(arguments);
    if (!options)
        return failure(options.error());
    return std::make_unique<AccessCommand>(std::move(*options), streams);
}

access::Changer changer() { return { access::Journal(), access::HelperCommand::installed() }; }

/// A kept change must not need a password each time the server creates its pipe again.
bool ownRightsSuffice(const access::Preview &preview)
{
    const access::Permissions &before = preview.target.facts.permissions;
    return ::geteuid() == 0 || (::geteuid() == before.owner && preview.after.owner == before.owner);
}

} // namespace

Verb accessVerb()
{
    return {
        "access",
        "[NAME]",
        0,
        1,
        CommandText::tr("show or change who can connect to a pipe"),
        accessDescription(),
        {
            { "--as", "WHO", CommandText::tr("for a user, a uid, or a process (pid:N) instead of you") },
            { "--accessible-to", "WHO",
              CommandText::tr("list the pipes that a user, a uid or a process (pid:N) can open") },
            { "--dir", "DIR", CommandText::tr("with --accessible-to: in this directory only; repeatable") },
            { "--dotnet", "", CommandText::tr("with --accessible-to: all known .NET endpoints") },
            { "--all", "", CommandText::tr("with --accessible-to: all Unix sockets that have a name") },
            { "--namespaces", "", CommandText::tr("with --accessible-to: also in other mount namespaces") },
            { "--mode", "MODE", CommandText::tr("set the mode, such as 0660; only the write bits matter") },
            { "--allow", "WHO", CommandText::tr("let them connect; repeatable") },
            { "--deny", "WHO", CommandText::tr("do not let them connect; repeatable") },
            { "--owner", "USER", CommandText::tr("change the owner") },
            { "--group", "GROUP", CommandText::tr("change the group") },
            { "--dry-run", "", CommandText::tr("only show what would change") },
            { "--keep", "", CommandText::tr("apply it again when the server re-creates its pipe, until interrupted") },
            { "--undo", "", CommandText::tr("undo the newest change, or the one whose number is given as NAME") },
            { "--force", "", CommandText::tr("with --undo: even if the pipe was changed since") },
            { "--journal", "", CommandText::tr("print all changes") },
            { "--json", "", CommandText::tr("print JSON") },
        },
        makeAccessCommand,
    };
}

AccessCommand::AccessCommand(AccessOptions options, Streams streams)
    : Command(streams)
    , m_options(std::move(options))
{
}

void AccessCommand::start()
{
    switch (m_options.job) {
    case AccessOptions::Job::Ask:
        ask();
        break;
    case AccessOptions::Job::ListAccessible:
        listAccessible();
        break;
    case AccessOptions::Job::Change:
        change();
        break;
    case AccessOptions::Job::Undo:
        undo();
        break;
    case AccessOptions::Job::Journal:
        showJournal();
        break;
    }
}

void AccessCommand::onInterrupt()
{
    if (m_keeper)
        finish(ExitCode::Good);
    else
        Command::onInterrupt();
}

void AccessCommand::ask()
{
    const Result<access::Subject> subject = m_options.as ? access::parseSubject(*m_options.as) : access::me();
    if (!subject) {
        fail(subject.error());
        return;
    }
    const Result<access::Target> target =
        findTargetOrListener(m_options.name, [this](const QString &sentence) { say(sentence); });
    if (!target) {
        fail(target.error());
        return;
    }
    const access::Answer answer = access::ask(*target, *subject);
    if (m_options.json) {
        QByteArray text;
        exporting::JsonWriter json(text);
        writeAnswer(json, *target, answer);
        out().write(text + '\n');
    } else {
        out().write(answerText(answer).toUtf8());
    }
    finish(ExitCode::Good);
}

void AccessCommand::listAccessible()
{
    const Result<access::Subject> subject = access::parseSubject(m_options.accessibleTo);
    if (!subject) {
        fail(subject.error());
        return;
    }
    const auto directories = givenDirectories(m_options.directories);
    if (!directories) {
        fail(directories.error());
        return;
    }
    catalog::Scanner scanner({ *directories, m_options.scope, m_options.namespaces });
    const catalog::SnapshotPtr snapshot = scanner.scan();
    for (const Error &problem : snapshot->problems)
        warn(problem);
    const auto [answers, problems] = answersFor(*snapshot, *subject);
    for (const Error &problem : problems)
        warn(problem);
    if (m_options.json) {
        QByteArray text;
        exporting::JsonWriter json(text);
        json.beginArray();
        for (const PipeAnswer &answer : answers)
            writePipeAnswer(json, *answer.pipe, answer.answer);
        json.endArray();
        out().write(text + '\n');
    } else if (answers.empty()) {
        say(CommandText::tr("There is no pipe."));
    } else {
        out().write(accessTable(answers).toUtf8());
    }
    finish(ExitCode::Good);
}

void AccessCommand::change()
{
    if (abstractTarget(m_options.name)) {
        fail({ ErrorCode::InvalidArgument, 0, m_options.name,
               CommandText::tr("an abstract name has no file, so it has no permissions") });
        return;
    }
    const Result<access::Target> target =
        findTarget(m_options.name, catalog::Links::Keep, [this](const QString &sentence) { say(sentence); });
    const Result<access::Preview> preview = target ? access::plan(*target, m_options.request) : failure(target.error());
    if (!preview) {
        fail(preview.error());
        return;
    }
    ShownChange shown{ preview->target, preview->after, preview->effect, preview->command, preview->notes, 0, false };
    if (m_options.dryRun) {
        show(shown);
        finish(ExitCode::Good);
        return;
    }
    if (m_options.keep && !ownRightsSuffice(*preview)) {
        fail({ ErrorCode::ChangeNotPermitted, 0, target->path,
               CommandText::tr("--keep needs the rights of the owner or root all the time") });
        return;
    }
    const Result<access::Change> done = changer().apply(*preview, m_options.keep);
    if (!done) {
        fail(done.error());
        return;
    }
    shown.journalId = done->journalId;
    shown.applied = true;
    show(shown);
    if (m_options.keep)
        keep(done->journalId);
    else
        finish(ExitCode::Good);
}

void AccessCommand::undo()
{
    const Result<access::Change> undone = changer().undo(
        m_options.undo,
        m_options.force ? access::Changer::LaterChanges::TakeBack : access::Changer::LaterChanges::Spare);
    if (!undone) {
        // A replaced pipe is reported like a removed one.
        const bool gone = undone.error().code == ErrorCode::Replaced || undone.error().code == ErrorCode::NotASocket;
        if (gone)
            fail(undone.error(), ExitCode::NoSuchPipe);
        else
            fail(undone.error());
        if (undone.error().code == ErrorCode::ChangedSince)
            say(CommandText::tr("Use --force to undo it anyway."));
        return;
    }
    show({ undone->target,
           undone->after,
           access::effectOf(undone->target, undone->after),
           {},
           {},
           undone->journalId,
           true });
    finish(ExitCode::Good);
}

void AccessCommand::showJournal()
{
    const auto entries = access::Journal().read();
    if (!entries) {
        fail(entries.error());
        return;
    }
    if (m_options.json) {
        QByteArray text;
        exporting::JsonWriter json(text);
        json.beginArray();
        for (const access::ChangeEntry &entry : *entries)
            writeJournalEntry(json, entry);
        json.endArray();
        out().write(text + '\n');
    } else {
        for (const access::ChangeEntry &entry : *entries)
            out().write(journalText(entry).toUtf8());
        if (entries->empty())
            say(CommandText::tr("No change has been made yet."));
    }
    finish(ExitCode::Good);
}

void AccessCommand::show(const ShownChange &change)
{
    if (m_options.json) {
        QByteArray text;
        exporting::JsonWriter json(text);
        writeChange(json, change);
        out().write(text + '\n');
    } else {
        out().write(changeText(change).toUtf8());
    }
    out().flush();
    if (!change.applied)
        return;
    if (m_options.job == AccessOptions::Job::Undo)
        say(CommandText::tr("Change %1 was undone.").arg(change.journalId));
    else if (change.journalId == 0)
        say(CommandText::tr("The permissions are already so; nothing was changed."));
    else
        say(CommandText::tr("Done. Undo with \"pipeglass access --undo %1\".").arg(change.journalId));
}

void AccessCommand::keep(quint32 journalId)
{
    const access::Journal journal;
    const Result<access::ChangeEntry> rule = journal.find(journalId);
    if (!rule) {
        fail(rule.error());
        return;
    }
    m_keeper = std::make_unique<access::Keeper>(journal, *rule);
    connect(m_keeper.get(), &access::Keeper::repeated, this, &AccessCommand::tellRepeat);
    connect(m_keeper.get(), &access::Keeper::failed, this, &AccessCommand::warn);
    connect(m_keeper.get(), &access::Keeper::ended, this, [this] {
        say(CommandText::tr("The change is no longer kept: it was undone, or its directory was removed."));
        finish(ExitCode::Good);
    });
    if (const Status started = m_keeper->start(); !started) {
        fail(started.error());
        return;
    }
    say(CommandText::tr("The change is kept while this runs. Press Ctrl+C to stop."));
}

void AccessCommand::tellRepeat(quint64 count)
{
    if (!m_options.json) {
        out().line(CommandText::tr("applied again (%1)").arg(count));
        return;
    }
    QByteArray text;
    exporting::JsonWriter json(text);
    json.beginObject();
    json.key("event").string(QLatin1String("repeated"));
    json.key("journal_id").number(m_keeper->rule().id);
    json.key("repeats").number(count);
    json.endObject();
    out().write(text + '\n');
    out().flush();
}

} // namespace pipeglass::cli
