// SPDX-License-Identifier: MIT
#include "decoding/decoderregistry.h"
#include "decoding/protocols/hpack/headerstate.h"
#include "decoding/protocols/hpack/huffman.h"
#include "support/testmain.h"
#include "treetext.h"

#include <QRandomGenerator>

namespace tst_hpack {

using namespace pipeglass;
using namespace pipeglass::decoding;
using namespace pipeglass::test;

/// Header compression of HTTP/2.
class TestHpack : public QObject {
    Q_OBJECT

    DecoderRegistry m_decoders;

    static QByteArray textOf(const HeaderBlock &block)
    {
        QByteArrayList lines;
        for (const HeaderBlock::Field &one : block.fields)
            lines += one.header.name.value_or("?") + ": " + one.header.value.value_or("?");
        return lines.join(" | ");
    }
    [[nodiscard]] QString treeOf(const char *digits, const std::shared_ptr<const HeaderState> &headers = {}) const
    {
        return treeText(m_decoders.decode(QByteArray::fromHex(digits), { "http2", {}, {}, headers }).tree);
    }
    static std::shared_ptr<const HeaderState> after(const char *digits)
    {
        auto state = std::make_shared<HeaderState>();
        (void)state->add(QByteArray::fromHex(digits));
        return state;
    }

private Q_SLOTS:
    /// Appendix C of RFC 7541: blocks one after the other, with a limit of the table.
    void examplesOfTheStandard_data()
    {
        QTest::addColumn<quint64>("limit");
        QTest::addColumn<QByteArrayList>("blocks");
        QTest::addColumn<QByteArrayList>("fields");
        const QByteArrayList requests{
            ":method: GET | :scheme: http | :path: / | :authority: www.example.com",
            ":method: GET | :scheme: http | :path: / | :authority: www.example.com | cache-control: no-cache",
            ":method: GET | :scheme: https | :path: /index.html | :authority: www.example.com | custom-key: "
            "custom-value",
        };
        const QByteArrayList responses{
            ":status: 302 | cache-control: private | date: Mon, 21 Oct 2013 20:13:21 GMT | location: "
            "https://www.example.com",
            ":status: 307 | cache-control: private | date: Mon, 21 Oct 2013 20:13:21 GMT | location: "
            "https://www.example.com",
            ":status: 200 | cache-control: private | date: Mon, 21 Oct 2013 20:13:22 GMT | location: "
            "https://www.example.com | content-encoding: gzip | set-cookie: foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; "
            "max-age=3600; version=1",
        };
        const auto row = [](const char *name, quint64 limit, const QByteArrayList &blocks,
                            const QByteArrayList &fields) { QTest::newRow(name) << limit << blocks << fields; };
        row("C.2", 4096,
            { "400a637573746f6d2d6b65790d637573746f6d2d686561646572", "040c2f73616d706c652f70617468",
              "100870617373776f726406736563726574", "82" },
            { "custom-key: custom-header", ":path: /sample/path", "password: secret", ":method: GET" });
        row("C.3", 4096,
            { "828684410f7777772e6578616d706c652e636f6d", "828684be58086e6f2d6361636865",
              "828785bf400a637573746f6d2d6b65790c637573746f6d2d76616c7565" },
            requests);
        row("C.4", 4096,
            { "828684418cf1e3c2e5f23a6ba0ab90f4ff", "828684be5886a8eb10649cbf",
              "828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf" },
            requests);
        row("C.5", 256,
            { "4803333032580770726976617465611d4d6f6e2c203231204f637420323031332032303a31333a323120474d546e1768747470"
              "733a2f2f7777772e6578616d706c652e636f6d",
              "4803333037c1c0bf",
              "88c1611d4d6f6e2c203231204f637420323031332032303a31333a323220474d54c05a04677a69707738666f6f3d4153444a4b48"
              "514b425a584f5157454f50495541585157454f49553b206d61782d6167653d333630303b2076657273696f6e3d31" },
            responses);
        row("C.6", 256,
            { "488264025885aec3771a4b6196d07abe941054d444a8200595040b8166e082a62d1bff6e919d29ad171863c78f0b97c8e9ae82ae"
              "43"
              "d3",
              "4883640effc1c0bf",
              "88c16196d07abe941054d444a8200595040b8166e084a62d1bffc05a839bd9ab77ad94e7821dd7f2e6c7b335dfdfcd5b3960d5af"
              "27087f3672c1ab270fb5291f9587316065c003ed4ee5b1063d5007" },
            responses);
    }
    void examplesOfTheStandard()
    {
        QFETCH(quint64, limit);
        QFETCH(QByteArrayList, blocks);
        QFETCH(QByteArrayList, fields);
        HeaderTable table;
        table.setLimit(limit);
        for (qsizetype at = 0; at < blocks.size(); ++at) {
            const QByteArray bytes = QByteArray::fromHex(blocks[at]);
            const HeaderBlock block = readHeaderBlock(bytes, table);
            QCOMPARE(block.read, bytes.size());
            QCOMPARE(textOf(block), fields[at]);
        }
    }

