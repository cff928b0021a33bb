// SPDX-License-Identifier: MIT
#include "capture/samples.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <algorithm>
#include <numeric>

namespace tst_messagereader {

using namespace pipeglass;
using namespace pipeglass::capture;
using namespace pipeglass::test;

/// MessageList::reader() gives what the list's own functions give.
class TestMessageReader : public QObject {
    Q_OBJECT

    PrivateDirectory m_directory;
    QRandomGenerator m_random{ 31 };

    static QByteArray difference(const MessageList &list, MessageReader &reader, quint64 number)
    {
        const auto expected = list.read(number);
        const auto record = reader.read(number);
        const auto payload = reader.payload(number);
        if (expected.has_value() != record.has_value() || expected.has_value() != payload.has_value())
            return "one can be read, the other not: " + QByteArray::number(number);
        const bool isGood = !expected || (isSame(*expected, *record) && expected->payload().view() == payload->view());
        return isGood ? QByteArray() : "message " + QByteArray::number(number);
    }

    RecordingPtr made(int records)
    {
        const RecordingPtr recording = Recording::create().value();
        const ConnectionId link = recording->addConnection(sampleConnection()).value();
        for (int i = 0; i < records; ++i) {
            const int largest = i % 100 == 50 ? 700'000 : i % 10 == 3 ? 20'000 : 300;
            (void)recording->append(randomRecord(m_random, link, largest));
            if (i % 7 == 0)
                (void)recording->append(Event{ { 1 }, link, EventKind::HalfClosed });
        }
        return recording;
    }

private Q_SLOTS:
    void anyOrder_data()
    {
        QTest::addColumn<int>("order");
        QTest::newRow("forward") << 1;
        QTest::newRow("backward") << -1;
        QTest::newRow("random") << 0;
    }

    void anyOrder()
    {
        QFETCH(int, order);
        const RecordingPtr recording = made(800);
        std::vector<quint64> numbers(recording->count());
        std::iota(numbers.begin(), numbers.end(), quint64{ 0 });
        if (order < 0)
            std::reverse(numbers.begin(), numbers.end());
        if (order == 0)
            std::shuffle(numbers.begin(), numbers.end(), m_random);
        const auto reader = recording->reader();
        for (const quint64 number : numbers)
            QCOMPARE(difference(*recording, *reader, number), QByteArray());
    }

    /// A payload that is kept while others are read does not change.
    void keptPayload()
    {
        const RecordingPtr recording = made(300);
        const auto reader = recording->reader();
        std::vector<Slice> kept;
        for (quint64 number = 0; number < recording->count(); ++number)
            kept.push_back(reader->payload(number).value());
        for (quint64 number = 0; number < recording->count(); ++number)
            QVERIFY(kept[number].view() == recording->read(number)->payload().view());
    }

    void whileItGrows()
    {
        const RecordingPtr recording = made(1);
        const auto reader = recording->reader();
        for (int i = 0; i < 500; ++i) {
            const auto number = recording->append(randomRecord(m_random, ConnectionId{ 1 }, 100));
            QCOMPARE(difference(*recording, *reader, number.value()), QByteArray());
        }
    }

    /// In several files, of which the first ones were deleted.
    void ring()
    {
        const RecordingPtr recording =
            Recording::createRing(m_directory.filePath("ring"), { 3, 20'000 }, Recording::RingUse::Indexed).value();
        const ConnectionId link = recording->addConnection(sampleConnection()).value();
        for (int i = 0; i < 1000; ++i)
            QVERIFY(recording->append(sampleRecord(link, randomBytes(m_random, 100))));
        const auto reader = recording->reader();
        QVERIFY(!recording->read(0) && !reader->payload(0));
        for (quint64 number = 0; number < recording->count(); ++number)
            QCOMPARE(difference(*recording, *reader, number), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestMessageReader)

} // namespace tst_messagereader

#include "tst_messagereader.moc"
