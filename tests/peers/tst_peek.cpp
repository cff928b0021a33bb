// SPDX-License-Identifier: MIT
#include "peek/peek.h"
#include "program.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

namespace tst_peek {

using namespace pipeglass;
using namespace pipeglass::peek;
using namespace pipeglass::test;

/// The stream written by the peers: byte `at` of the counters 0, 1, 2, ... with 64 bits each, little-endian.
char streamByte(qint64 at) { return static_cast<char>(quint64(at / 8) >> (8U * unsigned(at % 8))); }

bool isAt(const QByteArray &bytes, qint64 position)
{
    qsizetype at = 0;
    const auto isRight = [&] { return bytes[at] == streamByte(position + at); };
    for (; at < bytes.size() && (position + at) % 8 != 0; ++at) {
        if (!isRight())
            return false;
    }
    for (; at + 8 <= bytes.size(); at += 8) {
        if (qFromLittleEndian<quint64>(bytes.constData() + at) != quint64(position + at) / 8)
            return false;
    }
    for (; at < bytes.size(); ++at) {
        if (!isRight())
            return false;
    }
    return true;
}

/// The offset of these bytes in the stream; -1: not found. Needs 16 bytes.
qint64 placeIn(const QByteArray &bytes)
{
    for (qsizetype shift = 0; shift < 8; ++shift) {
        const auto word = qFromLittleEndian<quint64>(bytes.constData() + shift);
        const auto position = static_cast<qint64>(word * 8) - shift;
        if (word < (quint64{ 1 } << 40U) && position >= 0 && isAt(bytes, position))
            return position;
    }
    return -1;
}

std::vector<catalog::Connection> connectionsOfOnlyPipe(const PrivateDirectory &directory)
{
    catalog::ScanOptions options;
    options.directories = { directory.path() };
    auto all = catalog::scanWithConnections(options);
    return all.connections.size() == 1 ? std::move(all.connections.front()) : std::vector<catalog::Connection>();
}

/// Checks that offsets only increase, and all bytes are part of the stream.
class Follower {
public:
    /// False if the bytes are not part of the stream, or were read before.
    bool takes(const QByteArray &bytes)
    {
        if (bytes.size() < 16)
            return true;
        const qint64 position = placeIn(bytes);
        const bool isForward = position >= m_position;
        m_position = position;
        ++m_seen;
        return isForward;
    }
    [[nodiscard]] int seen() const { return m_seen; }

private:
    qint64 m_position = 0;
    int m_seen = 0;
};

/// Peeks at the unread bytes of two busy processes.
class TestPeek : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBusyPairLosesNothing();
};

void TestPeek::aBusyPairLosesNothing()
{
    constexpr int rounds = 1000;
    constexpr int roundsAPause = 100;
    const PrivateDirectory directory;
    const ProgramPtr server = startPeerServer({ "counter-server", "busy" });
    QVERIFY(server);
    const ProgramPtr client = startPeer({ "counter-client", "busy" });
    QVERIFY(server->waitForLine("connected"));
    QVERIFY(client->waitForLine("connected"));
    const auto connections = connectionsOfOnlyPipe(directory);
    QCOMPARE(connections.size(), size_t{ 1 });
    std::array<Follower, 2> followers;
    for (int round = 1; round <= rounds; ++round) {
        const auto directions = peekAt("the pipe", connections);
        QCOMPARE(directions.size(), size_t{ 2 });
        for (size_t at = 0; at < 2; ++at) {
            QVERIFY(!directions[at].error);
            QVERIFY(followers[at].takes(directions[at].payload));
        }
        if (round % roundsAPause != 0)
            continue;
        // While the server does not read, peek shows exactly what it reads next.
        server->write("pause\n");
        QVERIFY(server->waitForLine("paused "));
        const qint64 position = server->line().sliced(7).toLongLong();
        const ProgramPtr command = startPipeglass({ "peek", "busy", "--json" });
        const QJsonArray all = QJsonDocument::fromJson(command->finish()).array();
        QCOMPARE(command->exitCode(), 0);
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[0][QLatin1String("to")].toString(), QStringLiteral("server"));
        const QByteArray payload = QByteArray::fromBase64(all[0][QLatin1String("payload")].toString().toLatin1());
        QVERIFY(!payload.isEmpty());
        QVERIFY(isAt(payload, position));
        server->write("go on\n");
    }
    for (const Follower &follower : followers)
        QVERIFY2(follower.seen() > rounds / 10, QByteArray::number(follower.seen()).constData());
    server->feed({});
    client->feed({});
    QVERIFY(server->waitForLine("sent "));
    const QByteArray sentByServer = server->line().sliced(5);
    QVERIFY(server->waitForLine("received "));
    const QByteArray receivedByServer = server->line().sliced(9);
    QVERIFY(client->waitForLine("sent "));
    QCOMPARE(client->line().sliced(5), receivedByServer);
    QVERIFY(client->waitForLine("received "));
    QCOMPARE(client->line().sliced(9), sentByServer);
}

PIPEGLASS_PEER_TEST_MAIN(TestPeek)

} // namespace tst_peek

#include "tst_peek.moc"
