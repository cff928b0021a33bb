// SPDX-License-Identifier: MIT
#include "core/bytetext.h"
#include "exchange/echoing.h"
#include "exchange/heldsocket.h"
#include "exchange/repair.h"
#include "exchange/tapfixture.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <functional>
#include <optional>

#include <fcntl.h>
#include <unistd.h>

namespace tst_repair {

using namespace pipeglass;
using namespace pipeglass::exchange;
using namespace pipeglass::test;

using Names = std::vector<QByteArray>;

constexpr const char *publicLeaf = "CoreFxPipe_a";
constexpr const char *firstLeaf = ".pipeglass-0000000000000001";
constexpr const char *secondLeaf = ".pipeglass-0000000000000002";

/// A tap that was killed: its files are made one by one, and its journal is written.
struct Wreck {
    Wreck()
        : directory(::open(taps.pipes.path().constData(), O_PATH | O_DIRECTORY | O_CLOEXEC))
        , entry(newTapEntry())
    {
        entry.directory = taps.pipes.path();
        entry.leaf = publicLeaf;
        entry.directoryFile = factsOf(directory.get())->file;
    }

    [[nodiscard]] FileIdentity fileAt(const QByteArray &leaf) const
    {
        const auto socket = holdSocket(directory.get(), leaf);
        return socket ? socket->facts.file : FileIdentity();
    }
    /// A dead socket under a leaf, as the tap's own are.
    FileIdentity dead(const QByteArray &leaf)
    {
        makeStaleSocket(taps.pipes.filePath(leaf));
        return fileAt(leaf);
    }
    FileIdentity alive(const QByteArray &leaf)
    {
        servers.push_back(listeningSocket(taps.pipes.filePath(leaf)));
        return fileAt(leaf);
    }
    void write() { QVERIFY(journal() != nullptr); }
    std::unique_ptr<TapJournal> journal()
    {
        const std::vector<TapSpare> spares = entry.spares;
        TapEntry head = entry;
        head.spares.clear();
        auto written = TapJournal::create(head);
        return written && (*written)->add(spares) ? *std::move(written) : nullptr;
    }

    TapFixture taps;
    UniqueFd directory;
    TapEntry entry;
    std::vector<UniqueFd> servers;
};

using Make = std::function<void(Wreck &)>;

struct Expected {
    RepairAction action = RepairAction::None;
    bool isLeft = false;
    Names names; ///< what is there afterwards
    bool isServed = false; ///< the public name leads to a live server
    bool isForgotten = true;
};

class TestRepair : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void undoesEachState_data();
    void undoesEachState()
    {
        QFETCH(Make, make);
        QFETCH(Expected, expected);
        Wreck wreck;
        make(wreck);
        wreck.write();
        const Names before = filesIn(wreck.taps.pipes.path());
        const std::vector<RepairOutcome> wouldBe = repairAll(RepairMode::OnlyCheck);
        QCOMPARE(filesIn(wreck.taps.pipes.path()), before);
        QCOMPARE(wouldBe.size(), size_t(1));

        const std::vector<RepairOutcome> outcomes = repairAll();
        QCOMPARE(outcomes.size(), size_t(1));
        const RepairOutcome &outcome = outcomes.front();
        QCOMPARE(outcome.action, expected.action);
        QCOMPARE(outcome.isLeft, expected.isLeft);
        QVERIFY(!outcome.isRunning && !outcome.reason.isEmpty());
        QCOMPARE(outcome.path, wreck.entry.path());
        QCOMPARE(filesIn(wreck.entry.directory), expected.names);
        QCOMPARE(tryConnect(wreck.taps.path()) == 0, expected.isServed);
        QCOMPARE(filesIn(wreck.taps.journals()).empty(), expected.isForgotten);
        QCOMPARE(wouldBe.front().action, expected.action);
        QCOMPARE(wouldBe.front().isLeft, expected.isLeft);
    }

    void leavesARunningTapAlone()
    {
        Wreck wreck;
        (void)wreck.alive(firstLeaf);
        wreck.entry.spares = { { firstLeaf, wreck.dead(publicLeaf) } };
        const auto held = wreck.journal();
        QVERIFY(held);
        const Names before = filesIn(wreck.taps.pipes.path());
        const std::vector<RepairOutcome> outcomes = repairAll();
        QCOMPARE(outcomes.size(), size_t(1));
        QVERIFY(outcomes.front().isRunning && !outcomes.front().isLeft);
        QCOMPARE(outcomes.front().action, RepairAction::None);
        QVERIFY(outcomes.front().reason.contains(QString::number(::getpid())));
        QCOMPARE(filesIn(wreck.taps.pipes.path()), before);
    }

    void givesTheServerWhatOursWasGiven()
    {
        Wreck wreck;
        const FileIdentity server = wreck.alive(firstLeaf);
        wreck.entry.spares = { { firstLeaf, wreck.dead(publicLeaf) } };
        QCOMPARE(::chmod(wreck.taps.path().constData(), 0600), 0);
        wreck.write();
        QCOMPARE(repairAll().front().action, RepairAction::Restored);
        QCOMPARE(wreck.fileAt(publicLeaf), server);
        QCOMPARE(statusOf(wreck.taps.path()).st_mode & 0777U, 0600U);
    }

