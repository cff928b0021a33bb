// SPDX-License-Identifier: MIT
#include "cli/run/runcommand.h"

#include "cli/commandtext.h"
#include "cli/messages/talkoptions.h"

#include <limits>

#include <fcntl.h>

namespace pipeglass::cli {

namespace {

constexpr int signalledExit = 128; ///< as of a shell: and the signal

QString runDescription()
{
    return CommandText::tr(
        "Starts COMMAND, and records the conversations at the pipes that it and all its descendants make\n"
        "or connect to, from the first byte. Input, output, signals and exit status are those of COMMAND\n"
        "(128 + N after signal N, 127 if there is no such program, 126 if it cannot be executed).\n"
        "Shown are stream sockets directly in its TMPDIR or in /tmp. Not shown: pipes elsewhere, the\n"
        "sockets of the .NET diagnostics, 32-bit programs, processes with another user or in a container,\n"
        "and what remains running when COMMAND has ended. Set-uid programs such as sudo get no more rights\n"
        "(unless root runs this). Servers see this program's process in place of their clients'. Needs\n"
        "Linux 5.9; within another \"run\", or a sandbox that intercepts system calls, it is not possible.\n"
        "If this command and its pipeglass-program-watcher are both killed, processes that remain can\n"
        "connect to nothing any more.\n");
}

Result<CommandPtr> makeRunCommand(const Arguments &arguments, Streams streams)
{
    auto talk = relayOptions(arguments, streams.framings);
    if (!talk)
        return failure(talk.error());
    RunCommand::Options options;
    options.request.program.words = arguments.operands();
    options.request.talk = std::move(talk->talk);
    options.log = arguments.last("--log").value_or(QByteArray());
    return std::make_unique<RunCommand>(std::move(options), streams);
}

} // namespace

Verb RunCommand::verb()
{
    Verb verb{
        "run",
        "[--] COMMAND [ARG...]",
        1,
        std::numeric_limits<size_t>::max(),
        CommandText::tr("start a program and record the conversations at its pipes"),
        runDescription(),
        {
            { "--log", "FILE", CommandText::tr("write one JSON object per line for each event, as tap --json") },
        },
        makeRunCommand,
        FlagPlace::BeforeOperands,
    };
    const std::vector<Flag> talk = relayedTalkFlags();
    verb.flags.insert(verb.flags.begin(), talk.begin(), talk.end());
    return verb;
}

RunCommand::RunCommand(Options options, Streams streams)
    : Command(streams)
    , m_options(std::move(options))
    , m_background(QStringLiteral("lookups"))
{
}

RunCommand::~RunCommand() = default;

Status RunCommand::openLog()
{
    if (m_options.log.isEmpty())
        return {};
    m_logFile = UniqueFd(
        ::open(m_options.log.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC | O_NOCTTY, 0666));
    if (!m_logFile.isValid())
        return failure(creationError(errno, m_options.log));
    m_log = std::make_unique<FdOutput>(m_logFile.get());
    return {};
}

void RunCommand::start()
{
    using engine::Session;
    if (const Status opened = openLog(); !opened) {
        fail(opened.error());
        return;
    }
    m_session = std::make_unique<Session>(m_options.request, m_background);
    Session *session = m_session.get();
    connect(session, &Session::failed, this, qOverload<const Error &>(&RunCommand::fail));
    connect(session, &Session::opened, this, &RunCommand::onOpened);
    if (m_log != nullptr)
        m_report = std::make_unique<TapReport>(*session, *m_log, TapReport::Options{ { true, false, {} }, false });
    connect(session, &Session::problem, this, &RunCommand::onProblem);
    connect(session, &Session::stalled, this, &RunCommand::warn);
    connect(session, &Session::losing, this, &RunCommand::warn);
    connect(session, &Session::programEnded, this, [this] { m_signals.stop(); });
    connect(session, &Session::ended, this, &RunCommand::onEnded);
    connect(&m_signals, &SignalForwarder::signalled, session, &Session::close);
    session->open();
}

void RunCommand::onOpened()
{
    for (const Error &notice : m_session->facts().notices)
        warn(notice);
    m_signals.start(m_session->facts().program->pid);
    if (m_report != nullptr)
        m_report->begin();
}

/// A shell ends a loop or list of commands only where it sees one that the terminal's signal has ended.
int RunCommand::endingSignal() const
{
    const auto &program = m_session != nullptr ? m_session->facts().program : std::nullopt;
    return program && m_signals.cameFromTerminal(program->signal) ? program->signal : 0;
}

/// The terminal is the program's: what was missed stands in the log and in the recording.
void RunCommand::onProblem(const Error &error)
{
    if (error.code == ErrorCode::ProgramNotExecutable)
        warn(error);
}

void RunCommand::onEnded()
{
    if (m_report != nullptr)
        m_report->finish();
    if (m_log != nullptr) {
        m_log->drain(false);
        if (m_log->state() == Output::State::Failed)
            warn(systemError(m_log->systemError(), m_options.log));
    }
    if (const QString lost = lossSentence(m_session->lost()); !lost.isEmpty())
        say(lost);
    const engine::ProgramState &program = *m_session->facts().program;
    finish(static_cast<ExitCode>(program.signal != 0 ? signalledExit + program.signal : program.exitCode));
}

} // namespace pipeglass::cli
