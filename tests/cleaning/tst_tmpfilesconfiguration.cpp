// SPDX-License-Identifier: MIT
#include "cleaning/tmpfiles/tmpfilesconfiguration.h"
#include "support/testmain.h"

namespace tst_tmpfilesconfiguration {

using namespace pipeglass;
using namespace pipeglass::cleaning;

constexpr qint64 second = 1'000'000'000;
constexpr qint64 day = 86400;
constexpr qint64 today = 20'000 * day * second;

const QByteArray vendor("/usr/lib/tmpfiles.d");
const QByteArray local("/etc/tmpfiles.d");

/// As in Debian 12.
std::vector<ConfigurationFile> debian12()
{
    return {
        { vendor, "tmp.conf",
          "# Clear tmp directories separately, to make them easier to override\n"
          "D /tmp 1777 root root -\n#q /var/tmp 1777 root root 30d\n" },
        { vendor, "systemd-tmp.conf",
          "x /tmp/systemd-private-%b-*\nX /tmp/systemd-private-%b-*/tmp\n"
          "x /var/tmp/systemd-private-%b-*\nX /var/tmp/systemd-private-%b-*/tmp\n"
          "R! /tmp/systemd-private-*\nR! /var/tmp/systemd-private-*\n" },
        { vendor, "x11.conf",
          "D! /tmp/.X11-unix 1777 root root 10d\nD! /tmp/.ICE-unix 1777 root root 10d\nr! /tmp/.X[0-9]*-lock\n" },
    };
}

/// As in Fedora and upstream.
std::vector<ConfigurationFile> fedora()
{
    std::vector<ConfigurationFile> files = debian12();
    files[0].text = "q /tmp 1777 root root 10d\nq /var/tmp 1777 root root 30d\n";
    return files;
}

TmpfilesContext context()
{
    return { { { 'b', "b00t" }, { 't', "/run" }, { 'T', "/tmp" }, { 'h', "/root" }, { 'u', "root" } }, 255, {}, {} };
}

Candidate aged(const QByteArray &path, qint64 days)
{
    Candidate candidate;
    candidate.path = path;
    candidate.mode = FileMode(0755);
    candidate.accessed = candidate.modified = candidate.changed = candidate.born = today - days * day * second;
    return candidate;
}

/// Seconds, or -1.
qint64 secondsOf(
    const TmpfilesConfiguration &configuration, const Candidate &candidate,
    const ProcNetUnixNames &live = QSet<QByteArray>())
{
    const std::optional<Deletion> deletion = configuration.deletion(candidate, live, today);
    return deletion ? deletion->inSeconds : -1;
}

class TestTmpfilesConfiguration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void debianTmpHasNoAge()
    {
        const TmpfilesConfiguration configuration(debian12(), context());
        QCOMPARE(secondsOf(configuration, aged("/tmp/CoreFxPipe_a", 1000)), qint64(-1));
        QCOMPARE(secondsOf(configuration, aged("/tmp/.X11-unix/X0", 1000)), qint64(-1));
        QCOMPARE(secondsOf(configuration, aged("/var/tmp/a", 1000)), qint64(-1));
    }

    void fedoraTmpHasAnAge()
    {
        const TmpfilesConfiguration configuration(fedora(), context());
        QCOMPARE(secondsOf(configuration, aged("/tmp/CoreFxPipe_a", 3)), 7 * day);
        QCOMPARE(secondsOf(configuration, aged("/tmp/CoreFxPipe_a", 10)), qint64(0));
        QCOMPARE(secondsOf(configuration, aged("/tmp/deep/er/a", 3)), 7 * day);
        QCOMPARE(secondsOf(configuration, aged("/var/tmp/a", 3)), 27 * day);
        QCOMPARE(secondsOf(configuration, aged("/home/me/a", 300)), qint64(-1));
        QCOMPARE(secondsOf(configuration, aged("/tmpx", 300)), qint64(-1));
        // A service's private directory is kept, but its /tmp has the age of /tmp. A live pipe in it is at risk: the
        // socket list has the path as seen by the service.
        const QByteArray unit("/tmp/systemd-private-b00t-x.service-A");
        QCOMPARE(secondsOf(configuration, aged(unit + "/a", 300)), qint64(-1));
        QCOMPARE(secondsOf(configuration, aged(unit + "/tmp/a", 3)), 7 * day);
        QCOMPARE(secondsOf(configuration, aged(unit + "/tmp/a", 30), QSet<QByteArray>{ "/tmp/a" }), qint64(0));
        QCOMPARE(secondsOf(configuration, aged("/tmp/systemd-private-old-x.service-A/tmp/a", 300)), qint64(0));
        const std::optional<Deletion> deletion =
            configuration.deletion(aged("/tmp/CoreFxPipe_a", 3), ProcNetUnixNames(QSet<QByteArray>()), today);
        QVERIFY(deletion.has_value());
        QCOMPARE(deletion->rule(), QStringLiteral("/usr/lib/tmpfiles.d/tmp.conf:1: q /tmp 1777 root root 10d"));
        QVERIFY(!deletion->scheduled);
    }

