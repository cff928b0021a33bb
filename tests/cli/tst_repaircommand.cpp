// SPDX-License-Identifier: MIT
#include "exchange/heldsocket.h"
#include "exchange/tapjournal.h"
#include "run.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QJsonArray>

#include <fcntl.h>

namespace tst_repaircommand {

using namespace pipeglass;
using namespace pipeglass::test;

constexpr const char *spareLeaf = ".pipeglass-0000000000000001";

FileIdentity identityAt(const UniqueFd &directory, const QByteArray &leaf)
{
    const auto socket = exchange::holdSocket(directory.get(), leaf);
    return socket ? socket->facts.file : FileIdentity();
}

class TestRepairCommand : public QObject {
    Q_OBJECT

private:
    PrivateDirectory m_state;

    /// Of a tap of "a" that was killed; the server lives.
    static void makeWreck(const PrivateDirectory &pipes, std::vector<UniqueFd> &servers)
    {
        const UniqueFd directory(::open(pipes.path().constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        exchange::TapEntry entry = exchange::newTapEntry();
        entry.directory = pipes.path();
        entry.directoryFile = factsOf(directory.get())->file;
        entry.leaf = "CoreFxPipe_a";
        servers.push_back(listeningSocket(pipes.filePath(spareLeaf)));
        makeStaleSocket(pipes.filePath(entry.leaf));
        const exchange::TapSpare spare{ spareLeaf, identityAt(directory, entry.leaf) };
        const auto journal = exchange::TapJournal::create(entry);
        QVERIFY(journal && (*journal)->add({ spare }));
    }

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_STATE_HOME", m_state.path()); }

    void saysThatThereIsNothing()
    {
        Run text({ "repair" });
        QCOMPARE(text.startAndFinish(), 0);
        QVERIFY(text.out.flushed.isEmpty() && !text.err.flushed.isEmpty());
        Run json({ "repair", "--json" });
        QCOMPARE(json.startAndFinish(), 0);
        QCOMPARE(json.out.flushed, QByteArray("[]\n"));
    }

    void restoresAndSaysSo()
    {
        const PrivateDirectory pipes;
        std::vector<UniqueFd> servers;
        makeWreck(pipes, servers);
        const QByteArray path = pipes.filePath("CoreFxPipe_a");
        Run dry({ "repair", "--dry-run" });
        QCOMPARE(dry.startAndFinish(), 0);
        QVERIFY(dry.out.flushed.startsWith(path + ": would be restored: "));
        QVERIFY(tryConnect(path) != 0);

        Run run({ "repair", "--json" });
        QCOMPARE(run.startAndFinish(), 0);
        const QJsonArray all = QJsonDocument::fromJson(run.out.flushed).array();
        QCOMPARE(all.size(), qsizetype(1));
        const QJsonObject one = all[0].toObject();
        QCOMPARE(one[QLatin1String("path")].toString(), QString::fromUtf8(path));
        QCOMPARE(QByteArray::fromBase64(one[QLatin1String("path_bytes")].toString().toLatin1()), path);
        QCOMPARE(one[QLatin1String("action")].toString(), QStringLiteral("restored"));
        QVERIFY(one[QLatin1String("reason")].isString());
        QCOMPARE(tryConnect(path), 0);
    }

    void whatCannotBeRepairedEndsWithOne()
    {
        const PrivateDirectory pipes;
        std::vector<UniqueFd> servers;
        makeWreck(pipes, servers);
        // Another server took the name; the first one lives on beside it.
        QCOMPARE(::unlink(pipes.filePath("CoreFxPipe_a").constData()), 0);
        servers.push_back(listeningSocket(pipes.filePath("CoreFxPipe_a")));
        Run run({ "repair" });
        QCOMPARE(run.startAndFinish(), 1);
        QVERIFY(run.out.flushed.contains(": not repaired: "));
    }
};

QTEST_GUILESS_MAIN(TestRepairCommand)

} // namespace tst_repaircommand

#include "tst_repaircommand.moc"
