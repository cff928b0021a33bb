// SPDX-License-Identifier: MIT
#include "engine/relayfixture.h"
#include "support/testmain.h"

#include <QElapsedTimer>

#include <algorithm>
#include <chrono>

namespace tst_shaping {

using namespace pipeglass;
using namespace pipeglass::engine;
using namespace pipeglass::test;
using capture::EventKind;
using Kind = HeldAction::Kind;

/// Of what `from` sends.
RelayRules rulesFor(Side from, const DirectionRules &rules)
{
    RelayRules all;
    all.from[from] = rules;
    return all;
}

HoldRule holdRule(const char *filter, bool keepsOrder)
{
    const QString text = QString::fromLatin1(filter);
    return { text, filter::Filter::parse(text).value(), keepsOrder };
}

RelayRules holding(Side from, const HoldRule &rule = {}) { return rulesFor(from, { .hold = rule }); }

struct Fixture : RelayFixture {
    using RelayFixture::RelayFixture;

    [[nodiscard]] const std::vector<HeldMessage> &held() const { return connection.state().held; }
    [[nodiscard]] bool holds(size_t count) const { return held().size() == count; }
    Status decide(size_t which, const HeldAction &action)
    {
        const HeldMessage one = held().at(which);
        return connection.decide(one.from, one.id, action);
    }
};

class TestShaping : public QObject {
    Q_OBJECT

    static void sides()
    {
        QTest::addColumn<Side>("from");
        QTest::newRow("client") << Side::Client;
        QTest::newRow("server") << Side::Server;
    }

private Q_SLOTS:
    void aPausedDirectionWaits_data() { sides(); }

    void aPausedDirectionWaits()
    {
        QFETCH(Side, from);
        Fixture f("int32le", rulesFor(from, { .paused = true }));
        f.write(from, framed("later"));
        f.write(otherSide(from), framed("now"));
        QVERIFY(f.received(otherSide(from), framed("now")));
        QVERIFY(f.receivedOnly(from, {}));
        QVERIFY(f.stream(from).isEmpty());
        f.connection.setRules({});
        QVERIFY(f.received(from, framed("later")));
        QCOMPARE(f.stream(from), framed("later"));
        QVERIFY(f.did(EventKind::Paused) && f.did(EventKind::Resumed));
    }

