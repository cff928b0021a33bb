// SPDX-License-Identifier: MIT
#include "exporting/decodingtext.h"
#include "support/testmain.h"

namespace tst_messagedecoder {

using namespace pipeglass;
using exporting::MessageDecoder;

/// What a decoder of live messages knows from those before.
class TestMessageDecoder : public QObject {
    Q_OBJECT

    decoding::DecoderRegistry m_decoders;

    static capture::Record record(quint32 connection, Side from, const QByteArray &payload)
    {
        return { {}, ConnectionId{ connection }, from, FrameProblem::None, payload, 0, 0 };
    }
    static QByteArray hex(const char *digits) { return QByteArray::fromHex(digits); }

private Q_SLOTS:
    /// Each sender has a table of its own; it ends with the connection.
    void headersOfEachSender()
    {
        MessageDecoder decoder(&m_decoders, "http2");
        const QByteArray defines = hex("010400000001828684410f7777772e6578616d706c652e636f6d");
        const QByteArray refers = hex("010400000003be");
        const auto knows = [&](quint32 connection, Side from) {
            return decoder.text(record(connection, from, refers)).contains(":authority: www.example.com");
        };
        QVERIFY(decoder.text(record(1, Side::Client, defines)).contains(":authority: www.example.com"));
        QVERIFY(knows(1, Side::Client));
        QVERIFY(!knows(1, Side::Server));
        QVERIFY(!knows(2, Side::Client));
        decoder.closed(ConnectionId{ 1 });
        QVERIFY(!knows(1, Side::Client));
    }

    /// Before it is told which framing was guessed, the preface tells it.
    void prefaceOfAGuessedFraming()
    {
        MessageDecoder decoder(&m_decoders, "auto");
        const QByteArray settings = hex("040000000000");
        QVERIFY(!decoder.text(record(1, Side::Server, settings)).contains("SETTINGS"));
        QVERIFY(decoder.text(record(1, Side::Client, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).contains("preface"));
        QVERIFY(decoder.text(record(1, Side::Client, settings)).contains("SETTINGS"));
        QVERIFY(decoder.text(record(1, Side::Server, settings)).contains("SETTINGS"));
        QVERIFY(!decoder.text(record(2, Side::Server, settings)).contains("SETTINGS"));
        decoder.setFraming(ConnectionId{ 2 }, Side::Server, "http2");
        QVERIFY(decoder.text(record(2, Side::Server, settings)).contains("SETTINGS"));
        QVERIFY(!decoder.text(record(2, Side::Client, settings)).contains("SETTINGS"));
    }
};

QTEST_GUILESS_MAIN(TestMessageDecoder)

} // namespace tst_messagedecoder

#include "tst_messagedecoder.moc"
