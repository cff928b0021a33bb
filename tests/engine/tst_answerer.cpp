// SPDX-License-Identifier: MIT
#include "engine/recorded.h"
#include "engine/sessionfixture.h"
#include "engine/sessions/ruleresponder.h"
#include "rules/rulefile.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QElapsedTimer>

#include <sys/socket.h>

namespace tst_answerer {

using namespace pipeglass;
using namespace pipeglass::engine;
using namespace pipeglass::test;

std::shared_ptr<Responder> responderOf(const QByteArray &toml)
{
    auto set = rules::parseRules(toml, "rules.toml");
    if (!set)
        qFatal("%s", qPrintable(set.error().detail));
    return std::make_shared<RuleResponder>(*std::move(set));
}

HostRequest ruled(const QByteArray &name, const QByteArray &toml)
{
    HostRequest request = hosting(name);
    request.responder = responderOf(toml);
    return request;
}

class TestAnswerer : public QObject {
    Q_OBJECT

private:
    PrivateDirectory m_directory;

private Q_SLOTS:
    void aDelayedAnswerKeepsTheOrder()
    {
        SessionFixture f(ruled("order", "[[rule]]\nwhen_text='slow'\nreply='1'\ndelay_ms=120\n[[rule]]\nreply='2'\n"));
        QVERIFY(f.wait());
        const UniqueFd client = f.client();
        const UniqueFd other = f.client();
        QElapsedTimer timer;
        timer.start();
        writeAll(client, framed("slow") + framed("fast"));
        ::shutdown(client.get(), SHUT_WR); // and waits for the answers
        writeAll(other, framed("fast"));
        QByteArray otherRead;
        QTRY_COMPARE((otherRead += readAvailable(other), otherRead), framed("2")); // is not held back
        QByteArray read;
        QTRY_COMPARE((read += readAvailable(client), read), framed("1") + framed("2"));
        QVERIFY(timer.elapsed() >= 120);
        QTRY_VERIFY(atEnd(client));
    }

    void closesWhenTheReplyWasSent()
    {
        const QByteArray large(1 << 20, 'x'); // more than the kernel takes at once
        SessionFixture f(ruled("close", "[[rule]]\nwhen_text='a'\n[[rule]]\nreply='" + large + "'\nthen='close'\n"));
        QVERIFY(f.wait());
        const UniqueFd client = f.client();
        writeAll(client, framed("a") + framed("b") + framed("c"));
        QByteArray read;
        QTRY_VERIFY((read += readAvailable(client), atEnd(client)));
        QCOMPARE(read, framed(large)); // "a" and "c" are not answered
        QTRY_VERIFY(!f.changed.isEmpty() && f.changed.last().first().value<ConnectionState>().closed);
        QCOMPARE(f.problems.count(), 0);
    }

    void endsOnlyItsHalf()
    {
        SessionFixture f(ruled("half", "[[rule]]\nreply='last'\ndelay_ms=1\nthen='half-close'\n"));
        QVERIFY(f.wait());
        const UniqueFd client = f.client();
        writeAll(client, framed("a"));
        QByteArray read;
        QTRY_VERIFY((read += readAvailable(client), atEnd(client)));
        QCOMPARE(read, framed("last"));
        writeAll(client, framed("b"));
        QTRY_COMPARE(payloadsOf(*f.session.recording(), Side::Client), QByteArrayList({ "a", "b" }));
        QCOMPARE(payloadsOf(*f.session.recording(), Side::Server), QByteArrayList({ "last" }));
    }

    void aClientThatLeavesIsForgotten()
    {
        SessionFixture f(ruled("leave", "[[rule]]\nreply='x'\ndelay_ms=50\n"));
        QVERIFY(f.wait());
        {
            const UniqueFd client = f.client();
            writeAll(client, framed("a"));
            QTRY_COMPARE(f.messages.count(), 1);
        }
        QTRY_VERIFY(!f.changed.isEmpty() && f.changed.last().first().value<ConnectionState>().closed);
        const UniqueFd next = f.client();
        writeAll(next, framed("b"));
        QByteArray read;
        QTRY_COMPARE((read += readAvailable(next), read), framed("x"));
        QCOMPARE(payloadsOf(*f.session.recording(), Side::Server), QByteArrayList({ "x" }));
    }

    /// What waits is bounded: the client's writes come to a halt.
    void readsNoMoreWhileMuchWaits()
    {
        SessionFixture f(ruled("much", "[[rule]]\ndelay_ms=3600000\n"));
        QVERIFY(f.wait());
        const UniqueFd client = f.client();
        const QByteArray messages = framed("x").repeated(1000);
        QByteArray left;
        qsizetype written = 0;
        QTRY_VERIFY([&] {
            if (left.isEmpty())
                left = messages;
            const qsizetype before = left.size();
            writePossible(client, left);
            written += before - left.size();
            return before == left.size() && f.messages.count() > 1000;
        }());
        QVERIFY2(written < 4'000'000, QByteArray::number(written).constData());
    }

    void rulesCanBeChangedWhileHosting()
    {
        SessionFixture f(ruled("change", "[[rule]]\nreply='old'\n"));
        QVERIFY(f.wait());
        const UniqueFd client = f.client();
        QByteArray read;
        writeAll(client, framed("a"));
        QTRY_COMPARE((read += readAvailable(client), read), framed("old"));
        f.session.setResponder(responderOf("[[rule]]\nreply='new {count}'\n"));
        writeAll(client, framed("a"));
        QTRY_COMPARE((read += readAvailable(client), read), framed("old") + framed("new 1"));
        f.session.setResponder(nullptr);
        writeAll(client, framed("unanswered"));
        QTRY_COMPARE(f.messages.count(), 5);
        QCOMPARE(payloadsOf(*f.session.recording(), Side::Server).size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestAnswerer)

} // namespace tst_answerer

#include "tst_answerer.moc"
