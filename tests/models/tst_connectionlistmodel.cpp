// SPDX-License-Identifier: MIT
#include "models/conversation/connectionlistmodel.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace tst_connectionlistmodel {

using namespace pipeglass;
using engine::ConnectionState;
using engine::StreamEnd;
using models::ConnectionListModel;

ConnectionState link(quint32 id, bool closed = false)
{
    ConnectionState state;
    state.id = { id };
    state.ours = Side::Server;
    state.peers.client = { static_cast<pid_t>(100 + id), "worker", 0, QStringLiteral("root") };
    state.closed = closed;
    return state;
}

QString shown(const ConnectionListModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows.append(model.index(row, ConnectionListModel::Peer).data().toString());
    return rows.join(u'|');
}

class TestConnectionListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clientsComeAndGo()
    {
        ConnectionListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.apply({ link(1), link(2) });
        QCOMPARE(shown(model), QStringLiteral("#1 worker 101|#2 worker 102"));
        model.apply({ link(1, true), link(2), link(3), link(4) });
        QCOMPARE(shown(model), QStringLiteral("#2 worker 102|#3 worker 103|#4 worker 104"));
        model.apply({ link(4), link(1) });
        QCOMPARE(shown(model), QStringLiteral("#1 worker 101|#4 worker 104"));
        model.apply({});
        QCOMPARE(model.rowCount(), 0);
    }

    void rowsSurviveWhatHappensToOthers()
    {
        ConnectionListModel model;
        model.apply({ link(1), link(2), link(3) });
        const QPersistentModelIndex third = model.index(2, 0);
        model.apply({ link(3), link(4) });
        QCOMPARE(third.row(), 0);
        QCOMPARE(third.data(ConnectionListModel::IdRole).value<ConnectionId>(), ConnectionId{ 3 });
    }

    void onlyRowsThatChangedAreTold()
    {
        ConnectionListModel model;
        model.apply({ link(1), link(2), link(3) });
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.apply({ link(1), link(2), link(3) });
        QCOMPARE(changed.size(), 0);
        ConnectionState second = link(2);
        second.ends.client = StreamEnd::ByWriter;
        model.apply({ link(1), second, link(3) });
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        QCOMPARE(changed[0][1].toModelIndex().row(), 1);
        ConnectionState first = link(1);
        first.peers.client.program = "other";
        model.apply({ first, second, link(3) });
        QCOMPARE(changed.size(), 2);
        QCOMPARE(shown(model), QStringLiteral("#1 other 101|#2 worker 102|#3 worker 103"));
    }

    void halvesInWords_data()
    {
        QTest::addColumn<StreamEnd>("theirs");
        QTest::addColumn<StreamEnd>("ours");
        QTest::addColumn<QString>("words");
        QTest::newRow("open") << StreamEnd::Open << StreamEnd::Open << QStringLiteral("open both ways");
        QTest::newRow("eof") << StreamEnd::ByWriter << StreamEnd::Open << QStringLiteral("they send no more");
        QTest::newRow("we ended") << StreamEnd::Open << StreamEnd::ByWriter << QStringLiteral("we send no more");
        QTest::newRow("they read no more")
            << StreamEnd::Open << StreamEnd::ByReader << QStringLiteral("they read no more");
        QTest::newRow("both") << StreamEnd::ByWriter << StreamEnd::ByWriter << QStringLiteral("closed both ways");
    }

    void halvesInWords()
    {
        QFETCH(StreamEnd, theirs);
        QFETCH(StreamEnd, ours);
        QFETCH(QString, words);
        ConnectionState state = link(1);
        state.ends = { theirs, ours };
        QCOMPARE(models::linkText(state), words);
        state.closed = true;
        QCOMPARE(models::linkText(state), QStringLiteral("closed"));
    }

    /// Of a tap, where neither end is ours.
    void halvesOfOthersInWords_data()
    {
        QTest::addColumn<StreamEnd>("client");
        QTest::addColumn<StreamEnd>("server");
        QTest::addColumn<QString>("words");
        const auto row = [](StreamEnd client, StreamEnd server, const char *words) {
            QTest::newRow(words) << client << server << QString::fromLatin1(words);
        };
        row(StreamEnd::Open, StreamEnd::Open, "open both ways");
        row(StreamEnd::ByWriter, StreamEnd::Open, "the client sends no more");
        row(StreamEnd::ByReader, StreamEnd::Open, "the server reads no more");
        row(StreamEnd::Open, StreamEnd::ByWriter, "the server sends no more");
        row(StreamEnd::Open, StreamEnd::ByReader, "the client reads no more");
        row(StreamEnd::ByWriter, StreamEnd::ByReader, "closed both ways");
    }

    void halvesOfOthersInWords()
    {
        QFETCH(StreamEnd, client);
        QFETCH(StreamEnd, server);
        QFETCH(QString, words);
        ConnectionState state = link(1);
        state.ours.reset();
        state.ends = { client, server };
        ConnectionListModel model;
        model.apply({ state });
        QCOMPARE(model.index(0, ConnectionListModel::State).data().toString(), words);
        QCOMPARE(shown(model), QStringLiteral("#1 worker 101"));
    }
};

QTEST_GUILESS_MAIN(TestConnectionListModel)

} // namespace tst_connectionlistmodel

#include "tst_connectionlistmodel.moc"
