// SPDX-License-Identifier: MIT
#include "cli/commandtext.h"
#include "cli/doctor/explainclient.h"
#include "cli/doctor/explanationoutput.h"
#include "cli/verb.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <optional>

#include <fcntl.h>
#include <unistd.h>

namespace pipeglass::cli {

namespace {

/// `pipeglass explain`: what the text of a .NET exception means.
class ExplainCommand : public Command {
public:
    struct Options {
        std::optional<QByteArray> text; ///< nullopt: stdin
        bool json = false;
    };

    ExplainCommand(Options options, Streams streams);

    void start() override;

private:
    void read();
    void explain(const QByteArray &text);

    Options m_options;
    QByteArray m_input;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

constexpr qsizetype maxInput = qsizetype{ 4 } << 20U;

QString explainDescription()
{
    return CommandText::tr(
        "Explains the text of a .NET exception about a pipe: what it means on Linux, which pipe it is\n"
        "about, what that pipe looks like right now, and what to do. TEXT is a message, an exception with\n"
        "its stack trace, or a log that contains one; without it, or with -, stdin is read to its end.\n"
        "The first such exception is explained.\n"
        "With --json one object {id, meaning, pipe, path, state, remedy, command}; what the text does not\n"
        "name, or is not there, is null. Ends with 1 if the text has no exception of a pipe.\n"
        "\n"
        "With --pid: why does this running .NET client not connect? Its runtime is asked through its\n"
        "diagnostics socket for the events of its sockets, which name the address that it tries, until a\n"
        "second after the first failure. The program goes on meanwhile; it must be one of your own user.\n"
        "With --json an array of such objects, with {attempts}. Ends with 1 if no connect failed.\n");
}

Result<CommandPtr> makeExplainCommand(const Arguments &arguments, Streams streams)
{
    if (arguments.has("--pid"))
        return makeExplainClient(arguments, streams);
    if (arguments.has("--timeout"))
        return failure(ErrorCode::InvalidArgument, QByteArrayLiteral("--timeout"), CommandText::tr("needs --pid"));
    ExplainCommand::Options options;
    const std::vector<QByteArray> operands = arguments.operands();
    if (!operands.empty() && operands.front() != "-")
        options.text = operands.front();
    options.json = arguments.has("--json");
    return std::make_unique<ExplainCommand>(std::move(options), streams);
}

} // namespace

Verb explainVerb()
{
    return {
        "explain",
        "[TEXT]",
        0,
        1,
        CommandText::tr("explain the text of a .NET exception about a pipe"),
        explainDescription(),
        {
            { "--pid", "PID", CommandText::tr("listen to the failing connects of a running .NET program") },
            { "--timeout", "S", CommandText::tr("how long to listen at most, in seconds, default 10") },
            { "--json", "", CommandText::tr("print JSON") },
        },
        makeExplainCommand,
    };
}

ExplainCommand::ExplainCommand(Options options, Streams streams)
    : Command(streams)
    , m_options(std::move(options))
{
}

void ExplainCommand::start()
{
    if (m_options.text) {
        explain(*m_options.text);
        return;
    }
    if (::fcntl(streams().in, F_GETFD) < 0) { // a closed stdin; a notifier on it would print a warning
        explain({});
        return;
    }
    if (::isatty(streams().in) != 0)
        say(CommandText::tr("Paste the text of the exception, then press Ctrl+D on a line of its own."));
    m_notifier = std::make_unique<QSocketNotifier>(streams().in, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &ExplainCommand::read);
}

void ExplainCommand::read()
{
    std::array<char, 65536> chunk{};
    const ssize_t size = ::read(streams().in, chunk.data(), chunk.size());
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (size > 0 && m_input.size() < maxInput) {
        m_input.append(chunk.data(), size);
        return;
    }
    m_notifier->setEnabled(false);
    explain(m_input);
}

void ExplainCommand::explain(const QByteArray &text)
{
    const auto error = doctor::findDotNetError(QString::fromUtf8(text));
    if (!error) {
        say(CommandText::tr("This text has no known exception of a .NET pipe."));
        finish(ExitCode::Failed);
        return;
    }
    const doctor::Explanation explanation = doctor::explain(*error);
    if (m_options.json) {
        QByteArray line;
        exporting::JsonWriter json(line);
        json.beginObject();
        writeExplanation(json, explanation);
        json.endObject();
        out().write(line + '\n');
    } else {
        printExplanation(out(), explanation);
    }
    finish(ExitCode::Good);
}

} // namespace pipeglass::cli
