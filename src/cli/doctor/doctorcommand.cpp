// SPDX-License-Identifier: MIT
#include "catalog/entries/pipename.h"
#include "cli/arguments/directories.h"
#include "cli/commandtext.h"
#include "cli/pipes/connectedrow.h"
#include "cli/verb.h"
#include "core/bytetext.h"
#include "core/path.h"
#include "doctor/examiner.h"
#include "exporting/jsonwriter.h"
#include "text/findingtext.h"

#include <QTimer>

#include <algorithm>

namespace pipeglass::cli {

namespace {

/// `pipeglass doctor`: finds what is wrong with pipes.
class DoctorCommand : public Command {
public:
    struct Options {
        std::optional<QByteArray> name;
        std::vector<QByteArray> directories; ///< as given; empty: all
        bool json = false;
    };

    DoctorCommand(Options options, Streams streams);

    void start() override;

private:
    [[nodiscard]] Result<catalog::ScanOptions> scanOptions();
    [[nodiscard]] Status findNamed(catalog::ScanOptions &options);
    void look();
    void conclude();
    void report(const std::vector<doctor::Finding> &findings);
    void printJson(const std::vector<doctor::Finding> &findings);
    void printText(const doctor::Finding &finding);

    Options m_options;
    QByteArray m_path; ///< only findings of this path; empty: all
    std::unique_ptr<doctor::Examiner> m_examiner;
    QElapsedTimer m_elapsed;
    QTimer m_timer;
};

constexpr int lookEveryMs = 1000;

QString doctorDescription()
{
    return CommandText::tr(
        "Finds what is wrong with pipes, or with one pipe: files left behind by servers that have ended,\n"
        "names taken over by another server, listeners whose file was removed, clients that wait while\n"
        "others have all instances of a server, full backlogs, bytes that nobody has read for 10 seconds,\n"
        "pipes that a cleaner of temporary directories will delete, ACLs without effect, processes that\n"
        "lack a group of their account, clients that look in another directory or namespace than the\n"
        "server, paths that are too long, and names that another user's leftover keeps in use. For each\n"
        "it says why, what to do, and a command that helps.\n"
        "It only looks. What could be a moment of a healthy program is looked at for some seconds, unread\n"
        "bytes for 11. Other users' processes are seen by root only.\n"
        "With --json one array of {id, severity, pipe, path, sentence, remedy, command}. Ends with 0 if\n"
        "nothing is wrong, else with 1.\n");
}

Result<CommandPtr> makeDoctorCommand(const Arguments &arguments, Streams streams)
{
    DoctorCommand::Options options;
    if (const std::vector<QByteArray> operands = arguments.operands(); !operands.empty())
        options.name = operands.front();
    options.directories = arguments.all("--dir");
    options.json = arguments.has("--json");
    return std::make_unique<DoctorCommand>(std::move(options), streams);
}

bool isCalled(const catalog::PipeEntry &pipe, const QByteArray &name)
{
    return pipe.name() == name || pipe.fileName == name || pipe.path() == name;
}

/// The path in one of the directories that has this name.
Result<QByteArray> pathIn(const std::vector<QByteArray> &directories, const QByteArray &name)
{
    catalog::ScanOptions options;
    options.directories = directories;
    options.scope = catalog::Scope::All;
    const catalog::SnapshotPtr all = catalog::Scanner(std::move(options)).scan();
    const QByteArray unescaped = unescapedBytes(QString::fromUtf8(name)).value_or(name);
    for (const catalog::PipeEntryPtr &pipe : all->entries) {
        if (isCalled(*pipe, name) || isCalled(*pipe, unescaped))
            return pipe->path();
    }
    return failure(ErrorCode::NoSuchPipe, name);
}

} // namespace

Verb doctorVerb()
{
    return {
        "doctor",
        "[NAME]",
        0,
        1,
        CommandText::tr("find what is wrong with pipes, and what to do"),
        doctorDescription(),
        {
            { "--dir", "DIR", CommandText::tr("pipes in this directory only; repeatable") },
            { "--json", "", CommandText::tr("print JSON") },
        },
        makeDoctorCommand,
    };
}

DoctorCommand::DoctorCommand(Options options, Streams streams)
    : Command(streams)
    , m_options(std::move(options))
{
    m_timer.setInterval(lookEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &DoctorCommand::look);
}

void DoctorCommand::start()
{
    const auto options = scanOptions();
    if (!options && options.error().code == ErrorCode::PathTooLong) {
        const QByteArray &name = *m_options.name;
        const QByteArray leaf = catalog::filePrefix.toByteArray() + name;
        const QByteArray path = name.startsWith('/') ? name : joinedPath(catalog::defaultDirectories().front(), leaf);
        report({ doctor::tooLongName(name, path) });
        return;
    }
    if (!options) {
        fail(options.error());
        return;
    }
    m_examiner = std::make_unique<doctor::Examiner>(*options);
    m_elapsed.start();
    m_timer.start();
    look();
}

Result<catalog::ScanOptions> DoctorCommand::scanOptions()
{
    auto directories = givenDirectories(m_options.directories);
    if (!directories)
        return failure(directories.error());
    catalog::ScanOptions options;
    options.directories = *directories;
    options.scope = catalog::Scope::DotNet;
    options.namespaces = directories->empty();
    if (m_options.name) {
        if (const Status found = findNamed(options); !found)
            return failure(found.error());
    }
    return options;
}

Status DoctorCommand::findNamed(catalog::ScanOptions &options)
{
    options.scope = catalog::Scope::All;
    if (!options.directories.empty()) {
        auto path = pathIn(options.directories, *m_options.name);
        if (!path)
            return failure(path.error());
        m_path = std::move(*path);
        return {};
    }
    std::vector<Error> problems;
    const auto row = findConnectedRow(*m_options.name, problems);
    if (!row)
        return failure(row.error());
    m_path = row->pipe->path();
    const bool isHere = row->pipe->hasFile && row->pipe->namespaceLabel.isEmpty();
    if (isHere) {
        options.directories = { row->pipe->directory };
        options.namespaces = false;
    }
    return {};
}

void DoctorCommand::look()
{
    m_examiner->look();
    if (!m_examiner->isPending() || m_elapsed.elapsed() >= doctor::Examiner::patienceMs)
        conclude();
}

void DoctorCommand::conclude()
{
    m_timer.stop();
    for (const Error &problem : m_examiner->problems())
        warn(problem);
    std::vector<doctor::Finding> findings = m_examiner->findings();
    if (!m_path.isEmpty())
        std::erase_if(findings, [this](const doctor::Finding &one) { return one.path != m_path; });
    report(findings);
}

void DoctorCommand::report(const std::vector<doctor::Finding> &findings)
{
    if (m_options.json) {
        printJson(findings);
    } else {
        for (const doctor::Finding &finding : findings)
            printText(finding);
    }
    if (findings.empty())
        say(CommandText::tr("No problem was found."));
    finish(findings.empty() ? ExitCode::Good : ExitCode::Failed);
}

void DoctorCommand::printJson(const std::vector<doctor::Finding> &findings)
{
    QByteArray text;
    exporting::JsonWriter json(text);
    json.beginArray();
    for (const doctor::Finding &finding : findings) {
        json.beginObject();
        json.key("id").string(word(finding.id));
        json.key("severity").string(word(finding.severity));
        json.key("pipe").escaped(finding.name);
        json.key("path").escaped(finding.path);
        json.key("sentence").string(text::findingSentence(finding));
        json.key("remedy").string(text::findingRemedy(finding));
        json.key("command");
        if (const QString command = text::findingCommand(finding); !command.isEmpty())
            json.string(command);
        else
            json.null();
        json.endObject();
    }
    json.endArray();
    out().write(text + '\n');
}

void DoctorCommand::printText(const doctor::Finding &finding)
{
    out().line(QStringLiteral("%1: %2 (%3)")
                   .arg(QString(word(finding.severity)), escapedText(finding.path), QString(word(finding.id))));
    out().line(QLatin1String("  ") + text::findingSentence(finding));
    out().line(QLatin1String("  ") + text::findingRemedy(finding));
    if (const QString command = text::findingCommand(finding); !command.isEmpty())
        out().line(QLatin1String("  $ ") + command);
}

} // namespace pipeglass::cli
