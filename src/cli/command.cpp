// SPDX-License-Identifier: MIT
#include "cli/command.h"

#include "core/errortext.h"

namespace pipeglass::cli {

Command::Command(Streams streams)
    : m_streams(streams)
{
}

Command::~Command() = default;

void Command::interrupt()
{
    m_interrupted = true;
    onInterrupt();
}

void Command::onInterrupt() { finish(ExitCode::Interrupted); }

void Command::outputClosed() { finish(ExitCode::Good); }

void Command::finish(ExitCode code)
{
    if (m_finished)
        return;
    m_finished = true;
    out().drain(m_interrupted);
    if (out().state() == Output::State::Failed) {
        warn({ ErrorCode::System, out().systemError(), QByteArrayLiteral("stdout"), {} });
        code = ExitCode::Failed;
    }
    Q_EMIT finished(static_cast<int>(code));
}

void Command::fail(const Error &error) { fail(error, exitCode(error.code)); }

void Command::fail(const Error &error, ExitCode code)
{
    if (m_finished)
        return;
    out().flush(); // keeps the order if stdout and stderr are the same terminal
    warn(error);
    finish(code);
}

void Command::say(const QString &sentence) { m_streams.err.line(QStringLiteral("pipeglass: ") + sentence); }

void Command::warn(const Error &error) { say(errorText(error)); }

} // namespace pipeglass::cli
