// SPDX-License-Identifier: MIT
#include "catalog/naming/abstractname.h"
#include "core/uniquefd.h"
#include "support/testmain.h"

#include <unistd.h>

namespace tst_abstractname {

using namespace pipeglass;
using namespace pipeglass::catalog;

/// A name that is unique among concurrent tests.
QByteArray unique(const QByteArray &name) { return "@pgt-" + QByteArray::number(::getpid()) + name; }

UniqueFd boundAt(const QByteArray &name, int type)
{
    UniqueFd fd(::socket(AF_UNIX, type | SOCK_CLOEXEC, 0));
    const auto address = abstractAddress(name);
    if (!address || ::bind(fd.get(), address->get(), address->size) != 0)
        qFatal("cannot bind");
    return fd;
}

class TestAbstractName : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("isGood");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("plain") << QByteArray("@x") << true << ErrorCode::System;
        QTest::newRow("NULs") << QByteArray("@\0a\0", 4) << true << ErrorCode::System;
        QTest::newRow("longest") << "@" + QByteArray(107, 'x') << true << ErrorCode::System;
        QTest::newRow("too long") << "@" + QByteArray(108, 'x') << false << ErrorCode::PathTooLong;
        QTest::newRow("empty") << QByteArray("@") << false << ErrorCode::InvalidName;
        QTest::newRow("a file") << QByteArray("/tmp/x") << false << ErrorCode::InvalidName;
    }

    void addresses()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const bool, isGood);
        const auto address = abstractAddress(name);
        QCOMPARE(address.has_value(), isGood);
        if (!isGood) {
            QTEST(address.error().code, "code");
            return;
        }
        QCOMPARE(size_t{ address->size }, offsetof(sockaddr_un, sun_path) + static_cast<size_t>(name.size()));
        QCOMPARE(QByteArray(address->address.sun_path, name.size()), QByteArray(1, '\0') + name.sliced(1));
    }

    void finds_data()
    {
        QTest::addColumn<QByteArray>("bound");
        QTest::addColumn<int>("type");
        QTest::addColumn<QByteArray>("asked");
        QTest::newRow("stream") << unique("a") << int{ SOCK_STREAM } << unique("a");
        QTest::newRow("seqpacket") << unique("b") << int{ SOCK_SEQPACKET } << unique("b");
        QTest::newRow("datagram") << unique("c") << int{ SOCK_DGRAM } << unique("c");
        QTest::newRow("escaped") << unique(QByteArray("\0\xff", 2)) << int{ SOCK_STREAM } << unique("\\x00\\xff");
        QTest::newRow("a path") << unique("/.X11-unix/X77") << int{ SOCK_STREAM } << unique("/.X11-unix/X77");
    }

    void finds()
    {
        QFETCH(const QByteArray, bound);
        QFETCH(const QByteArray, asked);
        QFETCH(const int, type);
        QVERIFY(!resolveAbstract(asked));
        const UniqueFd socket = boundAt(bound, type);
        const auto found = resolveAbstract(asked);
        QVERIFY(found);
        QCOMPARE(found->name, bound);
        QCOMPARE(found->type, type);
        QVERIFY(!found->isListening);
    }

    void exactBytesCountFirst()
    {
        const UniqueFd exact = boundAt(unique("\\x41"), SOCK_STREAM);
        const UniqueFd fromText = boundAt(unique("A"), SOCK_STREAM);
        QCOMPARE(resolveAbstract(unique("\\x41"))->name, unique("\\x41"));
    }

    void aListenerCountsFirst()
    {
        const UniqueFd datagram = boundAt(unique("d"), SOCK_DGRAM);
        const UniqueFd bound = boundAt(unique("d"), SOCK_STREAM);
        const UniqueFd listener = boundAt(unique("d"), SOCK_SEQPACKET);
        QCOMPARE(resolveAbstract(unique("d"))->type, int{ SOCK_STREAM });
        QCOMPARE(::listen(listener.get(), 1), 0);
        const auto found = resolveAbstract(unique("d"));
        QCOMPARE(found->type, int{ SOCK_SEQPACKET });
        QVERIFY(found->isListening);
    }

    void nobodyIsThere()
    {
        const auto found = resolveAbstract(unique("nobody"));
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::NoSuchPipe);
    }
};

QTEST_GUILESS_MAIN(TestAbstractName)

} // namespace tst_abstractname

#include "tst_abstractname.moc"
