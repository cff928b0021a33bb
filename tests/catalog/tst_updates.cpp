// SPDX-License-Identifier: MIT
#include "catalog/scanning/scanner.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace tst_updates {

using namespace pipeglass;
using namespace pipeglass::catalog;
using namespace pipeglass::test;

QByteArray text(const PipeEntry &entry)
{
    QByteArray line = entry.path() + ' ' + QByteArray(word(entry.state).data()) + ' '
        + QByteArray(word(entry.kind).data()) + " mode " + QByteArray::number(entry.mode.bits(), 8) + " cookie "
        + QByteArray::number(entry.socketCookie) + " clients " + QByteArray::number(entry.clients.value_or(999)) + '+'
        + QByteArray::number(entry.waiting.value_or(999));
    line += " servers " + (entry.server ? QByteArray::number(qlonglong(entry.server->size())) : QByteArray("?"));
    line += " taken by " + QByteArray::number(entry.takenOverBy.value_or(0)) + " from "
        + QByteArray::number(entry.tookOverFrom.value_or(0)) + (entry.hasFile ? "" : " without file");
    for (const qint64 number : { static_cast<qint64>(entry.file.id.inode), entry.file.birthNanoseconds,
                                 entry.modified.unixNanoseconds, entry.changed.unixNanoseconds,
                                 static_cast<qint64>(entry.uid), static_cast<qint64>(entry.backlog.value_or(0)) })
        line += ' ' + QByteArray::number(number);
    return line;
}

QByteArray text(const PipeEntries &entries)
{
    QByteArray all;
    for (const PipeEntryPtr &entry : entries)
        all += text(*entry) + '\n';
    return all;
}

bool areEqual(const PipeEntries &a, const PipeEntries &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto &x, const auto &y) { return *x == *y; });
}

bool areEqual(const std::vector<PipeEntryPtr> &a, const std::vector<PipeEntryPtr> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto &x, const auto &y) { return *x == *y; });
}

/// Servers and clients that make random changes, and report the paths that a watch would report.
class Bustle {
public:
    Bustle(const PrivateDirectory &directory, quint32 seed)
        : m_directory(directory)
        , m_random(seed)
    {
        for (int i = 0; i < 3; ++i)
            m_theirs.push_back("theirs" + QByteArray::number(i));
        m_started = m_other.start([this] {
            for (const QByteArray &name : m_theirs)
                m_listeners.push_back(listeningSocket(path(name)));
            return true;
        });
    }

    [[nodiscard]] bool isStarted() const { return m_started; }
    [[nodiscard]] std::vector<QByteArray> takeStirred() { return std::exchange(m_stirred, {}); }

    QByteArray act()
    {
        const QByteArray name = anyName();
        switch (m_random.bounded(14)) {
        case 0:
        case 1:
            return create(name);
        case 2:
            return close();
        case 3:
            remove(name);
            return "remove " + name;
        case 4:
            return rename(name, anyName());
        case 5:
            remove(name);
            return "rebind " + create(name);
        case 6:
        case 7:
            return connect(name);
        case 8:
            return accept();
        case 9:
            return hangUp();
        case 10:
            return dispose();
        case 11:
            return link(name, anyName());
        case 12:
            return makeOther(name);
        default:
            return changeMode(name);
        }
    }

    void killOther() { m_other.stop(); }

private:
    [[nodiscard]] QByteArray path(const QByteArray &name) const { return m_directory.filePath("CoreFxPipe_" + name); }
    QByteArray anyName()
    {
        const int which = m_random.bounded(9);
        return which < 3 ? m_theirs[static_cast<size_t>(which)] : QByteArray::number(which);
    }
    void stir(const QByteArray &name) { m_stirred.push_back(path(name)); }
    UniqueFd *anyOf(std::vector<UniqueFd> &sockets)
    {
        return sockets.empty() ? nullptr : &sockets[static_cast<size_t>(m_random.bounded(int(sockets.size())))];
    }

