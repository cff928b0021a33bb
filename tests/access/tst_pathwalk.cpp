// SPDX-License-Identifier: MIT
#include "access/permissions/pathwalk.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <cerrno>

#include <sys/stat.h>
#include <unistd.h>

namespace tst_pathwalk {

using namespace pipeglass;
using namespace pipeglass::access;
using namespace pipeglass::test;

QList<QByteArray> pathsOf(const PathWalk &walk)
{
    QList<QByteArray> paths;
    for (const DirectoryFacts &directory : walk.directories)
        paths << directory.path;
    return paths;
}

class TestPathWalk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plainWay()
    {
        const PrivateDirectory directory;
        const BoundSocket server(directory.filePath("pipe"));
        const Result<PathWalk> walk = walkPath(directory.path() + "//./pipe");
        QVERIFY(walk);
        QVERIFY(walk->end.isValid());
        QCOMPARE(pathsOf(*walk), (QList<QByteArray>{ "/", "/tmp", directory.path() }));
        QCOMPARE(walk->directories.back().permissions.mode, FileMode(0700));
    }

    void linksLeadThroughOtherDirectories()
    {
        const PrivateDirectory directory;
        QCOMPARE(::mkdir(directory.filePath("a").constData(), 0700), 0);
        QCOMPARE(::mkdir(directory.filePath("a/b").constData(), 0700), 0);
        QCOMPARE(::symlink("a/b/..", directory.filePath("link").constData()), 0);
        QCOMPARE(::symlink(directory.path().constData(), directory.filePath("a/top").constData()), 0);
        const BoundSocket server(directory.filePath("pipe"));
        const Result<PathWalk> walk = walkPath(directory.path() + "/link/top/pipe");
        QVERIFY(walk);
        QVERIFY(walk->end.isValid());
        QCOMPARE(
            pathsOf(*walk),
            (QList<QByteArray>{ "/", "/tmp", directory.path(), directory.filePath("a"), directory.filePath("a/b") }));
    }

    void lastLinkIsNotFollowed()
    {
        const PrivateDirectory directory;
        QCOMPARE(::symlink("/etc/passwd", directory.filePath("pipe").constData()), 0);
        const Result<PathWalk> walk = walkPath(directory.path() + "/pipe");
        QVERIFY(walk && walk->end.isValid());
        QCOMPARE(readFacts(walk->end.get(), "pipe")->kind, AccessFacts::Kind::Link);
    }

    void rootHasNoParent()
    {
        const PrivateDirectory directory;
        const BoundSocket server(directory.filePath("pipe"));
        const Result<PathWalk> walk = walkPath("/../.." + directory.path() + "/pipe");
        QVERIFY(walk && walk->end.isValid());
        QCOMPARE(pathsOf(*walk), (QList<QByteArray>{ "/", "/tmp", directory.path() }));
    }

    void theKernelFollowsLinksOfProc()
    {
        const PrivateDirectory directory;
        QCOMPARE(::symlink(".", directory.filePath("link").constData()), 0);
        const BoundSocket server(directory.filePath("pipe"));
        const QByteArray root = "/proc/" + QByteArray::number(::getpid()) + "/root";
        const Result<PathWalk> walk = walkPath(
            "/proc/self/root" + directory.path() + "/../../tmp/../../../proc/../" + directory.path() + "/pipe");
        QVERIFY(walk && walk->end.isValid());
        QCOMPARE(readFacts(walk->end.get(), {})->kind, AccessFacts::Kind::Socket);
        QCOMPARE(pathsOf(*walk).first(), root);
        QVERIFY(pathsOf(*walk).contains(root + directory.path()));
        QCOMPARE(walkPath(root + directory.path() + "/link/pipe").error().code, ErrorCode::Unsupported);
        QVERIFY(walkPath(directory.path() + "/link/pipe")->end.isValid());
    }

    void pathsInsideOfANamespace()
    {
        QCOMPARE(pathInside("/proc/12/root/tmp/x"), QByteArray("/tmp/x"));
        QCOMPARE(pathInside("/proc/12/root"), QByteArray("/proc/12/root"));
        QCOMPARE(pathInside("/proc/12/rootless/x"), QByteArray("/proc/12/rootless/x"));
        QCOMPARE(pathInside("/tmp/proc/12/root/x"), QByteArray("/tmp/proc/12/root/x"));
    }

    void returnsTheErrorOfAWalk()
    {
        const PrivateDirectory directory;
        const BoundSocket server(directory.filePath("pipe"));
        QCOMPARE(walkPath(directory.path() + "/none")->stoppedBy, ENOENT);
        QCOMPARE(walkPath(directory.path() + "/pipe/more")->stoppedBy, ENOTDIR);
        QCOMPARE(::symlink("loop", directory.filePath("loop").constData()), 0);
        QCOMPARE(walkPath(directory.path() + "/loop/x").error().systemError, ELOOP);
        QCOMPARE(walkPath(QByteArray()).error().code, ErrorCode::InvalidName);
        QCOMPARE(walkPath(QByteArray("a\0b", 3)).error().code, ErrorCode::InvalidName);
    }
};

QTEST_GUILESS_MAIN(TestPathWalk)

} // namespace tst_pathwalk

#include "tst_pathwalk.moc"
