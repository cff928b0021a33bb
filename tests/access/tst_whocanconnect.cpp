// SPDX-License-Identifier: MIT
#include "access/changes/changer.h"
#include "access/question.h"
#include "catalog/scanning/scanner.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

namespace tst_whocanconnect {

using namespace pipeglass;
using namespace pipeglass::access;
using namespace pipeglass::test;
using catalog::PipeState;

constexpr uid_t ada = 61001;

Permissions plain(quint32 mode, uid_t owner) { return { owner, 62001, FileMode(mode), Acl::fromMode(FileMode(mode)) }; }

class TestWhoCanConnect : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void byMode_data()
    {
        QTest::addColumn<quint32>("mode");
        QTest::addColumn<QString>("ofAda");
        QTest::addColumn<QString>("ofRoot");
        const auto row = [](const char *name, quint32 mode, const char *ofAda, const char *ofRoot) {
            QTest::newRow(name) << mode << QString::fromUtf8(ofAda) << QString::fromUtf8(ofRoot);
        };
        row("0755", 0755, "Only 61001 and root can connect: group and others lack write permission.",
            "Only root can connect: group and others lack write permission.");
        row("0555", 0555, "Only root can connect: the owner, group and others lack write permission.",
            "Only root can connect: group and others lack write permission.");
        row("0660", 0660, "Only 61001, root and group 62001 can connect: others lack write permission.",
            "Only root and group 62001 can connect: others lack write permission.");
        row("0020", 0020, "Only root and group 62001 can connect: the owner and others lack write permission.",
            "Only root and group 62001 can connect: others lack write permission.");
        row("0666", 0666, "Everyone can connect.", "Everyone can connect.");
        row("0606", 0606, "Everyone except group 62001 can connect.", "Everyone except group 62001 can connect.");
        row("0066", 0066, "Everyone except 61001 can connect.", "Everyone can connect.");
    }

    void byMode()
    {
        QFETCH(quint32, mode);
        QFETCH(QString, ofAda);
        QFETCH(QString, ofRoot);
        QCOMPARE(sentenceFor(whoCanConnect(plain(mode, ada))), ofAda);
        QCOMPARE(sentenceFor(whoCanConnect(plain(mode, 0))), ofRoot);
    }

    void ofARowAsOfTheFile()
    {
        const PrivateDirectory directory;
        const BoundSocket server(directory.filePath("pipe"));
        const Result<Target> target = readTarget(directory.filePath("pipe"));
        QVERIFY(target);
        catalog::PipeEntry entry;
        entry.directory = directory.path();
        entry.fileName = "pipe";
        entry.uid = target->facts.permissions.owner;
        entry.gid = target->facts.permissions.group;
        entry.mode = target->facts.permissions.mode;
        entry.state = PipeState::Listening;
        entry.accessList = target->facts.permissions.acl.encode();
        QCOMPARE(whoCanConnect(entry).rows, whoCanConnect(target->facts.permissions, {}, PipeState::Listening).rows);
        QCOMPARE(whoCanConnect(*target).rows.back().rule, Rule::Directory); // not known from the row
    }

    /// With an ACL the mode's group bits are the mask, not the group's rights.
    void ofARowWithAList()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        const BoundSocket server(path);
        QCOMPARE(::chmod(path.constData(), 0755), 0);
        ChangeRequest request;
        request.wishes = { { true, { PrincipalKind::User, 1 } } };
        QVERIFY(Changer(Journal(directory.filePath("state")), {}).apply(*plan(*readTarget(path), request)));
        const catalog::SnapshotPtr snapshot = catalog::Scanner({ { directory.path() } }).scan();
        QCOMPARE(snapshot->entries.size(), size_t{ 1 });
        const catalog::PipeEntry &entry = *snapshot->entries.front();
        const Permissions permissions = readTarget(path)->facts.permissions;
        QVERIFY(permissions.acl.isExtended());
        QCOMPARE(whoCanConnect(entry).rows, whoCanConnect(permissions, {}, PipeState::Listening).rows);
        const QString sentence = sentenceFor(whoCanConnect(entry));
        QVERIFY2(
            sentence.contains(QLatin1String("daemon")) && !sentence.contains(QLatin1String("group root")),
            qPrintable(sentence));
    }

    void nobodyCanConnectWithoutListener_data()
    {
        QTest::addColumn<PipeState>("state");
        QTest::addColumn<QString>("remedy");
        QTest::newRow("stale") << PipeState::Stale << QStringLiteral("Start the server again");
        QTest::newRow("bound") << PipeState::Bound << QStringLiteral("restart the server");
        QTest::newRow("shut down") << PipeState::ShutDown << QStringLiteral("Restart the process");
        QTest::newRow("orphaned") << PipeState::Orphaned << QStringLiteral("Restart the server");
        QTest::newRow("taken over") << PipeState::TakenOver << QStringLiteral("Restart the server");
    }

    void nobodyCanConnectWithoutListener()
    {
        QFETCH(PipeState, state);
        QFETCH(QString, remedy);
        const PrivateDirectory directory;
        const BoundSocket server(directory.filePath("pipe"));
        Result<Target> target = readTarget(directory.filePath("pipe"));
        const Result<Subject> self = me();
        QVERIFY(target && self);
        target->server.state = state;
        const Answer answer = ask(*target, *self);
        QVERIFY(!answer.canConnect);
        QCOMPARE(answer.rule, Rule::NoListener);
        QCOMPARE(word(answer.rule), QLatin1String("no-listener"));
        QVERIFY(answer.sentence.startsWith(QLatin1String("Nobody can connect, because nobody listens")));
        QVERIFY2(answer.sentence.contains(remedy), qPrintable(answer.sentence));
        QVERIFY(answer.fixes.empty());
        QCOMPARE(sentenceFor(answer.who), answer.sentence);
        // Permissions can be changed anyway.
        ChangeRequest request;
        request.mode = FileMode(0666);
        QVERIFY(plan(*target, request));
    }

    void uncertainIsNotRefused()
    {
        QVERIFY(whoCanConnect(plain(0666, 0), {}, PipeState::Unknown).hasListener());
        QVERIFY(whoCanConnect(plain(0666, 0), {}, PipeState::Listening).hasListener());
    }
};

QTEST_GUILESS_MAIN(TestWhoCanConnect)

} // namespace tst_whocanconnect

#include "tst_whocanconnect.moc"