    void sparesSocketsUnderTheirOwnName()
    {
        const TmpfilesConfiguration configuration(fedora(), context());
        const ProcNetUnixNames live(QSet<QByteArray>{ "/tmp/CoreFxPipe_a" });
        QCOMPARE(secondsOf(configuration, aged("/tmp/CoreFxPipe_a", 30), live), qint64(-1));
        QCOMPARE(secondsOf(configuration, aged("/tmp/CoreFxPipe_b", 30), live), qint64(0));
        QCOMPARE(secondsOf(configuration, aged("/tmp/CoreFxPipe_b", 30), ProcNetUnixNames()), qint64(-1));
        Candidate fifo = aged("/tmp/CoreFxPipe_a", 30);
        fifo.kind = catalog::FileKind::Fifo;
        QCOMPARE(secondsOf(configuration, fifo, live), qint64(0));
    }

    void sparesStickyFilesAndMounts()
    {
        const TmpfilesConfiguration configuration(fedora(), context());
        Candidate sticky = aged("/tmp/a", 30);
        sticky.mode = FileMode(01755);
        QCOMPARE(secondsOf(configuration, sticky), qint64(-1));
        Candidate mounted = aged("/tmp/disk/a", 30);
        mounted.mountPoints = { "/tmp/disk" };
        QCOMPARE(secondsOf(configuration, mounted), qint64(-1));
        mounted.mountPoints = { "/tmp/disk/a" };
        QCOMPARE(secondsOf(configuration, mounted), qint64(-1));
        mounted.mountPoints = { "/tmp" }; // the rule's own directory is not a border
        QCOMPARE(secondsOf(configuration, mounted), qint64(0));
        Candidate lost = aged("/tmp/lost+found/a", 30);
        lost.mountPoints = { "/tmp" };
        QCOMPARE(secondsOf(configuration, lost), qint64(-1));
    }

    void theNewestTimeCounts_data()
    {
        QTest::addColumn<QByteArray>("age");
        QTest::addColumn<qint64>("left"); // the file: accessed 1, modified 2, changed 3, created 4 days ago
        QTest::newRow("all") << QByteArray("10d") << 9 * day;
        QTest::newRow("access") << QByteArray("a:10d") << 9 * day;
        QTest::newRow("modification") << QByteArray("m:10d") << 8 * day;
        QTest::newRow("change") << QByteArray("c:10d") << 7 * day;
        QTest::newRow("birth") << QByteArray("b:10d") << 6 * day;
        QTest::newRow("two") << QByteArray("bm:10d") << 8 * day;
        QTest::newRow("directories only") << QByteArray("BM:10d") << 9 * day;
        QTest::newRow("both") << QByteArray("bA:10d") << 6 * day;
        QTest::newRow("zero") << QByteArray("0") << qint64(0);
        QTest::newRow("never") << QByteArray("infinity") << qint64(-1);
        QTest::newRow("not in the first level") << QByteArray("~10d") << qint64(-1);
        QTest::newRow("no such time") << QByteArray("z:10d") << qint64(-1);
        QTest::newRow("none") << QByteArray(":10d") << qint64(-1);
    }

    void theNewestTimeCounts()
    {
        QFETCH(QByteArray, age);
        QFETCH(qint64, left);
        const TmpfilesConfiguration configuration({ { local, "a.conf", "d /tmp - - - " + age } }, context());
        Candidate candidate = aged("/tmp/a", 1);
        candidate.modified -= day * second;
        candidate.changed -= 2 * day * second;
        candidate.born -= 3 * day * second;
        QCOMPARE(secondsOf(configuration, candidate), left);
    }

