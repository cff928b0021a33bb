// SPDX-License-Identifier: MIT
#include "decoding/compression.h"
#include "samples.h"
#include "support/testmain.h"
#include "treetext.h"

#include <zstd.h>

namespace tst_decoders {

using namespace pipeglass;
using namespace pipeglass::decoding;
using namespace pipeglass::test;

class TestDecoders : public QObject {
    Q_OBJECT

    DecoderRegistry m_decoders;

private Q_SLOTS:
    void recognizesAndDecodes_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QByteArray>("decoder");
        QTest::addColumn<QString>("tree");
        QTest::addColumn<QByteArray>("framing");
        for (const DecodingSample &one : decodingSamples)
            QTest::newRow(one.name) << one.payload << QByteArray(one.decoder) << QString::fromUtf8(one.tree)
                                    << QByteArray(one.framing);
    }
    void recognizesAndDecodes()
    {
        QFETCH(const QByteArray, payload);
        QFETCH(const QByteArray, decoder);
        QFETCH(const QString, tree);
        QFETCH(const QByteArray, framing);
        const Decoding decoding = m_decoders.decode(payload, { framing, {} });
        QCOMPARE(decoding.decoder, decoder);
        QCOMPARE(treeText(decoding.tree), tree);
        QVERIFY(!decoding.tree.truncated);
    }

    void framingDecidesFirst()
    {
        QCOMPARE(m_decoders.decode("42", {}).decoder, QByteArray("text"));
        QCOMPARE(m_decoders.decode("42", { "jsonl", {} }).decoder, QByteArray("json"));
        QCOMPARE(m_decoders.decode("\n\x02hi", {}).decoder, QByteArray("protobuf"));
        QCOMPARE(m_decoders.decode("\n\ttab\ttab \n", {}).decoder, QByteArray("text"));
        QCOMPARE(m_decoders.decode("\n\ttab\ttab \n", { "protobuf", {} }).decoder, QByteArray("protobuf"));
    }

    void forcedDecoderShowsWhereItStops()
    {
        const Decoder *json = m_decoders.find("json");
        const Decoding cut = m_decoders.decodeAs(*json, R"({"a":1,"b":[2,x)", {});
        QCOMPARE(
            treeText(cut.tree),
            QStringLiteral(":object@0+15 { a:number=1@1+5 b:array@7+8 { 0:number=2@12+1 :invalid=78@14+1 } }"));
        QVERIFY(m_decoders.decodeAs(*json, "hello", {}).decoder.isEmpty());
        QVERIFY(m_decoders.decodeAs(*m_decoders.find("bson"), "hello", {}).decoder.isEmpty());
    }

    void idsAreFound()
    {
        for (const auto &decoder : m_decoders.all())
            QCOMPARE(m_decoders.find(decoder->id())->id(), decoder->id());
        QVERIFY(m_decoders.find("nothing") == nullptr);
    }

    /// A few bytes stand for 20 MiB, or ask for a window of 2 GiB.
    void uncompressedBytesAreBounded()
    {
        constexpr qsizetype limit = qsizetype{ 1 } << 20U;
        const QByteArray zeros(20 * limit, '\0');
        QByteArray zstd(static_cast<qsizetype>(::ZSTD_compressBound(static_cast<size_t>(zeros.size()))), '\0');
        zstd.truncate(static_cast<qsizetype>(::ZSTD_compress(
            zstd.data(), static_cast<size_t>(zstd.size()), zeros.constData(), static_cast<size_t>(zeros.size()), 1)));
        QVERIFY(zstd.size() < limit / 10);
        for (const QByteArray &bytes : { zstd, qCompress(zeros).sliced(4) }) {
            QVERIFY(isCompressed(bytes));
            QCOMPARE(uncompressed(bytes, limit), zeros.first(limit));
            QCOMPARE(uncompressed(bytes.first(bytes.size() / 2), 40 * limit), QByteArray());
        }
        QCOMPARE(uncompressed(zstd, 40 * limit).size(), zeros.size());
        QCOMPARE(m_decoders.decode(zstd, {}).decoder, QByteArray("zstd"));
        QCOMPARE(uncompressed(QByteArray::fromHex("28b52ffd00a8") + QByteArray(20, '\0'), limit), QByteArray());
        // Frames one after the other are one text.
        const QByteArray frame = hex("28b52ffd04683900007b2261223a317d488bfc32");
        QCOMPARE(uncompressed(frame + frame, limit), QByteArray("{\"a\":1}{\"a\":1}"));
        QCOMPARE(uncompressed(frame + "rest", limit), QByteArray());
    }

    void deepNestingIsCutOff()
    {
        constexpr int levels = 20'000;
        const QByteArray deep = QByteArray(levels, '[') + QByteArray(levels, ']');
        const Decoding json = m_decoders.decode(deep, {});
        QCOMPARE(json.decoder, QByteArray("json"));
        QVERIFY(json.tree.truncated);
        QCOMPARE(json.tree.nodes.size(), TreeLimits().depth);
        QVERIFY(m_decoders.decode(QByteArray(levels, '\x91') + '\x01', {}).tree.truncated);
        QVERIFY(m_decoders.decode(QByteArray(levels, '\x81') + '\x01', {}).tree.truncated);
    }

    void manyNodesAreCutOff()
    {
        constexpr size_t most = 1000;
        const QByteArray wide = '[' + QByteArray("1,").repeated(2 * most) + "1]";
        TreeBuilder builder(wide, {}, { most, 10 });
        QVERIFY(m_decoders.find("json")->decode(wide, {}, builder));
        const Tree tree = builder.take();
        QVERIFY(tree.truncated);
        QCOMPARE(tree.nodes.size(), most);
        QCOMPARE(tree.nodes.front().size, wide.size());
    }
};

QTEST_GUILESS_MAIN(TestDecoders)

} // namespace tst_decoders

#include "tst_decoders.moc"
