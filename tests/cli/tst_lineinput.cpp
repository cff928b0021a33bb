// SPDX-License-Identifier: MIT
#include "cli/streams/lineinput.h"
#include "core/uniquefd.h"
#include "support/testmain.h"

#include <QSignalSpy>

#include <array>

#include <fcntl.h>
#include <unistd.h>

namespace tst_lineinput {

using namespace pipeglass;
using namespace pipeglass::cli;

struct Pipe {
    Pipe()
    {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            qFatal("no pipe");
        reading = UniqueFd(ends[0]);
        writing = UniqueFd(ends[1]);
    }
    void write(const QByteArray &bytes) const
    {
        QCOMPARE(::write(writing.get(), bytes.constData(), static_cast<size_t>(bytes.size())), bytes.size());
    }
    UniqueFd reading;
    UniqueFd writing;
};

using Line = std::optional<QByteArray>;

Line soon(LineInput &input)
{
    Line line;
    (void)QTest::qWaitFor([&] { return (line = input.takeLine()).has_value(); });
    return line;
}

class TestLineInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesAsTheyCome()
    {
        const Pipe pipe;
        LineInput input(pipe.reading.get(), 1000);
        QSignalSpy ready(&input, &LineInput::ready);
        QVERIFY(!input.takeLine());
        pipe.write("one\ntw");
        QTRY_COMPARE(ready.count(), 1);
        QCOMPARE(input.takeLine(), Line("one"));
        QVERIFY(!input.takeLine());
        pipe.write("o\n\n");
        QTRY_COMPARE(ready.count(), 2);
        QCOMPARE(input.takeLine(), Line("two"));
        QCOMPARE(input.takeLine(), Line(""));
        QVERIFY(!input.takeLine());
        QVERIFY(!input.atEnd());
    }

    void theLastMayLackItsEnd()
    {
        Pipe pipe;
        LineInput input(pipe.reading.get(), 1000);
        QSignalSpy ready(&input, &LineInput::ready);
        pipe.write("one\nlast");
        pipe.writing.reset();
        QVERIFY(!input.takeLine());
        QTRY_VERIFY(ready.count() > 0);
        QCOMPARE(input.takeLine(), Line("one"));
        QCOMPARE(soon(input), Line("last"));
        QVERIFY(input.atEnd());
        QVERIFY(!input.takeLine());
    }

    void nulsAndCarriageReturnsStay()
    {
        const Pipe pipe;
        LineInput input(pipe.reading.get(), 1000);
        pipe.write(QByteArray("a\0b\r\n", 5));
        QCOMPARE(soon(input), Line(QByteArray("a\0b\r", 4)));
    }

    void aLineTooLongIsHandedOut()
    {
        const Pipe pipe;
        LineInput input(pipe.reading.get(), 10);
        pipe.write("0123456789abc");
        QCOMPARE(soon(input), Line(QByteArray("0123456789abc")));
    }

    void readsNoFurtherThanIsTaken()
    {
        const Pipe pipe;
        ::fcntl(pipe.writing.get(), F_SETFL, O_NONBLOCK);
        LineInput input(pipe.reading.get(), 1000);
        QSignalSpy ready(&input, &LineInput::ready);
        QVERIFY(!input.takeLine());
        const QByteArray block(1024, '\n');
        qsizetype accepted = 0;
        for (int round = 0; round < 1000; ++round) {
            const ssize_t written = ::write(pipe.writing.get(), block.constData(), static_cast<size_t>(block.size()));
            accepted += qMax<ssize_t>(0, written);
            QCoreApplication::processEvents();
        }
        QCOMPARE(ready.count(), 1);
        QVERIFY(accepted <= 3 * 64 * 1024);
    }

    void aClosedDescriptorIsAnEmptyInput()
    {
        LineInput input(-1, 10);
        QVERIFY(input.atEnd());
        QVERIFY(!input.takeLine());
    }
};

QTEST_GUILESS_MAIN(TestLineInput)

} // namespace tst_lineinput

#include "tst_lineinput.moc"
