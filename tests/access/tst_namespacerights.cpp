// SPDX-License-Identifier: MIT
#include "access/question.h"
#include "support/identity.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <cerrno>

#include <fcntl.h>
#include <linux/capability.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace tst_namespacerights {

using namespace pipeglass;
using namespace pipeglass::access;
using namespace pipeglass::test;

constexpr uid_t insideUid = 61005;
constexpr gid_t insideGid = 62005;

enum class Kind { NoMap, RootMap, ManyIds, NoOverride, NothingLeft };

bool write(const QByteArray &path, const QByteArray &text)
{
    const UniqueFd fd(::open(path.constData(), O_WRONLY | O_CLOEXEC));
    return fd.isValid() && ::write(fd.get(), text.constData(), static_cast<size_t>(text.size())) == text.size();
}

bool keepCapabilities(quint64 effective)
{
    __user_cap_header_struct header{ _LINUX_CAPABILITY_VERSION_3, 0 };
    __user_cap_data_struct data[2]{};
    const auto low = static_cast<quint32>(effective);
    data[0] = { low, low, 0 };
    return ::syscall(SYS_capset, &header, data) == 0;
}

/// Called in the child before the first question.
bool enter(Kind kind)
{
    switch (kind) {
    case Kind::NoMap:
    case Kind::ManyIds:
        return ::prctl(PR_SET_DUMPABLE, 1) == 0 && ::unshare(CLONE_NEWUSER) == 0;
    case Kind::RootMap:
        return ::prctl(PR_SET_DUMPABLE, 1) == 0 && ::unshare(CLONE_NEWUSER) == 0
            && write("/proc/self/uid_map", "0 " + QByteArray::number(insideUid) + " 1")
            && write("/proc/self/setgroups", "deny")
            && write("/proc/self/gid_map", "0 " + QByteArray::number(insideGid) + " 1");
    case Kind::NoOverride:
        return keepCapabilities(1U << CAP_DAC_READ_SEARCH);
    case Kind::NothingLeft:
        return keepCapabilities(0);
    }
    return false;
}

/// The result of a child: errno of connect(2), and whether Pipeglass says in it that it can connect.
constexpr int saysYes = 1 << 16;

int compareInside(const QByteArray &path)
{
    const int kernel = tryConnect(path);
    const Result<Target> target = readTarget(path);
    const Result<Subject> self = me();
    if (!target || !self)
        return -1;
    return kernel | (judge(*target, *self).canConnect ? saysYes : 0);
}

