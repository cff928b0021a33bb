// SPDX-License-Identifier: MIT
#include "cli/load/loadcommand.h"

#include "cli/commandtext.h"
#include "core/errortext.h"
#include "exporting/jsonwriter.h"
#include "text/sizetext.h"

#include <chrono>
#include <cmath>

namespace pipeglass::cli {

namespace {

using namespace std::chrono_literals;

constexpr int connectionsPerTurn = 64;
constexpr std::chrono::milliseconds connectPause = 5ms;
constexpr std::chrono::milliseconds timeoutInterval = 100ms;
/// How long the name of a server may be away while it makes its pipe anew.
constexpr std::chrono::milliseconds longestAbsence = 1s;

bool mayPass(ErrorCode code)
{
    return code == ErrorCode::BacklogFull || code == ErrorCode::NobodyListening || code == ErrorCode::NoSuchPipe;
}

QString secondsText(qint64 nanoseconds)
{
    const double ms = static_cast<double>(nanoseconds) / 1e6;
    return CommandText::tr("%1 ms").arg(ms, 0, 'f', ms < 10 ? 2 : 0);
}

QByteArray seconds(qint64 nanoseconds) { return QByteArray::number(static_cast<double>(nanoseconds) / 1e9, 'f', 9); }

} // namespace

LoadCommand::LoadCommand(Options options, Streams streams)
    : Command(streams)
    , m_options(std::move(options))
    , m_background(QStringLiteral("lookups"))
{
    for (QTimer *timer : { &m_connecting, &m_pace }) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
    }
    connect(&m_connecting, &QTimer::timeout, this, &LoadCommand::connectSome);
    connect(&m_pace, &QTimer::timeout, this, &LoadCommand::sendDue);
    connect(&m_timeouts, &QTimer::timeout, this, &LoadCommand::checkTimeouts);
}

LoadCommand::~LoadCommand() = default;

void LoadCommand::start()
{
    m_background.run(
        this, [name = m_options.name] { return engine::destinationOf(name, {}); },
        [this](Result<engine::Destination> &destination) {
            if (isFinished())
                return;
            if (!destination) {
                fail(destination.error());
                return;
            }
            m_target = LoadTarget(*std::move(destination));
            makeClients();
        });
}

void LoadCommand::makeClients()
{
    const size_t most =
        m_options.count ? static_cast<size_t>(qMin<quint64>(*m_options.count, m_options.clients)) : m_options.clients;
    m_clients.reserve(most);
    for (size_t i = 0; i < most; ++i) {
        m_clients.push_back(std::make_unique<LoadClient>(m_poller, m_options.framing, m_options.limit));
        LoadClient *client = m_clients.back().get();
        connect(client, &LoadClient::answered, this, [this, client](qint64 time) { onAnswered(client, time); });
        connect(client, &LoadClient::malformed, this, [this, client] {
            countError(
                { ErrorCode::InvalidArgument, 0, {}, CommandText::tr("An answer is not valid in the framing.") });
            client->disconnectNow();
            release(client);
        });
        connect(client, &LoadClient::lost, this, [this, client](bool wasWaiting) { onLost(client, wasWaiting); });
        m_unconnected.push_back(client);
    }
    connectSome();
}

void LoadCommand::connectSome()
{
    for (int i = 0; i < connectionsPerTurn && !m_unconnected.empty() && !isFinished(); ++i) {
        LoadClient *client = m_unconnected.front();
        Result<UniqueFd> socket = m_target.connect();
        if (socket) {
            m_hasConnected = true;
            client->setSocket(*std::move(socket));
            client->connectDeadline = {};
            m_unconnected.pop_front();
            m_idle.push_front(client);
            continue;
        }
        const ErrorCode code = socket.error().code;
        if (client->connectDeadline == QDeadlineTimer())
            client->connectDeadline = code == ErrorCode::BacklogFull
                ? QDeadlineTimer(m_options.timeoutMs > 0 ? m_options.timeoutMs : -1)
                : QDeadlineTimer(longestAbsence);
        if (mayPass(code) && (m_hasConnected || code == ErrorCode::BacklogFull)
            && !client->connectDeadline.hasExpired()) {
            m_connecting.start(connectPause);
            return;
        }
        client->connectDeadline = {};
        m_unconnected.pop_front();
        onConnectFailed(client, socket.error());
    }
    if (isFinished())
        return;
    if (!m_unconnected.empty())
        m_connecting.start(0ms);
    else if (!m_clock.isValid())
        begin();
    if (m_clock.isValid())
        sendDue();
}

void LoadCommand::onConnectFailed(LoadClient *client, const Error &error)
{
    Error reason = error;
    if (error.code == ErrorCode::BacklogFull) // its text has the number of those who wait, which is not known
        reason = { ErrorCode::TimedOut, 0, m_target.path(), CommandText::tr("no connection was accepted") };
    if (!m_hasConnected) {
        fail(reason);
        return;
    }
    ++m_taken;
    countError(reason);
    m_idle.push_back(client);
}

void LoadCommand::begin()
{
    m_clock.start();
    if (m_options.timeoutMs > 0 || m_options.totalMs > 0)
        m_timeouts.start(timeoutInterval);
}

