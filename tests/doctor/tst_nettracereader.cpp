// SPDX-License-Identifier: MIT
#include "doctor/runtime/failedconnects.h"
#include "doctor/runtime/nettracereader.h"
#include "support/testmain.h"

#include <QFile>

namespace tst_nettracereader {

using namespace pipeglass;
using namespace pipeglass::doctor;

/// A session with a client of .NET 10 that tries two paths and a TCP port, each two times.
QByteArray recordedStream()
{
    QFile file(QFINDTESTDATA("../fuzz/seeds/nettrace/connects"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class TestNetTraceReader : public QObject {
    Q_OBJECT

private:
    FailedConnects m_failed;
    int m_events = 0;

    NetTraceReader reader(const QByteArray &provider = "System.Net.Sockets")
    {
        m_failed = {};
        m_events = 0;
        return { provider, [this](const RuntimeEvent &event) {
                    ++m_events;
                    m_failed.add(event);
                } };
    }

    void expectConnects() const
    {
        const std::vector<FailedConnect> all = m_failed.all();
        QCOMPARE(all.size(), size_t{ 2 });
        QCOMPARE(all[0], (FailedConnect{ "/tmp/CoreFxPipe_nobody", 10049, 2 }));
        QCOMPARE(all[1], (FailedConnect{ "/tmp/CoreFxPipe_stale", 10061, 2 }));
    }

private Q_SLOTS:
    void readsARuntimesStream()
    {
        NetTraceReader whole = reader();
        QVERIFY(whole.feed(recordedStream()));
        QVERIFY(whole.atEnd());
        expectConnects();
    }

    void piecesMakeNoDifference_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : { 1, 2, 7, 100, 1000 })
            QTest::addRow("%d", size) << size;
    }

    void piecesMakeNoDifference()
    {
        QFETCH(const int, size);
        NetTraceReader pieces = reader();
        const QByteArray stream = recordedStream();
        for (qsizetype at = 0; at < stream.size(); at += size) {
            QVERIFY(!pieces.atEnd());
            QVERIFY(pieces.feed(stream.mid(at, size)));
        }
        QVERIFY(pieces.atEnd());
        expectConnects();
    }

    void otherProvidersArePassedOver()
    {
        NetTraceReader other = reader("System.Net.Socket");
        QVERIFY(other.feed(recordedStream()));
        QCOMPARE(m_events, 0);
    }

    void whatIsNoStreamIsRefused_data()
    {
        QTest::addColumn<QByteArray>("stream");
        const QByteArray good = recordedStream();
        QTest::newRow("other bytes") << QByteArray("HTTP/1.1 200 OK\r\n");
        QTest::newRow("another start") << "X" + good.mid(1);
        const auto changed = [&good](qsizetype at, const char *bytes, qsizetype size) {
            return good.left(at) + QByteArray(bytes, size) + good.mid(at + size);
        };
        const qsizetype type = good.indexOf("MetadataBlock");
        QVERIFY(type > 0);
        QTest::newRow("a newer format") << changed(type - 8, "\x05\0\0\0", 4);
        QTest::newRow("a long name") << changed(type - 4, "\xff\xff\xff\xff", 4);
        QTest::newRow("a huge block") << changed(type + 14, "\xff\xff\xff\x7f", 4);
        QTest::newRow("no object") << changed(32, "\x09", 1);
        const qsizetype block = (type + 14 + 4 + 3) / 4 * 4;
        QTest::newRow("not compressed") << changed(block + 2, "\0", 1);
        QTest::newRow("a short header") << changed(block, "\x03\0", 2);
    }

    void whatIsNoStreamIsRefused()
    {
        QFETCH(const QByteArray, stream);
        NetTraceReader bad = reader();
        QVERIFY(!bad.feed(stream));
        QVERIFY(!bad.feed(recordedStream()));
        QVERIFY(!bad.atEnd());
        QVERIFY(m_failed.isEmpty());
    }

    void aTruncatedStreamWaits()
    {
        const QByteArray stream = recordedStream();
        for (qsizetype size = 0; size < stream.size(); ++size) {
            NetTraceReader part = reader();
            QVERIFY(part.feed(stream.left(size)));
            QVERIFY(!part.atEnd());
        }
    }
};

QTEST_GUILESS_MAIN(TestNetTraceReader)

} // namespace tst_nettracereader

#include "tst_nettracereader.moc"
