// SPDX-License-Identifier: MIT
#include "models/pipecells.h"
#include "models/pipeentries.h"
#include "models/pipelistmodel.h"
#include "support/testmain.h"
#include "text/timetext.h"

namespace tst_pipecells {

using namespace pipeglass;
using namespace pipeglass::models;

class TestPipeCells : public QObject {
    Q_OBJECT

private:
    static PipeRow row(const catalog::PipeEntry &entry)
    {
        return { std::make_shared<catalog::PipeEntry>(entry), QStringLiteral("a"), {}, {}, {} };
    }

private Q_SLOTS:
    void takenOverPipesReferToEachOther()
    {
        catalog::PipeEntry old = test::pipe("a");
        old.state = catalog::PipeState::TakenOver;
        old.takenOverBy = 5000;
        catalog::PipeEntry thief = test::pipe("a");
        thief.tookOverFrom = 4242;
        QCOMPARE(cellText(row(old), PipeListModel::Server), QStringLiteral("lost to 5000 (echo 4242)"));
        QCOMPARE(cellText(row(thief), PipeListModel::Server), QStringLiteral("echo 4242 (took it from 4242)"));
        QVERIFY(cellTip(row(old), PipeListModel::Server).contains(QStringLiteral("Process 5000 has taken its name")));
        QVERIFY(cellTip(row(thief), PipeListModel::Server).contains(QStringLiteral("from process 4242")));
    }

    void aTappedPipeNamesItsServerAndTheTap()
    {
        catalog::PipeEntry tapped = test::pipe("a");
        tapped.tappedBy = 77;
        QCOMPARE(cellText(row(tapped), PipeListModel::Server), QStringLiteral("echo 4242 (tapped by 77)"));
        QVERIFY(cellTip(row(tapped), PipeListModel::Server).contains(QStringLiteral("Process 77 taps it")));
    }

    void goneSaysSinceWhen()
    {
        PipeRow gone = row(test::pipe("a"));
        gone.gone = now();
        QCOMPARE(cellText(gone, PipeListModel::State), QStringLiteral("gone"));
        QCOMPARE(
            cellText(gone, PipeListModel::Server), QStringLiteral("gone since ") + text::shortClockText(*gone.gone));
        QCOMPARE(cellText(gone, PipeListModel::Clients), QString());
        QVERIFY(cellTip(gone, PipeListModel::Server).contains(QStringLiteral("echo 4242")));
        QVERIFY(cellKey(gone, PipeListModel::State).toLongLong() > 100);
    }

    void historyInWords()
    {
        PipeRow past = row(test::pipe("a"));
        QCOMPARE(cellText(past, PipeListModel::Recreated), QString());
        past.past = catalog::PipeHistory::Record{ now(), {}, 14, {} };
        QCOMPARE(cellText(past, PipeListModel::Recreated), QStringLiteral("14"));
        QVERIFY(cellTip(past, PipeListModel::Name).contains(QStringLiteral("re-created 14 times")));
        QCOMPARE(cellKey(past, PipeListModel::Recreated).toLongLong(), 14);
    }

    void unreadBytesOfBothSides()
    {
        catalog::PipeEntry entry = test::pipe("a");
        QCOMPARE(cellText(row(entry), PipeListModel::Unread), QString());
        QCOMPARE(cellKey(row(entry), PipeListModel::Unread).toLongLong(), -1);
        entry.unreadByServer = 70;
        entry.unreadByClient = 5;
        QCOMPARE(cellText(row(entry), PipeListModel::Unread), QStringLiteral("75"));
        QVERIFY(cellTip(row(entry), PipeListModel::Unread).contains(QStringLiteral("70 bytes not yet read by the")));
    }

    void whatItIsAndWhere()
    {
        catalog::PipeEntry entry = test::pipe("PSHost.1.2.DefaultAppDomain.pwsh");
        entry.endpoint = "powershell-host";
        entry.namespaceLabel = QStringLiteral("foo.service");
        QCOMPARE(cellText(row(entry), PipeListModel::Endpoint), QStringLiteral("PowerShell host"));
        QCOMPARE(cellText(row(entry), PipeListModel::Namespace), QStringLiteral("foo.service"));
        const QString words = filterText(row(entry));
        QVERIFY(words.contains(QStringLiteral("PowerShell host")) && words.contains(QStringLiteral("foo.service")));
        entry.endpoint.clear();
        QCOMPARE(cellText(row(entry), PipeListModel::Endpoint), QString());
    }

    void whatHasNoFileHasNoMode()
    {
        catalog::PipeEntry entry = test::pipe("a");
        entry.hasFile = false;
        QCOMPARE(cellText(row(entry), PipeListModel::Mode), QString());
        QVERIFY(!cellTip(row(entry), PipeListModel::Mode).contains(QStringLiteral("can connect")));
    }
};

QTEST_GUILESS_MAIN(TestPipeCells)

} // namespace tst_pipecells

#include "tst_pipecells.moc"
