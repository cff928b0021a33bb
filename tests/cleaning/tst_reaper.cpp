// SPDX-License-Identifier: MIT
#include "cleaning/reapers/reaperoptions.h"
#include "support/testmain.h"

namespace tst_reaper {

using namespace pipeglass;
using namespace pipeglass::cleaning;

constexpr qint64 second = 1'000'000'000;
constexpr qint64 day = 86400;
constexpr qint64 today = 20'000 * day * second;

/// Debian 12's /etc/cron.daily/tmpreaper without comments.
const QByteArray debiansScript = R"(#!/bin/sh
PATH=/usr/sbin:/usr/bin:/sbin:/bin

# in case of `dpkg -r' leaving conffile.
if ! [ -x /usr/sbin/tmpreaper ]; then
    exit 0
fi
SHOWWARNING=''
set -f
if [ -s /etc/tmpreaper.conf ]; then
    . /etc/tmpreaper.conf
fi
if [ "$SHOWWARNING" = true ]; then
    echo "edit /etc/tmpreaper.conf to remove this message (look for SHOWWARNING)."
    exit 0
fi
if [ "$RUNFROMCRON" != true ]; then
    exit 0
fi
TMPREAPER_TIME=${TMPREAPER_TIME:-7d}
TMPREAPER_PROTECT_EXTRA=${TMPREAPER_PROTECT_EXTRA:-''}
TMPREAPER_DIRS=${TMPREAPER_DIRS:-'/tmp/.'}

nice -n10 tmpreaper --delay=$TMPREAPER_DELAY --mtime-dir --symlinks $TMPREAPER_TIME  \
  $TMPREAPER_ADDITIONALOPTIONS \
  --ctime \
  --protect '/tmp/.X*-{lock,unix,unix/*}' \
  --protect '/tmp/systemd-private*/*' \
  `for i in $TMPREAPER_PROTECT_EXTRA; do echo --protect "$i"; done` \
  $TMPREAPER_DIRS
)";

/// Red Hat's /etc/cron.daily/tmpwatch.
const QByteArray redHatsScript = R"(#! /bin/sh
flags=-umc
/usr/sbin/tmpwatch "$flags" -x /tmp/.X11-unix -x /tmp/.ICE-unix \
	-X '/tmp/hsperfdata_*' -X '/tmp/pymp-*' 10d /tmp
/usr/sbin/tmpwatch "$flags" 30d /var/tmp
for d in /var/{cache/man,catman}/{cat?,X11R6/cat?,local/cat?}; do
    if [ -d "$d" ]; then
	/usr/sbin/tmpwatch "$flags" -f 30d "$d"
    fi
done
)";

std::optional<uid_t> userOf(const QByteArray &name)
{
    return name == "keeper" ? std::optional<uid_t>(77) : std::nullopt;
}

std::vector<ReaperRun> runsOf(const QByteArray &script, const QByteArray &configuration = {})
{
    const auto source = [&configuration](const QByteArray &path) {
        return path == "/etc/tmpreaper.conf" ? configuration : QByteArray();
    };
    std::vector<ReaperRun> runs = reaperRuns("/etc/cron.daily/x", script, source, userOf);
    for (ReaperRun &run : runs) {
        for (QByteArray &directory : run.directories)
            directory = simplified(directory);
    }
    return runs;
}

Candidate aged(const QByteArray &path, qint64 days)
{
    Candidate candidate;
    candidate.path = path;
    candidate.uid = 1000;
    candidate.mode = FileMode(0755);
    candidate.accessed = candidate.modified = candidate.changed = candidate.born = today - days * day * second;
    return candidate;
}

/// The minimum of all runs in seconds, or -1. Boot was 20 days ago.
qint64 secondsOf(
    const std::vector<ReaperRun> &runs, const Candidate &candidate, const ProcNetUnixNames &live = QSet<QByteArray>())
{
    qint64 soonest = -1;
    for (const ReaperRun &run : runs) {
        const std::optional<Deletion> deletion = run.deletion(candidate, live, today - 20 * day * second, today);
        if (deletion && (soonest < 0 || deletion->inSeconds < soonest))
            soonest = deletion->inSeconds;
    }
    return soonest;
}

