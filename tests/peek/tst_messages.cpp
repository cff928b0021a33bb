// SPDX-License-Identifier: MIT
#include "peek/messages.h"
#include "support/framings.h"
#include "support/testmain.h"

namespace tst_messages {

using namespace pipeglass;
using namespace pipeglass::peek;
using namespace pipeglass::test;

class TestMessages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cuts_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("framing");
        QTest::addColumn<QByteArray>("used");
        QTest::addColumn<QByteArrayList>("payloads");
        QTest::addColumn<QByteArray>("unfinished");
        const QByteArray one = framed("one");
        QTest::newRow("guess: int32le") << one + framed("two") << QByteArray() << QByteArray("int32le")
                                        << QByteArrayList{ "one", "two" } << QByteArray();
        QTest::newRow("guess: cut off") << one + QByteArray("\x05\0\0\0ab", 6) << QByteArray() << QByteArray("int32le")
                                        << QByteArrayList{ "one" } << QByteArray("\x05\0\0\0ab", 6);
        QTest::newRow("guess: raw") << QByteArray("\1\2\3") << QByteArray() << QByteArray("raw")
                                    << QByteArrayList{ "\1\2\3" } << QByteArray();
        QTest::newRow("guess: within a message")
            << "ne, of which the head was read" + one << QByteArray() << QByteArray("raw")
            << QByteArrayList{ "ne, of which the head was read" + one } << QByteArray();
        QTest::newRow("chosen: line") << QByteArray("a\nb") << QByteArray("line") << QByteArray("line")
                                      << QByteArrayList{ "a" } << QByteArray("b");
        QTest::newRow("chosen: raw") << one << QByteArray("raw") << QByteArray("raw") << QByteArrayList{ one }
                                     << QByteArray();
        QTest::newRow("nothing") << QByteArray() << QByteArray() << QByteArray("raw") << QByteArrayList{}
                                 << QByteArray();
    }

    void cuts()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, framing);
        const Messages messages = cutIntoMessages(bytes, framings().find(framing), framings());
        QTEST(messages.framing->id(), "used");
        QByteArrayList payloads;
        for (const framing::Frame &frame : messages.frames)
            payloads.append(frame.payload().toByteArray());
        QTEST(payloads, "payloads");
        QTEST(messages.unfinished.toByteArray(), "unfinished");
    }
};

QTEST_GUILESS_MAIN(TestMessages)

} // namespace tst_messages

#include "tst_messages.moc"
