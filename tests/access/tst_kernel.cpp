// SPDX-License-Identifier: MIT
#include "access/question.h"
#include "support/identity.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace tst_kernel {

using namespace pipeglass;
using namespace pipeglass::access;
using namespace pipeglass::test;

constexpr uid_t ownerUid = 61001;
constexpr uid_t namedUid = 61004;
constexpr gid_t owningGid = 62001;
constexpr gid_t namedGid = 62005;
constexpr gid_t elsewhereGid = 62009;

struct Person {
    uid_t uid;
    std::vector<gid_t> groups;
};

const std::vector<Person> people{
    { ownerUid, { elsewhereGid } },        { 61002, { elsewhereGid, owningGid } },
    { 61003, { elsewhereGid } },           { namedUid, { elsewhereGid } },
    { 61005, { elsewhereGid, namedGid } }, { 0, { 0 } },
    { 61007, { owningGid, namedGid } },    { 61008, { elsewhereGid, namedGid, owningGid } },
};

Subject subjectFor(const Person &person) { return userSubject({ person.uid, person.groups }); }

Acl listOf(quint8 group, quint8 user, quint8 namedGroup)
{
    Acl acl = Acl::fromMode(FileMode(0600));
    acl.group = group;
    acl.mask = 7;
    acl.set({ PrincipalKind::User, namedUid }, user);
    acl.set({ PrincipalKind::Group, namedGid }, namedGroup);
    return acl;
}

void setList(const QByteArray &path, const Acl &acl)
{
    const QByteArray bytes = acl.encode();
    if (::setxattr(path.constData(), "system.posix_acl_access", bytes.constData(), static_cast<size_t>(bytes.size()), 0)
        != 0)
        qFatal("no access control lists here");
}

/// Compares every answer with the kernel: children of other users connect.
class TestKernel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMode_data()
    {
        QTest::addColumn<bool>("withList");
        QTest::addColumn<int>("group");
        QTest::addColumn<int>("user");
        QTest::addColumn<int>("namedGroup");
        QTest::newRow("mode alone") << false << 0 << 0 << 0;
        QTest::newRow("list grants") << true << 0 << 6 << 6;
        QTest::newRow("list refuses") << true << 6 << 4 << 4;
        QTest::newRow("user only") << true << 4 << 2 << 0;
        QTest::newRow("groups only") << true << 2 << 5 << 2;
        QTest::newRow("named group only") << true << 0 << 0 << 7;
    }

    void everyMode()
    {
        QFETCH(bool, withList);
        QFETCH(int, group);
        QFETCH(int, user);
        QFETCH(int, namedGroup);
        if (::geteuid() != 0)
            QSKIP("only root can start children of other users");
        const PrivateDirectory directory;
        const QByteArray gate = directory.filePath("gate");
        const QByteArray path = gate + "/pipe";
        QCOMPARE(::chmod(directory.path().constData(), 0711), 0);
        QCOMPARE(::mkdir(gate.constData(), 0711), 0);
        const BoundSocket server(path);
        QCOMPARE(::chown(path.constData(), ownerUid, owningGid), 0);
        if (withList)
            setList(
                path, listOf(static_cast<quint8>(group), static_cast<quint8>(user), static_cast<quint8>(namedGroup)));
        std::vector<Identity> identities;
        for (const Person &person : people)
            identities.emplace_back(person.uid, person.groups, [path] { return tryConnect(path); });
        for (const mode_t gateMode : { 0711U, 0700U, 0066U }) {
            QCOMPARE(::chmod(gate.constData(), gateMode), 0);
            for (mode_t mode = 0; mode <= 0777; ++mode) {
                QCOMPARE(::chmod(path.constData(), mode), 0);
                compare(path, server, identities);
            }
        }
        QCOMPARE(m_differences, QStringList());
        QCOMPARE(m_compared, static_cast<int>(3 * 512 * people.size()));
    }

    void directoriesWithLists_data()
    {
        QTest::addColumn<int>("mask");
        for (int mask = 0; mask < 8; ++mask)
            QTest::addRow("mask %d", mask) << mask;
    }

    void directoriesWithLists()
    {
        QFETCH(int, mask);
        if (::geteuid() != 0)
            QSKIP("only root can start children of other users");
        const PrivateDirectory directory;
        const QByteArray gate = directory.filePath("gate");
        const QByteArray path = gate + "/pipe";
        QCOMPARE(::chmod(directory.path().constData(), 0711), 0);
        QCOMPARE(::mkdir(gate.constData(), 0700), 0);
        QCOMPARE(::chown(gate.constData(), ownerUid, owningGid), 0);
        const BoundSocket server(path);
        QCOMPARE(::chmod(path.constData(), 0666), 0);
        std::vector<Identity> identities;
        for (const Person &person : people)
            identities.emplace_back(person.uid, person.groups, [path] { return tryConnect(path); });
        for (unsigned bits = 0; bits < 32; ++bits) {
            const auto search = [bits](unsigned n) { return static_cast<quint8>(((bits >> n) & 1U) | (n & 6U)); };
            Acl acl = listOf(search(0), search(1), search(2));
            acl.owner = search(3);
            acl.other = search(4);
            acl.mask = static_cast<quint8>(mask);
            setList(gate, acl);
            compare(path, server, identities);
        }
        QCOMPARE(m_differences, QStringList());
    }

    void meAgreesWithFaccessat()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("pipe");
        const BoundSocket server(path);
        for (mode_t mode = 0; mode <= 0777; ++mode) {
            QCOMPARE(::chmod(path.constData(), mode), 0);
            const Result<Target> target = readTarget(path);
            const Result<Subject> self = me();
            QVERIFY(target && self);
            const bool kernel = ::faccessat(AT_FDCWD, path.constData(), W_OK, AT_EACCESS) == 0;
            QCOMPARE(evaluate(target->directories, target->facts.permissions, *self).allowed, kernel);
        }
    }

    void init()
    {
        m_compared = 0;
        m_differences.clear();
    }

private:
    void compare(const QByteArray &path, const BoundSocket &server, const std::vector<Identity> &identities)
    {
        const Result<Target> target = readTarget(path);
        QVERIFY(target && target->reached);
        for (const Identity &identity : identities)
            identity.start();
        for (size_t i = 0; i < people.size(); ++i) {
            const int kernel = identities[i].finish();
            const Verdict verdict = evaluate(target->directories, target->facts.permissions, subjectFor(people[i]));
            ++m_compared;
            if ((kernel == 0) != verdict.allowed || (kernel != 0 && kernel != EACCES))
                m_differences << QStringLiteral("mode %1 uid %2: kernel %3, we %4")
                                     .arg(target->facts.permissions.mode.octal())
                                     .arg(people[i].uid)
                                     .arg(kernel)
                                     .arg(word(verdict.rule));
        }
        server.drain();
    }

    int m_compared = 0;
    QStringList m_differences;
};

QTEST_GUILESS_MAIN(TestKernel)

} // namespace tst_kernel

#include "tst_kernel.moc"
