// SPDX-License-Identifier: MIT
#include "models/pipeentries.h"
#include "support/testmain.h"
#include "text/peertext.h"
#include "text/pipetext.h"

namespace tst_pipetext {

using namespace pipeglass;
using namespace pipeglass::text;

class TestPipeText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void serverInWords()
    {
        catalog::PipeEntry entry = test::pipe("a");
        QCOMPARE(serverText(entry), QStringLiteral("echo 4242"));
        QCOMPARE(serverSentence(entry), QStringLiteral("echo 4242 (user)"));
        entry.server->push_back({ 7, {}, 0, QStringLiteral("root") });
        QCOMPARE(serverText(entry), QStringLiteral("echo 4242 and 1 more"));
        entry.server.reset();
        QCOMPARE(serverText(entry), QStringLiteral("another user's process"));
        QCOMPARE(serverSentence(entry), QStringLiteral("held by another user's process"));
        entry.state = catalog::PipeState::Stale;
        QCOMPARE(serverText(entry), QString());
        QCOMPARE(serverSentence(entry), QStringLiteral("nobody"));
    }

    void programNamesAreEscaped()
    {
        QCOMPARE(processText({ 5, "a\x1b[31mb\n", 0, {} }), QStringLiteral("a\\x1b[31mb\\x0a 5"));
    }

    void history()
    {
        const Timestamp longAgo{ 1'000'000'000'000'000'000 };
        catalog::PipeHistory::Record past{ longAgo, longAgo, 1, {} };
        const QString once = historySentence(past);
        QVERIFY(once.contains(QStringLiteral("re-created once")) && once.contains(QStringLiteral("gone since")));
        past = { longAgo, {}, 14, {} };
        QVERIFY(historySentence(past).endsWith(QStringLiteral("re-created 14 times.")));
    }

    void toolTipsAreNoMarkup()
    {
        QVERIFY(toolTip(QStringLiteral("<img src=x>")).contains(QStringLiteral("&lt;img")));
        QCOMPARE(toolTip({}), QString());
    }

    void wordsForWhatIsNoSocket()
    {
        catalog::PipeEntry entry = test::pipe("a");
        entry.kind = catalog::FileKind::Fifo;
        QCOMPARE(stateWord(entry), QStringLiteral("FIFO"));
        entry.kind = catalog::FileKind::Other;
        QCOMPARE(stateWord(entry), QStringLiteral("not a socket"));
    }
};

QTEST_GUILESS_MAIN(TestPipeText)

} // namespace tst_pipetext

#include "tst_pipetext.moc"