    /// Back-pressure: the writer is stopped, and memory is bounded.
    void aPausedDirectionIsBounded()
    {
        Fixture f("raw", rulesFor(Side::Client, { .paused = true }));
        const QByteArray all(6 << 20, 'b');
        QByteArray rest = all;
        const auto isFull = [&] {
            const qsizetype before = rest.size();
            writePossible(f.client, rest);
            return rest.size() == before;
        };
        QTRY_VERIFY(isFull());
        QTest::qWait(20);
        QVERIFY(f.connection.queuedBytes() <= Relay::queueLimit + (qint64{ 512 } << 10U));
        QVERIFY(rest.size() > 3 << 20);
        f.connection.setRules({});
        qsizetype read = 0;
        const auto drain = [&] {
            writePossible(f.client, rest);
            return (read += readAvailable(f.server).size()) == all.size();
        };
        QTRY_VERIFY_WITH_TIMEOUT(drain(), 20'000);
        QVERIFY(f.stream(Side::Client) == all);
    }

    /// The end of what a side sends stays behind its last byte.
    void anEndWaitsBehindBytes_data()
    {
        QTest::addColumn<bool>("closes");
        QTest::newRow("half-close") << false;
        QTest::newRow("close") << true;
    }

    void anEndWaitsBehindBytes()
    {
        QFETCH(bool, closes);
        Fixture f("int32le", rulesFor(Side::Client, { .paused = true }));
        f.write(Side::Client, framed("last"));
        if (closes)
            f.client.reset();
        else
            ::shutdown(f.client.get(), SHUT_WR);
        QTest::qWait(20);
        QVERIFY(!f.connection.state().closed);
        QCOMPARE(f.connection.state().ends.client, StreamEnd::Open);
        f.connection.setRules({});
        QVERIFY(f.received(Side::Client, framed("last")));
        QTRY_VERIFY(atEnd(f.server));
        if (!closes) {
            f.write(Side::Server, framed("answer"));
            QVERIFY(f.received(Side::Server, framed("answer")));
        }
        f.server.reset();
        QTRY_VERIFY(f.connection.state().closed);
        QCOMPARE(f.stream(Side::Client), framed("last"));
    }

    void whatCannotBeDeliveredIsRecorded()
    {
        Fixture f("int32le", rulesFor(Side::Client, { .paused = true }));
        f.write(Side::Client, framed("lost"));
        QTRY_VERIFY(f.connection.queuedBytes() > 0);
        f.server.reset();
        f.client.reset();
        QTRY_VERIFY(f.connection.state().closed);
        QVERIFY(f.stream(Side::Client).isEmpty());
        QCOMPARE(f.event(EventKind::Undelivered)->bytes, quint64{ 8 });
        QCOMPARE(f.events().back(), EventKind::Closed);
    }

    void aDelayKeepsTheOrder()
    {
        Fixture f("line", rulesFor(Side::Client, { .delayMs = 30, .jitterMs = 40 }));
        QElapsedTimer time;
        time.start();
        QByteArray all;
        for (int i = 0; i < 50; ++i) {
            const QByteArray line = "line " + QByteArray::number(i) + '\n';
            f.write(Side::Client, line);
            all += line;
            QCoreApplication::processEvents();
        }
        QVERIFY(f.received(Side::Client, all));
        QVERIFY(time.elapsed() >= 30);
        QCOMPARE(f.stream(Side::Client), all);
        const auto slowed = f.event(EventKind::Slowed);
        QCOMPARE(slowed->delayMs, 30);
        QCOMPARE(slowed->jitterMs, 40);
    }

    void theRateIsLimited()
    {
        constexpr qint64 rate = 400'000;
        Fixture f("raw", rulesFor(Side::Client, { .bytesPerSecond = rate }));
        const QByteArray all(100'000, 'r'); // 0.25 s, of which a tenth of a second may pass at once
        QElapsedTimer time;
        time.start();
        QByteArray rest = all;
        qsizetype read = 0;
        const auto pump = [&] {
            writePossible(f.client, rest);
            return (read += readAvailable(f.server).size()) == all.size();
        };
        QTRY_VERIFY_WITH_TIMEOUT(pump(), 10'000);
        QVERIFY(time.elapsed() >= 125);
        QVERIFY(f.stream(Side::Client) == all);
    }

    void heldMessagesAreDecided()
    {
        Fixture f("int32le", holding(Side::Client));
        for (const char *text : { "send", "drop", "edit", "twice", "delay" })
            f.write(Side::Client, framed(text));
        QTRY_VERIFY(f.holds(5));
        QVERIFY(f.receivedOnly(Side::Client, {}));
        QVERIFY(f.decide(4, { Kind::Delay, {}, 10 }));
        QVERIFY(f.decide(3, { Kind::Duplicate }));
        QVERIFY(f.decide(2, { Kind::Edit, "changed" }));
        QVERIFY(f.decide(1, { Kind::Drop }));
        QTRY_VERIFY(f.holds(4)); // the delayed one passes behind the others
        QVERIFY(f.receivedOnly(Side::Client, {}));
        while (!f.holds(0))
            QVERIFY(f.decide(0, { Kind::SendOn }));
        const QByteArray sent =
            framed("send") + framed("changed") + framed("twice") + framed("twice") + framed("delay");
        QVERIFY(f.received(Side::Client, sent));
        QCOMPARE(f.stream(Side::Client), sent);
        QCOMPARE(f.event(EventKind::Dropped)->data, framed("drop"));
        QCOMPARE(f.event(EventKind::Edited)->data, framed("edit"));
        QVERIFY(f.did(EventKind::Held) && f.did(EventKind::SentOn) && f.did(EventKind::Delayed));
        QVERIFY(f.did(EventKind::Duplicated));
    }

    void onlyMatchingMessagesAreHeld_data()
    {
        QTest::addColumn<bool>("keepsOrder");
        QTest::newRow("later ones wait") << true;
        QTest::newRow("later ones pass") << false;
    }

    void onlyMatchingMessagesAreHeld()
    {
        QFETCH(bool, keepsOrder);
        Fixture f("int32le", holding(Side::Server, holdRule("length > 2 and text contains \"stop\"", keepsOrder)));
        f.write(Side::Server, framed("a") + framed("stop it") + framed("b").chopped(1));
        QTRY_VERIFY(f.holds(1));
        f.write(Side::Server, "b");
        QCOMPARE(f.held().front().payload.toByteArray(), QByteArray("stop it"));
        QVERIFY(f.receivedOnly(Side::Server, keepsOrder ? framed("a") : framed("a") + framed("b")));
        QVERIFY(f.decide(0, { Kind::SendOn }));
        QVERIFY(f.received(
            Side::Server,
            framed("a") + (keepsOrder ? framed("stop it") + framed("b") : framed("b") + framed("stop it"))));
        QVERIFY(f.stream(Side::Server).size() == 4 * 3 + 9);
    }

    /// A message of which a part has passed is not held; whatever has begun before.
    void holdingBeginsWithTheNextMessage()
    {
        for (const qsizetype begun : { 2, 4, 6 }) {
            Fixture f;
            const QByteArray first = framed("first");
            f.write(Side::Client, first.first(begun));
            QVERIFY(f.received(Side::Client, first.first(begun)));
            f.connection.setRules(holding(Side::Client));
            f.write(Side::Client, first.sliced(begun) + framed("second"));
            QTRY_VERIFY(f.holds(1));
            QCOMPARE(f.held().front().payload.toByteArray(), QByteArray("second"));
            QVERIFY(f.receivedOnly(Side::Client, first));
            f.connection.setRules({}); // sends it on
            QVERIFY(f.received(Side::Client, first + framed("second")));
            QVERIFY(f.holds(0));
            QCOMPARE(malformedIn(*f.recorder.recording()), qsizetype{ 0 });
        }
    }

    void malformedBytesPass()
    {
        Fixture f("int32le", holding(Side::Client));
        const QByteArray bad(6, '\xff');
        f.write(Side::Client, bad);
        QVERIFY(f.received(Side::Client, bad));
    }

    void whatCannotBeEncodedIsRefused()
    {
        Fixture f("line", holding(Side::Client));
        f.write(Side::Client, "one\n");
        QTRY_VERIFY(f.holds(1));
        QCOMPARE(f.decide(0, { Kind::Edit, "a\nb" }).error().code, ErrorCode::MessageNotEncodable);
        QVERIFY(f.holds(1));
        QVERIFY(f.decide(0, { Kind::Drop }));
        QCOMPARE(f.connection.decide(Side::Client, 1, {}).error().code, ErrorCode::InvalidArgument);
        QVERIFY(f.stream(Side::Client).isEmpty());
    }

    void heldMessagesAreBounded()
    {
        Fixture f("line", holding(Side::Client));
        QByteArray rest = (QByteArray(99, 'x') + '\n').repeated(50'000);
        const auto isFull = [&] {
            const qsizetype before = rest.size();
            writePossible(f.client, rest);
            return rest.size() == before;
        };
        QTRY_VERIFY(isFull());
        QTest::qWait(20);
        QCOMPARE(f.held().size(), Shaper::mostHeld);
        QVERIFY(f.connection.queuedBytes() <= qint64{ 512 } << 10U);
        // Whoever drops them gets the next ones.
        const quint64 last = f.held().back().id;
        while (!f.holds(0) && f.held().front().id <= last)
            QVERIFY(f.decide(0, { Kind::Drop }));
        QTRY_VERIFY(f.held().size() == Shaper::mostHeld && f.held().front().id > last);
        QVERIFY(!f.decide(0, { Kind::Duplicate }));
        f.connection.close();
        QVERIFY(f.holds(0));
    }

    /// Without rules the bytes go straight on again.
    void rulesCanChangeAtAnyTime()
    {
        Fixture f("line");
        QByteArray all;
        const std::vector<DirectionRules> some{ {},
                                                { .paused = true },
                                                { .hold = HoldRule() },
                                                { .delayMs = 5 },
                                                { .hold = holdRule("text contains \"7\"", false), .delayMs = 3 },
                                                { .bytesPerSecond = 50'000 } };
        for (size_t i = 0; i < 60; ++i) {
            f.connection.setRules(rulesFor(Side::Client, some[i % some.size()]));
            const QByteArray line = "line " + QByteArray::number(i);
            f.write(Side::Client, line.first(3));
            all += line + '\n';
            QCoreApplication::processEvents();
            f.connection.setRules(rulesFor(Side::Client, some[i * 7 / 3 % some.size()]));
            f.write(Side::Client, line.sliced(3) + '\n');
            QCoreApplication::processEvents();
        }
        f.connection.setRules({});
        QVERIFY(f.received(Side::Client, all) || f.stream(Side::Client).size() == all.size());
        QCOMPARE(malformedIn(*f.recorder.recording()), qsizetype{ 0 });
    }
};

QTEST_GUILESS_MAIN(TestShaping)

} // namespace tst_shaping

#include "tst_shaping.moc"
