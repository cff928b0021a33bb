// SPDX-License-Identifier: MIT
#include "overview/drawingitems.h"
#include "overview/topology.h"
#include "overview/topologytext.h"
#include "support/testmain.h"
#include "text/sizetext.h"
#include "ui/topologyvalues.h"

namespace tst_topology {

using namespace pipeglass;
using catalog::Connection;
using catalog::PipeEntry;
using catalog::PipeState;
using test::connected;
using test::waitingClient;
using ui::Topology;

class TestTopology : public QObject {
    Q_OBJECT

private:
    static QString pids(const std::vector<ui::TopologyEnd> &ends)
    {
        QStringList words;
        for (const ui::TopologyEnd &end : ends)
            words.append(end.process ? QString::number(end.process->pid) : QStringLiteral("?"));
        return words.join(u' ');
    }

private Q_SLOTS:
    void connectionsOfOneProcessAreOne()
    {
        const std::vector<Connection> all = { connected(7, 5, 0), connected(8, 1, 2), connected(7, 10, 4) };
        const Topology topology(test::listeningPipe(), all);
        QCOMPARE(pids(topology.clients), QStringLiteral("7 8"));
        QCOMPARE(topology.clients.front().connections, 2);
        QCOMPARE(topology.clients.front().queued, (ui::QueuedBytes{ 15, 4 }));
        QCOMPARE(topology.servers.size(), size_t{ 1 });
        QCOMPARE(topology.servers.front().connections, 3);
        QCOMPARE(topology.servers.front().queued, (ui::QueuedBytes{ 16, 6 }));
        QCOMPARE(topology.connected, quint32{ 3 });
        QCOMPARE(topology.waiting, quint32{ 0 });
    }

    void ordersByUnreadBytesWaitingLast()
    {
        const std::vector<Connection> all = { waitingClient(1), connected(2, 0, 0), connected(3, 0, 9),
                                              connected(4, 20, 0), connected(5, 0, 0) };
        const Topology topology(test::listeningPipe(), all);
        QCOMPARE(pids(topology.clients), QStringLiteral("4 3 2 5 1"));
        QVERIFY(topology.clients.back().isWaiting);
        QVERIFY(!topology.clients.back().queued.toServer);
        QCOMPARE(pids(topology.firstClients(3)), QStringLiteral("4 3 1"));
        QCOMPARE(topology.clientsBeyond(3), size_t{ 2 });
        QCOMPARE(pids(topology.firstClients(9)), QStringLiteral("4 3 2 5 1"));
        QCOMPARE(topology.clientsBeyond(9), size_t{ 0 });
    }

    void waitingAndConnectedProcessHasTwoItems()
    {
        const Topology topology(test::listeningPipe(), std::vector<Connection>{ connected(7, 0, 0), waitingClient(7) });
        QCOMPARE(pids(topology.clients), QStringLiteral("7 7"));
    }

    void hiddenProcessesAreOneItem()
    {
        Connection unseen = connected(7, 3, 0);
        unseen.client.reset();
        unseen.unreadByClient.reset();
        const Topology topology(test::listeningPipe(), std::vector<Connection>{ unseen, unseen, connected(8, 0, 0) });
        QCOMPARE(pids(topology.clients), QStringLiteral("? 8"));
        QCOMPARE(topology.clients.front().connections, 2);
        QCOMPARE(topology.clients.front().queued, (ui::QueuedBytes{ 6, {} }));
        QVERIFY(!topology.clients.front().queued.isDrained());
        QCOMPARE(ui::clientLines(topology.clients.front()).first(), QStringLiteral("not visible"));
    }

    void distinguishesEndedAndHiddenClients()
    {
        Connection unseen = connected(7, 3, 0);
        unseen.client.reset();
        Connection ended = unseen;
        ended.clientInode = 0;
        ended.unreadByClient.reset();
        const Topology topology(test::listeningPipe(), std::vector<Connection>{ unseen, ended });
        QCOMPARE(topology.clients.size(), size_t{ 2 });
        const ui::TopologyEnd &end = topology.clients.back();
        QVERIFY(end.hasEnded);
        QCOMPARE(end.queued, (ui::QueuedBytes{ 3, 0 }));
        QCOMPARE(ui::clientLines(end).first(), QStringLiteral("has ended"));
    }

    void otherHoldersOfConnectionsAreServersToo()
    {
        const std::vector<Connection> all = { connected(7, 1, 0, 50), connected(8, 2, 0, 42) };
        const Topology topology(test::listeningPipe(), all);
        QCOMPARE(pids(topology.servers), QStringLiteral("42 50"));
        QCOMPARE(topology.servers.front().queued.toServer, quint64{ 2 });
        QVERIFY(ui::serverLines(topology.servers.back(), false).contains(QStringLiteral("1 connection")));
    }

    void hiddenServerIsDrawn()
    {
        PipeEntry entry = test::listeningPipe();
        entry.server.reset();
        QCOMPARE(pids(Topology(entry, {}).servers), QStringLiteral("?"));
        entry.server.emplace(); // searched, but not found
        QCOMPARE(pids(Topology(entry, {}).servers), QStringLiteral("?"));
        entry.state = PipeState::Stale;
        QCOMPARE(pids(Topology(entry, {}).servers), QString());
    }

