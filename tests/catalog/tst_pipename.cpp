// SPDX-License-Identifier: MIT
#include "catalog/entries/pipename.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

namespace tst_pipename {

using namespace pipeglass;
using namespace pipeglass::catalog;
using namespace pipeglass::test;

class TestPipeName : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void paths_data()
    {
        QTest::addColumn<QByteArray>("temporary");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("plain") << QByteArray("/d") << QByteArray("a") << QByteArray("/d/CoreFxPipe_a");
        QTest::newRow("slash") << QByteArray("/d//") << QByteArray("a") << QByteArray("/d/CoreFxPipe_a");
        QTest::newRow("root") << QByteArray("/") << QByteArray("a") << QByteArray("/CoreFxPipe_a");
        QTest::newRow("no TMPDIR") << QByteArray() << QByteArray("a") << QByteArray("/tmp/CoreFxPipe_a");
        QTest::newRow("relative TMPDIR") << QByteArray("d") << QByteArray("a") << QByteArray("d/CoreFxPipe_a");
        QTest::newRow("rooted") << QByteArray("/d") << QByteArray("/x/y") << QByteArray("/x/y");
        QTest::newRow("odd") << QByteArray("/d") << QByteArray("\xff\n\\") << QByteArray("/d/CoreFxPipe_\xff\n\\");
        QTest::newRow("longest") << QByteArray("/tmp") << QByteArray(91, 'x')
                                 << "/tmp/CoreFxPipe_" + QByteArray(91, 'x');
    }

    void paths()
    {
        QFETCH(QByteArray, temporary);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, path);
        const PrivateDirectory putsBack;
        qputenv("TMPDIR", temporary);
        QCOMPARE(pathForName(name).value_or("refused"), path);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("empty") << QByteArray("") << ErrorCode::InvalidName;
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << ErrorCode::InvalidName;
        QTest::newRow("slash") << QByteArray("a/b") << ErrorCode::InvalidName;
        QTest::newRow("slash at the end") << QByteArray("/a/") << ErrorCode::InvalidName;
        QTest::newRow("anonymous") << QByteArray("Anonymous") << ErrorCode::InvalidName;
        QTest::newRow("too long") << QByteArray(92, 'x') << ErrorCode::PathTooLong;
        QTest::newRow("too long a path") << "/" + QByteArray(107, 'x') << ErrorCode::PathTooLong;
    }

    void refusals()
    {
        QFETCH(QByteArray, name);
        QFETCH(ErrorCode, code);
        const PrivateDirectory putsBack;
        qputenv("TMPDIR", "/tmp");
        const auto path = pathForName(name);
        QVERIFY(!path.has_value());
        QCOMPARE(path.error().code, code);
    }

    void directories()
    {
        const PrivateDirectory directory;
        using Paths = std::vector<QByteArray>;
        QCOMPARE(defaultDirectories(), (Paths{ directory.path(), "/tmp" }));
        qputenv("TMPDIR", directory.path() + "//");
        QCOMPARE(defaultDirectories(), (Paths{ directory.path(), "/tmp" }));
        for (const char *same : { "/tmp", "/tmp/", "/tmp/../tmp" }) {
            qputenv("TMPDIR", same);
            QCOMPARE(defaultDirectories().size(), size_t{ 1 });
        }
        qputenv("TMPDIR", "");
        QCOMPARE(defaultDirectories(), Paths{ "/tmp" });
        qputenv("TMPDIR", "relative/");
        QCOMPARE(defaultDirectories().front(), QFile::encodeName(QDir::currentPath()) + "/relative");
        qputenv("TMPDIR", directory.path() + "/link");
        QCOMPARE(::symlink("/tmp", directory.filePath("link").constData()), 0);
        QCOMPARE(defaultDirectories().size(), size_t{ 1 });
    }
};

QTEST_GUILESS_MAIN(TestPipeName)

} // namespace tst_pipename

#include "tst_pipename.moc"