    /// What stands in the directory of the journals and is none.
    void distrustsJournals_data();
    void distrustsJournals()
    {
        QFETCH(Make, make);
        Wreck wreck;
        // What a journal of ours would have deleted.
        wreck.entry.spares = { { firstLeaf, wreck.dead(publicLeaf) } };
        wreck.write();
        const Names before = filesIn(wreck.taps.pipes.path());
        make(wreck);
        for (const RepairMode mode : { RepairMode::OnlyCheck, RepairMode::Repair }) {
            const std::vector<RepairOutcome> outcomes = repairAll(mode);
            QCOMPARE(outcomes.size(), size_t(1));
            QVERIFY(outcomes.front().isLeft);
            QCOMPARE(outcomes.front().action, RepairAction::None);
            QCOMPARE(filesIn(wreck.taps.pipes.path()), before);
        }
    }

    void aTextIsReadAsWritten()
    {
        TapEntry entry = newTapEntry();
        entry.directory = "/tmp/with blank\nand line";
        entry.directoryFile = { { 1, 2 }, 3 };
        entry.leaf = "\xff\xfe";
        entry.spares = { { firstLeaf, {} }, { secondLeaf, FileIdentity{ { 4, ~quint64{ 0 } }, 5 } } };
        QByteArray text = headText(entry);
        for (const TapSpare &spare : entry.spares)
            text += spareLine(spare);
        QVERIFY(parseTapEntry(text) == entry);
        QVERIFY(parseTapEntry(text + "spare .pipegl") == entry); // cut off by a crash
        QCOMPARE(parseTapEntry(text + goneLine(firstLeaf))->spares.size(), size_t(1));
        QVERIFY(
            parseTapEntry(text + goneLine(firstLeaf) + spareLine({ firstLeaf, {} }))->spares.back().leaf == firstLeaf);
    }
};

void TestRepair::undoesEachState_data()
{
    QTest::addColumn<Make>("make");
    QTest::addColumn<Expected>("expected");
    const auto row = [](const char *name, const Make &make, const Expected &expected) {
        QTest::newRow(name) << make << expected;
    };
    const auto oursAtPublicName = [](Wreck &wreck) {
        wreck.entry.spares.push_back({ firstLeaf, wreck.dead(publicLeaf) });
    };
    row("exchanged, the server lives",
        [=](Wreck &wreck) {
            (void)wreck.alive(firstLeaf);
            oursAtPublicName(wreck);
            wreck.entry.spares.push_back({ secondLeaf, wreck.dead(secondLeaf) });
        },
        { RepairAction::Restored, false, { publicLeaf }, true });
    row("exchanged, the server has died",
        [=](Wreck &wreck) {
            (void)wreck.dead(firstLeaf);
            oursAtPublicName(wreck);
            wreck.entry.spares.push_back({ secondLeaf, wreck.dead(secondLeaf) });
        },
        { RepairAction::Removed, false, {}, false });
    row("exchanged, the server's file is gone", oursAtPublicName, { RepairAction::Removed, false, {}, false });
    row("not exchanged yet",
        [](Wreck &wreck) {
            (void)wreck.alive(publicLeaf);
            wreck.entry.spares = { { firstLeaf, wreck.dead(firstLeaf) }, { secondLeaf, wreck.dead(secondLeaf) } };
        },
        { RepairAction::Removed, false, { publicLeaf }, true });
    row("a spare was announced and bound",
        [](Wreck &wreck) {
            (void)wreck.alive(publicLeaf);
            (void)wreck.dead(firstLeaf);
            ::chmod(wreck.taps.pipes.filePath(firstLeaf).constData(), 0);
            wreck.entry.spares = { { firstLeaf, {} }, { secondLeaf, {} } };
        },
        { RepairAction::Removed, false, { publicLeaf }, true });
    row("the server made its socket anew, the earlier one is dead",
        [](Wreck &wreck) {
            (void)wreck.alive(publicLeaf);
            (void)wreck.dead(firstLeaf);
            wreck.entry.spares = { { firstLeaf, FileIdentity{ { 1, 2 }, 3 } } };
        },
        { RepairAction::Removed, false, { publicLeaf }, true });
    row("the server lives, its name was deleted",
        [](Wreck &wreck) {
            (void)wreck.alive(firstLeaf);
            wreck.entry.spares = { { firstLeaf, FileIdentity{ { 1, 2 }, 3 } } };
        },
        { RepairAction::Restored, false, { publicLeaf }, true });
    row("the server lives, another one has its name",
        [](Wreck &wreck) {
            (void)wreck.alive(publicLeaf);
            (void)wreck.alive(firstLeaf);
            wreck.entry.spares = { { firstLeaf, FileIdentity{ { 1, 2 }, 3 } } };
        },
        { RepairAction::None, true, { firstLeaf, publicLeaf }, true, false });
    row("something else has a spare's name",
        [](Wreck &wreck) {
            (void)wreck.alive(publicLeaf);
            QVERIFY(::symlink(publicLeaf, wreck.taps.pipes.filePath(firstLeaf).constData()) == 0);
            wreck.entry.spares = { { firstLeaf, FileIdentity{ { 1, 2 }, 3 } } };
        },
        { RepairAction::None, true, { firstLeaf, publicLeaf }, true, false });
    row("nothing is left",
        [](Wreck &wreck) {
            (void)wreck.alive(publicLeaf);
            wreck.entry.spares = { { firstLeaf, FileIdentity{ { 1, 2 }, 3 } } };
        },
        { RepairAction::None, false, { publicLeaf }, true });
    row("another directory, nothing of it is left",
        [](Wreck &wreck) {
            wreck.entry.directoryFile.id.inode ^= 1U;
            wreck.entry.spares = { { firstLeaf, FileIdentity{ { 1, 2 }, 3 } } };
        },
        { RepairAction::None, false, {}, false });
    row("another directory with such names",
        [=](Wreck &wreck) {
            (void)wreck.alive(firstLeaf);
            oursAtPublicName(wreck);
            wreck.entry.directoryFile.id.inode ^= 1U;
        },
        { RepairAction::None, true, { firstLeaf, publicLeaf }, false, false });
    row("the directory is gone", [](Wreck &wreck) { wreck.entry.directory += "/sub"; },
        { RepairAction::None, false, {}, false });
    row("another machine",
        [=](Wreck &wreck) {
            (void)wreck.alive(firstLeaf);
            oursAtPublicName(wreck);
            wreck.entry.machine = "other";
        },
        { RepairAction::None, true, { firstLeaf, publicLeaf }, false, false });
    row("after a boot, with another device number",
        [=](Wreck &wreck) {
            (void)wreck.dead(firstLeaf);
            oursAtPublicName(wreck);
            wreck.entry.boot = "earlier";
            wreck.entry.directoryFile.id.device ^= 1U;
            wreck.entry.spares.front().file->id.device ^= 1U;
        },
        { RepairAction::Removed, false, {}, false });
}