    void numbersAloneWhereConnectionsAreNotKnown()
    {
        PipeEntry entry = test::listeningPipe();
        entry.clients = 3;
        entry.waiting = 1;
        const Topology topology(entry, {});
        QVERIFY(!topology.areConnectionsKnown);
        QVERIFY(topology.clients.empty());
        QCOMPARE(topology.connected, quint32{ 3 });
        QVERIFY(ui::topologyInWords(entry, topology).startsWith(QStringLiteral("3 connected, 1 waiting.")));
    }

    void whereSomeMayNotBeSeen_data()
    {
        QTest::addColumn<QList<int>>("waiting");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("box");
        QTest::newRow("none is") << QList<int>() << QStringLiteral("Clients are unknown.")
                                 << QStringLiteral("clients unknown");
        QTest::newRow("one is") << QList<int>{ 7 } << QStringLiteral("There may be other clients.")
                                << QStringLiteral("other clients");
    }
    void whereSomeMayNotBeSeen()
    {
        QFETCH(QList<int>, waiting);
        PipeEntry entry = test::listeningPipe();
        entry.clients.reset();
        std::vector<Connection> all;
        for (const int pid : waiting)
            all.push_back(waitingClient(pid));
        const Topology topology(entry, all);
        QVERIFY(!topology.connected);
        QCOMPARE(topology.waiting, static_cast<quint32>(waiting.size()));
        QFETCH(QString, words);
        QVERIFY(ui::topologyInWords(entry, topology).contains(words));
        QFETCH(QString, box);
        QCOMPARE(ui::clientItems(entry, topology).back().box.lines.front(), box);
        entry.clients = 0;
        QVERIFY(ui::clientItems(entry, Topology(entry, all)).back().box.lines.front() != box);
    }

    void newClients_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("line");
        QTest::newRow("listening") << int(PipeState::Listening) << QString();
        QTest::newRow("unknown") << int(PipeState::Unknown) << QString();
        QTest::newRow("bound") << int(PipeState::Bound) << QStringLiteral("are refused");
        QTest::newRow("stale") << int(PipeState::Stale) << QStringLiteral("are refused");
        QTest::newRow("orphaned") << int(PipeState::Orphaned) << QStringLiteral("cannot find it");
        QTest::newRow("taken over") << int(PipeState::TakenOver) << QStringLiteral("go to process 99");
    }
    void newClients()
    {
        QFETCH(int, state);
        QFETCH(QString, line);
        PipeEntry entry = test::listeningPipe();
        entry.state = static_cast<PipeState>(state);
        entry.takenOverBy = 99;
        const Topology topology(entry, std::vector<Connection>());
        QCOMPARE(ui::newClientsLine(entry, topology.newClients), line);
        QCOMPARE(ui::topologyInWords(entry, topology).contains(QStringLiteral("New clients")), !line.isEmpty());
    }

    void bytes_data()
    {
        QTest::addColumn<std::optional<quint64>>("bytes");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, std::optional<quint64> bytes, const char *shown, const char *words) {
            QTest::newRow(name) << bytes << QString::fromLatin1(shown) << QString::fromLatin1(words);
        };
        row("unknown", {}, "?", "an unknown number of bytes");
        row("none", 0, "0", "0 bytes");
        row("one", 1, "1 B", "1 byte");
        row("some", 1023, "1023 B", "1,023 bytes");
        row("many", 65536, "64.0 KiB", "65,536 bytes");
    }
    void bytes()
    {
        QFETCH(std::optional<quint64>, bytes);
        QFETCH(QString, shown);
        QFETCH(QString, words);
        QLocale::setDefault(QLocale(QLocale::English));
        QCOMPARE(ui::shortBytes(bytes), shown);
        QCOMPARE(text::bytesText(bytes), words);
        QLocale::setDefault(QLocale::c());
    }

    void saysItInWords()
    {
        const std::vector<Connection> all = { connected(7, 12, 0), connected(8, 0, 0), waitingClient(9) };
        const QString words = ui::topologyInWords(test::listeningPipe(), Topology(test::listeningPipe(), all));
        QVERIFY2(
            words.contains(QStringLiteral("Client client, pid 7, user: 12 bytes not yet read by the server")),
            qPrintable(words));
        QVERIFY(words.contains(QStringLiteral("pid 8, user: everything read")));
        QVERIFY(words.contains(QStringLiteral("pid 9, user: waiting to be accepted")));
        QVERIFY(words.contains(QStringLiteral("Pipe jobs, listening.")));
        QVERIFY(words.contains(QStringLiteral("Server server, pid 42, user.")));
    }

    void namesOfStrangersAreEscaped()
    {
        Connection odd = connected(7, 0, 0);
        odd.client->program = "a\nb\xff";
        const Topology topology(test::listeningPipe(), std::vector<Connection>{ odd });
        QCOMPARE(ui::clientLines(topology.clients.front()).first(), QStringLiteral("a\\x0ab\\xff"));
    }
};

QTEST_GUILESS_MAIN(TestTopology)

} // namespace tst_topology

#include "tst_topology.moc"
