// SPDX-License-Identifier: MIT
#include "access/changes/changer.h"
#include "access/changes/lastingfixes.h"
#include "access/question.h"
#include "support/mountnamespace.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QProcess>

#include <array>
#include <csignal>
#include <functional>

#include <grp.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tst_question {

using namespace pipeglass;
using namespace pipeglass::access;
using namespace pipeglass::test;

constexpr uid_t ci = 61002;

Subject user(uid_t uid) { return userSubject({ uid, {} }); }

/// /tmp/pgt-X/CoreFxPipe_x with directories that everybody may search.
class Pipe {
public:
    explicit Pipe(mode_t mode)
        : m_server(path())
    {
        ::chmod(m_directory.path().constData(), 0711);
        ::chmod(path().constData(), mode);
    }
    [[nodiscard]] QByteArray path() const { return m_directory.filePath("CoreFxPipe_x"); }
    [[nodiscard]] QByteArray directory() const { return m_directory.path(); }
    [[nodiscard]] Target target() const { return *readTarget(path()); }

private:
    PrivateDirectory m_directory;
    BoundSocket m_server;
};

/// A child process to ask about; runs `prepare` first.
class Sleeper {
public:
    explicit Sleeper(const std::function<bool()> &prepare, const char *temporary = nullptr)
    {
        std::array<int, 2> ready{};
        if (::pipe(ready.data()) != 0)
            qFatal("no pipe");
        m_pid = ::fork();
        if (m_pid == 0) {
            if (!prepare())
                ::_exit(1);
            ::dup2(ready[1], STDOUT_FILENO);
            const QByteArray variable = QByteArray("TMPDIR=") + (temporary == nullptr ? "" : temporary);
            char *const environment[] = { const_cast<char *>(variable.constData()), nullptr };
            ::execle("/bin/sh", "sh", "-c", "echo; exec 1>&-; kill -STOP $$", nullptr, environment);
            ::_exit(1);
        }
        char line = 0;
        m_ready = ::read(ready[0], &line, 1) == 1;
        ::close(ready[0]);
        ::close(ready[1]);
    }
    ~Sleeper()
    {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    Sleeper(const Sleeper &) = delete;
    Sleeper &operator=(const Sleeper &) = delete;

    [[nodiscard]] pid_t pid() const { return m_pid; }
    [[nodiscard]] bool ready() const { return m_ready; }

private:
    pid_t m_pid = -1;
    bool m_ready = false;
};

class TestQuestion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("only root can make the files and the children of this test");
    }

    /// Typical case: a root service created the pipe, and the user's client gets "Permission denied".
    void typicalFailure()
    {
        const Pipe pipe(0755);
        const Answer answer = ask(pipe.target(), user(ci));
        QVERIFY(!answer.canConnect);
        QCOMPARE(answer.rule, Rule::Others);
        QVERIFY2(answer.sentence.contains(QLatin1String("group and others lack write")), qPrintable(answer.sentence));
        QVERIFY(answer.warning.isEmpty());
        QVERIFY(answer.fixes.size() >= 2);
        QCOMPARE(wordsOf(answer.fixes.front().effect.gains), QStringList{ QStringLiteral("user 61002") });
        QCOMPARE(
            answer.fixes.front().command,
            QStringLiteral("setfacl -m u:61002:rw- -- '%1'").arg(QString::fromUtf8(pipe.path())));
        QCOMPARE(
            sentenceFor(whoCanConnect(pipe.target())),
            QStringLiteral("Only root can connect: group and others lack write permission."));
    }

    void everyFixHelps_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("directoryMode");
        for (const int mode : { 0755, 0600, 0602, 0000, 0777 }) {
            for (const int directoryMode : { 0711, 0700 })
                QTest::addRow("%o %o", static_cast<unsigned>(mode), static_cast<unsigned>(directoryMode))
                    << mode << directoryMode;
        }
    }

    void everyFixHelps()
    {
        QFETCH(int, mode);
        QFETCH(int, directoryMode);
        const Pipe pipe(static_cast<mode_t>(mode));
        const QByteArray path = pipe.path();
        const auto tries = [path] { return tryConnect(path) == 0 ? 0 : 1; };
        QCOMPARE(::chmod(pipe.directory().constData(), static_cast<mode_t>(directoryMode)), 0);
        const Answer answer = ask(pipe.target(), user(ci));
        QCOMPARE(asUser(ci, tries), answer.canConnect ? 0 : 1);
        QCOMPARE(answer.fixes.empty(), answer.canConnect);
        for (const Fix &fix : answer.fixes) {
            const QStringList words{ QStringLiteral("-c"), fix.command };
            QCOMPARE(QProcess::execute(QStringLiteral("sh"), words), 0);
            QCOMPARE(asUser(ci, tries), 0);
            const QStringList reset{ QStringLiteral("-c"),
                                     QStringLiteral("setfacl -b -- %1 %2; chmod %3 %1; chmod %4 %2")
                                         .arg(QString::fromUtf8(pipe.path()), QString::fromUtf8(pipe.directory()))
                                         .arg(mode, 4, 8, QLatin1Char('0'))
                                         .arg(directoryMode, 4, 8, QLatin1Char('0')) };
            QCOMPARE(QProcess::execute(QStringLiteral("sh"), reset), 0);
        }
    }

    void theMaskTrap()
    {
        const Pipe pipe(0755);
        ChangeRequest request;
        request.wishes = { { true, { PrincipalKind::User, ci } } };
        const Result<Preview> allowed = plan(pipe.target(), request);
        QCOMPARE(QProcess::execute(QStringLiteral("sh"), { QStringLiteral("-c"), allowed->command }), 0);
        QVERIFY(ask(pipe.target(), user(ci)).canConnect);
        QCOMPARE(::chmod(pipe.path().constData(), 0700), 0);
        const Answer answer = ask(pipe.target(), user(ci));
        QCOMPARE(answer.rule, Rule::Mask);
        QVERIFY(answer.sentence.contains(QLatin1String("mask")));
        QVERIFY(answer.sentence.contains(QLatin1String("chmod")));
        QCOMPARE(QProcess::execute(QStringLiteral("sh"), { QStringLiteral("-c"), answer.fixes.front().command }), 0);
        QVERIFY(ask(pipe.target(), user(ci)).canConnect);
    }

    void currentUserOnlyLeavesTraces()
    {
        const Pipe shut(0600);
        QVERIFY(ask(shut.target(), user(0)).warning.contains(QLatin1String("CurrentUserOnly")) == false);
        QVERIFY(ask(shut.target(), user(ci)).warning.contains(QLatin1String("CurrentUserOnly")));
        const Pipe open(0666);
        QVERIFY(ask(open.target(), user(ci)).warning.contains(QLatin1String("may still refuse")));
    }

    void aProcessLooksInAnotherDirectory()
    {
        const Pipe pipe(0666);
        const Sleeper sleeper([] { return true; }, "/somewhere/else/");
        QVERIFY(sleeper.ready());
        const Answer answer = ask(pipe.target(), *processSubject(sleeper.pid()));
        QVERIFY(answer.canConnect);
        QVERIFY2(answer.warning.contains(QLatin1String("/somewhere/else")), qPrintable(answer.warning));
        const QByteArray directory = pipe.directory();
        const Sleeper right([] { return true; }, directory.constData());
        QVERIFY(!ask(pipe.target(), *processSubject(right.pid())).warning.contains(QLatin1String("TMPDIR")));
    }

    void aProcessInAnotherRoot()
    {
        const Pipe pipe(0666);
        const QByteArray directory = pipe.directory();
        const Sleeper sleeper([directory] {
            return ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
                && ::mount("none", directory.constData(), "tmpfs", 0, nullptr) == 0;
        });
        QVERIFY(sleeper.ready());
        const Answer answer = ask(pipe.target(), *processSubject(sleeper.pid()));
        QVERIFY(!answer.canConnect);
        QCOMPARE(answer.rule, Rule::Directory);
        QVERIFY2(answer.sentence.contains(QLatin1String("mounts")), qPrintable(answer.sentence));
    }

    void aPipeOfAnotherMountNamespace()
    {
        const Pipe outer(0755);
        const QByteArray path = outer.path();
        const QByteArray directory = outer.directory();
        const Sleeper inside([directory, path] {
            if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
                || ::mount("none", directory.constData(), "tmpfs", 0, "mode=711") != 0)
                return false;
            const BoundSocket server(path);
            return ::chmod(path.constData(), 0600) == 0 && ::symlink("/tmp", (directory + "/link").constData()) == 0;
        });
        QVERIFY(inside.ready());
        const QByteArray fromHere = "/proc/" + QByteArray::number(inside.pid()) + "/root" + path;
        const Result<Target> inner = readTarget(fromHere);
        QVERIFY(inner && inner->facts.file != outer.target().facts.file);
        QCOMPARE(inner->facts.permissions.mode, FileMode(0600));
        QVERIFY(judge(*inner, *me()).canConnect);
        QVERIFY(!judge(*inner, user(ci)).canConnect);
        const Sleeper outside([] { return true; });
        QVERIFY(outside.ready());
        QVERIFY(judge(*inner, *processSubject(inside.pid())).canConnect);
        const Answer answer = judge(*inner, *processSubject(outside.pid()));
        QVERIFY(!answer.canConnect);
        QVERIFY2(answer.sentence.contains(QString::fromUtf8(path)), qPrintable(answer.sentence));

        // The change applies to that file.
        ChangeRequest request;
        request.mode = FileMode(0777);
        const PrivateDirectory state;
        const Changer changer(Journal(state.filePath("journal")), {});
        const Result<Change> change = changer.apply(*plan(*inner, request));
        QVERIFY(change);
        QCOMPARE(readTarget(fromHere)->facts.permissions.mode, FileMode(0777));
        QCOMPARE(outer.target().facts.permissions.mode, FileMode(0755));
        QVERIFY(changer.undo(change->journalId));
        QCOMPARE(readTarget(fromHere)->facts.permissions.mode, FileMode(0600));
        QCOMPARE(
            readTarget("/proc/" + QByteArray::number(inside.pid()) + "/root" + directory + "/link/x").error().code,
            ErrorCode::Unsupported);
    }

    void aProcessKeepsTheGroupsItHas()
    {
        const Pipe pipe(0660);
        // The account root has the group root; the process has given it and its capabilities up.
        const Sleeper sleeper([] {
            return ::setgroups(0, nullptr) == 0 && ::setresgid(62009, 62009, 62009) == 0
                && ::setresuid(ci, ci, ci) == 0;
        });
        QVERIFY(sleeper.ready());
        const Result<Subject> subject = processSubject(sleeper.pid());
        QVERIFY(subject && !subject->overrides && subject->isIn(62009));
        const Answer answer = ask(pipe.target(), *subject);
        QVERIFY(!answer.canConnect);
        QVERIFY(answer.sentence.contains(QString::number(sleeper.pid())));
    }

    void subjects()
    {
        QCOMPARE(parseSubject("root")->uid, std::optional<uid_t>(0));
        QVERIFY(parseSubject("0")->overrides);
        QCOMPARE(parseSubject("61002")->uid, std::optional<uid_t>(61002));
        QVERIFY(parseSubject("pid:" + QByteArray::number(::getpid()))->pid.has_value());
        QCOMPARE(parseSubject("no such user").error().code, ErrorCode::UnknownAccount);
        QCOMPARE(parseSubject("").error().code, ErrorCode::UnknownAccount);
        QCOMPARE(parseSubject("4294967295").error().code, ErrorCode::UnknownAccount);
        QCOMPARE(parseSubject("pid:x").error().code, ErrorCode::InvalidArgument);
        QCOMPARE(parseSubject("pid:2147483647").error().code, ErrorCode::UnknownProcess);
        QCOMPARE(parsePrincipal("user:no such").error().code, ErrorCode::UnknownAccount);
        QCOMPARE(parsePrincipal("group:no such").error().code, ErrorCode::UnknownAccount);
        QCOMPARE(parsePrincipal("others").error().code, ErrorCode::InvalidArgument);
    }

    void whereWeMayNotLook()
    {
        const Pipe pipe(0666);
        QCOMPARE(::chmod(pipe.directory().constData(), 0700), 0);
        const QByteArray path = pipe.path();
        QCOMPARE(
            asUser(
                ci,
                [path] {
                    const Result<Target> target = readTarget(path);
                    if (!target || target->reached)
                        return 1;
                    const Answer answer = ask(*target, *me());
                    return !answer.canConnect && answer.rule == Rule::Directory && answer.fixes.empty() ? 0 : 2;
                }),
            0);
    }

    void lastingFixesNameTheMode()
    {
        Permissions wanted{ 0, 0, FileMode(0660), Acl::fromMode(FileMode(0660)) };
        QString all;
        for (const LastingFix &fix : lastingFixes("/tmp/a\"b", wanted, wanted))
            all += fix.text + QLatin1Char('\n');
        QVERIFY(all.contains(QLatin1String("UMask=0117")));
        QVERIFY(all.contains(QLatin1String("File.SetUnixFileMode(\"/tmp/a\\\"b\"")));
        QVERIFY(all.contains(QLatin1String("UnixFileMode.GroupWrite")));
        QVERIFY(!all.contains(QLatin1String("OtherWrite")));
    }

    /// Proposed fixes admit those that the ACL admits.
    void lastingFixesOfAListNameItsUsers()
    {
        const Permissions now{ 0, 0, FileMode(0755), Acl::fromMode(FileMode(0755)) };
        Permissions wanted = now;
        wanted.acl.set({ PrincipalKind::User, 1 }, 7);
        wanted.acl.mask = quint8{ 7 };
        wanted.mode = wanted.acl.mode();
        QString all;
        for (const LastingFix &fix : lastingFixes("/tmp/a", now, wanted))
            all += fix.text + QLatin1Char('\n');
        QVERIFY2(all.contains(QLatin1String("setfacl")), qPrintable(all));
        QVERIFY2(
            all.contains(QLatin1String("usermod -aG GROUP 'daemon'"))
                || all.contains(QLatin1String("usermod -aG GROUP daemon")),
            qPrintable(all));
        QVERIFY2(all.contains(QLatin1String("UMask=0002\nGroup=GROUP")), qPrintable(all));
        QVERIFY2(
            !all.contains(QLatin1String("SetUnixFileMode")) && !all.contains(QLatin1String("Group=root")),
            qPrintable(all));
        // A group cannot exclude a user that the ACL excludes.
        wanted.acl.set({ PrincipalKind::User, 2 }, 0);
        for (const LastingFix &fix : lastingFixes("/tmp/a", now, wanted))
            QVERIFY2(!fix.text.contains(QLatin1String("UMask")), qPrintable(fix.text));
    }
};

QTEST_GUILESS_MAIN(TestQuestion)

} // namespace tst_question

#include "tst_question.moc"
