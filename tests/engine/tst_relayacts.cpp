// SPDX-License-Identifier: MIT
#include "engine/relayfixture.h"
#include "support/testmain.h"

namespace tst_relayacts {

using namespace pipeglass;
using namespace pipeglass::engine;
using namespace pipeglass::test;
using capture::EventKind;
using Fixture = RelayFixture;

/// Injecting and cutting.
class TestRelayActs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void messagesAreInjectedBetweenMessages_data()
    {
        QTest::addColumn<QByteArray>("framing");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("injected");
        QTest::newRow("length") << QByteArray("int32le") << framed("theirs") << framed("ours");
        QTest::newRow("line") << QByteArray("line") << QByteArray("theirs\n") << QByteArray("ours\n");
    }

    void messagesAreInjectedBetweenMessages()
    {
        QFETCH(QByteArray, framing);
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, injected);
        for (const Side from : { Side::Client, Side::Server }) {
            for (qsizetype begun = 0; begun < message.size(); ++begun) {
                Fixture f(framing.constData());
                if (begun > 0)
                    f.write(from, message.first(begun));
                QVERIFY(f.received(from, message.first(begun)));
                QVERIFY(f.connection.inject(from, "ours"));
                if (begun > 0)
                    QVERIFY(f.receivedOnly(from, message.first(begun)));
                f.write(from, message.sliced(begun) + message);
                const QByteArray all = begun == 0 ? injected + message + message : message + injected + message;
                QVERIFY(f.received(from, all));
                QCOMPARE(f.stream(from), all);
                QCOMPARE(malformedIn(*f.recorder.recording()), qsizetype{ 0 });
                QVERIFY(f.did(EventKind::Injected));
            }
        }
    }

    void nothingIsInjectedAfterTheEnd()
    {
        Fixture f;
        ::shutdown(f.client.get(), SHUT_WR);
        QTRY_COMPARE(f.connection.state().ends.client, StreamEnd::ByWriter);
        QCOMPARE(f.connection.inject(Side::Client, "x").error().code, ErrorCode::PeerClosed);
        QVERIFY(f.connection.inject(Side::Server, "x"));
        QVERIFY(f.received(Side::Server, framed("x")));
    }

    void isCutAfterBytes()
    {
        RelayRules rules;
        rules.cutAfterBytes = 10;
        Fixture f("raw", rules);
        f.write(Side::Server, "abc");
        QVERIFY(f.received(Side::Server, "abc"));
        f.write(Side::Client, "0123456789");
        QVERIFY(f.received(Side::Client, "0123456"));
        QTRY_VERIFY(f.connection.state().closed);
        QVERIFY(atEnd(f.client) && atEnd(f.server));
        QCOMPARE(f.stream(Side::Client), QByteArray("0123456"));
        QVERIFY(f.did(EventKind::Cut));
        QCOMPARE(f.event(EventKind::Closed)->side, std::nullopt);
    }

    void isCutAfterATime()
    {
        RelayRules rules;
        rules.cutAfterMs = 20;
        Fixture f("raw", rules);
        QTRY_VERIFY(f.connection.state().closed);
        QVERIFY(atEnd(f.client) && atEnd(f.server));
        QVERIFY(f.did(EventKind::Cut));
    }
};

QTEST_GUILESS_MAIN(TestRelayActs)

} // namespace tst_relayacts

#include "tst_relayacts.moc"
