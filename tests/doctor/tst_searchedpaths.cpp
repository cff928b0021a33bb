// SPDX-License-Identifier: MIT
#include "doctor/facts/searchedpaths.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QtEndian>

#include <csignal>

#include <unistd.h>

namespace tst_searchedpaths {

using namespace pipeglass;
using namespace pipeglass::doctor;

using Paths = std::set<QByteArray>;

/// A string as .NET has it in memory: 32-bit length, UTF-16, NUL.
QByteArray dotNetString(const QString &text, qint32 length = -1)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian<qint32>(length < 0 ? static_cast<qint32>(text.size()) : length, bytes.data());
    for (const QChar character : text) {
        bytes.append(static_cast<char>(character.unicode() & 0xFFU));
        bytes.append(static_cast<char>(character.unicode() >> 8U));
    }
    bytes.append(2, '\0');
    return bytes.append(bytes.size() % 4 == 0 ? 0 : 2, '\0');
}

class TestSearchedPaths : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void inMemory_data()
    {
        QTest::addColumn<QByteArray>("memory");
        QTest::addColumn<Paths>("paths");
        const QString path = QStringLiteral("/tmp/CoreFxPipe_orders");
        const QByteArray whole = dotNetString(path);
        const QByteArray noise("\x01\x02\x03\x04\x05\x06\x07\x08", 8);
        QTest::newRow("empty") << QByteArray() << Paths();
        QTest::newRow("a path") << noise + whole + noise << Paths{ "/tmp/CoreFxPipe_orders" };
        QTest::newRow("two") << whole + dotNetString(QStringLiteral("/b/CoreFxPipe_\u00e4"))
                             << Paths{ "/tmp/CoreFxPipe_orders",
                                       QString(QStringLiteral("/b/CoreFxPipe_\u00e4")).toUtf8() };
        QTest::newRow("wrong length") << noise + dotNetString(path, 3) << Paths();
        QTest::newRow("cut off") << whole.first(30) << Paths();
        QTest::newRow("at an odd address") << 'x' + whole << Paths();
        QTest::newRow("only the prefix") << dotNetString(QStringLiteral("/tmp/CoreFxPipe_")) << Paths();
        QTest::newRow("a message") << dotNetString(QStringLiteral("no /tmp/CoreFxPipe_x here")) << Paths();
        QTest::newRow("a relative path") << dotNetString(QStringLiteral("CoreFxPipe_x")) << Paths();
        QTest::newRow("a directory of that name") << dotNetString(QStringLiteral("/CoreFxPipe_x/y")) << Paths();
    }

    void inMemory()
    {
        QFETCH(const QByteArray, memory);
        Paths found;
        addSearchedPaths(memory, found);
        QTEST(found, "paths");
    }

    void inAnotherProcess()
    {
        test::ChildProcess child;
        QByteArray heap;
        QVERIFY(child.start([&heap] {
            heap = QByteArray(1 << 20, 'x'); // so large that it has a mapping of its own
            heap.replace(500'000, 80, dotNetString(QStringLiteral("/b/CoreFxPipe_sought")).leftJustified(80, '\0'));
            return true;
        }));
        const auto found = searchedPaths(child.pid());
        if (!found)
            QSKIP("tracing other processes is not permitted here");
        QVERIFY(found->contains("/b/CoreFxPipe_sought"));
    }

    void aProcessThatHasEnded()
    {
        test::ChildProcess child;
        QVERIFY(child.start([] { return true; }));
        const pid_t pid = child.pid();
        child.stop();
        QVERIFY(!searchedPaths(pid));
    }
};

QTEST_APPLESS_MAIN(TestSearchedPaths)

} // namespace tst_searchedpaths

#include "tst_searchedpaths.moc"
