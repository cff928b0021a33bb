// SPDX-License-Identifier: MIT
#include "doctor/runtime/failedconnects.h"
#include "support/testmain.h"

#include <QtEndian>

namespace tst_failedconnects {

using namespace pipeglass;
using namespace pipeglass::doctor;

QByteArray startPayload(const QByteArray &path)
{
    QByteArray address = "Unix:" + QByteArray::number(path.size() + 3) + ":{";
    for (const char c : path)
        address += QByteArray::number(static_cast<uchar>(c)) + ',';
    address += "0}";
    QByteArray payload;
    for (const char c : address)
        payload.append(c).append('\0');
    return payload.append(2, '\0');
}

QByteArray errorPayload(qint32 error)
{
    QByteArray payload(6, '\0'); // and an empty message
    qToLittleEndian(error, payload.data());
    return payload;
}

class TestFailedConnects : public QObject {
    Q_OBJECT

private:
    static void fail(FailedConnects &connects, const QByteArray &path, qint32 error, quint64 thread = 1)
    {
        connects.add({ 1, thread, startPayload(path) });
        connects.add({ 3, thread, errorPayload(error) });
        connects.add({ 2, thread, {} });
    }

private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QByteArray>("path"); // empty: none
        QTest::newRow("path") << QStringLiteral("Unix:7:{47,116,109,112,0}") << QByteArray("/tmp");
        QTest::newRow("not ASCII") << QStringLiteral("Unix:4:{195,164}") << QByteArray("\xc3\xa4");
        QTest::newRow("after the NUL") << QStringLiteral("Unix:4:{47,0,120,0}") << QByteArray("/");
        QTest::newRow("abstract") << QStringLiteral("Unix:4:{0,120}") << QByteArray();
        QTest::newRow("unnamed") << QStringLiteral("Unix:2:{}") << QByteArray();
        QTest::newRow("TCP") << QStringLiteral("InterNetwork:16:{0,1,127,0,0,1}") << QByteArray();
        QTest::newRow("no byte") << QStringLiteral("Unix:3:{256,0}") << QByteArray();
        QTest::newRow("no number") << QStringLiteral("Unix:3:{47,x,0}") << QByteArray();
        QTest::newRow("not closed") << QStringLiteral("Unix:3:{47,0") << QByteArray();
        QTest::newRow("nothing") << QString() << QByteArray();
    }

    void addresses()
    {
        QFETCH(const QString, address);
        QFETCH(const QByteArray, path);
        QCOMPARE(unixPathFrom(address).value_or(QByteArray()), path);
    }

    void theMostFrequentIsFirst()
    {
        FailedConnects connects;
        fail(connects, "/tmp/a", 10049);
        fail(connects, "/tmp/b", 10061);
        fail(connects, "/tmp/b", 10061);
        fail(connects, "/tmp/b", 10013);
        const std::vector<FailedConnect> all = connects.all();
        QCOMPARE(all.size(), size_t{ 3 });
        QCOMPARE(all[0], (FailedConnect{ "/tmp/b", 10061, 2 }));
        QCOMPARE(all[1], (FailedConnect{ "/tmp/a", 10049, 1 }));
        QCOMPARE(all[2], (FailedConnect{ "/tmp/b", 10013, 1 }));
    }

    void threadsAreKeptApart()
    {
        FailedConnects connects;
        connects.add({ 1, 1, startPayload("/tmp/a") });
        connects.add({ 1, 2, startPayload("/tmp/b") });
        connects.add({ 3, 1, errorPayload(10049) });
        connects.add({ 3, 3, errorPayload(10049) }); // of a connect that began before
        QCOMPARE(connects.all(), (std::vector<FailedConnect>{ { "/tmp/a", 10049, 1 } }));
    }

    void whatSucceedsIsNotCounted()
    {
        FailedConnects connects;
        connects.add({ 1, 1, startPayload("/tmp/a") });
        connects.add({ 2, 1, {} });
        connects.add({ 3, 1, errorPayload(10049) });
        connects.add({ 4, 1, startPayload("/tmp/a") });
        QVERIFY(connects.isEmpty());
    }

    void damagedEventsAreIgnored()
    {
        FailedConnects connects;
        connects.add({ 1, 1, startPayload("/tmp/a").left(9) });
        connects.add({ 3, 1, errorPayload(10049) });
        connects.add({ 1, 1, startPayload("/tmp/a") });
        connects.add({ 3, 1, errorPayload(10049).left(3) });
        QVERIFY(connects.isEmpty());
    }

    void itIsBounded()
    {
        FailedConnects connects;
        for (quint64 i = 0; i < 10'000; ++i) {
            connects.add({ 1, i, startPayload("/tmp/started") });
            fail(connects, "/tmp/" + QByteArray::number(i), 10049, 1);
        }
        QCOMPARE(connects.all().size(), size_t{ 64 });
    }

    void errorsOfSockets()
    {
        QCOMPARE(errorOfSocket(10013), DotNetErrorId::PermissionDenied);
        QCOMPARE(errorOfSocket(10035), DotNetErrorId::BacklogFull);
        QCOMPARE(errorOfSocket(10041), DotNetErrorId::WrongSocketType);
        QCOMPARE(errorOfSocket(10049), DotNetErrorId::NoSuchFile);
        QCOMPARE(errorOfSocket(10061), DotNetErrorId::ConnectionRefused);
        QCOMPARE(errorOfSocket(-1), DotNetErrorId::NoSuchFile);
    }
};

QTEST_GUILESS_MAIN(TestFailedConnects)

} // namespace tst_failedconnects

#include "tst_failedconnects.moc"
