// SPDX-License-Identifier: MIT
#include "cli/pipes/pipetable.h"
#include "support/testmain.h"

namespace tst_pipetable {

using namespace pipeglass;
using namespace pipeglass::catalog;
using namespace pipeglass::cli;

PipeEntry pipe(const QByteArray &fileName)
{
    PipeEntry entry;
    entry.directory = "/tmp";
    entry.fileName = fileName;
    entry.kind = FileKind::Socket;
    entry.socketType = SocketType::Stream;
    entry.state = PipeState::Listening;
    entry.owner = QStringLiteral("ada");
    entry.group = QStringLiteral("staff");
    entry.mode = FileMode(0755);
    entry.server = QList<ProcessInfo>{ { 4242, "echo", 0, QStringLiteral("ada") } };
    entry.clients = 2;
    entry.waiting = 0;
    entry.backlog = 128;
    return entry;
}

QStringList table(const std::vector<PipeEntry> &entries)
{
    std::vector<PipeEntryPtr> pipes;
    for (const PipeEntry &entry : entries)
        pipes.push_back(std::make_shared<const PipeEntry>(entry));
    QStringList lines = pipeTable(pipes).split(QLatin1Char('\n'));
    lines.removeLast();
    return lines;
}

class TestPipeTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasAHeaderAndAlignedColumns()
    {
        const QStringList lines = table({ pipe("CoreFxPipe_a"), pipe("CoreFxPipe_much_longer") });
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].startsWith(QLatin1String("NAME         STATE")));
        QVERIFY(lines[1].startsWith(QLatin1String("a            listening  ada    staff  0755  echo 4242")));
        QCOMPARE(lines[2].indexOf(QLatin1String("listening")), lines[0].indexOf(QLatin1String("STATE")));
        QVERIFY(!lines[0].contains(QLatin1String("DIRECTORY")));
    }

    void alignsByDisplayWidth()
    {
        // Two emoji are 4 columns and 4 units of UTF-16; two syllables are 4 columns and 2 units.
        const QStringList lines = table({ pipe("\xf0\x9f\x98\x80\xf0\x9f\x98\x80"), pipe("ab"), pipe("주문") });
        const auto state = [&lines](int line) { return lines[line].indexOf(QLatin1String("listening")); };
        QCOMPARE(state(1), 6);
        QCOMPARE(state(2), 6);
        QCOMPARE(state(3), 4);
    }

    void namesTheDirectoryWhereThereAreSeveral()
    {
        PipeEntry other = pipe("b");
        other.directory = "/run/x\n";
        const QStringList lines = table({ pipe("a"), other });
        QVERIFY(lines[0].endsWith(QLatin1String("DIRECTORY")));
        QVERIFY(lines[1].endsWith(QLatin1String("/tmp")));
        QVERIFY(lines[2].endsWith(QLatin1String("/run/x\\x0a")));
    }

    void isNeverInterpretedByTheTerminal()
    {
        PipeEntry odd = pipe("a\x1b[31m\n\xff\xe2\x80\xae");
        odd.server->front().program = "p\x1b";
        const QStringList lines = table({ odd });
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[1].startsWith(QLatin1String("a\\x1b[31m\\x0a\\xff\\xe2\\x80\\xae  ")));
        QVERIFY(lines[1].contains(QLatin1String("p\\x1b 4242")));
    }

    void reportsSpecialCases()
    {
        PipeEntry fifo = pipe("fifo");
        fifo.kind = FileKind::Fifo;
        fifo.socketType = SocketType::None;
        fifo.state = PipeState::Unknown;
        PipeEntry datagram = pipe("datagram");
        datagram.socketType = SocketType::Datagram;
        PipeEntry hidden = pipe("hidden");
        hidden.server.reset();
        hidden.clients.reset();
        PipeEntry stale = pipe("stale");
        stale.state = PipeState::Stale;
        stale.server->clear();
        const QStringList lines = table({ fifo, datagram, hidden, stale });
        QVERIFY(lines[1].contains(QLatin1String("fifo")));
        QVERIFY(lines[2].contains(QLatin1String("listening (dgram)")));
        QVERIFY(lines[3].contains(QLatin1String("(not visible)  -")));
        QVERIFY(lines[4].contains(QLatin1String("0755  -")));
    }

    void aLineOfItsOwn()
    {
        QCOMPARE(
            pipeLine(pipe("CoreFxPipe_a")),
            QStringLiteral("a  listening  ada  staff  0755  echo 4242  clients 2  waiting 0  /tmp"));
    }
};

QTEST_GUILESS_MAIN(TestPipeTable)

} // namespace tst_pipetable

#include "tst_pipetable.moc"