class TestReaper : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void debianTmpreaperNeedsItsConfiguration()
    {
        QVERIFY(runsOf(debiansScript).empty());
        QVERIFY(runsOf(debiansScript, "SHOWWARNING=true\nRUNFROMCRON=true\n").empty());
        QVERIFY(runsOf(debiansScript, "#SHOWWARNING=true\nRUNFROMCRON=false\n").empty());
        QCOMPARE(runsOf(debiansScript, "RUNFROMCRON=true\n").size(), size_t(1));
    }

    void tmpreaperTakesSocketsOnlyWithAll()
    {
        const auto usual = runsOf(debiansScript, "RUNFROMCRON=true\n");
        QCOMPARE(secondsOf(usual, aged("/tmp/CoreFxPipe_a", 30)), qint64(-1));
        const QByteArray all("RUNFROMCRON=true\nTMPREAPER_ADDITIONALOPTIONS='--all'\nTMPREAPER_TIME=10d\n"
                             "TMPREAPER_PROTECT_EXTRA='/tmp/keep* rel*'\n");
        const auto runs = runsOf(debiansScript, all);
        QCOMPARE(secondsOf(runs, aged("/tmp/CoreFxPipe_a", 3)), 7 * day);
        QCOMPARE(secondsOf(runs, aged("/tmp/sub/a", 30)), qint64(0));
        // It deletes live sockets.
        QCOMPARE(secondsOf(runs, aged("/tmp/a", 30), QSet<QByteArray>{ "/tmp/a" }), qint64(0));
        for (const char *path : { "/tmp/keeper", "/tmp/keep/in", "/tmp/relic", "/tmp/.X0-unix", "/tmp/.X11-unix/X0",
                                  "/tmp/systemd-private-x/tmp/a", "/var/tmp/a", "/tmp" })
            QVERIFY2(secondsOf(runs, aged(path, 30)) == -1, path);
        const std::optional<Deletion> deletion = runs[0].deletion(aged("/tmp/a", 3), {}, 0, today);
        QVERIFY(deletion.has_value());
        QCOMPARE(deletion->cleaner, Cleaner::Tmpreaper);
        QVERIFY(deletion->rule().startsWith(QLatin1String("/etc/cron.daily/x:24: nice -n10 tmpreaper --delay")));
    }

    void tmpreaperOptions_data()
    {
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<qint64>("left"); // the file: accessed 1, modified 2, changed 3 days ago; age 10 days
        QTest::newRow("access") << QByteArray("-a 10d /tmp") << 9 * day;
        QTest::newRow("hours") << QByteArray("-a 240 /tmp") << 9 * day;
        QTest::newRow("options behind") << QByteArray("10d /tmp --all") << 9 * day;
        QTest::newRow("cut short") << QByteArray("--al 10d /tmp") << 9 * day;
        QTest::newRow("modification") << QByteArray("-am 10d /tmp") << 8 * day;
        QTest::newRow("change too") << QByteArray("-a --ctime 10d /tmp") << 9 * day;
        QTest::newRow("both refuse") << QByteArray("-amc 10d /tmp") << qint64(-1);
        QTest::newRow("test") << QByteArray("-at 10d /tmp") << qint64(-1);
        QTest::newRow("unknown") << QByteArray("-aQ 10d /tmp") << qint64(-1);
        QTest::newRow("unknown word") << QByteArray("-a --quick 10d /tmp") << qint64(-1);
        QTest::newRow("no directory") << QByteArray("-a 10d") << qint64(-1);
        QTest::newRow("bad time") << QByteArray("-a 10x /tmp") << qint64(-1);
        QTest::newRow("value missing") << QByteArray("-a 10d /tmp --protect") << qint64(-1);
        QTest::newRow("value joined") << QByteArray("-a --protect=x -T9 10d /tmp") << 9 * day;
        QTest::newRow("no more options") << QByteArray("-a -- 10d /tmp") << 9 * day;
        QTest::newRow("unknown directory") << QByteArray("-a 10d \"`mktemp`\" '$HOME'") << qint64(-1);
    }

    void tmpreaperOptions()
    {
        QFETCH(QByteArray, options);
        QFETCH(qint64, left);
        Candidate candidate = aged("/tmp/a", 1);
        candidate.modified -= day * second;
        candidate.changed -= 2 * day * second;
        QCOMPARE(secondsOf(runsOf("tmpreaper " + options), candidate), left);
    }

    void tmpwatchTakesSocketsOfAnEarlierBoot()
    {
        const auto runs = runsOf(redHatsScript);
        QCOMPARE(runs.size(), size_t(2)); // the loop's effect is unknown
        QCOMPARE(secondsOf(runs, aged("/tmp/a", 15)), qint64(-1)); // newer than the boot: may be live
        QCOMPARE(secondsOf(runs, aged("/tmp/a", 29)), qint64(-1)); // less than ten days before the boot
        QCOMPARE(secondsOf(runs, aged("/tmp/a", 31)), qint64(0));
        QCOMPARE(secondsOf(runs, aged("/tmp/hsperfdata_x", 31)), qint64(-1));
        QCOMPARE(secondsOf(runs, aged("/tmp/.X11-unix/X0", 31)), qint64(-1));
        QCOMPARE(secondsOf(runs, aged("/var/tmp/a", 31)), qint64(-1));
        QCOMPARE(secondsOf(runs, aged("/var/tmp/a", 51)), qint64(0));
        Candidate fifo = aged("/tmp/a", 300);
        fifo.kind = catalog::FileKind::Fifo;
        QCOMPARE(secondsOf(runs, fifo), qint64(-1));
    }

    void tmpwatchWithAll()
    {
        QCOMPARE(secondsOf(runsOf("0 4 * * * root tmpwatch -a 10d /tmp\n"), aged("/tmp/a", 3)), 7 * day);
        QCOMPARE(secondsOf(runsOf("tmpwatch -a 10d /tmp"), aged("/tmp/a", 15)), qint64(0));
        QCOMPARE(secondsOf(runsOf("tmpwatch -a -U keeper 10d /tmp"), aged("/tmp/a", 15)), qint64(0));
        QCOMPARE(secondsOf(runsOf("tmpwatch -a -U nobodyatall 10d /tmp"), aged("/tmp/a", 15)), qint64(-1));
        Candidate kept = aged("/tmp/a", 15);
        kept.uid = 77;
        QCOMPARE(secondsOf(runsOf("tmpwatch -a -U keeper 10d /tmp"), kept), qint64(-1));
        QCOMPARE(secondsOf(runsOf("tmpwatch -a -U 77 10d /tmp"), kept), qint64(-1));
        const ProcNetUnixNames live(QSet<QByteArray>{ "/tmp/a" });
        QCOMPARE(secondsOf(runsOf("tmpwatch -as 10d /tmp"), aged("/tmp/a", 15), live), qint64(-1));
        QCOMPARE(secondsOf(runsOf("tmpwatch -a 10d /tmp"), aged("/tmp/a", 15), live), qint64(0));
    }

    void neitherTakesRootsReadOnlyFilesUnlessForced()
    {
        Candidate guarded = aged("/tmp/a", 15);
        guarded.uid = 0;
        guarded.mode = FileMode(0555);
        QCOMPARE(secondsOf(runsOf("tmpwatch -a 10d /tmp"), guarded), qint64(-1));
        QCOMPARE(secondsOf(runsOf("tmpwatch -af 10d /tmp"), guarded), qint64(0));
        QCOMPARE(secondsOf(runsOf("tmpreaper -a 10d /tmp"), guarded), qint64(-1));
        guarded.uid = 1;
        QCOMPARE(secondsOf(runsOf("tmpreaper -a 10d /tmp"), guarded), qint64(0));
    }

    void neitherCrossesAMount()
    {
        Candidate mounted = aged("/tmp/disk/a", 15);
        mounted.mountPoints = { "/tmp/disk", "/tmp" };
        QCOMPARE(secondsOf(runsOf("tmpreaper -a 10d /tmp"), mounted), qint64(-1));
        QCOMPARE(secondsOf(runsOf("tmpreaper -a 10d /tmp/disk"), mounted), qint64(0));
    }
};

QTEST_GUILESS_MAIN(TestReaper)

} // namespace tst_reaper

#include "tst_reaper.moc"
