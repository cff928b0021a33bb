// SPDX-License-Identifier: MIT
#include "doctor/errors/explanation.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"
#include "text/explanationtext.h"

#include <sys/stat.h>
#include <unistd.h>

namespace tst_explanation {

using namespace pipeglass;
using namespace pipeglass::doctor;
using namespace pipeglass::test;

Explanation explained(const QString &text)
{
    const auto error = findDotNetError(text);
    return error ? explain(*error) : Explanation();
}

/// What is added to an error by looking at its pipe.
class TestExplanation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePipeAsItIsNow_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QString>("state"); // empty: no pipe
        QTest::addColumn<QString>("remedy");
        QTest::newRow("listening") << QByteArray("listening") << QStringLiteral("listening")
                                   << QStringLiteral("try again");
        QTest::newRow("stale") << QByteArray("stale") << QStringLiteral("stale")
                               << QStringLiteral("Start the server again");
        QTest::newRow("orphaned") << QByteArray("orphaned") << QStringLiteral("orphaned") << QStringLiteral("Start");
        QTest::newRow("absent") << QByteArray("absent") << QString() << QStringLiteral("Start the server");
    }

    void thePipeAsItIsNow()
    {
        QFETCH(const QByteArray, kind);
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        UniqueFd listener;
        if (kind == "stale")
            makeStaleSocket(path);
        else if (kind != "absent")
            listener = listeningSocket(path);
        if (kind == "orphaned")
            QCOMPARE(::unlink(path.constData()), 0);
        const Explanation explanation = explained(QStringLiteral("Connection refused ") + QString::fromUtf8(path));
        QCOMPARE(explanation.error.path, path);
        QTEST(explanation.pipe ? QString(word(explanation.pipe->state)) : QString(), "state");
        QFETCH(const QString, remedy);
        QVERIFY2(text::remedyText(explanation).contains(remedy), qPrintable(text::remedyText(explanation)));
    }

    void aNameBecomesThePathOfThisUser()
    {
        const PrivateDirectory directory;
        const UniqueFd listener = listeningSocket(directory.filePath("CoreFxPipe_orders"));
        const Explanation explanation =
            explained(QStringLiteral("pipe \"orders\": System.IO.IOException: All pipe instances are busy."));
        QCOMPARE(explanation.error.path, directory.filePath("CoreFxPipe_orders"));
        QVERIFY(explanation.pipe);
    }

    void oneOfThatNameElsewhere()
    {
        const PrivateDirectory directory;
        const QByteArray other = directory.filePath("other");
        QCOMPARE(::mkdir(other.constData(), 0700), 0);
        const UniqueFd listener = listeningSocket(other + "/CoreFxPipe_orders");
        const Explanation explanation = explained(
            QStringLiteral("Cannot assign requested address ")
            + QString::fromUtf8(directory.filePath("CoreFxPipe_orders")));
        QVERIFY(!explanation.pipe);
        QVERIFY2(
            text::pipeNowText(explanation).contains(QString::fromUtf8(other)),
            qPrintable(text::pipeNowText(explanation)));
    }

    void everyErrorHasItsTexts()
    {
        for (int id = 0; id <= static_cast<int>(DotNetErrorId::ClosedPipe); ++id) {
            Explanation explanation;
            explanation.error.id = static_cast<DotNetErrorId>(id);
            QVERIFY(!text::meaningText(explanation.error.id).isEmpty());
            QVERIFY(!text::remedyText(explanation).isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestExplanation)

} // namespace tst_explanation

#include "tst_explanation.moc"