    QByteArray create(const QByteArray &name)
    {
        struct stat status { };
        if (::lstat(path(name).constData(), &status) == 0)
            return "nothing";
        if (m_random.bounded(5) == 0)
            m_bound.push_back(boundSocket(path(name), SOCK_STREAM));
        else
            m_listeners.push_back(listeningSocket(path(name)));
        stir(name);
        return "create " + name;
    }
    QByteArray close()
    {
        auto &from = m_random.bounded(4) == 0 ? m_bound : m_listeners;
        if (UniqueFd *socket = anyOf(from)) {
            socket->reset();
            std::erase_if(from, [](const UniqueFd &fd) { return !fd.isValid(); });
        }
        return "close";
    }
    QByteArray dispose()
    {
        UniqueFd *socket = anyOf(m_listeners);
        if (socket == nullptr)
            return "nothing";
        sockaddr_un address{};
        socklen_t size = sizeof(address);
        ::getsockname(socket->get(), reinterpret_cast<sockaddr *>(&address), &size);
        const QByteArray was(static_cast<const char *>(address.sun_path));
        ::unlink(was.constData());
        m_stirred.push_back(was);
        socket->reset();
        std::erase_if(m_listeners, [](const UniqueFd &fd) { return !fd.isValid(); });
        return "dispose " + was;
    }
    void remove(const QByteArray &name)
    {
        ::unlink(path(name).constData());
        stir(name);
    }
    QByteArray rename(const QByteArray &from, const QByteArray &to)
    {
        ::rename(path(from).constData(), path(to).constData());
        stir(from);
        stir(to);
        return "rename " + from + ' ' + to;
    }
    QByteArray link(const QByteArray &from, const QByteArray &to)
    {
        (void)::link(path(from).constData(), path(to).constData());
        stir(from);
        stir(to);
        return "link " + from + ' ' + to;
    }
    QByteArray makeOther(const QByteArray &name)
    {
        if (m_random.bounded(2) == 0)
            (void)::mkfifo(path(name).constData(), 0600);
        else
            UniqueFd(::open(path(name).constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600)).reset();
        stir(name);
        return "make other " + name;
    }
    QByteArray changeMode(const QByteArray &name)
    {
        (void)::chmod(path(name).constData(), 0600 + static_cast<mode_t>(m_random.bounded(0100)));
        stir(name);
        return "mode " + name;
    }
    QByteArray connect(const QByteArray &name)
    {
        UniqueFd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray to = path(name);
        std::memcpy(static_cast<void *>(address.sun_path), to.constData(), static_cast<size_t>(to.size()));
        if (::connect(socket.get(), reinterpret_cast<sockaddr *>(&address), sizeof(address)) == 0)
            m_clients.push_back(std::move(socket));
        return "connect " + name;
    }
    QByteArray accept()
    {
        for (const UniqueFd &listener : m_listeners) {
            UniqueFd accepted;
            const int flags = ::fcntl(listener.get(), F_GETFL);
            ::fcntl(listener.get(), F_SETFL, flags | O_NONBLOCK);
            accepted = UniqueFd(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
            if (accepted.isValid())
                m_clients.push_back(std::move(accepted));
        }
        return "accept";
    }
    QByteArray hangUp()
    {
        if (UniqueFd *socket = anyOf(m_clients)) {
            socket->reset();
            std::erase_if(m_clients, [](const UniqueFd &fd) { return !fd.isValid(); });
        }
        return "hang up";
    }

    const PrivateDirectory &m_directory;
    QRandomGenerator m_random;
    std::vector<QByteArray> m_theirs;
    ChildProcess m_other;
    bool m_started = false;
    std::vector<UniqueFd> m_listeners;
    std::vector<UniqueFd> m_bound;
    std::vector<UniqueFd> m_clients;
    std::vector<QByteArray> m_stirred;
};

/// Incremental updates lead to the same result as a new scan.
class TestUpdates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The file is found removed before a watch reports it.
    void removesTheRowOfAMissingFile()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_young");
        Scanner scanner({ { directory.path() } });
        QElapsedTimer age;
        do { // a file that is two seconds old when it is scanned waits for a watch
            ::unlink(path.constData());
            age.start();
            makeStaleSocket(path);
            QCOMPARE(scanner.scan()->entries.size(), size_t{ 1 });
        } while (age.elapsed() > 1'500);
        QCOMPARE(::unlink(path.constData()), 0);
        const Scanner::Update step = scanner.update({});
        QVERIFY(step.snapshot->entries.empty());
        QCOMPARE(step.difference.removed.size(), size_t{ 1 });
        const Scanner::Update again = scanner.update({ .sockets = false, .paths = { path } });
        QVERIFY(again.difference.isEmpty() && !again.needsSockets);
    }