/// Processes in user namespaces and without capabilities connect; the result is compared with Pipeglass's answers
/// inside and outside of them.
class TestNamespaceRights : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameAsTheKernel_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<uint>("uid");
        QTest::newRow("user namespace without a map") << static_cast<int>(Kind::NoMap) << insideUid;
        QTest::newRow("root of a namespace of one user") << static_cast<int>(Kind::RootMap) << insideUid;
        QTest::newRow("root of a namespace of many users") << static_cast<int>(Kind::ManyIds) << 0U;
        QTest::newRow("root without CAP_DAC_OVERRIDE") << static_cast<int>(Kind::NoOverride) << 0U;
        QTest::newRow("root without capabilities") << static_cast<int>(Kind::NothingLeft) << 0U;
    }

    void sameAsTheKernel()
    {
        QFETCH(int, kind);
        QFETCH(uint, uid);
        if (::geteuid() != 0)
            QSKIP("only root can start children of other users");
        const PrivateDirectory directory;
        const QByteArray gate = directory.filePath("gate");
        const QByteArray path = gate + "/pipe";
        QCOMPARE(::chmod(directory.path().constData(), 0711), 0);
        QCOMPARE(::mkdir(gate.constData(), 0711), 0);
        const BoundSocket server(path);
        int step = 0;
        const gid_t gid = uid == 0 ? 0 : insideGid;
        const Identity child(uid, { gid }, [path, kind, step]() mutable {
            ++step;
            if (step == 1)
                return enter(static_cast<Kind>(kind)) ? 0 : errno;
            if (step == 2 && static_cast<Kind>(kind) == Kind::ManyIds)
                return ::setresgid(0, 0, 0) == 0 && ::setresuid(0, 0, 0) == 0 ? 0 : errno;
            return step == 2 ? 0 : compareInside(path);
        });
        child.start();
        QCOMPARE(child.finish(), 0);
        if (static_cast<Kind>(kind) == Kind::ManyIds) {
            const QByteArray process = "/proc/" + QByteArray::number(child.pid());
            QVERIFY(write(process + "/uid_map", "0 61000 1000"));
            QVERIFY(write(process + "/gid_map", "0 62000 1000"));
        }
        child.start();
        QCOMPARE(child.finish(), 0);
        const Result<Subject> subject = processSubject(child.pid());
        QVERIFY(subject);
        int granted = 0;
        int refused = 0;
        QStringList differences;
        for (const uid_t owner : { 0U, 60000U, 61000U, 61001U, insideUid }) {
            for (const mode_t gateMode : { 0711U, 0700U, 0070U }) {
                QCOMPARE(::chown(gate.constData(), owner, owner + 1000), 0);
                QCOMPARE(::chmod(gate.constData(), gateMode), 0);
                for (const mode_t mode : { 0777U, 0700U, 0070U, 0007U, 0000U, 0550U, 0077U }) {
                    QCOMPARE(::chown(path.constData(), owner, owner + 1000), 0);
                    QCOMPARE(::chmod(path.constData(), mode), 0);
                    child.start();
                    const int inside = child.finish();
                    const bool kernel = (inside & ~saysYes) == 0;
                    ++(kernel ? granted : refused);
                    const Answer outside = judge(*readTarget(path), *subject);
                    if (inside < 0 || kernel != ((inside & saysYes) != 0) || kernel != outside.canConnect)
                        differences << QStringLiteral("owner %1, gate %2, mode %3: inside %4, outside %5")
                                           .arg(owner)
                                           .arg(gateMode, 0, 8)
                                           .arg(mode, 0, 8)
                                           .arg(inside, 0, 16)
                                           .arg(word(outside.rule));
                    server.drain();
                }
            }
        }
        QCOMPARE(differences, QStringList());
        QVERIFY(granted > 0 && refused > 0);
    }

    /// The kernel's answer takes precedence over the permissions.
    void kernelTakesPrecedence()
    {
        const PrivateDirectory directory;
        const BoundSocket server(directory.filePath("pipe"));
        Result<Target> target = readTarget(directory.filePath("pipe"));
        Result<Subject> self = me();
        QVERIFY(target && self && target->kernelGrants == true);
        QCOMPARE(judge(*target, *self).rule, Rule::Owner);
        target->kernelGrants = false; // as with a security module
        const Answer answer = ask(*target, *self);
        QVERIFY(!answer.canConnect && answer.fixes.empty());
        QCOMPARE(answer.rule, Rule::Kernel);
        QVERIFY2(answer.sentence.contains(QLatin1String("security module")), qPrintable(answer.sentence));
        target->kernelGrants = std::nullopt;
        QVERIFY(judge(*target, *self).canConnect);
    }

    void rootWithoutItsRights()
    {
        if (::geteuid() != 0)
            QSKIP("only root can give a file away");
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_certd");
        QCOMPARE(::chmod(directory.path().constData(), 0711), 0);
        const BoundSocket server(path);
        QCOMPARE(::chown(path.constData(), 61001, 62001), 0);
        QCOMPARE(::chmod(path.constData(), 0600), 0);
        Result<Target> target = readTarget(path);
        QVERIFY(target);
        target->kernelGrants = false;
        target->server.processes = { ::getpid() }; // not a .NET process
        Result<Subject> self = me();
        QVERIFY(self);
        self->overrides = self->searches = false;
        const Answer answer = ask(*target, *self);
        QVERIFY(answer.sentence.startsWith(
            QLatin1String("You (root, without CAP_DAC_OVERRIDE) cannot connect; 61001 can, and root with its rights")));
        QVERIFY2(!answer.warning.contains(QLatin1String("CurrentUserOnly")), qPrintable(answer.warning));
        QCOMPARE(
            answer.fixes.front().command, QStringLiteral("setfacl -m u:root:rw- -- '%1'").arg(QString::fromUtf8(path)));
    }

    /// The owner is not mapped in the namespace.
    void rootOfANamespaceIsNotTheOwner()
    {
        const PrivateDirectory directory;
        const BoundSocket server(directory.filePath("pipe"));
        Result<Target> target = readTarget(directory.filePath("pipe"));
        QVERIFY(target);
        target->facts.permissions = { 65534, 65534, FileMode(0600), Acl::fromMode(FileMode(0600)) };
        target->kernelGrants = false;
        Subject root = userSubject({ 0, { 0 } });
        root.known = { IdRanges{ { { 0, 1 } } }, IdRanges{ { { 0, 1 } } } };
        for (const bool isMe : { false, true }) {
            root.isMe = isMe;
            const Answer answer = judge(*target, root);
            QVERIFY(!answer.canConnect);
            QVERIFY2(answer.sentence.contains(QLatin1String("user namespace")), qPrintable(answer.sentence));
        }
    }
};

QTEST_GUILESS_MAIN(TestNamespaceRights)

} // namespace tst_namespacerights

#include "tst_namespacerights.moc"
