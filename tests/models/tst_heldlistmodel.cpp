// SPDX-License-Identifier: MIT
#include "models/conversation/heldlistmodel.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace tst_heldlistmodel {

using namespace pipeglass;
using models::HeldListModel;

engine::ConnectionState holding(quint32 id, std::vector<engine::HeldMessage> held)
{
    engine::ConnectionState state;
    state.id.value = id;
    state.held = std::move(held);
    return state;
}

engine::HeldMessage message(quint64 id, Side from, qint64 time, const QByteArray &payload)
{
    return { id, from, { time }, payload, false };
}

class TestHeldListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// In the order of their coming, over connections and sides; a copy behind its original.
    void messagesStandInTheirOrder()
    {
        HeldListModel model;
        const QAbstractItemModelTester tester(&model);
        const auto texts = [&model] {
            QStringList all;
            for (int row = 0; row < model.rowCount(); ++row)
                all += model.index(row, HeldListModel::Sender).data().toString() + u' '
                    + model.index(row, HeldListModel::Message).data().toString();
            return all.join(QLatin1String(", "));
        };
        const auto first = message(1, Side::Client, 10, "a");
        const auto copy = message(3, Side::Client, 10, "copy");
        const auto last = message(2, Side::Client, 30, "c");
        auto answer = message(1, Side::Server, 20, "b");
        model.apply({ holding(1, { first, copy, last }), holding(2, { answer }) });
        QCOMPARE(texts(), QStringLiteral("client #1 a, client #1 copy, server #2 b, client #1 c"));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.apply({ holding(1, { first, last }), holding(2, { answer }) });
        QCOMPARE(removed.count(), 1);
        QCOMPARE(changed.count(), 0);
        answer.isDelayed = true;
        answer.payload = QByteArray("edited");
        model.apply({ holding(1, { first, last }), holding(2, { answer }) });
        QCOMPARE(changed.count(), 1);
        QCOMPARE(texts(), QStringLiteral("client #1 a, server #2 (delayed) edited, client #1 c"));
        QCOMPARE(model.row(1).connection, ConnectionId{ 2 });
        model.apply({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestHeldListModel)

} // namespace tst_heldlistmodel

#include "tst_heldlistmodel.moc"
