// SPDX-License-Identifier: MIT
#include "core/errortext.h"
#include "support/testmain.h"

#include <cerrno>

namespace tst_errortext {

using namespace pipeglass;

class TestErrorText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasASentenceOfItsOwn()
    {
        QSet<QString> seen;
        for (int code = 0; code <= static_cast<int>(ErrorCode::System); ++code) {
            const QString text = errorText({ static_cast<ErrorCode>(code), 0, "some_pipe", {} });
            QVERIFY2(text.contains(QLatin1String("some_pipe")), qPrintable(text));
            QVERIFY2(text.endsWith(QLatin1Char('.')), qPrintable(text));
            QVERIFY2(!seen.contains(text), qPrintable(text));
            seen.insert(text);
        }
    }

    void detailWithoutSubjectIsTheSentence()
    {
        const QString sentence = QStringLiteral("\"send\" needs NAME.");
        QCOMPARE(errorText({ ErrorCode::InvalidArgument, 0, {}, sentence }), sentence);
    }

    void namesCannotBreakOut()
    {
        const QString text = errorText({ ErrorCode::NoSuchPipe, 0, "a\x1b[2J\n\xe2\x80\xae%2", {} });
        QVERIFY(text.contains(QLatin1String("a\\x1b[2J\\x0a\\xe2\\x80\\xae%2")));
    }

    void systemErrorsSayWhatTheSystemSaid()
    {
        QVERIFY(errorText(systemError(5, "/x")).contains(QLatin1String("Input/output error")));
    }

    void theErrnoDecidesTheCode_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<bool>("isOfAPipe");
        QTest::newRow("missing file") << systemError(ENOENT, "/x") << ErrorCode::NoSuchFile << false;
        QTest::newRow("missing pipe") << pipeError(ENOENT, "/x") << ErrorCode::NoSuchPipe << true;
        QTest::newRow("no access to a file") << systemError(EACCES, "/x") << ErrorCode::AccessDenied << false;
        QTest::newRow("not permitted") << systemError(EPERM, "/x") << ErrorCode::AccessDenied << false;
        QTest::newRow("no access to a pipe") << pipeError(EACCES, "/x") << ErrorCode::PermissionDenied << true;
        QTest::newRow("not to be made") << creationError(EACCES, "/x") << ErrorCode::CreationDenied << false;
        QTest::newRow("there already") << creationError(EEXIST, "/x") << ErrorCode::FileExists << false;
        QTest::newRow("descriptors of a pipe") << pipeError(EMFILE, "/x") << ErrorCode::OutOfDescriptors << false;
        QTest::newRow("disk full") << systemError(ENOSPC, "/x") << ErrorCode::DiskFull << false;
    }

    void theErrnoDecidesTheCode()
    {
        QFETCH(Error, error);
        QFETCH(bool, isOfAPipe);
        QTEST(error.code, "code");
        const QString text = errorText(error);
        const bool speaksOfAPipe = text.contains(QLatin1String("server")) || text.contains(QLatin1String("connecting"));
        QVERIFY2(speaksOfAPipe == isOfAPipe, qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestErrorText)

} // namespace tst_errortext

#include "tst_errortext.moc"