void TestRepair::distrustsJournals_data()
{
    QTest::addColumn<Make>("make");
    const auto journalOf = [](const Wreck &wreck) {
        return joinedPath(wreck.taps.journals(), filesIn(wreck.taps.journals()).front());
    };
    const auto content = [](const QByteArray &text) {
        return [text](const QByteArray &path) {
            const UniqueFd file(::open(path.constData(), O_WRONLY | O_TRUNC | O_CLOEXEC));
            QCOMPARE(::write(file.get(), text.constData(), static_cast<size_t>(text.size())), ssize_t{ text.size() });
        };
    };
    const auto row = [&](const char *name, const std::function<void(const QByteArray &)> &change) {
        QTest::newRow(name) << Make([=](Wreck &wreck) { change(journalOf(wreck)); });
    };
    row("garbage", content(QByteArray("\0\xff garbage\n", 11)));
    row("the head is cut off", content("pipeglass-tap 1\nprocess 1 - -\n"));
    row("a relative directory", content("pipeglass-tap 1\nprocess 1 - -\ndirectory 1 2 3 dG1w\nname YQ==\n"));
    row("a name with a slash", content("pipeglass-tap 1\nprocess 1 - -\ndirectory 1 2 3 L3RtcA==\nname Li4vYQ==\n"));
    row("a leaf that is not ours",
        content("pipeglass-tap 1\nprocess 1 - -\ndirectory 1 2 3 L3RtcA==\nname YQ==\nspare ../../etc 1 2 3\n"));
    row("too large", content(QByteArray(5 << 20, 'x')));
    row("a symbolic link", [](const QByteArray &path) {
        QCOMPARE(::rename(path.constData(), (path + ".moved").constData()), 0);
        QCOMPARE(::symlink((path + ".moved").constData(), path.constData()), 0);
    });
    row("a FIFO", [](const QByteArray &path) {
        QCOMPARE(::unlink(path.constData()), 0);
        QCOMPARE(::mkfifo(path.constData(), 0600), 0);
    });
    row("others may write to it", [](const QByteArray &path) { QCOMPARE(::chmod(path.constData(), 0622), 0); });
    row("others may write to the directory",
        [](const QByteArray &path) { QCOMPARE(::chmod(directoryOf(path).constData(), 0777), 0); });
    row("the directory is a symbolic link", [](const QByteArray &path) {
        const QByteArray directory = directoryOf(path);
        QCOMPARE(::rename(directory.constData(), (directory + ".moved").constData()), 0);
        QCOMPARE(::symlink((directory + ".moved").constData(), directory.constData()), 0);
    });
    if (::geteuid() == 0)
        row("somebody else's", [](const QByteArray &path) { QCOMPARE(::chown(path.constData(), 65534, 65534), 0); });
}

QTEST_GUILESS_MAIN(TestRepair)

} // namespace tst_repair

#include "tst_repair.moc"
