// SPDX-License-Identifier: MIT
#include "catalog/kernel/directorywatch.h"
#include "catalog/kernel/mounttable.h"
#include "catalog/kernel/procfs.h"
#include "catalog/kernel/procunix.h"
#include "support/testmain.h"

#include <cstring>
#include <random>

#include <dirent.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace tst_kerneltext {

using namespace pipeglass::catalog;

const QByteArray mountInfo = "22 27 0:21 / /proc rw,relatime - proc proc rw,hidepid=invisible\n"
                             "27 1 254:3 / / rw,relatime shared:1 - ext4 /dev/vda rw,discard\n"
                             "31 27 0:34 /@/tmp /tmp/a\\040b rw - btrfs /dev/vdb rw,subvol=/@/tmp\n"
                             "40 27 0:4 net:[4026532177] /run/netns/some\\134thing rw - nsfs nsfs rw\n"
                             "broken\n"
                             "50 27 0:77 / /x rw\n";

const QByteArray procUnix = "Num       RefCount Protocol Flags    Type St Inode Path\n"
                            "0000000000000000: 00000002 00000000 00010000 0001 01 12345 /tmp/CoreFxPipe_x\n"
                            "0000000000000000: 00000003 00000000 00000000 0001 03 12346 /tmp/CoreFxPipe_x\n"
                            "0000000000000000: 00000002 00000000 00000000 0002 01   777 relative name\n"
                            "0000000000000000: 00000002 00000000 00010000 0005 01    42 @abstract\n"
                            "0000000000000000: 00000003 00000000 00000000 0001 03  9999\n"
                            "0000000000000000: 00000002 00000000 00010000 0001 01 12347 /tmp/new\nline\nname\n";

const QByteArray procStat = "4242 (a) b) ( c) S 1 4242 4242 0 -1 4194560 100 0 0 0 1 2 0 0 20 0 1 0 987654 1000 10\n";

QByteArray directoryEntry(const QByteArray &name)
{
    dirent64 entry{};
    const auto size = static_cast<quint16>((offsetof(dirent64, d_name) + static_cast<size_t>(name.size()) + 8) & ~7ULL);
    entry.d_reclen = size;
    std::memcpy(entry.d_name, name.constData(), static_cast<size_t>(name.size()));
    return { reinterpret_cast<const char *>(&entry), size };
}

QByteArray inotifyEvent(int descriptor, quint32 mask, const QByteArray &name)
{
    inotify_event event{};
    event.wd = descriptor;
    event.mask = mask;
    event.len = 16;
    return QByteArray(reinterpret_cast<const char *>(&event), sizeof(event)) + name.leftJustified(16, '\0');
}

