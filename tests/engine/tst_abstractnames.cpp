// SPDX-License-Identifier: MIT
#include "catalog/naming/abstractname.h"
#include "engine/sessionfixture.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <fcntl.h>
#include <unistd.h>

namespace tst_abstractnames {

using namespace pipeglass;
using namespace pipeglass::engine;
using namespace pipeglass::test;

/// A name that no other test of this moment has.
QByteArray unique(const QByteArray &name) { return "@pgt-" + QByteArray::number(::getpid()) + name; }

UniqueFd boundTo(const QByteArray &name, int type = SOCK_STREAM)
{
    UniqueFd fd(::socket(AF_UNIX, type | SOCK_CLOEXEC, 0));
    const auto address = catalog::abstractAddress(name);
    if (!address || ::bind(fd.get(), address->get(), address->size) != 0)
        qFatal("cannot bind");
    return fd;
}

UniqueFd listeningTo(const QByteArray &name, int backlog = 16)
{
    UniqueFd fd = boundTo(name);
    ::listen(fd.get(), backlog);
    return fd;
}

catalog::PipeEntryPtr rowOf(const QByteArray &name)
{
    auto entry = std::make_shared<catalog::PipeEntry>();
    entry->fileName = name;
    entry->kind = catalog::FileKind::Socket;
    entry->socketType = catalog::SocketType::Stream;
    entry->state = catalog::PipeState::Listening;
    entry->hasFile = false;
    return entry;
}

/// Attaching to sockets of the abstract namespace.
class TestAbstractNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void talks_data()
    {
        QTest::addColumn<QByteArray>("bound");
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<bool>("byRow");
        QTest::newRow("by name") << unique("a") << unique("a") << false;
        QTest::newRow("a path") << unique("/.X11-unix/X77") << unique("/.X11-unix/X77") << false;
        QTest::newRow("escaped") << unique(QByteArray("\0\xff", 2)) << unique("\\x00\\xff") << false;
        QTest::newRow("by row") << unique("b") << unique("b") << true;
        QTest::newRow("by row, any bytes") << unique(QByteArray("\0\xff", 2)) << unique("") << true;
    }

    void talks()
    {
        QFETCH(const QByteArray, bound);
        QFETCH(const QByteArray, asked);
        QFETCH(const bool, byRow);
        const UniqueFd listener = listeningTo(bound);
        AttachRequest request = attaching(asked);
        if (byRow)
            request.entry = rowOf(bound);
        SessionFixture client(request);
        QTRY_COMPARE(client.opened.count(), 1);
        QCOMPARE(client.path(), bound);
        const UniqueFd server = accepted(listener);
        QVERIFY(client.session.send("question"));
        QTRY_COMPARE(client.messages.count(), 1);
        writeAll(server, framed("answer"));
        QTRY_COMPARE(client.messages.count(), 2);
        QCOMPARE(readAvailable(server), framed("question"));
    }

    void aFileOfThatNameCountsFirst()
    {
        const QByteArray name = unique("c");
        const UniqueFd abstract = listeningTo(name);
        const PrivateDirectory directory;
        const UniqueFd file = listeningAt(directory.filePath(name));
        SessionFixture client(attaching(name));
        QVERIFY(client.wait());
        QCOMPARE(client.path(), directory.filePath(name));
    }

    void whatIsRefused_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("nobody") << QByteArray("nobody") << ErrorCode::NoSuchPipe;
        QTest::newRow("not listening") << QByteArray("bound") << ErrorCode::NotListening;
        QTest::newRow("another type") << QByteArray("datagram") << ErrorCode::WrongSocketType;
        QTest::newRow("a full backlog") << QByteArray("full") << ErrorCode::TimedOut;
    }

    void whatIsRefused()
    {
        QFETCH(const QByteArray, kind);
        QFETCH(const ErrorCode, code);
        const QByteArray name = unique("/" + kind);
        UniqueFd socket;
        UniqueFd first;
        if (kind == "bound")
            socket = boundTo(name);
        else if (kind == "datagram")
            socket = boundTo(name, SOCK_DGRAM);
        else if (kind == "full") {
            socket = listeningTo(name, 0);
            first = UniqueFd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
            const auto address = catalog::abstractAddress(name);
            QCOMPARE(::connect(first.get(), address->get(), address->size), 0);
        }
        AttachRequest request = attaching(name);
        request.timeoutMs = 100;
        SessionFixture client(request);
        QCOMPARE(client.failure(), code);
        QCOMPARE(client.errors.front().subject, name);
    }
};

QTEST_GUILESS_MAIN(TestAbstractNames)

} // namespace tst_abstractnames

#include "tst_abstractnames.moc"
