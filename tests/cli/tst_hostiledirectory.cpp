// SPDX-License-Identifier: MIT
#include "run.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QJsonArray>
#include <QSet>

#include <array>

#include <fcntl.h>
#include <sched.h>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_hostiledirectory {

using namespace pipeglass;
using namespace pipeglass::test;

using Names = QSet<QByteArray>;

constexpr time_t longAgo = 1000;

/// A directory with all kinds of hostile files, and the targets of its links.
class Hostile {
public:
    Hostile()
    {
        m_good = ::mkdir(directory().constData(), 0755) == 0 && ::mkdir(outside("").constData(), 0755) == 0;
        const QByteArray longest = QByteArray("CoreFxPipe_").leftJustified(255, 'x');
        for (const QByteArray &name : { QByteArray("CoreFxPipe_new\nline"), QByteArray("CoreFxPipe_\xff\xfe"),
                                        QByteArray("CoreFxPipe_\x1b[2J\x7f"), QByteArray("CoreFxPipe_\xe2\x80\xae"),
                                        QByteArray("CoreFxPipe_"), QByteArray("CoreFxPipe_ a\\x5c\"b\\") })
            listen(m_pipes, name);
        listen(m_pipes, "short", longest);
        listen(m_dotNet, "dotnet-diagnostic-1-2-socket");
        listen(m_rest, "-rf");
        listen(m_rest, "*");
        listen(m_rest, "plain\n\xff");
        listen(m_rest, QByteArray(80, 'y'), QByteArray(255, '\xff'));
        makeFifo(m_pipes, "CoreFxPipe_fifo");
        makeFifo(m_dotNet, "clr-debug-pipe-1-2-in");
        makeFifo(m_rest, "fi\nfo");
        m_listeners.push_back(listeningSocket(outside("socket")));
        makeFifo(m_beside, "../outside/fifo");
        makeFile("CoreFxPipe_file", m_pipes);
        makeFile("file", m_beside);
        m_good = m_good && ::mkdir(filePath("CoreFxPipe_directory").constData(), 0755) == 0;
        m_pipes.insert("CoreFxPipe_directory");
        makeLink("CoreFxPipe_new\nline", "CoreFxPipe_link");
        makeLink("../outside/socket", "CoreFxPipe_out");
        makeLink("../outside/fifo", "CoreFxPipe_tofifo");
        makeLink("../outside", "CoreFxPipe_todirectory");
        makeLink("CoreFxPipe_loop", "CoreFxPipe_loop");
        makeLink("CoreFxPipe_pong", "CoreFxPipe_ping");
        makeLink("CoreFxPipe_ping", "CoreFxPipe_pong");
        makeLink("nowhere", "CoreFxPipe_dangling");
        // A listener without a name, whose search reads the directory.
        m_listeners.push_back(listeningSocket(filePath("CoreFxPipe_lost")));
        ::unlink(filePath("CoreFxPipe_lost").constData());
        makeAllOld();
        watchAll();
    }

    [[nodiscard]] bool isGood() const { return m_good; }
    [[nodiscard]] QByteArray directory() const { return m_parent.filePath("hostile"); }
    [[nodiscard]] QByteArray filePath(const QByteArray &leaf) const { return directory() + '/' + leaf; }
    [[nodiscard]] Names pipes() const { return m_pipes; }
    [[nodiscard]] Names dotNet() const { return m_pipes + m_dotNet; }
    [[nodiscard]] Names all() const { return m_pipes + m_dotNet + m_rest; }

