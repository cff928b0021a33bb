// SPDX-License-Identifier: MIT
#include "core/system/process.h"
#include "support/testmain.h"

#include <unistd.h>

namespace tst_process {

using namespace pipeglass;

class TestProcess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void programName_data()
    {
        QTest::addColumn<QByteArray>("commandLine");
        QTest::addColumn<QByteArray>("comm");
        QTest::addColumn<QByteArray>("executable");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("plain") << QByteArray("./echo\0-x\0", 10) << QByteArray("echo") << QByteArray("/opt/echo")
                               << QByteArray("echo");
        QTest::newRow("dotnet app") << QByteArray("dotnet\0/srv/worker.dll\0", 24) << QByteArray("dotnet")
                                    << QByteArray("/usr/bin/dotnet") << QByteArray("worker");
        QTest::newRow("dotnet alone") << QByteArray("dotnet\0build\0", 13) << QByteArray("dotnet")
                                      << QByteArray("/usr/bin/dotnet") << QByteArray("dotnet");
        QTest::newRow("deleted") << QByteArray("x\0", 2) << QByteArray("x") << QByteArray("/opt/app (deleted)")
                                 << QByteArray("app");
        QTest::newRow("unreadable exe") << QByteArray() << QByteArray("kworker") << QByteArray()
                                        << QByteArray("kworker");
        QTest::newRow("long comm") << QByteArray("x\0", 2) << QByteArray("averylongprogra")
                                   << QByteArray("/opt/averylongprogramname") << QByteArray("averylongprogramname");
    }

    void programName()
    {
        QFETCH(QByteArray, commandLine);
        QFETCH(QByteArray, comm);
        QFETCH(QByteArray, executable);
        QFETCH(QByteArray, name);
        QCOMPARE(pipeglass::programName(commandLine, comm, executable), name);
    }

    void describesThisProcess()
    {
        const ProcessInfo info = describeProcess(::getpid(), ::geteuid());
        QCOMPARE(info.program, QByteArray("tests_core"));
        QCOMPARE(processUid(::getpid()), static_cast<qint64>(::geteuid()));
    }

    void survivesAProcessThatIsGone()
    {
        constexpr pid_t nobody = 0x3ffffff; // above pid_max
        QVERIFY(describeProcess(nobody, 0).program.isEmpty());
        QCOMPARE(processUid(nobody), qint64{ -1 });
        QCOMPARE(describeProcess(nobody).user, QStringLiteral("unknown")); // not root
        QCOMPARE(describeProcess(::getpid()), describeProcess(::getpid(), ::geteuid()));
    }
};

QTEST_GUILESS_MAIN(TestProcess)

} // namespace tst_process

#include "tst_process.moc"