class TestKernelText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mounts()
    {
        const MountTable table = MountTable::parse(mountInfo);
        QCOMPARE(table.find(27)->device, 254U << 20U | 3U);
        QCOMPARE(table.find(31)->device, 34U);
        QCOMPARE(table.find(50)->device, 77U);
        QVERIFY(table.find(28) == nullptr);
        QVERIFY(table.processesAreHidden);
        QCOMPARE(table.netNamespaces, std::vector<QByteArray>{ "/run/netns/some\\thing" });
        QVERIFY(!MountTable::parse("22 27 0:21 / /proc rw - proc proc rw\n").processesAreHidden);
    }

    void mountsOfThisMachine()
    {
        struct stat status { };
        QCOMPARE(::stat("/proc", &status), 0);
        const MountTable table = MountTable::read();
        QVERIFY(std::any_of(table.mounts.begin(), table.mounts.end(), [&status](const MountTable::Mount &mount) {
            return mount.device == kernelDevice(major(status.st_dev), minor(status.st_dev));
        }));
    }

    void unixSockets()
    {
        const std::vector<ProcUnixSocket> sockets = parseProcUnix(procUnix);
        QCOMPARE(sockets.size(), size_t{ 6 });
        QCOMPARE(sockets[0].path, QByteArray("/tmp/CoreFxPipe_x"));
        QCOMPARE(sockets[0].inode, quint64{ 12345 });
        QVERIFY(sockets[0].listens && !sockets[0].connected);
        QVERIFY(!sockets[1].listens && sockets[1].connected);
        QCOMPARE(sockets[2].path, QByteArray("relative name"));
        QCOMPARE(sockets[2].type, 2U);
        QCOMPARE(sockets[3].path, QByteArray("@abstract"));
        QVERIFY(sockets[4].path.isEmpty());
        QCOMPARE(sockets[5].path, QByteArray("/tmp/new\nline\nname"));
    }

    void linksOfDescriptors_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<qint64>("inode");
        QTest::newRow("socket") << QByteArray("socket:[4711]") << qint64{ 4711 };
        QTest::newRow("largest") << QByteArray("socket:[4294967295]") << qint64{ 0xffffffff };
        QTest::newRow("too large") << QByteArray("socket:[4294967296]") << qint64{ -1 };
        QTest::newRow("another kind") << QByteArray("pipe:[4711]") << qint64{ -1 };
        QTest::newRow("a file of that name") << QByteArray("/tmp/socket:[4711]") << qint64{ -1 };
        QTest::newRow("cut short") << QByteArray("socket:[") << qint64{ -1 };
        QTest::newRow("shorter") << QByteArray("socket]") << qint64{ -1 };
        QTest::newRow("no number") << QByteArray("socket:[]") << qint64{ -1 };
        QTest::newRow("nothing") << QByteArray() << qint64{ -1 };
    }

    void linksOfDescriptors()
    {
        QFETCH(QByteArray, target);
        const auto inode = linkedInode(target, "socket");
        QTEST(inode ? qint64{ *inode } : qint64{ -1 }, "inode");
    }

    void parents()
    {
        QCOMPARE(parentFrom(procStat), 1);
        QCOMPARE(parentFrom("4242 (a) S"), 0);
        QCOMPARE(parentFrom("4242 (a) S 99999999999 1"), 0);
        QCOMPARE(parentFrom(")"), 0);
        QCOMPARE(parentFrom({}), 0);
    }

    void aForgedLineHidesNothing()
    {
        QByteArray forged = procUnix;
        forged.replace(
            "/tmp/new\nline", "/tmp/a\n0000000000000000: 00000002 00000000 00000000 0001 03 1 /tmp/b\n0000: ");
        const std::vector<ProcUnixSocket> sockets = parseProcUnix(forged);
        QVERIFY(sockets.size() >= 6);
        QCOMPARE(sockets[5].path, QByteArray("/tmp/a"));
    }

    void startTimes()
    {
        QCOMPARE(startTimeFrom(procStat), std::optional(quint64{ 987654 }));
        QCOMPARE(startTimeFrom("1 (x"), std::optional<quint64>());
        QCOMPARE(startTimeFrom("1 (x) S 1 2 3"), std::optional<quint64>());
        QVERIFY(startTime(::getpid()).has_value());
        QVERIFY(!startTime(0x3ffffff).has_value());
    }

    void numbers()
    {
        QCOMPARE(numberFrom("18446744073709551615"), std::optional(~quint64{ 0 }));
        for (const char *wrong : { "", "18446744073709551616", "-1", "+1", " 1", "1 ", "0x1", "a" })
            QCOMPARE(numberFrom(wrong), std::optional<quint64>());
    }

    void directoryEntries()
    {
        QList<QByteArray> names;
        const QByteArray bytes =
            directoryEntry(".") + directoryEntry("..") + directoryEntry("a\nb\xff") + directoryEntry("c");
        QVERIFY(forEachName(bytes, [&names](QByteArrayView name) {
            names.append(name.toByteArray());
            return true;
        }));
        QCOMPARE(names, (QList<QByteArray>{ "a\nb\xff", "c" }));
        QVERIFY(!forEachName(bytes, [](QByteArrayView) { return false; }));
    }

    void inotifyEvents()
    {
        QList<QByteArray> names;
        const QByteArray bytes = inotifyEvent(1, IN_CREATE, "first") + inotifyEvent(2, IN_DELETE, "second");
        forEachInotifyEvent(bytes, [&names](int, quint32, QByteArrayView name) { names.append(name.toByteArray()); });
        QCOMPARE(names, (QList<QByteArray>{ "first", "second" }));
    }

    void survivesMutations()
    {
        std::mt19937 random(20261124); // NOLINT(bugprone-random-generator-seed): the same each time, on purpose
        const QList<QByteArray> texts{ mountInfo, procUnix, procStat, directoryEntry("abc") + directoryEntry("d"),
                                       inotifyEvent(1, IN_CREATE, "first") + inotifyEvent(2, IN_DELETE, "second") };
        for (int i = 0; i < 5'000; ++i) {
            QByteArray text = texts[i % texts.size()];
            for (unsigned changes = 1 + random() % 4; changes > 0; --changes) {
                const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(text.size()));
                text[at] = static_cast<char>(random());
            }
            text.truncate(static_cast<qsizetype>(random() % static_cast<unsigned>(text.size() + 1)));
            // Memory without slack, so that a sanitizer detects reads beyond the end.
            const std::vector<char> exact(text.begin(), text.end());
            const QByteArrayView bytes(exact.data(), static_cast<qsizetype>(exact.size()));
            (void)MountTable::parse(bytes);
            (void)parseProcUnix(bytes);
            (void)startTimeFrom(bytes);
            forEachName(bytes, [](QByteArrayView) { return true; });
            forEachInotifyEvent(bytes, [](int, quint32, QByteArrayView) {});
        }
    }
};

QTEST_GUILESS_MAIN(TestKernelText)

} // namespace tst_kerneltext

#include "tst_kerneltext.moc"