    /// Files that were opened or read since the last call.
    [[nodiscard]] QByteArrayList touched()
    {
        QByteArrayList found;
        alignas(inotify_event) std::array<char, 4096> events{};
        ssize_t size = 0;
        while ((size = ::read(m_inotify.get(), events.data(), events.size())) > 0) {
            for (ssize_t at = 0; at < size;) {
                const auto *event = reinterpret_cast<const inotify_event *>(events.data() + at);
                found += m_watched.value(event->wd);
                at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
            }
        }
        for (const QByteArray &path : std::as_const(m_old)) {
            struct stat status { };
            if (::lstat(path.constData(), &status) != 0 || status.st_atim.tv_sec != longAgo)
                found += "time of " + path;
        }
        return found;
    }
    [[nodiscard]] bool anybodyConnected() const
    {
        return std::any_of(m_listeners.begin(), m_listeners.end(), [](const UniqueFd &listener) {
            return ::fcntl(listener.get(), F_SETFL, O_NONBLOCK) != 0
                || UniqueFd(::accept(listener.get(), nullptr, nullptr)).isValid();
        });
    }

private:
    [[nodiscard]] QByteArray outside(const QByteArray &leaf) const { return m_parent.filePath("outside/") + leaf; }

    void listen(Names &names, const QByteArray &boundAs, const QByteArray &renamedTo = {})
    {
        m_listeners.push_back(listeningSocket(filePath(boundAs)));
        if (!renamedTo.isEmpty())
            m_good = m_good && ::rename(filePath(boundAs).constData(), filePath(renamedTo).constData()) == 0;
        names.insert(renamedTo.isEmpty() ? boundAs : renamedTo);
    }
    void makeFifo(Names &names, const QByteArray &leaf)
    {
        m_good = m_good && ::mkfifo(filePath(leaf).constData(), 0600) == 0;
        names.insert(leaf);
    }
    void makeFile(const QByteArray &leaf, Names &names)
    {
        const UniqueFd fd(::open(filePath(leaf).constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0644));
        m_good = m_good && ::write(fd.get(), "text", 4) == 4;
        names.insert(leaf);
    }
    void makeLink(const char *target, const QByteArray &leaf)
    {
        m_good = m_good && ::symlink(target, filePath(leaf).constData()) == 0;
        m_pipes.insert(leaf);
    }
    void makeAllOld()
    {
        for (const QByteArray &leaf : all() + m_beside)
            m_old += filePath(leaf);
        m_old += { directory(), outside(""), outside("socket") };
        const timespec times[2]{ { longAgo, 0 }, { 2 * longAgo, 0 } };
        for (const QByteArray &path : std::as_const(m_old))
            m_good = m_good && ::utimensat(AT_FDCWD, path.constData(), times, AT_SYMLINK_NOFOLLOW) == 0;
    }
    /// Watches everything except directories, which have to be opened to be read.
    void watchAll()
    {
        for (const QByteArray &path : std::as_const(m_old)) {
            if (path == directory() || path == outside(""))
                continue;
            constexpr uint32_t events = IN_OPEN | IN_ACCESS | IN_MODIFY | IN_ATTRIB | IN_DONT_FOLLOW;
            const int watch = ::inotify_add_watch(m_inotify.get(), path.constData(), events);
            m_good = m_good && watch >= 0;
            m_watched.insert(watch, path);
        }
    }

    PrivateDirectory m_parent;
    Names m_pipes;
    Names m_dotNet;
    Names m_rest;
    Names m_beside; ///< not listed
    std::vector<UniqueFd> m_listeners;
    QByteArrayList m_old;
    UniqueFd m_inotify{ ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK) };
    QHash<int, QByteArray> m_watched;
    bool m_good = false;
};

QByteArray bytesOf(const QJsonObject &row)
{
    return QByteArray::fromBase64(row[QLatin1String("path_bytes")].toString().toLatin1());
}

