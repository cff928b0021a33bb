// SPDX-License-Identifier: MIT
#include "engine/sessionfixture.h"
#include "engine/sockets/descriptorlimit.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QFile>

namespace tst_manyclients {

using namespace pipeglass;
using namespace pipeglass::engine;
using namespace pipeglass::test;

constexpr int clientCount = 1000;

qint64 residentKiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmRSS:") + 6;
    return text.sliced(at, text.indexOf("kB", at) - at).trimmed().toLongLong();
}

class TestManyClients : public QObject {
    Q_OBJECT

private:
    PrivateDirectory m_directory;

private Q_SLOTS:
    void allAreAnswered()
    {
        if (!raiseDescriptorLimit())
            QSKIP("the limit of descriptors cannot be raised");
        SessionFixture f(hosting("many"));
        QVERIFY(f.wait());
        Session &host = f.session;
        std::vector<UniqueFd> clients;
        for (int i = 0; i < clientCount; ++i) {
            clients.push_back(dialed(f.path()));
            if (!clients.back().isValid())
                QSKIP("there are too few descriptors for both ends");
            makeNonBlocking(clients.back());
        }
        std::vector<QByteArray> answers(clients.size());
        for (int i = 0; i < clientCount; ++i)
            writeAll(clients[static_cast<size_t>(i)], framed(QByteArray::number(i)));
        QTRY_COMPARE_WITH_TIMEOUT(
            ([&] {
                int complete = 0;
                for (size_t i = 0; i < clients.size(); ++i) {
                    answers[i] += readAvailable(clients[i]);
                    complete += answers[i] == framed("Echo: " + QByteArray::number(i)) ? 1 : 0;
                }
                return complete;
            }()),
            clientCount, 60'000);
        QCOMPARE(f.opened.count(), clientCount);
        QCOMPARE(host.connections().size(), clients.size());

        neverRead(host, clients);

        clients.clear();
        QTRY_VERIFY_WITH_TIMEOUT(host.connections().empty(), 60'000);
        host.close();
    }

private:
    /// All of them write as much as they can and read nothing: what waits is bounded.
    static void neverRead(Session &host, const std::vector<UniqueFd> &clients)
    {
        const qint64 before = residentKiB();
        const QByteArray flood = framed(QByteArray(2000, 'x')).repeated(20);
        std::vector<QByteArray> toWrite(clients.size());
        qint64 most = 0;
        int idle = 0;
        while (idle < 3) {
            bool moved = false;
            for (size_t i = 0; i < clients.size(); ++i) {
                if (toWrite[i].isEmpty())
                    toWrite[i] = flood;
                const qsizetype size = toWrite[i].size();
                writePossible(clients[i], toWrite[i]);
                moved = moved || toWrite[i].size() != size;
            }
            idle = moved ? 0 : idle + 1;
            QTest::qWait(0);
            most = qMax(most, host.queuedBytes());
        }
        const qint64 grown = residentKiB() - before;
        qInfo(
            "queued at most %lld KiB for %d clients, resident memory grew by %lld KiB", most / 1024, clientCount,
            grown);
        QVERIFY(most < qint64{ clientCount } * (256 << 10));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // they keep books of their own about memory
        QVERIFY(grown < qint64{ clientCount } * 512);
#endif
    }
};

QTEST_GUILESS_MAIN(TestManyClients)

} // namespace tst_manyclients

#include "tst_manyclients.moc"
