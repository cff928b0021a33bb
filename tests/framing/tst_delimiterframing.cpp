// SPDX-License-Identifier: MIT
#include "framing/feeding.h"
#include "framing/framingregistry.h"
#include "support/testmain.h"

namespace tst_delimiterframing {

using namespace pipeglass;
using namespace pipeglass::framing;
using namespace pipeglass::test;

class TestDelimiterFraming : public QObject {
    Q_OBJECT

    FramingRegistry m_framings;
    FramingPtr m_framing = m_framings.find("line");

    static constexpr qsizetype limit = 8;

private Q_SLOTS:
    void streams_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QByteArrayList>("frames");
        const auto row = [](const char *name, const QByteArray &stream, const QByteArrayList &frames) {
            QTest::newRow(name) << stream << frames;
        };
        row("nothing", "", {});
        row("one", "a\n", { "good(a)" });
        row("empty line", "\n", { "good()" });
        row("empty line, both", "\r\n", { "good()" });
        row("return and feed", "ab\r\ncd\n", { "good(ab)", "good(cd)" });
        row("return inside stays", "a\rb\r\r\n", { "good(a\rb\r)" });
        row("last without delimiter", "a\nbc", { "good(a)", "good(bc)" });
        row("last is a return", "a\nb\r", { "good(a)", "good(b\r)" });
        row("no text at all", QByteArray("\0\xff\n\0", 4),
            { QByteArray("good(\0\xff)", 8), QByteArray("good(\0)", 7) });
        row("at the limit", "12345678\n", { "good(12345678)" });
        row("at the limit, both", "12345678\r\n", { "good(12345678)" });
        row("at the limit, unended", "12345678", { "good(12345678)" });
        row("return beyond the limit", "12345678\r", { "bad(12345678\r)" });
        row("over the limit", "123456789\n", { "bad(123456789\n)" });
        row("over the limit, both", "123456789\r\nok\n", { "bad(123456789\r\n)", "good(ok)" });
        row("over the limit by a return", "12345678\rx\nok", { "bad(12345678\rx\n)", "good(ok)" });
        row("over the limit, then good", "a\n123456789012345678901234567890\nb\n",
            { "good(a)", "bad(123456789012345678901234567890\n)", "good(b)" });
        row("over the limit, unended", "1234567890123", { "bad(1234567890123)" });
    }

    void streams() { test::checkStream(*m_framing, limit); }

    void tails()
    {
        const Frames frames = m_framing->makeFramer(Side::Client)->feed(QByteArray("a\nb\r\n\n\r\n"));
        QList<qsizetype> tails;
        for (const Frame &frame : frames)
            tails += frame.tailSize;
        QCOMPARE(tails, (QList<qsizetype>{ 1, 2, 1, 2 }));
    }

    void aLongLineHoldsNoMoreThanTheLimit()
    {
        const auto framer = m_framing->makeFramer(Side::Client, limit);
        Frames frames;
        for (int i = 0; i < 1000; ++i) {
            append(frames, framer->feed(QByteArray("x")));
            QVERIFY(framer->pendingBytes() <= limit);
        }
        append(frames, framer->feed(QByteArray("\nnext\n")));
        QCOMPARE(described(frames), (QByteArrayList{ "bad(" + QByteArray(1000, 'x') + "\n)", "good(next)" }));
    }

    void sharesStorage()
    {
        const auto framer = m_framing->makeFramer(Side::Client);
        const QByteArray chunk("one\ntwo\r\nthr");
        const Frames frames = framer->feed(chunk);
        QCOMPARE(frames.size(), 2U);
        QVERIFY(frames[0].wire.data() == chunk.constData());
        QVERIFY(frames[1].wire.data() == chunk.constData() + 4);
        QCOMPARE(framer->pendingBytes(), 3);
    }

    void largeInputs()
    {
        const auto framer = m_framing->makeFramer(Side::Client);
        QCOMPARE(framer->feed(QByteArray("x\n").repeated(500'000)).size(), 500'000U);
        const QByteArray line(1 << 20, 'm');
        const Frames frames = feedInPieces(*framer, line + '\n', 1);
        QCOMPARE(frames.size(), 1U);
        QCOMPARE(frames[0].payload().toByteArray(), line);
    }

    void endsLinesAsAsked()
    {
        const auto frame = m_framings.find("crlf")->encode(QByteArray("a"), Side::Client);
        QCOMPARE(frame->wire.toByteArray(), QByteArray("a\r\n"));
        QCOMPARE(frame->payload().toByteArray(), QByteArray("a"));
        const auto read = m_framings.find("crlf")->makeFramer(Side::Client)->feed(frame->wire);
        QCOMPARE(read.size(), size_t{ 1 });
        QCOMPARE(read.front().payload().toByteArray(), QByteArray("a"));
        QVERIFY(!m_framings.find("crlf")->encode(QByteArray("a\r"), Side::Client).has_value());
    }

    void nul()
    {
        const FramingPtr framing = m_framings.find("nul");
        const auto framer = framing->makeFramer(Side::Client, limit);
        QCOMPARE(described(framer->feed(QByteArray("a\n\0\r\0", 5))), (QByteArrayList{ "good(a\n)", "good(\r)" }));
        QCOMPARE(framing->encode(QByteArray("a\r"), Side::Client)->wire.toByteArray(), QByteArray("a\r\0", 3));
        QCOMPARE(framing->encode(QByteArray("a\0b", 3), Side::Client).error().code, ErrorCode::MessageNotEncodable);
    }

    void encodes()
    {
        const Framing &framing = *m_framing;
        const auto frame = framing.encode(QByteArray("test2"), Side::Client);
        QVERIFY(frame.has_value());
        QCOMPARE(frame->wire.toByteArray(), QByteArray("test2\n"));
        QCOMPARE(frame->headSize, 0);
        QCOMPARE(frame->tailSize, 1);
        QCOMPARE(framing.encode(QByteArray(), Side::Client)->wire.toByteArray(), QByteArray("\n"));
        QVERIFY(framing.encode(QByteArray("a\rb"), Side::Client).has_value());
        QVERIFY(framing.encode(QByteArray("12345678"), Side::Client, limit).has_value());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("feed inside") << QByteArray("a\nb") << ErrorCode::MessageNotEncodable;
        QTest::newRow("feed at the end") << QByteArray("a\n") << ErrorCode::MessageNotEncodable;
        QTest::newRow("return at the end") << QByteArray("a\r") << ErrorCode::MessageNotEncodable;
        QTest::newRow("too large") << QByteArray("123456789") << ErrorCode::MessageTooLarge;
    }

    void refuses()
    {
        QFETCH(QByteArray, payload);
        QFETCH(ErrorCode, code);
        const auto frame = m_framing->encode(payload, Side::Client, limit);
        QVERIFY(!frame.has_value());
        QCOMPARE(frame.error().code, code);
        QVERIFY(!frame.error().detail.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDelimiterFraming)

} // namespace tst_delimiterframing

#include "tst_delimiterframing.moc"