/// How many messages may be sent now; if none, the pace timer calls again.
quint64 LoadCommand::allowance()
{
    if (isOver())
        return 0;
    const quint64 left = m_options.count ? *m_options.count - m_taken : m_clients.size();
    if (m_options.rate <= 0)
        return left;
    const double elapsed = static_cast<double>(m_clock.nsecsElapsed()) / 1e9;
    const auto due = static_cast<quint64>(elapsed * m_options.rate) + 1;
    if (due > m_taken)
        return qMin(left, due - m_taken);
    const double wait = static_cast<double>(m_taken) / m_options.rate - elapsed;
    m_pace.start(std::chrono::milliseconds(static_cast<int>(std::ceil(qBound(0.0, wait, 1e6) * 1000))));
    return 0;
}

void LoadCommand::sendDue()
{
    for (quint64 allowed = allowance(); !m_idle.empty() && allowed > 0;
         allowed = allowed > 1 ? allowed - 1 : allowance()) {
        LoadClient *client = m_idle.front();
        m_idle.pop_front();
        if (!client->isConnected()) {
            m_unconnected.push_back(client);
            if (!m_connecting.isActive())
                m_connecting.start(0ms);
            continue;
        }
        const size_t message = m_taken % m_options.messages.size();
        ++m_taken;
        ++m_sent;
        ++m_waiting;
        client->send(m_options.messages[message]);
    }
    endIfDone();
}

void LoadCommand::onAnswered(LoadClient *client, qint64 nanoseconds)
{
    m_latencies.add(nanoseconds);
    m_lastAnswer = LoadClient::Clock::now();
    release(client);
}

/// A message has its answer, or will have none: the client may send the next.
void LoadCommand::release(LoadClient *client)
{
    --m_waiting;
    m_idle.push_back(client);
    sendDue();
}

void LoadCommand::onLost(LoadClient *client, bool wasWaiting)
{
    if (!wasWaiting)
        return; // it is connected again when its turn comes
    if (client->messages() > 1) {
        // A server that answers once and closes: the message was sent before we knew. It is sent again.
        --m_taken;
        --m_sent;
    } else {
        countError({ ErrorCode::PeerClosed, 0, m_target.path(), CommandText::tr("no reply was received") });
    }
    release(client);
}

void LoadCommand::checkTimeouts()
{
    // As long as it answers others, a server is busy, and not silent.
    const auto latest = LoadClient::Clock::now() - std::chrono::milliseconds(m_options.timeoutMs);
    if (m_options.timeoutMs > 0 && m_lastAnswer <= latest) {
        for (const auto &client : m_clients) {
            if (!client->isWaiting() || client->sentAt() > latest)
                continue;
            client->disconnectNow(); // a late answer would be taken for that to the next message
            countError({ ErrorCode::TimedOut, 0, m_target.path(), {} });
            release(client.get());
        }
    }
    endIfDone();
}

void LoadCommand::countError(const Error &error)
{
    ++m_errors;
    if (!m_firstError)
        m_firstError = error.subject.isEmpty() ? Error{ error.code, 0, {}, error.detail } : error;
}

bool LoadCommand::isOver() const
{
    return (m_options.count && m_taken >= *m_options.count)
        || (m_options.totalMs > 0 && m_clock.elapsed() >= m_options.totalMs);
}

void LoadCommand::endIfDone()
{
    if (isFinished() || !m_clock.isValid() || m_waiting > 0 || !isOver())
        return;
    printSummary();
    finish(m_errors > 0 ? ExitCode::Failed : ExitCode::Good);
}

void LoadCommand::onInterrupt()
{
    if (m_clock.isValid())
        printSummary();
    Command::onInterrupt();
}

void LoadCommand::printSummary()
{
    if (m_firstError)
        say(CommandText::tr("The first error: %1").arg(errorText(*m_firstError)));
    const quint64 answered = m_latencies.count();
    const qint64 values[] = { m_latencies.percentile(0.5), m_latencies.percentile(0.99), m_latencies.max() };
    if (m_options.json) {
        QByteArray line;
        exporting::JsonWriter json(line);
        json.beginObject();
        json.key("sent").number(m_sent);
        json.key("answered").number(answered);
        json.key("errors").number(m_errors);
        json.key("latency").beginObject();
        const char *names[] = { "median", "p99", "max" };
        for (size_t i = 0; i < std::size(values); ++i) {
            json.key(names[i]);
            answered > 0 ? json.literal(seconds(values[i])) : json.null();
        }
        json.endObject();
        json.endObject();
        out().line(QString::fromLatin1(line));
        return;
    }
    const double elapsed = static_cast<double>(m_clock.nsecsElapsed()) / 1e9;
    out().line(CommandText::tr(
                   "%n message(s) sent, %1 answered, %2 failed, in %3 s (%4 a second)", nullptr, text::plural(m_sent))
                   .arg(answered)
                   .arg(m_errors)
                   .arg(elapsed, 0, 'f', 1)
                   .arg(static_cast<double>(answered) / qMax(elapsed, 1e-9), 0, 'f', 0));
    if (answered > 0)
        out().line(CommandText::tr("latency: median %1, 99 % below %2, max %3")
                       .arg(secondsText(values[0]), secondsText(values[1]), secondsText(values[2])));
}

} // namespace pipeglass::cli
