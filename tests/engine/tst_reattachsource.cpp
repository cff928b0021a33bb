// SPDX-License-Identifier: MIT
#include "engine/recorded.h"
#include "engine/sessionfixture.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <unistd.h>

namespace tst_reattachsource {

using namespace pipeglass;
using namespace pipeglass::engine;
using namespace pipeglass::test;

/// A session that stays when the server has gone, and dials again.
class TestReattachSource : public QObject {
    Q_OBJECT

    PrivateDirectory m_directory;

    static AttachRequest staying(const QByteArray &path)
    {
        AttachRequest request = attaching(path);
        request.stays = true;
        return request;
    }

private Q_SLOTS:
    void sameRecording()
    {
        const QByteArray path = m_directory.filePath("CoreFxPipe_again");
        UniqueFd listener = listeningAt(path);
        SessionFixture f(staying(path));
        QTRY_COMPARE(f.opened.count(), 1);
        UniqueFd server = accepted(listener);
        writeAll(server, framed("one"));
        QTRY_COMPARE(f.messages.count(), 1);
        f.session.dial(); // ignored: there is a connection
        server.reset();
        QTRY_VERIFY(f.session.connections().empty());
        QCOMPARE(f.ended.count(), 0);
        QCOMPARE(f.session.send("lost").error().code, ErrorCode::PeerClosed);

        listener.reset();
        QCOMPARE(::unlink(path.constData()), 0);
        QSignalSpy dialFailed(&f.session, &Session::dialFailed);
        f.session.dial();
        QVERIFY(dialFailed.count() > 0 || dialFailed.wait(20'000));
        QCOMPARE(dialFailed[0][0].value<Error>().code, ErrorCode::NoSuchPipe);

        listener = listeningAt(path); // another file of the same name
        f.session.dial();
        f.session.dial(); // ignored: one is dialled
        QTRY_COMPARE(f.opened.count(), 2);
        server = accepted(listener);
        writeAll(server, framed("two"));
        QTRY_COMPARE(f.messages.count(), 2);
        QVERIFY(f.session.send("three"));
        QByteArray got;
        QTRY_VERIFY((got += readAvailable(server)) == framed("three"));
        QCOMPARE(f.ready.count(), 1); // opened once
        QCOMPARE(f.session.recording()->connections().size(), size_t{ 2 });
        QCOMPARE(payloadsOf(*f.session.recording(), Side::Server), (QByteArrayList{ "one", "two" }));
        f.session.close();
        QCOMPARE(f.ended.count(), 1);
    }

    void closedWhileItWaits()
    {
        const QByteArray path = m_directory.filePath("CoreFxPipe_closed");
        const UniqueFd listener = listeningAt(path);
        SessionFixture f(staying(path));
        QTRY_COMPARE(f.opened.count(), 1);
        accepted(listener).reset();
        QTRY_VERIFY(f.session.connections().empty());
        f.session.dial();
        f.session.close();
        QCOMPARE(f.ended.count(), 1);
    }

    void firstConnectionFails()
    {
        SessionFixture f(staying(m_directory.filePath("CoreFxPipe_missing")));
        QCOMPARE(f.failure(), ErrorCode::NoSuchPipe);
        QTRY_COMPARE(f.ended.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestReattachSource)

} // namespace tst_reattachsource

#include "tst_reattachsource.moc"
