// SPDX-License-Identifier: MIT
#include "program.h"

#include <QFileInfo>
#include <QProcessEnvironment>

#include <csignal>
#include <cstdio>

namespace pipeglass::test {

namespace {

constexpr int limitMs = 60'000;
constexpr int skipCode = 77; ///< SKIP_RETURN_CODE in tests/test.cmake
const auto commandPath = QStringLiteral(PIPEGLASS_COMMAND);
const auto peerPath = QStringLiteral(PIPEGLASS_PEER);

QStringList asText(const QByteArrayList &arguments)
{
    QStringList texts;
    for (const QByteArray &argument : arguments)
        texts.append(QString::fromUtf8(argument));
    return texts;
}

} // namespace

Program::Program(const QString &path, const QByteArrayList &arguments)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DOTNET_ROOT"), QStringLiteral(PIPEGLASS_DOTNET_ROOT));
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(path, asText(arguments));
    m_process.waitForStarted(limitMs);
}

Program::~Program()
{
    m_process.kill();
    m_process.waitForFinished(limitMs);
}

bool Program::waitForLine(const QByteArray &start)
{
    do {
        while (m_process.canReadLine()) {
            m_line = m_process.readLine().chopped(1);
            if (m_line.startsWith(start))
                return true;
        }
    } while (m_process.waitForReadyRead(limitMs));
    return false;
}

void Program::write(const QByteArray &input)
{
    m_process.write(input);
    m_process.waitForBytesWritten(limitMs);
}

void Program::feed(const QByteArray &input)
{
    m_process.write(input);
    m_process.closeWriteChannel();
}

QByteArray Program::finish()
{
    // waitForFinished() writes queued data and reads output while it waits.
    if (m_process.state() != QProcess::NotRunning)
        m_process.waitForFinished(limitMs);
    return m_process.readAllStandardOutput();
}

int Program::exitCode() const
{
    return m_process.exitStatus() == QProcess::CrashExit ? 128 + m_process.exitCode() : m_process.exitCode();
}

void Program::signal(int number) const
{
    if (pid() > 0)
        ::kill(static_cast<pid_t>(pid()), number);
}

QByteArray peerProgram() { return peerPath.toUtf8(); }

QByteArray commandProgram() { return commandPath.toUtf8(); }

QByteArray dotnetProgram() { return QByteArrayLiteral(PIPEGLASS_DOTNET_ROOT "/dotnet"); }

ProgramPtr startPeer(const QByteArrayList &arguments) { return std::make_unique<Program>(peerPath, arguments); }

ProgramPtr startPeerServer(const QByteArrayList &arguments)
{
    ProgramPtr server = startPeer(arguments);
    return server->waitForLine("listening") ? std::move(server) : nullptr;
}

ProgramPtr startPipeglass(const QByteArrayList &arguments) { return std::make_unique<Program>(commandPath, arguments); }

ProgramPtr startPeerServerElsewhere(const QByteArrayList &arguments)
{
    const QByteArrayList unshare = QByteArrayList{ "--net", "--", peerPath.toUtf8() } + arguments;
    auto server = std::make_unique<Program>(QStringLiteral("unshare"), unshare);
    return server->waitForLine("listening") ? std::move(server) : nullptr;
}

ProgramPtr startPeerServerInPrivateTmp(const QByteArrayList &arguments)
{
    const QByteArrayList words = QByteArrayList{
        "--mount", "--", "sh", "-c", "mount -t tmpfs none /tmp && unset TMPDIR && exec \"$@\"", "sh", peerPath.toUtf8()
    } + arguments;
    auto server = std::make_unique<Program>(QStringLiteral("unshare"), words);
    return server->waitForLine("listening") ? std::move(server) : nullptr;
}

int codeForMissingPeers()
{
    if (QFileInfo::exists(peerPath))
        return 0;
    const bool demanded = qEnvironmentVariableIsSet("PIPEGLASS_REQUIRE_PEERS");
    std::fprintf(stderr, "There is no .NET SDK here, so the peers were not built.\n");
    return demanded ? 1 : skipCode;
}

} // namespace pipeglass::test
