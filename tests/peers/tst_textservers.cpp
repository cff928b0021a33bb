// SPDX-License-Identifier: MIT
#include "program.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tst_textservers {

using namespace pipeglass;
using namespace pipeglass::test;

/// Servers that send messages with .NET's writers.
class TestTextServers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void binaryWriterStringsAreRawBytes();
    void lines();
};

void TestTextServers::binaryWriterStringsAreRawBytes()
{
    const PrivateDirectory directory;
    const QByteArray longText(200, 'x');
    const ProgramPtr server = startPeerServer({ "binarywriter-server", "strings", "test2", longText });
    QVERIFY(server);
    const ProgramPtr read = startPipeglass({ "send", "strings", "--framing", "raw", "--json" });
    QByteArray stream;
    for (const QByteArray &line : read->finish().split('\n')) {
        const QJsonObject message = QJsonDocument::fromJson(line).object();
        stream += QByteArray::fromBase64(message[QLatin1String("payload")].toString().toLatin1());
    }
    QCOMPARE(read->exitCode(), 0);
    // 7-bit encoded length, lowest bits first: 200 = 0x48 + (1 << 7).
    QCOMPARE(stream, QByteArray("\x05test2\xc8\x01", 8) + longText);
}

void TestTextServers::lines()
{
    const PrivateDirectory directory;
    const ProgramPtr server = startPeerServer({ "lines-server", "lines" });
    QVERIFY(server);
    const ProgramPtr send = startPipeglass({ "send", "lines", "--framing", "line", "one", "", "drei ß" });
    QCOMPARE(send->finish(), QByteArray("Echo: one\nEcho: \nEcho: drei ß\n"));
    QCOMPARE(send->exitCode(), 0);
}

PIPEGLASS_PEER_TEST_MAIN(TestTextServers)

} // namespace tst_textservers

#include "tst_textservers.moc"