    void updatesEqualAScan_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 4; ++seed)
            QTest::addRow("%u", seed) << seed;
    }

    void updatesEqualAScan()
    {
        QFETCH(quint32, seed);
        const PrivateDirectory directory;
        Bustle bustle(directory, seed);
        QVERIFY(bustle.isStarted());
        QRandomGenerator random(seed);
        Scanner scanner({ { directory.path() } });
        SnapshotPtr last = scanner.scan();
        QCOMPARE(last->entries.size(), size_t{ 3 });
        QByteArray done;
        for (int i = 0; i < 70; ++i) {
            if (i == 50)
                bustle.killOther();
            for (int acts = random.bounded(1, 4); acts > 0; --acts)
                done += bustle.act() + "; ";
            std::vector<QByteArray> stirred = bustle.takeStirred();
            std::sort(stirred.begin(), stirred.end());
            stirred.erase(std::unique(stirred.begin(), stirred.end()), stirred.end());
            if (random.bounded(2) == 0) {
                const Scanner::Update update =
                    scanner.update({ .sockets = false, .paths = std::exchange(stirred, {}) });
                QVERIFY(isStep(*last, update));
                last = update.snapshot;
            }
            QVERIFY2(comesToWhatAScanDoes(scanner, directory, stirred, last), done.constData());
            done.clear();
        }
    }

    void bytesNotReadAtEitherEnd()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        const UniqueFd listener = listeningSocket(path);
        const UniqueFd client = connectedSocket(path);
        const UniqueFd accepted = acceptedSocket(listener);
        ScanOptions options;
        options.directories = { directory.path() };
        options.detail = Detail::Unread;
        Scanner scanner(options);
        const SnapshotPtr before = scanner.scan();
        QCOMPARE(before->entries.front()->unreadByClient, std::optional<quint64>(0));
        QCOMPARE(::write(accepted.get(), "four", 4), ssize_t{ 4 });
        const Scanner::Update first = scanner.update({});
        QCOMPARE(first.difference.changed.size(), size_t{ 1 });
        QCOMPARE(first.difference.changed.front()->unreadByClient, std::optional<quint64>(4));
        QCOMPARE(::write(client.get(), "seven b", 7), ssize_t{ 7 });
        const Scanner::Update second = scanner.update({});
        QCOMPARE(second.difference.changed.front()->unreadByServer, std::optional<quint64>(7));
        QVERIFY(scanner.update({}).difference.isEmpty());
    }

    void whatDoesNotChangeIsShared()
    {
        const PrivateDirectory directory;
        std::vector<UniqueFd> listeners;
        for (int i = 0; i < 300; ++i)
            listeners.push_back(listeningSocket(directory.filePath("CoreFxPipe_" + QByteArray::number(i))));
        Scanner scanner({ { directory.path() } });
        const SnapshotPtr before = scanner.scan();
        const Scanner::Update nothing = scanner.update({});
        QVERIFY(nothing.difference.isEmpty());
        QCOMPARE(nothing.snapshot, before);
        listeners.push_back(listeningSocket(directory.filePath("CoreFxPipe_150a")));
        const Scanner::Update step = scanner.update({ .paths = { directory.filePath("CoreFxPipe_150a") } });
        QCOMPARE(step.difference.added.size(), size_t{ 1 });
        QCOMPARE(step.difference.from, before->serial);
        QCOMPARE(step.difference.added.front()->server->front().pid, ::getpid());
        QCOMPARE(step.snapshot->entries.size(), size_t{ 301 });
        for (size_t i = 0, j = 0; i < 301; ++i) {
            if (step.snapshot->entries[i] != step.difference.added.front())
                QCOMPARE(step.snapshot->entries[i], before->entries[j++]);
        }
    }

private:
    [[nodiscard]] static bool comesToWhatAScanDoes(
        Scanner &scanner, const PrivateDirectory &directory, std::vector<QByteArray> stirred, SnapshotPtr &last)
    {
        // A file as new as the socket table is reported by the next update.
        constexpr int attempts = 10;
        for (int i = 0; i < attempts; ++i) {
            const Scanner::Update step = scanner.update({ .paths = std::exchange(stirred, {}) });
            if (!isStep(*last, step))
                return false;
            last = step.snapshot;
            const SnapshotPtr fresh = Scanner({ { directory.path() } }).scan();
            if (areEqual(last->entries, fresh->entries))
                return true;
            if (i + 1 == attempts)
                qWarning("steps:\n%sscan:\n%s", text(last->entries).constData(), text(fresh->entries).constData());
        }
        return false;
    }

    [[nodiscard]] static bool isStep(const Snapshot &before, const Scanner::Update &step)
    {
        const SnapshotDiff all = difference(before, *step.snapshot);
        return step.difference.isEmpty() == all.isEmpty() && areEqual(all.removed, step.difference.removed)
            && areEqual(all.changed, step.difference.changed) && areEqual(all.added, step.difference.added);
    }
};

QTEST_GUILESS_MAIN(TestUpdates)

} // namespace tst_updates

#include "tst_updates.moc"
