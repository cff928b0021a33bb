// SPDX-License-Identifier: MIT
#include "catalog/scanning/watcher.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QDir>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QThread>
#include <QTimer>

#include <sys/stat.h>
#include <unistd.h>

namespace tst_watcher {

using namespace pipeglass;
using namespace pipeglass::catalog;
using namespace pipeglass::test;

/// Collects the signals of a watcher.
class Listener : public QObject {
public:
    explicit Listener(Watcher &watcher)
    {
        connect(&watcher, &Watcher::changed, this, [this](const SnapshotPtr &snapshot, const SnapshotDiff &diff) {
            ++times;
            last = snapshot;
            for (const PipeEntryPtr &entry : diff.removed)
                events.append("removed " + entry->name());
            for (const PipeEntryPtr &entry : diff.changed)
                events.append("changed " + entry->name());
            for (const PipeEntryPtr &entry : diff.added)
                events.append("added " + entry->name());
        });
    }

    int times = 0;
    SnapshotPtr last;
    QList<QByteArray> events;
};

int inotifyDescriptors()
{
    int count = 0;
    const QStringList names = QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System);
    for (const QString &name : names) {
        const QString target = QFile::symLinkTarget(QStringLiteral("/proc/self/fd/") + name);
        count += target.contains(QLatin1String("inotify")) ? 1 : 0;
    }
    return count;
}

/// After a slow scan the next one comes seconds later.
constexpr int patience = 20'000;

using Events = QList<QByteArray>;