    void huffmanErrors()
    {
        QCOMPARE(fromHuffman(QByteArray::fromHex("1f")).value(), QByteArray("a")); // 00011, and 3 bits of the end
        QVERIFY(!fromHuffman(QByteArray::fromHex("18"))); // padding must be ones
        QVERIFY(!fromHuffman(QByteArray::fromHex("1fff"))); // and shorter than a byte
        QVERIFY(!fromHuffman(QByteArray::fromHex("fffffffc"))); // the end is no symbol of a string
    }

    void headersInTheTree()
    {
        QCOMPARE(
            treeOf("010500000001828684410f7777772e6578616d706c652e636f6d"),
            QStringLiteral(":frame@0+26 { type:enum=HEADERS (1)@0+1 flags:integer=5@1+1 stream:integer=1@2+4 "
                           "headers:headers@6+20 { "
                           ":method:header=GET@6+1 :scheme:header=http@7+1 :path:header=/@8+1 "
                           ":authority:header=www.example.com@9+17 } }"));
        // Padding and priority.
        QCOMPARE(
            treeOf("012c0000000302000000010f880000"),
            QStringLiteral(":frame@0+15 { type:enum=HEADERS (1)@0+1 flags:integer=44@1+1 stream:integer=3@2+4 "
                           "padLength:integer=2@6+1 dependsOn:integer=1@7+4 weight:integer=15@11+1 "
                           "headers:headers@12+1 { :status:header=200@12+1 } padding:bytes=0000@13+2 }"));
        QCOMPARE(
            treeOf("0504000000010000000284"),
            QStringLiteral(":frame@0+11 { type:enum=PUSH_PROMISE (5)@0+1 flags:integer=4@1+1 stream:integer=1@2+4 "
                           "promisedStream:integer=2@6+4 headers:headers@10+1 { :path:header=/@10+1 } }"));
        // More padding than there is: not a frame with headers.
        QVERIFY(treeOf("010c00000001ff82").contains(QLatin1String("content:bytes=ff82@6+2")));
        // 7f is no end of a string in Huffman code.
        QVERIFY(treeOf("01040000000182408118").contains(QLatin1String("unreadable:bytes=408118@7+3")));
    }

    void whatEarlierBlocksDefined()
    {
        const char *second = "010400000003828684be";
        QVERIFY(treeOf(second).contains(QLatin1String("unknown (dynamic table):header=unknown (dynamic table)@9+1")));
        const auto state = after("010400000001828684410f7777772e6578616d706c652e636f6d");
        QVERIFY(treeOf(second, state).contains(QLatin1String(":authority:header=www.example.com@9+1")));
        // One index further was before what is known.
        QVERIFY(treeOf("010400000003bf", state).contains(QLatin1String("unknown (dynamic table)@6+1")));
        // A name that is not known, with a value that is: both are entered.
        const auto half = after("0104000000017e0161");
        QVERIFY(treeOf("010400000003be", half).contains(QLatin1String("unknown (dynamic table):header=a@6+1")));
    }

