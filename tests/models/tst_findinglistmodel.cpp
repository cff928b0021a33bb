// SPDX-License-Identifier: MIT
#include "models/problems/findinglistmodel.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>

namespace tst_findinglistmodel {

using namespace pipeglass;
using doctor::Finding;
using doctor::FindingId;
using doctor::Severity;
using models::FindingListModel;

Finding finding(FindingId id, Severity severity, const QByteArray &name, pid_t pid = 0)
{
    Finding one{ id, severity, nullptr, name, "/tmp/CoreFxPipe_" + name };
    if (pid != 0)
        one.processes = { { pid, "client", 0, {} } };
    return one;
}

class TestFindingListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRowsThatRemain()
    {
        FindingListModel model;
        const QAbstractItemModelTester tester(&model);
        model.apply({ finding(FindingId::PathTooLong, Severity::Note, "c"),
                      finding(FindingId::Unread, Severity::Warning, "b", 7) });
        QCOMPARE(model.rowCount(), 2);
        const QPersistentModelIndex unread = model.index(0, FindingListModel::Pipe);
        QCOMPARE(unread.data().toString(), QStringLiteral("b"));
        model.apply({ finding(FindingId::Unread, Severity::Warning, "b", 7),
                      finding(FindingId::Orphaned, Severity::Error, "z") });
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(unread.isValid());
        QCOMPARE(unread.row(), 1);
        model.apply({});
        QVERIFY(!unread.isValid());
    }

    void tellsWhatHasChanged()
    {
        FindingListModel model;
        Finding one = finding(FindingId::Unread, Severity::Warning, "b", 7);
        one.count = 5;
        model.apply({ one });
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.apply({ one });
        QCOMPARE(changed.count(), 0);
        one.count = 6;
        model.apply({ one });
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.finding(0).count, quint64{ 6 });
    }

    void hasNoRowTwice()
    {
        FindingListModel model;
        const Finding one = finding(FindingId::Unread, Severity::Warning, "b", 7);
        model.apply({ one, one });
        QCOMPARE(model.rowCount(), 1);
    }
};

QTEST_GUILESS_MAIN(TestFindingListModel)

} // namespace tst_findinglistmodel

#include "tst_findinglistmodel.moc"