    void mergesByName()
    {
        std::vector<ConfigurationFile> files = fedora();
        // Files of /etc come first: they take precedence, and an empty one (a link to /dev/null) masks.
        files.insert(files.begin(), { local, "tmp.conf", {} });
        QCOMPARE(secondsOf(TmpfilesConfiguration(files, context()), aged("/tmp/a", 3)), qint64(-1));
        files[0].text = "d /tmp - - - 5d\n";
        QCOMPARE(secondsOf(TmpfilesConfiguration(files, context()), aged("/tmp/a", 3)), 2 * day);
        // Another file name: the first in order keeps the path, in any directory.
        files[0] = { local, "zz.conf", "d /tmp - - - 5d\n" };
        QCOMPARE(secondsOf(TmpfilesConfiguration(files, context()), aged("/tmp/a", 3)), 7 * day);
        files[0].name = "aa.conf";
        QCOMPARE(secondsOf(TmpfilesConfiguration(files, context()), aged("/tmp/a", 3)), 2 * day);
        for (const char *name : { "aa.conf.bak", ".aa.conf", "aa" }) {
            files[0].name = name;
            QCOMPARE(secondsOf(TmpfilesConfiguration(files, context()), aged("/tmp/a", 3)), 7 * day);
        }
    }

    void specifiersStandForPlaces()
    {
        const TmpfilesConfiguration configuration(
            { { local, "a.conf", "d %t/x - - - 5d\nd %T - - - 5d\nd %h/%u - - - 5d\nd /%q - - - 0\n" } }, context());
        QCOMPARE(secondsOf(configuration, aged("/run/x/a", 3)), 2 * day);
        QCOMPARE(secondsOf(configuration, aged("/tmp/a", 3)), 2 * day);
        QCOMPARE(secondsOf(configuration, aged("/root/root/a", 3)), 2 * day);
        QCOMPARE(secondsOf(configuration, aged("/q/a", 3)), qint64(-1));
    }

    void followsLinksInTheWay()
    {
        TmpfilesConfiguration configuration(
            { { local, "a.conf", "d /alias/x - - - 5d\nd /var/run/y - - - 5d\n" } }, context());
        QCOMPARE(secondsOf(configuration, aged("/real/x/a", 3)), qint64(-1));
        QCOMPARE(secondsOf(configuration, aged("/run/y/a", 3)), 2 * day);
        configuration.addAlias("/alias/x", "/real/x");
        QCOMPARE(secondsOf(configuration, aged("/real/x/a", 3)), 2 * day);
        // systemd uses the name from its rule.
        QCOMPARE(
            secondsOf(configuration, aged("/real/x/a", 3), ProcNetUnixNames(QSet<QByteArray>{ "/real/x/a" })), 2 * day);
        QCOMPARE(
            secondsOf(configuration, aged("/real/x/a", 3), ProcNetUnixNames(QSet<QByteArray>{ "/alias/x/a" })),
            qint64(-1));
    }

    void takesAnything()
    {
        const QByteArray all("q \"/tm\\x70\" ~1777 root :root ~aBc:1d 2h arg\nx /tmp/{a,b}*[!x]\n");
        for (qsizetype i = 0; i <= all.size(); ++i) {
            const TmpfilesConfiguration configuration(
                { { local, "a.conf", all.first(i) }, { local, "b.conf", all.sliced(i) } }, context());
            QVERIFY(secondsOf(configuration, aged("/tmp/c", 300)) <= 0);
        }
        Candidate future = aged("/tmp/a", 1);
        future.accessed = std::numeric_limits<qint64>::max();
        QCOMPARE(secondsOf(TmpfilesConfiguration(fedora(), context()), future), qint64(-1));
        QCOMPARE(secondsOf(TmpfilesConfiguration(fedora(), context()), aged("/", 300)), qint64(-1));
    }
};

QTEST_GUILESS_MAIN(TestTmpfilesConfiguration)

} // namespace tst_tmpfilesconfiguration

#include "tst_tmpfilesconfiguration.moc"
