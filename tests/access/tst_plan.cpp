// SPDX-License-Identifier: MIT
#include "access/changes/plan.h"
#include "support/testmain.h"

namespace tst_plan {

using namespace pipeglass;
using namespace pipeglass::access;

constexpr uid_t owner = 61001;
constexpr gid_t staff = 62001;
const Principal ci{ PrincipalKind::User, 61002 };
const Principal bo{ PrincipalKind::User, 61003 };
const Principal dev{ PrincipalKind::Group, 62002 };
const Principal group{ PrincipalKind::Group, staff };
const Principal everyone{};

Target targetOf(const Acl &acl)
{
    Target target;
    target.path = "/tmp/CoreFxPipe_x";
    target.facts.kind = AccessFacts::Kind::Socket;
    target.facts.links = 1;
    target.facts.permissions = { owner, staff, acl.mode(), acl };
    return target;
}

Target targetOf(quint32 mode) { return targetOf(Acl::fromMode(FileMode(mode))); }

Preview planned(const Target &target, bool allow, const Principal &who)
{
    ChangeRequest request;
    request.wishes = { { allow, who } };
    return *plan(target, request);
}

class TestPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneUserMore()
    {
        const Preview preview = planned(targetOf(0755), true, ci);
        QCOMPARE(wordsOf(preview.effect.gains), QStringList{ QStringLiteral("user 61002") });
        QVERIFY(preview.effect.loses.empty());
        QCOMPARE(preview.after.acl.text(), QStringLiteral("u::rwx,u:61002:rw-,g::r-x,m::rwx,o::r-x"));
        QCOMPARE(preview.command, QStringLiteral("setfacl -m u:61002:rw- -- '/tmp/CoreFxPipe_x'"));
    }

    void theGroup()
    {
        const Preview preview = planned(targetOf(0600), true, group);
        QCOMPARE(preview.effect.gains, std::vector<Principal>{ group });
        QCOMPARE(preview.after.mode, FileMode(0660));
        QVERIFY(!preview.after.acl.isExtended());
        QCOMPARE(preview.command, QStringLiteral("chmod 0660 -- '/tmp/CoreFxPipe_x'"));
    }

    void everybody()
    {
        const Preview preview = planned(targetOf(0755), true, everyone);
        QCOMPARE(preview.after.mode, FileMode(0777));
        QCOMPARE(preview.effect.gains, (std::vector<Principal>{ group, everyone }));
    }

    void nothingToDoIsNoChange()
    {
        QVERIFY(!planned(targetOf(0666), true, ci).changesAnything());
        QVERIFY(!planned(targetOf(0600), false, ci).changesAnything());
        QVERIFY(planned(targetOf(0600), false, ci).command.isEmpty());
    }

    void oneUserLess()
    {
        const Preview preview = planned(targetOf(0666), false, ci);
        QCOMPARE(preview.effect.loses, std::vector<Principal>{ ci });
        QVERIFY(preview.effect.gains.empty());
    }

    /// With an empty mask Linux would ignore the ACL, and the denied user would count as others.
    void refusingOneNeedsAMaskThatIsNotEmpty()
    {
        const Preview preview = planned(targetOf(0602), false, ci);
        QCOMPARE(preview.effect.loses, std::vector<Principal>{ ci });
        QVERIFY(preview.after.acl.groupBits() != 0);
    }

    void incrementalEqualsFull()
    {
        ChangeRequest all;
        all.wishes = { { true, everyone } };
        ChangeRequest one;
        one.wishes = { { true, ci } };
        std::vector<WantedChange> changes{ { targetOf(0755), all },
                                           { targetOf(0755), one },
                                           { targetOf(0755), all },
                                           { targetOf(0644), all },
                                           { targetOf(0755), one } };
        for (size_t at = 0; at < changes.size(); ++at)
            changes[at].target.path += QByteArray::number(static_cast<int>(at));
        const std::vector<Result<Preview>> previews = planAll(changes);
        QCOMPARE(previews.size(), changes.size());
        for (size_t at = 0; at < changes.size(); ++at) {
            const Result<Preview> alone = plan(changes[at].target, changes[at].request);
            QVERIFY(alone && previews[at]);
            QCOMPARE(previews[at]->target.path, changes[at].target.path);
            QCOMPARE(previews[at]->after, alone->after);
            QCOMPARE(previews[at]->effect, alone->effect);
            QCOMPARE(previews[at]->command, alone->command);
            QVERIFY(previews[at]->notes == alone->notes);
        }
    }

    void rootCannotBeKeptOut()
    {
        ChangeRequest request;
        request.wishes = { { false, { PrincipalKind::User, 0 } } };
        QCOMPARE(plan(targetOf(0666), request).error().code, ErrorCode::InvalidArgument);
    }

