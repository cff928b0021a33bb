// SPDX-License-Identifier: MIT
#include "core/errortext.h"
#include "support/testmain.h"

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

    void aDetailAloneIsTheSentence()
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
        QCOMPARE(systemError(13, "/x").code, ErrorCode::PermissionDenied);
        QCOMPARE(systemError(24, "/x").code, ErrorCode::OutOfDescriptors);
    }
};

QTEST_GUILESS_MAIN(TestErrorText)

} // namespace tst_errortext

#include "tst_errortext.moc"
