// SPDX-License-Identifier: MIT
#include "models/pipeconnectionsmodel.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace tst_pipeconnectionsmodel {

using namespace pipeglass;
using catalog::Connection;
using models::PipeConnectionsModel;

Connection connection(quint32 inode, quint64 unread, bool waiting = false)
{
    Connection made;
    made.client = ProcessInfo{ static_cast<pid_t>(inode), "client", 1000, QStringLiteral("user") };
    made.isWaiting = waiting;
    made.clientInode = inode;
    if (!waiting) {
        made.server = ProcessInfo{ 42, "server", 0, QStringLiteral("root") };
        made.unreadByServer = unread;
        made.unreadByClient = 0;
        made.cookie = 1000 + inode;
    }
    return made;
}

QString shown(const PipeConnectionsModel &model, int row)
{
    QStringList cells;
    for (int column = 0; column < PipeConnectionsModel::ColumnCount; ++column)
        cells.append(model.index(row, column).data().toString());
    return cells.join(u'|');
}

class TestPipeConnectionsModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void says()
    {
        PipeConnectionsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Connection unseen = connection(9, 3);
        unseen.client.reset();
        unseen.unreadByClient.reset();
        Connection ended = unseen;
        ended.clientInode = 0;
        model.apply({ connection(7, 12), connection(8, 0), unseen, connection(10, 0, true), ended });
        QCOMPARE(shown(model, 0), QStringLiteral("client|7|user|12|0|connected|server 42"));
        QCOMPARE(shown(model, 1), QStringLiteral("client|8|user|0|0|all read|server 42"));
        QCOMPARE(shown(model, 2), QStringLiteral("not visible|||3|unknown|connected|server 42"));
        QCOMPARE(shown(model, 3), QStringLiteral("client|10|user|||waiting|"));
        QCOMPARE(shown(model, 4), QStringLiteral("ended|||3||client has ended|server 42"));
        const auto key = [&model](int row) {
            return model.index(row, PipeConnectionsModel::UnreadByServer).data(PipeConnectionsModel::SortRole);
        };
        QCOMPARE(key(0).toLongLong(), 12);
        QCOMPARE(key(3).toLongLong(), -1);
    }

    void aConnectionKeepsItsRow()
    {
        PipeConnectionsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.apply({ connection(7, 12), connection(8, 0), connection(9, 0, true) });
        const QPersistentModelIndex last(model.index(2, PipeConnectionsModel::State));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.apply({ connection(8, 0), connection(9, 4), connection(11, 0, true) });
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(last.isValid());
        QCOMPARE(last.row(), 1);
        QCOMPARE(last.data().toString(), QStringLiteral("connected")); // the same client, accepted
        QCOMPARE(changed.count(), 1);
        model.apply({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aKeyThatComesTwiceIsOneRow()
    {
        PipeConnectionsModel model;
        model.apply({ connection(7, 1), connection(7, 1) });
        model.apply({ connection(7, 2), connection(7, 2) });
        QCOMPARE(model.rowCount(), 1);
    }
};

QTEST_GUILESS_MAIN(TestPipeConnectionsModel)

} // namespace tst_pipeconnectionsmodel

#include "tst_pipeconnectionsmodel.moc"