    void continuedBlocks()
    {
        const char *first = "010000000001828684410f7777772e65";
        const char *last = "09040000000178616d706c652e636f6d";
        QVERIFY(treeOf(first).contains(QLatin1String("headers:part=828684410f7777772e65@6+10")));
        const QString ended = treeOf(last, after(first));
        QVERIFY2(
            ended.contains(QLatin1String("headers:part=@6+10 { headers:headers@6+10 { :method:header=GET@6+10")),
            qPrintable(ended));
        QVERIFY(ended.contains(QLatin1String(":authority:header=www.example.com@6+10")));
        QVERIFY(treeOf(last).contains(QLatin1String("continued:part=78616d706c652e636f6d@6+10")));
        // What a block defined whose beginning is unknown comes before what later ones define, so nothing is known.
        auto state = std::make_shared<HeaderState>(*after("010400000001828684410f7777772e6578616d706c652e636f6d"));
        (void)state->add(QByteArray::fromHex(last));
        QVERIFY(treeOf("010400000003be", state).contains(QLatin1String("unknown (dynamic table)")));
    }

    /// What Kestrel of .NET 10 answered a HttpClient over a pipe: three times on one connection.
    void framesOfKestrel()
    {
        const char *frames[] = {
            "010400000001885f106170706c69636174696f6e2f67727063611d53756e2c203239204e6f7620323032362031353a34333a323920"
            "474d"
            "5476074b65737472656c0f0d01374008782d616e7377657206746f2d616461",
            "01040000000388c1c0bf0f0d01377e06746f2d626f62",
            "01040000000588c2c1c00f0d0137bf",
        };
        const char *answers[] = { "to-ada", "to-bob", "to-ada" };
        HeaderState state;
        for (int at = 0; at < 3; ++at) {
            const auto ended = state.add(QByteArray::fromHex(frames[at]));
            QVERIFY(ended.has_value());
            QCOMPARE(
                textOf(ended->headers),
                QByteArray(":status: 200 | content-type: application/grpc | date: Sun, 29 Nov 2026 15:43:29 GMT | "
                           "server: Kestrel | content-length: 7 | x-answer: ")
                    + answers[at]);
        }
    }

    /// An index of one byte stands for a value of 4000 bytes, a million times.
    void workIsBounded()
    {
        HeaderTable table;
        QByteArray block = QByteArray::fromHex("4001617f") + QByteArray::fromHex("a11e");
        block += QByteArray(4000, 'x') + QByteArray(1'000'000, '\xbe');
        const HeaderBlock found = readHeaderBlock(block, table);
        QVERIFY(found.fields.size() > 200 && found.fields.size() < 300);
        QVERIFY(found.read < block.size());
        // Integers that do not fit.
        for (const char *digits : { "ffffffffffffffff", "7fffffffffffff0f", "3fffffffffffffff7f" }) {
            HeaderTable other;
            QCOMPARE(readHeaderBlock(QByteArray::fromHex(digits), other).read, 0);
        }
    }

    void randomFrames()
    {
        QRandomGenerator random(9);
        HeaderState state;
        for (int round = 0; round < 20'000; ++round) {
            QByteArray frame(6 + random.bounded(30), '\0');
            for (char &byte : frame)
                byte = static_cast<char>(random.bounded(256));
            frame[0] = random.bounded(3) == 0 ? '\x09' : '\x01';
            const auto known = std::make_shared<const HeaderState>(state);
            const Decoding decoding = m_decoders.decode(frame, { "http2", {}, {}, known });
            for (const Node &node : decoding.tree.nodes)
                QVERIFY(node.offset >= 0 && node.size >= 0 && node.offset + node.size <= frame.size());
            (void)state.add(frame);
        }
    }
};

QTEST_GUILESS_MAIN(TestHpack)

} // namespace tst_hpack

#include "tst_hpack.moc"