/// Lists everything without touching any file.
class TestHostileDirectory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Another program that searches for pipes would read the directory too. Works without rights as well.
        (void)::unshare(CLONE_NEWNET);
    }

    void isListedAndNeverTouched_data()
    {
        QTest::addColumn<QByteArray>("scope");
        QTest::newRow("pipes") << QByteArray();
        QTest::newRow("dotnet") << QByteArray("--dotnet");
        QTest::newRow("all") << QByteArray("--all");
    }

    void isListedAndNeverTouched()
    {
        QFETCH(QByteArray, scope);
        Hostile hostile;
        QVERIFY(hostile.isGood());
        QCOMPARE(hostile.touched().join(", "), QByteArray());
        std::vector<QByteArray> words{ "list", "--json", "--dir", hostile.directory() };
        if (!scope.isEmpty())
            words.push_back(scope);
        Run json(words);
        QCOMPARE(json.startAndFinish(), 0);
        QCOMPARE(json.err.flushed, QByteArray());

        QJsonParseError error{};
        const QJsonArray rows = QJsonDocument::fromJson(json.out.flushed, &error).array();
        QCOMPARE(error.error, QJsonParseError::NoError);
        Names found;
        QByteArrayList lost;
        for (const QJsonValue &row : rows) {
            const QByteArray path = bytesOf(row.toObject());
            QVERIFY(path.startsWith(hostile.directory() + '/'));
            if (row[QLatin1String("state")].toString() == QLatin1String("orphaned"))
                lost += path;
            else
                found += path.sliced(hostile.directory().size() + 1);
        }
        const bool isAll = scope == "--all";
        QCOMPARE(found, isAll ? hostile.all() : scope.isEmpty() ? hostile.pipes() : hostile.dotNet());
        QCOMPARE(lost, QByteArrayList{ hostile.filePath("CoreFxPipe_lost") });
        QVERIFY(!hostile.anybodyConnected());
        QCOMPARE(hostile.touched().join(", "), QByteArray());

        words.erase(words.begin() + 1);
        Run table(words);
        QCOMPARE(table.startAndFinish(), 0);
        QCOMPARE(table.out.lines().size(), rows.size() + 1); // one line per row, whatever is in a name
        QCOMPARE(hostile.touched().join(", "), QByteArray());
    }

    void eachCanBeShownByItsName()
    {
        Hostile hostile;
        QVERIFY(hostile.isGood());
        for (const QByteArray &leaf : hostile.all()) {
            struct stat status { };
            QCOMPARE(::lstat(hostile.filePath(leaf).constData(), &status), 0);
            if (S_ISLNK(status.st_mode))
                continue; // followed, which changes the link's access time, as connect() does
            Run run({ "show", "--json", hostile.filePath(leaf) });
            const int code = run.startAndFinish();
            if (!S_ISSOCK(status.st_mode) && !S_ISFIFO(status.st_mode))
                continue; // prints what it is, or that it is not a pipe
            QVERIFY2(code == 0, leaf.constData());
            QCOMPARE(bytesOf(run.objects().value(0)), hostile.filePath(leaf));
        }
        QVERIFY(!hostile.anybodyConnected());
        QCOMPARE(hostile.touched().join(", "), QByteArray());
    }

    void aPathLongerThanAnAddress()
    {
        const PrivateDirectory directory;
        const QByteArray deep = directory.filePath(QByteArray(200, 'd'));
        QCOMPARE(::mkdir(deep.constData(), 0755), 0);
        const UniqueFd fd(::open(deep.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        const UniqueFd live = listeningSocket("/proc/self/fd/" + QByteArray::number(fd.get()) + "/CoreFxPipe_deep", 3);
        makeStaleSocket("/proc/self/fd/" + QByteArray::number(fd.get()) + "/CoreFxPipe_dead");
        Run run({ "list", "--json", "--dir", deep });
        QCOMPARE(run.startAndFinish(), 0);
        const QJsonArray rows = QJsonDocument::fromJson(run.out.flushed).array();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0][QLatin1String("state")].toString(), QStringLiteral("stale"));
        QCOMPARE(rows[1][QLatin1String("state")].toString(), QStringLiteral("listening"));
        QCOMPARE(rows[1][QLatin1String("backlog")].toInt(), 3);
        QCOMPARE(bytesOf(rows[1].toObject()), deep + "/CoreFxPipe_deep");
        Run clean({ "clean", deep + "/CoreFxPipe_dead", deep + "/CoreFxPipe_deep" });
        QCOMPARE(clean.startAndFinish(), 1);
        QCOMPARE(clean.out.flushed, "deleted " + deep + "/CoreFxPipe_dead\n");
    }
};

QTEST_GUILESS_MAIN(TestHostileDirectory)

} // namespace tst_hostiledirectory

#include "tst_hostiledirectory.moc"
