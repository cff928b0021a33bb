// SPDX-License-Identifier: MIT
// bench_events [FEW [MANY]]
//
// The cost of one event for the catalog and the window's list, in microseconds of CPU time, with FEW (100) and MANY
// (10,000) pipes of one process, and the ratio. Reading and comparing the socket table is shown separately: it is done
// at most once a second. A long table also leaves the caches cold, so FEW is measured twice: alone, and with other
// sockets up to MANY that are not listed. The ratio refers to the latter.
#include "catalog/scanning/scanner.h"
#include "catalog/scanning/watcher.h"
#include "models/pipelistmodel.h"
#include "support/privatedirectory.h"
#include "support/testsocket.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <map>

#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace pipeglass;
using namespace pipeglass::catalog;
using namespace pipeglass::test;

namespace {

constexpr int times = 50;

double processorMicroseconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

/// A process that serves pipes; commands: "+path" binds, "-path" removes, "aPath" accepts.
class Server {
public:
    bool start(const PrivateDirectory &directory, int pipes)
    {
        int ends[2];
        if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
            return false;
        m_orders = UniqueFd(ends[0]);
        const UniqueFd theirs(ends[1]);
        m_pid = ::fork();
        if (m_pid == 0) {
            m_orders.reset();
            serve(theirs, directory, pipes);
        }
        return isDone();
    }
    ~Server()
    {
        m_orders.reset();
        ::waitpid(m_pid, nullptr, 0);
    }
    Server() = default;
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    void tell(const QByteArray &order) const
    {
        (void)!::write(m_orders.get(), order.constData(), static_cast<size_t>(order.size()));
        (void)isDone();
    }

private:
    [[nodiscard]] bool isDone() const
    {
        char answer = 0;
        return ::read(m_orders.get(), &answer, 1) == 1;
    }

    [[noreturn]] static void serve(const UniqueFd &orders, const PrivateDirectory &directory, int pipes)
    {
        std::map<QByteArray, UniqueFd> listeners;
        std::vector<UniqueFd> accepted;
        for (int i = 0; i < pipes; ++i) {
            const QByteArray path = directory.filePath("CoreFxPipe_" + QByteArray::number(i));
            listeners[path] = listeningSocket(path);
        }
        char order[512];
        for (ssize_t size = 1; size > 0; size = ::read(orders.get(), order, sizeof(order))) {
            const QByteArray path(order + 1, size - 1);
            if (size > 1 && order[0] == '+') {
                listeners[path] = listeningSocket(path);
            } else if (size > 1 && order[0] == '-') {
                ::unlink(path.constData());
                listeners.erase(path);
            } else if (size > 1) {
                accepted.push_back(acceptedSocket(listeners[path]));
            }
            (void)!::write(orders.get(), "y", 1);
        }
        ::_exit(0);
    }

    UniqueFd m_orders;
    pid_t m_pid = -1;
};

struct Cost {
    double own = 0;
    double list = 0; ///< of sockets
};

/// The work of a window for one event.
class Window {
public:
    explicit Window(const PrivateDirectory &directory)
        : m_scanner({ { directory.path() } })
    {
        const SnapshotPtr first = m_scanner.scan();
        m_model.apply(first, difference(Snapshot(), *first));
        (void)m_scanner.update({});
    }

    [[nodiscard]] bool isRight(const PrivateDirectory &directory) const
    {
        const SnapshotPtr all = Scanner({ { directory.path() } }).scan();
        return static_cast<int>(all->entries.size()) == m_model.rowCount();
    }

