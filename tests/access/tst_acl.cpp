// SPDX-License-Identifier: MIT
#include "access/permissions/acl.h"
#include "support/testmain.h"

namespace tst_acl {

using namespace pipeglass;
using namespace pipeglass::access;

class TestAcl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatSetfaclWrites()
    {
        // setfacl -m u:1000:rw on a file of mode 0755
        const QByteArray bytes = QByteArray::fromHex("02000000"
                                                     "01000700ffffffff"
                                                     "02000600e8030000"
                                                     "04000500ffffffff"
                                                     "10000700ffffffff"
                                                     "20000500ffffffff");
        const auto acl = Acl::decode(bytes);
        QVERIFY(acl);
        QCOMPARE(acl->owner, quint8{ 7 });
        QCOMPARE(acl->group, quint8{ 5 });
        QCOMPARE(acl->mask, std::optional<quint8>(7));
        QCOMPARE(acl->mode(), FileMode(0775));
        QCOMPARE(acl->permissionsOf({ PrincipalKind::User, 1000 }), std::optional<quint8>(6));
        QCOMPARE(acl->encode(), bytes);
    }

    void refusesOtherBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("short") << QByteArray::fromHex("0200");
        QTest::newRow("version") << QByteArray::fromHex("01000000");
        QTest::newRow("cut") << QByteArray::fromHex("0200000001000700ffff");
        QTest::newRow("tag") << QByteArray::fromHex("0200000003000700ffffffff");
        QTest::newRow("bits") << QByteArray::fromHex("0200000001000800ffffffff");
    }

    void refusesOtherBytes()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!Acl::decode(bytes));
    }

    void invalidInputIsHarmless()
    {
        for (int i = 0; i < 20000; ++i) {
            QByteArray bytes = QByteArray::fromHex("02000000");
            const int size = (i % 9) * 8;
            for (int at = 0; at < size; ++at)
                bytes.append(static_cast<char>((i * 31 + at * at * 7) % 41));
            if (const auto acl = Acl::decode(bytes))
                QVERIFY(Acl::decode(acl->encode()).has_value());
        }
    }

    void keepsNamedOnesInOrder()
    {
        Acl acl = Acl::fromMode(FileMode(0640));
        acl.set({ PrincipalKind::Group, 5 }, 6);
        acl.set({ PrincipalKind::User, 9 }, 6);
        acl.set({ PrincipalKind::User, 3 }, 4);
        acl.set({ PrincipalKind::User, 9 }, 2);
        QCOMPARE(acl.named.size(), size_t{ 3 });
        QCOMPARE(acl.named[0].who, (Principal{ PrincipalKind::User, 3 }));
        QCOMPARE(acl.named[1].permissions, quint8{ 2 });
        QCOMPARE(acl.mask, std::optional<quint8>(4));
        acl.remove({ PrincipalKind::User, 3 });
        QCOMPARE(acl.named.size(), size_t{ 2 });
    }

    void chmodSetsTheMask()
    {
        Acl acl = Acl::fromMode(FileMode(0755));
        QCOMPARE(acl.withMode(FileMode(0640)), Acl::fromMode(FileMode(0640)));
        acl.set({ PrincipalKind::User, 1000 }, 6);
        const Acl cut = acl.withMode(FileMode(0700));
        QCOMPARE(cut.mask, std::optional<quint8>(0));
        QCOMPARE(cut.group, quint8{ 5 });
        QCOMPARE(cut.mode(), FileMode(0700));
    }

    void text()
    {
        Acl acl = Acl::fromMode(FileMode(0754));
        QCOMPARE(acl.text(), QStringLiteral("u::rwx,g::r-x,o::r--"));
        acl.set({ PrincipalKind::User, 4123456789 }, 6);
        acl.set({ PrincipalKind::Group, 4123456780 }, 0);
        QCOMPARE(acl.text(), QStringLiteral("u::rwx,u:4123456789:rw-,g::r-x,g:4123456780:---,m::r-x,o::r--"));
    }
};

QTEST_GUILESS_MAIN(TestAcl)

} // namespace tst_acl

#include "tst_acl.moc"
