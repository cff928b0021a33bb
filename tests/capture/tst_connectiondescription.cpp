// SPDX-License-Identifier: MIT
#include "capture/format/connectiondescription.h"
#include "capture/samples.h"
#include "support/testmain.h"

namespace tst_connectiondescription {

using namespace pipeglass;
using namespace pipeglass::capture;
using namespace pipeglass::test;

class TestConnectionDescription : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asDocumented()
    {
        QCOMPARE(
            connectionDescription(sampleConnection()),
            QByteArray("pipe=/tmp/CoreFxPipe_pipe_test1 client-pid=17 client-uid=0 client-user=root "
                       "client-program=pipeglass client-framing=line server-pid=4242 server-uid=1000 server-user=ann "
                       "server-program=worker server-framing=int32le ours=client"));
    }

    void everyByteIsReversible()
    {
        QByteArray all;
        for (int byte = 0; byte < 256; ++byte)
            all.append(static_cast<char>(byte));
        ConnectionInfo info = sampleConnection(all);
        info.peers.client.program = all;
        info.framing.server = all;
        info.peers.server.user = QStringLiteral("a b=c\\d\n\u202e");
        info.ours = std::nullopt;
        const QByteArray text = connectionDescription(info);
        QVERIFY(!text.contains('\n'));
        QVERIFY(!text.contains('\0'));
        const auto got = connectionFromDescription(text);
        QVERIFY(got.has_value());
        QVERIFY(isSame(*got, info));
    }

    void unknownKeysAreSkipped()
    {
        QVERIFY(
            connectionFromDescription("later=1 " + connectionDescription(sampleConnection()) + " more=x").has_value());
    }

    void otherTexts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("words") << QByteArray("a wireless card");
        QTest::newRow("no pipe") << QByteArray("pid=1 uid=1 user=a role=client program=b framing=c");
        QTest::newRow("no number") << QByteArray("pipe=x pid=a uid=1 user=a role=client program=b framing=c");
        QTest::newRow("too large a number")
            << QByteArray("pipe=x pid=99999999999 uid=1 user=a role=client program=b framing=c");
        QTest::newRow("no role") << QByteArray("pipe=x pid=1 uid=1 user=a role=king program=b framing=c");
        QTest::newRow("bad escape") << QByteArray("pipe=\\q pid=1 uid=1 user=a role=client program=b framing=c");
    }

    void otherTexts()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!connectionFromDescription(text));
    }

    void titles()
    {
        ConnectionInfo info = sampleConnection();
        info.id.value = 3;
        QCOMPARE(connectionTitle(info), QByteArray("/tmp/CoreFxPipe_pipe_test1 #3 worker 4242"));
        info.ours = std::nullopt;
        QCOMPARE(connectionTitle(info), QByteArray("/tmp/CoreFxPipe_pipe_test1 #3 pipeglass 17 > worker 4242"));
        info.peers = {};
        info.pipe = "\xff\n";
        QCOMPARE(connectionTitle(info), QByteArray("\\xff\\x0a #3"));
        info.pipe = QByteArray(5000, '\x01');
        QVERIFY(connectionTitle(info).size() < 1000);
    }
};

QTEST_GUILESS_MAIN(TestConnectionDescription)

} // namespace tst_connectiondescription

#include "tst_connectiondescription.moc"