class TestWatcher : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsTheFirstSnapshotEvenWhenEmpty()
    {
        const PrivateDirectory directory;
        Watcher watcher({ { directory.path() } });
        Listener listener(watcher);
        watcher.start();
        QCOMPARE(listener.times, 1);
        QVERIFY(listener.last->entries.empty());
        watcher.start();
        watcher.refresh();
        QCOMPARE(listener.times, 1);
    }

    void appliesNewOptions()
    {
        const PrivateDirectory one;
        const PrivateDirectory other;
        const UniqueFd pipe = listeningSocket(one.filePath("CoreFxPipe_a"));
        const UniqueFd elsewhere = listeningSocket(other.filePath("CoreFxPipe_b"));
        const UniqueFd foreign = listeningSocket(other.filePath("session.sock"));
        Watcher watcher({ { one.path() } });
        Listener listener(watcher);
        watcher.setScanOptions({ { other.path() } });
        QCOMPARE(listener.times, 0); // not started
        watcher.start();
        QCOMPARE(listener.events, Events({ "added b" }));
        watcher.setScanOptions({ { one.path() } });
        QCOMPARE(listener.events, Events({ "added b", "removed b", "added a" }));
        listener.events.clear();
        watcher.setScanOptions({ { one.path(), other.path() }, Scope::All });
        QCOMPARE(listener.events, Events({ "added b", "added session.sock" }));
        listener.events.clear();
        const UniqueFd later = listeningSocket(other.filePath("later.sock"));
        QTRY_COMPARE(listener.events, Events({ "added later.sock" })); // the names are watched for the new scope
        QVERIFY(inotifyDescriptors() <= 1);
    }

    void tellsWhatHappens()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_a");
        Watcher watcher({ { directory.path() } });
        Listener listener(watcher);
        watcher.start();
        UniqueFd server = listeningSocket(path);
        QTRY_COMPARE(listener.events, Events{ "added a" });
        listener.events.clear();
        QCOMPARE(::chmod(path.constData(), 0600), 0);
        QTRY_COMPARE(listener.events, Events{ "changed a" });
        listener.events.clear();
        QCOMPARE(listener.last->entries.front()->mode, FileMode(0600));
        QCOMPARE(::rename(path.constData(), directory.filePath("CoreFxPipe_b").constData()), 0);
        QTRY_COMPARE(listener.events, (Events{ "removed a", "added b" }));
        listener.events.clear();
        server.reset();
        QTRY_COMPARE(listener.events, Events{ "changed b" });
        listener.events.clear();
        QCOMPARE(listener.last->entries.front()->state, PipeState::Stale);
        QCOMPARE(::unlink(directory.filePath("CoreFxPipe_b").constData()), 0);
        QTRY_COMPARE(listener.events, Events{ "removed b" });
        listener.events.clear();
    }

    void countsConnections()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_a");
        const UniqueFd server = listeningSocket(path);
        Watcher watcher({ { directory.path() } });
        Listener listener(watcher);
        watcher.start();
        UniqueFd client = connectedSocket(path);
        QTRY_COMPARE_WITH_TIMEOUT(listener.last->entries.front()->waiting, std::optional(1U), patience);
        UniqueFd accepted = acceptedSocket(server);
        QTRY_COMPARE_WITH_TIMEOUT(listener.last->entries.front()->clients, std::optional(1U), patience);
        QCOMPARE(listener.last->entries.front()->waiting, std::optional(0U));
        accepted.reset();
        client.reset();
        QTRY_COMPARE_WITH_TIMEOUT(listener.last->entries.front()->clients, std::optional(0U), patience);
    }

    void reboundPipeIsRemovedAndAdded()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_a");
        UniqueFd server = listeningSocket(path);
        Watcher watcher({ { directory.path() } });
        Listener listener(watcher);
        watcher.start();
        listener.events.clear();
        QCOMPARE(::unlink(path.constData()), 0);
        server.reset();
        server = listeningSocket(path);
        QTRY_COMPARE(listener.events, (Events{ "removed a", "added a" }));
        listener.events.clear();
    }

    void isSilentOnceStopped()
    {
        const PrivateDirectory directory;
        const int before = inotifyDescriptors();
        Watcher watcher({ { directory.path() } });
        Listener listener(watcher);
        watcher.start();
        QCOMPARE(inotifyDescriptors(), before + 1);
        watcher.stop();
        QCOMPARE(inotifyDescriptors(), before);
        for (const QTimer *timer : watcher.findChildren<QTimer *>())
            QVERIFY(!timer->isActive());
        const UniqueFd server = listeningSocket(directory.filePath("CoreFxPipe_a"));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(listener.times, 1);
        watcher.start();
        QCOMPARE(listener.events, Events{ "added a" });
        listener.events.clear();
    }

    void canBeStoppedFromItsOwnSignal()
    {
        const PrivateDirectory directory;
        Watcher watcher({ { directory.path() } });
        Listener listener(watcher);
        connect(&watcher, &Watcher::changed, &watcher, [&] {
            if (listener.times == 2)
                watcher.stop();
        });
        watcher.start();
        const UniqueFd server = listeningSocket(directory.filePath("CoreFxPipe_a"));
        QTRY_COMPARE(listener.times, 2);
        QCOMPARE(inotifyDescriptors(), 0);
    }

    void aDirectoryComesAndGoes()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("later");
        Watcher watcher({ { path } });
        Listener listener(watcher);
        watcher.start();
        QCOMPARE(listener.last->problems.size(), size_t{ 1 });
        QVERIFY(listener.last->problems.front().subject.contains("later"));
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(::mkdir(path.constData(), 0700), 0);
            const UniqueFd server = listeningSocket(path + "/CoreFxPipe_a");
            QTRY_COMPARE(listener.events, Events{ "added a" });
            listener.events.clear();
            QVERIFY(listener.last->problems.empty());
            QCOMPARE(::unlink((path + "/CoreFxPipe_a").constData()), 0);
            QCOMPARE(::rmdir(path.constData()), 0);
            QTRY_COMPARE(listener.events, Events{ "removed a" });
            listener.events.clear();
            QTRY_COMPARE(listener.last->problems.size(), size_t{ 1 });
        }
    }

    void aDirectoryIsReplaced()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("d");
        QCOMPARE(::mkdir(path.constData(), 0700), 0);
        const UniqueFd first = listeningSocket(path + "/CoreFxPipe_1");
        Watcher watcher({ { path } });
        Listener listener(watcher);
        watcher.start();
        QCOMPARE(listener.events, Events{ "added 1" });
        listener.events.clear();
        QCOMPARE(::rename(path.constData(), directory.filePath("away").constData()), 0);
        QCOMPARE(::mkdir(path.constData(), 0700), 0);
        const UniqueFd second = listeningSocket(path + "/CoreFxPipe_2");
        // The first one still has a file, but its path is unknown.
        const auto names = [&listener] {
            QByteArray all;
            for (const PipeEntryPtr &entry : listener.last->entries)
                all += entry->name() + ' ' + QByteArray(word(entry->state).latin1()) + ' ';
            return all;
        };
        QTRY_COMPARE(names(), QByteArray("1 orphaned 2 listening "));
        // The new one is watched.
        listener.events.clear();
        QCOMPARE(::unlink((path + "/CoreFxPipe_2").constData()), 0);
        QTRY_COMPARE(listener.events, Events{ "changed 2" });
        QCOMPARE(names(), QByteArray("1 orphaned 2 orphaned "));
    }

    void manyChangesAreFewScans()
    {
        const PrivateDirectory directory;
        Watcher watcher({ { directory.path() } });
        Listener listener(watcher);
        watcher.start();
        std::vector<UniqueFd> servers;
        for (int i = 0; i < 200; ++i) {
            servers.push_back(listeningSocket(directory.filePath("CoreFxPipe_" + QByteArray::number(i))));
            QTest::qWait(0);
        }
        QTRY_COMPARE(listener.last->entries.size(), servers.size());
        QVERIFY2(listener.times < 100, qPrintable(QString::number(listener.times)));
    }

    void worksInAThreadOfItsOwn()
    {
        const PrivateDirectory directory;
        QThread thread;
        auto *watcher = new Watcher({ { directory.path() } });
        Listener listener(*watcher);
        watcher->moveToThread(&thread);
        connect(&thread, &QThread::finished, watcher, &QObject::deleteLater);
        const auto end = qScopeGuard([&thread] {
            thread.quit();
            thread.wait();
        });
        thread.start();
        QMetaObject::invokeMethod(watcher, &Watcher::start);
        QTRY_COMPARE(listener.times, 1);
        const UniqueFd server = listeningSocket(directory.filePath("CoreFxPipe_a"));
        // Bound and listening may be reported separately.
        QTRY_VERIFY(listener.events.contains("added a"));
    }
};

QTEST_GUILESS_MAIN(TestWatcher)

} // namespace tst_watcher

#include "tst_watcher.moc"
