// SPDX-License-Identifier: MIT
#include "engine/taps/programsource.h"

#include "core/threads/workerthread.h"
#include "engine/sockets/peercredentials.h"
#include "exchange/repair.h"

#include <QSocketNotifier>

#include <algorithm>
#include <csignal>
#include <utility>

#include <sys/wait.h>
#include <unistd.h>

namespace pipeglass::engine {

namespace {

/// std::function copies its target, and descriptors have one owner.
template <typename T>
std::shared_ptr<T> shared(T &&value)
{
    return std::make_shared<T>(std::forward<T>(value));
}

Result<PreparedProgram> prepareProgram(const programs::ProgramRequest &request)
{
    (void)exchange::repairAll(); // names may lead to what a tap that was killed left
    auto pairing = programs::SocketPairing::create();
    if (!pairing)
        return failure(pairing.error());
    auto program = programs::Program::start(request);
    if (!program)
        return failure(program.error());
    PreparedProgram prepared;
    prepared.program = std::make_unique<programs::Program>(*std::move(program));
    prepared.interceptor =
        std::make_unique<programs::Interceptor>(prepared.program->takeReports(), *std::move(pairing));
    const programs::Notifications &notifications = prepared.interceptor->notifications();
    if (!notifications.isValid())
        return failure(ErrorCode::OutOfDescriptors);
    auto watcher = exchange::WatcherProcess::start("pipeglass-program-watcher", QByteArray::number(::getpid()));
    if (watcher) {
        prepared.watcher = *std::move(watcher);
        prepared.watcher.awaitReady();
    }
    if (prepared.watcher.pid() != 0)
        prepared.watcher.send({ notifications.reports(), notifications.shared() });
    else
        prepared.notices.push_back({ ErrorCode::RunUnwatched, 0, request.words.front(), {} });
    return prepared;
}

} // namespace

ProgramSource::ProgramSource(RunRequest request, BackgroundThread &background)
    : ConnectionSource(
        { .path = request.program.words.front(), .hasMany = true, .isTap = true, .program = ProgramState() },
        background)
    , m_request(std::move(request))
{
}

ProgramSource::~ProgramSource()
{
    m_exit.reset();
    m_prepared.interceptor.reset();
    // One that runs on is left to its watcher; somebody has to wait for it.
    if (m_prepared.program == nullptr || !facts().program->isRunning)
        return;
    std::thread waiter = startThread([pid = m_prepared.program->pid()] { ::waitpid(pid, nullptr, 0); });
    if (waiter.joinable())
        waiter.detach();
}

void ProgramSource::prepare()
{
    background().run(
        this, [program = m_request.program] { return prepareProgram(program); },
        [this](Result<PreparedProgram> &prepared) { take(prepared); });
}

void ProgramSource::take(Result<PreparedProgram> &prepared)
{
    if (m_ended)
        return; // what was prepared goes with the value
    if (!prepared) {
        Q_EMIT failed(prepared.error());
        return;
    }
    m_prepared = *std::move(prepared);
    mutableFacts().notices = m_prepared.notices;
    Q_EMIT ConnectionSource::prepared();
}

/// All are called in the interceptor's thread, and carried out here, in order.
programs::Interceptor::Reports ProgramSource::reports()
{
    programs::Interceptor::Reports reports;
    const CallQueue::Sender calls = m_calls.sender();
    reports.entered = [this, calls](const auto &path, exchange::Entered sockets, const auto &server, bool isNew) {
        calls.post([this, path, held = shared(std::move(sockets)), server, isNew] {
            if (isNew)
                noteListener(path, server);
            else
                Q_EMIT recreated();
            enter(path, *held, server.pid);
        });
    };
    reports.dialled = [this, calls](const auto &path, auto sockets, const auto &client, const auto &server) {
        calls.post([this, path, held = shared(std::move(sockets)), client, server] {
            if (server)
                noteListener(path, *server);
            Link link{ std::move(*held), {}, {}, { client, {} } };
            forward(path, link);
        });
    };
    reports.missed = [this, calls](const Error &error) {
        calls.post([this, error] {
            Q_EMIT problem(error);
            Q_EMIT missed(1);
        });
    };
    reports.ended = [] {};
    return reports;
}

void ProgramSource::begin()
{
    m_acceptance = std::make_unique<AcceptanceWatch>();
    ProgramState &state = *mutableFacts().program;
    state.pid = m_prepared.program->pid();
    state.isRunning = true;
    m_exit = std::make_unique<QSocketNotifier>(m_prepared.program->processDescriptor(), QSocketNotifier::Read);
    connect(m_exit.get(), &QSocketNotifier::activated, this, &ProgramSource::onExit);
    if (!m_prepared.interceptor->start(reports())) {
        m_prepared.watcher.end(); // which lets all calls go on
        Q_EMIT problem({ ErrorCode::PipeNotTapped, 0, facts().path, {} });
    }
    m_prepared.program->run();
}

TappedServer &ProgramSource::serverOf(const QByteArray &path)
{
    std::unique_ptr<TappedServer> &server = m_servers[path];
    if (server == nullptr) {
        server = std::make_unique<TappedServer>(path, *m_acceptance);
        connect(server.get(), &TappedServer::arrived, this, [this, path](Link *link) { forward(path, *link); });
        connect(server.get(), &TappedServer::paused, this, &ConnectionSource::paused);
        connect(server.get(), &TappedServer::resumed, this, &ConnectionSource::resumed);
        connect(server.get(), &TappedServer::problem, this, &ConnectionSource::problem);
        connect(server.get(), &TappedServer::refused, this, [this, path](const TappedServer::IncarnationPtr &refusing) {
            stepBack(path, refusing);
        });
        connect(server.get(), &TappedServer::idle, this, [this] {
            if (isIdle())
                Q_EMIT idle();
        });
    }
    return *server;
}

void ProgramSource::noteListener(const QByteArray &path, const ProcessInfo &server)
{
    m_listeners[path] = server;
    Q_EMIT pipeTapped(path, server);
}

void ProgramSource::forward(const QByteArray &path, Link &link)
{
    link.path = path;
    const ProcessInfo &listener = m_listeners[path];
    if (listener.pid != 0 && peerNumbersOf(link.sockets.server.get()).pid == listener.pid)
        link.peers.server = listener;
    Q_EMIT arrived(&link);
}

void ProgramSource::enter(const QByteArray &path, exchange::Entered &sockets, pid_t process)
{
    TappedServer &server = serverOf(path);
    server.endIncarnation();
    server.stepIn(sockets);
    server.noteProcess(process);
    if (m_ended)
        server.leave();
}

void ProgramSource::stepBack(const QByteArray &path, const TappedServer::IncarnationPtr &incarnation)
{
    const auto name = m_prepared.interceptor->nameAt(path);
    if (name == nullptr)
        return;
    background().run(
        this, [name, file = incarnation->file] { return name->stepBack(file); },
        [this, path, incarnation](bool isDone) {
            if (isDone)
                serverOf(path).endIncarnation(incarnation);
        });
}

void ProgramSource::onExit()
{
    const auto status = m_prepared.program->waitStatus();
    if (!status)
        return;
    m_exit.reset();
    ProgramState &state = *mutableFacts().program;
    state.isRunning = false;
    state.exitCode = WIFSIGNALED(*status) ? 0 : WEXITSTATUS(*status);
    state.signal = WIFSIGNALED(*status) ? WTERMSIG(*status) : 0;
    if (const int error = m_prepared.program->executionError(); error != 0)
        Q_EMIT problem({ ErrorCode::ProgramNotExecutable, error, facts().path, {} });
    const CallQueue::Sender calls = m_calls.sender();
    m_prepared.interceptor->flush([this, calls] { calls.post([this] { finish(); }); });
}

void ProgramSource::finish()
{
    m_isFinished = true;
    Q_EMIT programEnded();
    if (m_ended && isIdle())
        Q_EMIT idle();
}

Status ProgramSource::end()
{
    if (std::exchange(m_ended, true)) {
        for (const auto &[path, server] : m_servers)
            server->cut();
        return {};
    }
    const Status status = m_prepared.interceptor != nullptr ? m_prepared.interceptor->leave() : Status();
    for (const auto &[path, server] : m_servers)
        server->leave();
    return status;
}

bool ProgramSource::isIdle() const
{
    return m_isFinished
        && std::all_of(m_servers.begin(), m_servers.end(), [](const auto &one) { return one.second->isIdle(); });
}

void ProgramSource::connectionEnded()
{
    for (const auto &[path, server] : m_servers)
        server->resume();
}

void ProgramSource::signalProgram(int number)
{
    if (facts().program->isRunning)
        ::kill(m_prepared.program->pid(), number);
}

} // namespace pipeglass::engine
