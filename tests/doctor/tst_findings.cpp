// SPDX-License-Identifier: MIT
#include "doctor/findings.h"
#include "support/testmain.h"
#include "text/findingtext.h"

namespace tst_findings {

using namespace pipeglass;
using namespace pipeglass::doctor;
using catalog::PipeState;

constexpr FileId serverDirectory{ 1, 100 };
constexpr FileId clientDirectory{ 1, 200 };

/// Facts of one live pipe /a/CoreFxPipe_x of root, with mode 0755.
Facts livePipe()
{
    auto pipe = std::make_shared<catalog::PipeEntry>();
    pipe->directory = "/a";
    pipe->fileName = "CoreFxPipe_x";
    pipe->kind = catalog::FileKind::Socket;
    pipe->state = PipeState::Listening;
    pipe->server = QList<ProcessInfo>{ { 10, "server", 0, QStringLiteral("root") } };
    auto snapshot = std::make_shared<catalog::Snapshot>();
    snapshot->entries.push_back(pipe);
    Facts facts;
    facts.look = { snapshot, { {} } };
    access::Target target;
    target.path = pipe->path();
    target.facts.permissions = { 0, 0, FileMode(0755), access::Acl::fromMode(FileMode(0755)) };
    facts.pipes.push_back({ target, {}, serverDirectory, false });
    return facts;
}

SeekingProcess seeker(uid_t uid, const SoughtPipe &sought)
{
    access::Subject subject;
    subject.uid = uid;
    return { { 20, "client", uid, QStringLiteral("ada") }, subject, { sought } };
}

/// Findings that need facts which a test cannot bring about. The others are in tst_examiner.
class TestFindings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void otherDirectory_data()
    {
        QTest::addColumn<SoughtPipe>("sought");
        QTest::addColumn<uid_t>("uid");
        QTest::addColumn<bool>("isFound");
        const SoughtPipe elsewhere{ "/b/CoreFxPipe_x", clientDirectory, false };
        QTest::newRow("another directory") << elsewhere << uid_t{ 0 } << true;
        QTest::newRow("a directory that does not exist")
            << SoughtPipe{ "/c/CoreFxPipe_x", {}, false } << uid_t{ 0 } << true;
        QTest::newRow("another path to the same one")
            << SoughtPipe{ "/b/CoreFxPipe_x", serverDirectory, false } << uid_t{ 0 } << false;
        QTest::newRow("served there too")
            << SoughtPipe{ "/b/CoreFxPipe_x", clientDirectory, true } << uid_t{ 0 } << false;
        QTest::newRow("another name") << SoughtPipe{ "/b/CoreFxPipe_y", clientDirectory, false } << uid_t{ 0 } << false;
        QTest::newRow("another user's program") << elsewhere << uid_t{ 1000 } << false;
    }

    void otherDirectory()
    {
        QFETCH(const SoughtPipe, sought);
        QFETCH(const uid_t, uid);
        QFETCH(const bool, isFound);
        Facts facts = livePipe();
        facts.seeking.push_back(seeker(uid, sought));
        const std::vector<Finding> found = findings(facts, {});
        QCOMPARE(found.size(), size_t{ isFound ? 1U : 0U });
        if (!isFound)
            return;
        QCOMPARE(found[0].id, FindingId::OtherDirectory);
        const QString sentence = text::findingSentence(found[0]);
        QVERIFY2(sentence.contains(QStringLiteral("client 20")), qPrintable(sentence));
        QVERIFY2(sentence.contains(QString::fromUtf8(sought.path.first(2))), qPrintable(sentence));
    }

    void aProcessThatTakesPart()
    {
        Facts facts = livePipe();
        facts.look.connections[0].emplace_back();
        facts.look.connections[0][0].client = ProcessInfo{ 20, "client", 0, {} };
        facts.seeking.push_back(seeker(0, { "/b/CoreFxPipe_x", clientDirectory, false }));
        QVERIFY(findings(facts, {}).empty());
    }

    void aNameThatIsTooLong()
    {
        const QByteArray name(120, 'n');
        const Finding finding = tooLongName(name, "/tmp/CoreFxPipe_" + name);
        QCOMPARE(finding.id, FindingId::PathTooLong);
        QVERIFY(text::findingSentence(finding).contains(QStringLiteral("136 bytes")));
        QVERIFY(text::findingCommand(finding).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestFindings)

} // namespace tst_findings

#include "tst_findings.moc"
