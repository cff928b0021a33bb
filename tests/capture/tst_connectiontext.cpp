// SPDX-License-Identifier: MIT
#include "capture/connectiontext.h"
#include "capture/samples.h"
#include "support/testmain.h"

namespace tst_connectiontext {

using namespace pipeglass;
using namespace pipeglass::capture;
using namespace pipeglass::test;

class TestConnectionText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asDocumented()
    {
        QCOMPARE(
            connectionText(sampleConnection()),
            QByteArray("pipe=/tmp/CoreFxPipe_pipe_test1 pid=4242 uid=1000 user=ann role=server program=worker "
                       "framing=int32le"));
    }

    void everyByteComesBack()
    {
        QByteArray all;
        for (int byte = 0; byte < 256; ++byte)
            all.append(static_cast<char>(byte));
        ConnectionInfo info = sampleConnection(all);
        info.peer.program = all;
        info.framing = all;
        info.peer.user = QStringLiteral("a b=c\\d\n\u202e");
        info.peerIsServer = false;
        const QByteArray text = connectionText(info);
        QVERIFY(!text.contains('\n'));
        QVERIFY(!text.contains('\0'));
        const auto got = connectionFromText(text);
        QVERIFY(got.has_value());
        QVERIFY(isSame(*got, info));
    }

    void unknownKeysAreSkipped()
    {
        QVERIFY(connectionFromText("later=1 " + connectionText(sampleConnection()) + " more=x").has_value());
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
        QVERIFY(!connectionFromText(text));
    }

    void titles()
    {
        ConnectionInfo info = sampleConnection();
        info.id.value = 3;
        QCOMPARE(connectionTitle(info), QByteArray("/tmp/CoreFxPipe_pipe_test1 #3 worker 4242"));
        info.peer = {};
        info.pipe = "\xff\n";
        QCOMPARE(connectionTitle(info), QByteArray("\\xff\\x0a #3"));
        info.pipe = QByteArray(5000, '\x01');
        QVERIFY(connectionTitle(info).size() < 1000);
    }
};

QTEST_GUILESS_MAIN(TestConnectionText)

} // namespace tst_connectiontext

#include "tst_connectiontext.moc"