    Cost look(const QByteArray &path, bool isTold)
    {
        const double began = processorMicroseconds();
        const std::vector<QByteArray> paths = isTold ? std::vector<QByteArray>{ path } : std::vector<QByteArray>();
        double list = 0;
        auto step = m_scanner.update({ .sockets = !isTold, .paths = paths });
        const bool needsSockets = !isTold || step.needsSockets;
        if (step.needsSockets)
            step = m_scanner.update({});
        if (needsSockets)
            list = static_cast<double>(m_scanner.data().readCpuTime) / 1e3;
        m_model.apply(step.snapshot, step.difference);
        if (step.difference.isEmpty())
            std::printf("nothing was seen at %s\n", path.constData());
        return { processorMicroseconds() - began - list, list };
    }

private:
    Scanner m_scanner;
    models::PipeListModel m_model;
};

/// The same including inotify, timer and signal.
class WatchingWindow {
public:
    explicit WatchingWindow(const PrivateDirectory &directory)
        : m_watcher({ { directory.path() } })
    {
        QObject::connect(
            &m_watcher, &Watcher::changed, &m_model, [this](const SnapshotPtr &snapshot, const SnapshotDiff &changes) {
                m_model.apply(snapshot, changes);
                m_told.quit();
            });
        m_watcher.start();
    }

    Cost change(const QByteArray &path)
    {
        ::chmod(path.constData(), 0711);
        const double began = processorMicroseconds();
        m_told.exec();
        return { processorMicroseconds() - began, 0 };
    }

private:
    Watcher m_watcher;
    models::PipeListModel m_model;
    QEventLoop m_told;
};

using Costs = std::vector<std::pair<const char *, Cost>>;

Costs measure(int pipes)
{
    const PrivateDirectory directory;
    Server server;
    if (!server.start(directory, pipes))
        return {};
    Window window(directory);
    Costs costs;
    const auto each = [&](const char *what, auto act) {
        std::vector<double> own;
        std::vector<double> list;
        for (int i = 0; i < times; ++i) {
            // Spread over the list, without repetition.
            const QByteArray name = QByteArray::number(static_cast<qlonglong>(i) * pipes / times);
            const Cost cost = act(directory.filePath("CoreFxPipe_" + name), i);
            own.push_back(cost.own);
            list.push_back(cost.list);
        }
        costs.push_back({ what, { median(own), median(list) } });
    };
    {
        WatchingWindow watching(directory);
        each("mode, from inotify on", [&](const QByteArray &path, int) { return watching.change(path); });
    }
    std::vector<UniqueFd> clients;
    each("mode changed", [&](const QByteArray &path, int) {
        ::chmod(path.constData(), 0700);
        return window.look(path, true);
    });
    each("a client connects", [&](const QByteArray &path, int) {
        clients.push_back(connectedSocket(path));
        return window.look(path, false);
    });
    each("it is accepted", [&](const QByteArray &path, int) {
        server.tell('a' + path);
        return window.look(path, false);
    });
    each("a new pipe", [&](const QByteArray &path, int) {
        server.tell('+' + path + "new");
        return window.look(path + "new", true);
    });
    each("bound anew", [&](const QByteArray &path, int) {
        server.tell('-' + path + "new");
        server.tell('+' + path + "new");
        return window.look(path + "new", true);
    });
    each("a pipe gone", [&](const QByteArray &path, int) {
        server.tell('-' + path + "new");
        return window.look(path + "new", true);
    });
    if (!window.isRight(directory))
        std::printf("The list is not what a look at everything makes.\n");
    return costs;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    const int few = argc > 1 ? QByteArray(argv[1]).toInt() : 100;
    const int many = argc > 2 ? QByteArray(argv[2]).toInt() : 10'000;
    const Costs alone = measure(few);
    Costs little;
    {
        const PrivateDirectory elsewhere;
        Server others;
        if (others.start(elsewhere, many - few))
            little = measure(few);
    }
    const Costs much = measure(many);
    if (little.empty() || alone.empty() || little.size() != much.size()) {
        std::fprintf(stderr, "The pipes cannot be served. Is the limit of descriptors high enough?\n");
        return 1;
    }
    std::printf(
        "%-22s %10s %14s %10s %7s %34s\n", "us of a core", "few alone", "beside others", "many", "ratio",
        "the list of sockets, apart");
    for (size_t i = 0; i < little.size(); ++i) {
        const Cost &a = alone[i].second;
        const Cost &b = little[i].second;
        const Cost &c = much[i].second;
        std::printf(
            "%-22s %10.1f %14.1f %10.1f %7.2f %12.1f %10.1f %10.1f\n", little[i].first, a.own, b.own, c.own,
            c.own / b.own, a.list, b.list, c.list);
    }
    return 0;
}
