// SPDX-License-Identifier: MIT
#include "catalog/processes/dotnetprocesses.h"
#include "catalog/processes/processdetails.h"
#include "support/mountnamespace.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QCoreApplication>

#include <sched.h>
#include <unistd.h>

namespace tst_processdetails {

using namespace pipeglass::catalog;

class TestProcessDetails : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ofThisProgram()
    {
        const ProcessDetails details = processDetails(::getpid());
        QCOMPARE(details.pid, ::getpid());
        QVERIFY(!details.commandLine.empty());
        QVERIFY(details.commandLine.front().endsWith("tests_catalog"));
        QCOMPARE(details.executable, std::optional(QCoreApplication::applicationFilePath().toLocal8Bit()));
        QVERIFY(!details.runtime);
    }

    void ofNobody()
    {
        const ProcessDetails details = processDetails(0);
        QVERIFY(details.commandLine.empty());
        QVERIFY(!details.executable);
        QVERIFY(!details.runtime);
    }

    void whatMayNotBeLookedIntoIsCounted()
    {
        const int result = pipeglass::test::asUser(65'534, [] { return dotNetProcesses().hidden > 0 ? 0 : 1; });
        if (result < 0)
            QSKIP("it takes root to be another user");
        QCOMPARE(result, 0); // this program is root's
        if (::geteuid() == 0)
            QCOMPARE(dotNetProcesses().hidden, 0);
    }

    void whoSeesOtherFilesIsCounted()
    {
        const pipeglass::test::PrivateDirectory directory;
        pipeglass::UniqueFd listener;
        pipeglass::test::ChildProcess container;
        if (!container.start([&] {
                listener = pipeglass::test::listeningSocket(directory.filePath("CoreFxPipe_x"));
                return ::unshare(CLONE_NEWNS) == 0;
            }))
            QSKIP("no mount namespace can be made here");
        QVERIFY(dotNetProcesses().elsewhere >= 1);
        QCOMPARE(dotNetProcesses(true).elsewhere, 0);
    }

    void commandLines()
    {
        const auto words = [](const char *text, qsizetype size) { return wordsOfCommandLine({ text, size }); };
        QCOMPARE(words("a\0\0b c\0", 7), (std::vector<QByteArray>{ "a", "", "b c" }));
        QCOMPARE(words("set by\nitself", 13), std::vector<QByteArray>{ "set by\nitself" });
        QVERIFY(words("", 0).empty());
    }

    void runtimes_data()
    {
        QTest::addColumn<QByteArray>("maps");
        QTest::addColumn<QByteArray>("directory"); // empty: none
        QTest::addColumn<QByteArray>("version");
        const QByteArray other = "7f00-7f01 r--p 00000000 fe:00 42 /usr/lib/libc.so.6\n";
        const QByteArray line = "7f02-7f03 r-xp 00001000 fe:00 43                  ";
        const QByteArray shared = "/usr/share/dotnet/shared/Microsoft.NETCore.App/10.0.12";
        QTest::newRow("shared") << QByteArray(other + line + shared + "/libcoreclr.so\n") << shared
                                << QByteArray("10.0.12");
        QTest::newRow("deleted") << QByteArray(line + "/opt/my app/libcoreclr.so (deleted)\n" + other)
                                 << QByteArray("/opt/my app") << QByteArray();
        QTest::newRow("none") << other << QByteArray() << QByteArray();
        QTest::newRow("cut") << QByteArray("/libcoreclr.so") << QByteArray("/") << QByteArray();
        QTest::newRow("another library") << QByteArray(line + "/opt/libcoreclr.so.dbg\n") << QByteArray()
                                         << QByteArray();
    }

    void runtimes()
    {
        QFETCH(QByteArray, maps);
        QFETCH(QByteArray, directory);
        QFETCH(QByteArray, version);
        QCOMPARE(runtimeDirectoryFrom(maps).value_or(QByteArray()), directory);
        QCOMPARE(runtimeVersion(directory), version);
    }
};

QTEST_GUILESS_MAIN(TestProcessDetails)

} // namespace tst_processdetails

#include "tst_processdetails.moc"