    void denyEveryoneKeepsNamedEntries()
    {
        Acl acl = Acl::fromMode(FileMode(0666));
        acl.set(ci, 6);
        const Preview preview = planned(targetOf(acl), false, everyone);
        QCOMPARE(preview.effect.loses, std::vector<Principal>{ everyone });
    }

    /// chmod after setfacl empties the mask. The proposed fix restores access for the named users only.
    void maskTrap()
    {
        Acl acl = Acl::fromMode(FileMode(0775));
        acl.set(ci, 6);
        acl.set(bo, 6);
        const Target cut = targetOf(acl.withMode(FileMode(0700)));
        const Preview one = planned(cut, true, ci);
        QCOMPARE(one.effect.gains, std::vector<Principal>{ ci });
        QVERIFY(one.effect.loses.empty());
        QVERIFY(!one.notes.empty());
    }

    void widerMaskKeepsEffectiveRights()
    {
        // The mask is empty and others may write, so bo, named without write, can connect. Allowing the group must not
        // exclude bo.
        Acl acl = Acl::fromMode(FileMode(0602));
        acl.set(bo, 4);
        acl.mask = 0;
        const Preview preview = planned(targetOf(acl), true, group);
        QCOMPARE(preview.effect.gains, std::vector<Principal>{ group });
        QVERIFY(preview.effect.loses.empty());
    }

    void modeOnAListSetsTheMaskAndSaysSo()
    {
        Acl acl = Acl::fromMode(FileMode(0755));
        acl.set(ci, 6);
        acl.mask = 7;
        ChangeRequest request;
        request.mode = FileMode(0700);
        const Result<Preview> preview = plan(targetOf(acl), request);
        QVERIFY(preview);
        QCOMPARE(preview->effect.loses, std::vector<Principal>{ ci });
        QVERIFY(preview->notes.front().contains(QLatin1String("mask")));
        QCOMPARE(preview->command, QStringLiteral("chmod 0700 -- '/tmp/CoreFxPipe_x'"));
    }

    void ownersChange()
    {
        ChangeRequest request;
        request.owner = 61002;
        request.group = 62002;
        const Result<Preview> preview = plan(targetOf(0660), request);
        QVERIFY(preview);
        QCOMPARE(preview->effect.gains, (std::vector<Principal>{ ci, dev }));
        QCOMPARE(preview->effect.loses, (std::vector<Principal>{ { PrincipalKind::User, owner }, group }));
        QCOMPARE(preview->command, QStringLiteral("chown 61002:62002 -- '/tmp/CoreFxPipe_x'"));
    }

    void specialBitsAreRefused()
    {
        ChangeRequest request;
        request.mode = FileMode(04755);
        QCOMPARE(plan(targetOf(0755), request).error().code, ErrorCode::InvalidArgument);
    }

    void withoutListsOnlyClasses()
    {
        Target target = targetOf(0600);
        target.facts.listsPossible = false;
        ChangeRequest request;
        request.wishes = { { true, ci } };
        QCOMPARE(plan(target, request).error().code, ErrorCode::AclUnsupported);
        request.wishes = { { true, group } };
        QVERIFY(plan(target, request));
    }

    /// For every mode, with and without ACL: the change affects exactly the named principal.
    void wishesAreExact()
    {
        int changed = 0;
        for (quint32 mode = 0; mode <= 0777; ++mode) {
            if ((mode & 0505U) != 0 || (mode & 010U) != 0)
                continue; // only write bits and an empty mask matter
            for (int list = 0; list < 16; ++list) {
                Acl acl = Acl::fromMode(FileMode(mode));
                if (list > 0) {
                    acl.set(ci, (list & 1) != 0 ? 6 : 4);
                    acl.set({ PrincipalKind::Group, 62003 }, (list & 2) != 0 ? 2 : 1);
                    acl.group = (list & 4) != 0 ? 6 : 0;
                    acl.mask = static_cast<quint8>((mode >> 3U) & 7U);
                }
                const Target target = targetOf(acl);
                for (const Principal &who : { ci, bo, dev, group, Principal{ PrincipalKind::Group, 62003 } }) {
                    for (const bool allow : { true, false }) {
                        const Preview preview = planned(target, allow, who);
                        const std::vector<Principal> expected =
                            preview.changesAnything() ? std::vector<Principal>{ who } : std::vector<Principal>();
                        const std::vector<Principal> nobody;
                        changed += preview.changesAnything() ? 1 : 0;
                        QCOMPARE(allow ? preview.effect.gains : preview.effect.loses, expected);
                        QCOMPARE(allow ? preview.effect.loses : preview.effect.gains, nobody);
                    }
                }
            }
        }
        QVERIFY(changed > 500);
    }
};

QTEST_GUILESS_MAIN(TestPlan)

} // namespace tst_plan

#include "tst_plan.moc"
