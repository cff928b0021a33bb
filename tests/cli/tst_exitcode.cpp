// SPDX-License-Identifier: MIT
#include "cli/exitcode.h"
#include "support/testmain.h"

namespace tst_exitcode {

using namespace pipeglass;
using namespace pipeglass::cli;

class TestExitCode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersAreTheContract_data()
    {
        QTest::addColumn<ErrorCode>("error");
        QTest::addColumn<int>("code");
        QTest::newRow("failed") << ErrorCode::System << 1;
        QTest::newRow("no socket") << ErrorCode::NotASocket << 1;
        QTest::newRow("no stream") << ErrorCode::WrongSocketType << 1;
        QTest::newRow("in use") << ErrorCode::InUse << 1;
        QTest::newRow("peer closed") << ErrorCode::PeerClosed << 1;
        QTest::newRow("foreign") << ErrorCode::ForeignSocket << 1;
        QTest::newRow("no recording") << ErrorCode::NotARecording << 1;
        QTest::newRow("argument") << ErrorCode::InvalidArgument << 2;
        QTest::newRow("name") << ErrorCode::InvalidName << 2;
        QTest::newRow("long path") << ErrorCode::PathTooLong << 2;
        QTest::newRow("ambiguous") << ErrorCode::Ambiguous << 2;
        QTest::newRow("no such pipe") << ErrorCode::NoSuchPipe << 3;
        QTest::newRow("no such file") << ErrorCode::NoSuchFile << 1;
        QTest::newRow("access denied") << ErrorCode::AccessDenied << 4;
        QTest::newRow("denied") << ErrorCode::PermissionDenied << 4;
        QTest::newRow("no right to trace") << ErrorCode::TraceDenied << 4;
        QTest::newRow("nobody") << ErrorCode::NobodyListening << 5;
        QTest::newRow("not listening") << ErrorCode::NotListening << 5;
        QTest::newRow("dangling link") << ErrorCode::DanglingLink << 3;
        QTest::newRow("shut down") << ErrorCode::ListenerShutDown << 5;
        QTest::newRow("name lost") << ErrorCode::NameLost << 5;
        QTest::newRow("file mount replaced") << ErrorCode::FileMountReplaced << 5;
        QTest::newRow("full queue") << ErrorCode::BacklogFull << 6;
        QTest::newRow("late") << ErrorCode::TimedOut << 6;
        QTest::newRow("interrupted") << ErrorCode::Interrupted << 130;
    }

    void numbersAreTheContract()
    {
        QFETCH(ErrorCode, error);
        QFETCH(int, code);
        QCOMPARE(static_cast<int>(exitCode(error)), code);
    }

    void noErrorIsGood()
    {
        for (int code = 0; code <= static_cast<int>(ErrorCode::System); ++code)
            QVERIFY(exitCode(static_cast<ErrorCode>(code)) != ExitCode::Good);
    }
};

QTEST_GUILESS_MAIN(TestExitCode)

} // namespace tst_exitcode

#include "tst_exitcode.moc"
