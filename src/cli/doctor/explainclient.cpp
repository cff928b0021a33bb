// SPDX-License-Identifier: MIT
#include "cli/doctor/explainclient.h"

#include "cli/arguments/values.h"
#include "cli/commandtext.h"
#include "cli/doctor/explanationoutput.h"
#include "core/threads/backgroundthread.h"
#include "doctor/runtime/connectwatch.h"
#include "text/explanationtext.h"

#include <limits>

namespace pipeglass::cli {

namespace {

/// `pipeglass explain --pid PID`: why a running .NET client cannot connect.
class ExplainClient : public Command {
public:
    struct Options {
        pid_t pid = 0;
        int timeoutMs = 10'000;
        bool json = false;
    };
    using Found = Result<std::vector<doctor::ExplainedConnect>>;

    ExplainClient(Options options, Streams streams);
    ~ExplainClient() override;

    void start() override;

protected:
    void onInterrupt() override;

private:
    void show(const Found &found);
    void printJson(const std::vector<doctor::ExplainedConnect> &all);

    Options m_options;
    std::shared_ptr<const doctor::RuntimeSocket> m_runtime;
    std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false);
    BackgroundThread m_background;
};

ExplainClient::ExplainClient(Options options, Streams streams)
    : Command(streams)
    , m_options(options)
    , m_background(QStringLiteral("explain"))
{
}

/// The thread is waited for, so that it ends the session.
ExplainClient::~ExplainClient() { *m_stop = true; }

void ExplainClient::start()
{
    auto runtime = doctor::findRuntime(m_options.pid);
    if (!runtime) {
        fail(runtime.error());
        return;
    }
    m_runtime = std::make_shared<const doctor::RuntimeSocket>(*std::move(runtime));
    constexpr int msPerSecond = 1000;
    say(text::listeningSentence(*m_runtime, qMax(1, m_options.timeoutMs / msPerSecond)));
    const auto job = [runtime = m_runtime, stop = m_stop, timeout = m_options.timeoutMs]() -> Found {
        const auto failed = doctor::watchConnects(*runtime, std::chrono::milliseconds(timeout), *stop);
        if (!failed)
            return failure(failed.error());
        return doctor::explainConnects(runtime->process.pid, *failed);
    };
    m_background.run(this, job, [this](const Found &found) { show(found); });
}

void ExplainClient::onInterrupt()
{
    *m_stop = true;
    Command::onInterrupt();
}

void ExplainClient::show(const Found &found)
{
    if (isFinished())
        return;
    if (!found) {
        fail(found.error());
        return;
    }
    if (m_options.json)
        printJson(*found);
    for (size_t i = 0; i < found->size() && !m_options.json; ++i) {
        if (i > 0)
            out().line({});
        printFact(out(), CommandText::tr("tried"), text::triedText((*found)[i].connect));
        printExplanation(out(), (*found)[i].explanation);
    }
    if (found->empty())
        say(text::noFailedConnectSentence(m_runtime->process));
    finish(found->empty() ? ExitCode::Failed : ExitCode::Good);
}

void ExplainClient::printJson(const std::vector<doctor::ExplainedConnect> &all)
{
    QByteArray text;
    exporting::JsonWriter json(text);
    json.beginArray();
    for (const doctor::ExplainedConnect &one : all) {
        json.beginObject();
        writeExplanation(json, one.explanation);
        json.key("attempts").number(one.connect.count);
        json.endObject();
    }
    json.endArray();
    out().write(text + '\n');
}

} // namespace

Result<CommandPtr> makeExplainClient(const Arguments &arguments, Streams streams)
{
    ExplainClient::Options options;
    if (!arguments.operands().empty())
        return failure(
            ErrorCode::InvalidArgument, QByteArrayLiteral("--pid"),
            CommandText::tr("a text is explained, or a process, not both"));
    const QByteArray text = arguments.last("--pid").value_or(QByteArray());
    const auto pid = parseCount(text);
    if (!pid || *pid == 0 || *pid > quint64{ std::numeric_limits<pid_t>::max() })
        return failure(ErrorCode::InvalidArgument, text, CommandText::tr("expected the number of a process"));
    options.pid = static_cast<pid_t>(*pid);
    const auto timeout = valueOr(arguments.last("--timeout"), parseSeconds, options.timeoutMs);
    if (!timeout)
        return failure(timeout.error());
    if (*timeout == 0)
        return failure(
            ErrorCode::InvalidArgument, QByteArrayLiteral("--timeout"),
            CommandText::tr("expected more than 0 seconds"));
    options.timeoutMs = *timeout;
    options.json = arguments.has("--json");
    return std::make_unique<ExplainClient>(options, streams);
}

} // namespace pipeglass::cli
