// SPDX-License-Identifier: MIT
#include "access/verdicts/evaluate.h"
#include "support/testmain.h"

namespace tst_evaluate {

using namespace pipeglass;
using namespace pipeglass::access;

constexpr uid_t owner = 61001;
constexpr uid_t ci = 61002;
constexpr gid_t staff = 62001;
constexpr gid_t dev = 62002;

Permissions permissions(const Acl &acl) { return { owner, staff, acl.mode(), acl }; }

Permissions mode(quint32 bits) { return permissions(Acl::fromMode(FileMode(bits))); }

Permissions listed(quint32 bits, quint8 user, quint8 group, quint8 mask)
{
    Acl acl = Acl::fromMode(FileMode(bits));
    acl.set({ PrincipalKind::User, ci }, user);
    acl.set({ PrincipalKind::Group, dev }, group);
    acl.mask = mask;
    return permissions(acl);
}

Subject person(uid_t uid, std::vector<gid_t> groups) { return userSubject({ uid, std::move(groups) }); }

class TestEvaluate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rules_data()
    {
        QTest::addColumn<Permissions>("file");
        QTest::addColumn<Subject>("subject");
        QTest::addColumn<bool>("allowed");
        QTest::addColumn<QString>("rule");
        const auto row = [](const char *name, const Permissions &file, const Subject &subject, bool allowed,
                            const char *rule) {
            QTest::newRow(name) << file << subject << allowed << QString::fromLatin1(rule);
        };
        row("owner", mode(0200), person(owner, {}), true, "owner");
        row("owner before others", mode(0022), person(owner, { staff }), false, "owner");
        row("group", mode(0020), person(ci, { staff }), true, "group");
        row("group before others", mode(0602), person(ci, { staff }), false, "group");
        row("others", mode(0602), person(ci, { dev }), true, "others");
        row("others lack", mode(0775), person(ci, { dev }), false, "others");
        row("root by class", mode(0666), person(0, { 0 }), true, "others");
        row("root by override", mode(0), person(0, { 0 }), true, "root");
        row("named user", listed(0600, 6, 0, 7), person(ci, {}), true, "acl-user");
        row("named user before groups", listed(0660, 4, 6, 7), person(ci, { staff, dev }), false, "acl-user");
        row("named group", listed(0600, 0, 6, 7), person(61009, { dev }), true, "acl-group");
        row("any group that grants", listed(0600, 0, 6, 7), person(61009, { staff, dev }), true, "acl-group");
        row("no group grants", listed(0602, 0, 4, 7), person(61009, { staff, dev }), false, "group");
        row("mask takes it from the user", listed(0600, 6, 0, 4), person(ci, {}), false, "mask");
        row("mask takes it from the group", listed(0660, 0, 0, 4), person(61009, { staff }), false, "mask");
        row("empty mask, others lack", listed(0600, 6, 0, 0), person(ci, {}), false, "mask");
        row("empty mask, named counts as others", listed(0602, 0, 0, 0), person(ci, {}), true, "others");
        row("empty mask, idle entry", listed(0600, 4, 0, 0), person(ci, {}), false, "others");
        row("empty mask, group member", listed(0662, 0, 0, 0), person(61009, { staff }), false, "mask");
        row("empty mask, root", listed(0600, 6, 0, 0), person(0, { 0 }), true, "root");
    }

    void rules()
    {
        QFETCH(Permissions, file);
        QFETCH(Subject, subject);
        QFETCH(bool, allowed);
        QFETCH(QString, rule);
        const Verdict verdict = evaluateSocket(file, subject);
        QCOMPARE(verdict.allowed, allowed);
        QCOMPARE(QString(word(verdict.rule)), rule);
    }

    void directoryDecidesFirst()
    {
        const std::vector<DirectoryFacts> directories{ { "/", mode(0755) }, { "/shut", mode(0700) } };
        const Verdict verdict = evaluate(directories, mode(0666), person(ci, {}));
        QVERIFY(!verdict.allowed);
        QCOMPARE(verdict.rule, Rule::Directory);
        QCOMPARE(verdict.directory, QByteArray("/shut"));
        QVERIFY(evaluate(directories, mode(0666), person(owner, {})).allowed);
        QVERIFY(evaluate(directories, mode(0666), person(0, {})).allowed);
    }

    void readSearchOpensDirectoriesOnly()
    {
        Subject backup = person(ci, {});
        backup.searches = true;
        QVERIFY(maySearch(mode(0), backup));
        QVERIFY(!evaluateSocket(mode(0), backup).allowed);
    }

    void rootOfAnotherNamespaceIsBoundToItsOwnIds()
    {
        Subject contained = person(ci, {});
        contained.overrides = true;
        contained.known.uids = IdRanges{ { { owner, 1 } } };
        contained.known.gids = IdRanges{ { { staff, 1 } } };
        QVERIFY(evaluateSocket(mode(0), contained).allowed);
        contained.known.gids = IdRanges{ { { dev, 1 } } };
        QVERIFY(!evaluateSocket(mode(0), contained).allowed);
    }
};

QTEST_GUILESS_MAIN(TestEvaluate)

} // namespace tst_evaluate

#include "tst_evaluate.moc"
