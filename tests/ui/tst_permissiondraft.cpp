// SPDX-License-Identifier: MIT
#include "access/permissiondraft.h"
#include "support/testmain.h"

namespace tst_permissiondraft {

using namespace pipeglass;
using access::Principal;
using access::PrincipalKind;
using ui::PermissionDraft;

access::Target target(quint32 mode)
{
    access::Target target;
    target.facts.permissions = { 1000, 1000, FileMode(mode), access::Acl::fromMode(FileMode(mode)) };
    return target;
}

const Principal ci{ PrincipalKind::User, 2000 };
const Principal dev{ PrincipalKind::Group, 3000 };

class TestPermissionDraft : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatDiffersAndTouchesOneThing()
    {
        PermissionDraft draft;
        draft.reset({ target(0755), target(0775) });
        QCOMPARE(draft.ownerCan(), Qt::Checked);
        QCOMPARE(draft.groupCan(), Qt::PartiallyChecked);
        QCOMPARE(draft.othersCan(), Qt::Unchecked);
        QVERIFY(!draft.mode());
        QVERIFY(!draft.isTouched());
        draft.setOthersCan(true);
        QCOMPARE(draft.wanted()[0].mode.octal(), QStringLiteral("0757"));
        QCOMPARE(draft.wanted()[1].mode.octal(), QStringLiteral("0777"));
        QCOMPARE(draft.requests().size(), size_t{ 2 });
        draft.revert();
        QVERIFY(!draft.isTouched());
    }

    void asksOnlyForThePipesThatChange()
    {
        PermissionDraft draft;
        draft.reset({ target(0666), target(0600) });
        draft.setOthersCan(true);
        QCOMPARE(draft.requests().size(), size_t{ 1 });
        QCOMPARE(draft.requests().front().first, size_t{ 1 });
    }

    void addsAndRemovesEntries()
    {
        PermissionDraft draft;
        draft.reset({ target(0644) });
        draft.setEntry(ci, true);
        draft.setEntry(dev, true);
        QCOMPARE(draft.entries().size(), size_t{ 2 });
        QCOMPARE(draft.entries().front().canConnect, Qt::Checked);
        QCOMPARE(draft.groupCan(), Qt::Unchecked); // a wider mask admits nobody else
        draft.removeEntry(ci);
        draft.removeEntry(dev);
        QVERIFY(!draft.isTouched());
    }

    void modeSetsTheMaskWhichCanBeLifted()
    {
        PermissionDraft draft;
        draft.reset({ target(0644) });
        draft.setEntry(ci, true);
        QVERIFY(!draft.maskCuts());
        draft.setMode(FileMode(0644));
        QVERIFY(draft.maskCuts());
        QVERIFY(draft.entries().front().cutByMask);
        QCOMPARE(draft.entries().front().canConnect, Qt::Unchecked);
        draft.liftMask();
        QVERIFY(!draft.maskCuts());
        QCOMPARE(draft.entries().front().canConnect, Qt::Checked);
    }

    void anEmptyMaskMakesTheListCountAsOthers()
    {
        PermissionDraft draft;
        draft.reset({ target(0666) });
        draft.setEntry(ci, true);
        draft.setMode(FileMode(0606));
        QVERIFY(draft.listIgnored());
        QCOMPARE(draft.entries().front().canConnect, Qt::Checked);
    }

    void presets_data()
    {
        QTest::addColumn<int>("preset");
        QTest::addColumn<QString>("mode");
        QTest::newRow("owner") << int(PermissionDraft::Preset::OnlyOwner) << QStringLiteral("0600");
        QTest::newRow("group") << int(PermissionDraft::Preset::OwnerAndGroup) << QStringLiteral("0660");
        QTest::newRow("everyone") << int(PermissionDraft::Preset::Everyone) << QStringLiteral("0777");
    }

    void presets()
    {
        QFETCH(int, preset);
        PermissionDraft draft;
        draft.reset({ target(0755) });
        draft.choose(PermissionDraft::Preset(preset));
        QTEST(draft.wanted().front().mode.octal(), "mode");
    }
};

QTEST_APPLESS_MAIN(TestPermissionDraft)

} // namespace tst_permissiondraft

#include "tst_permissiondraft.moc"
