// SPDX-License-Identifier: MIT
#include "exchange/echoing.h"
#include "exchange/tapfixture.h"
#include "support/mountnamespace.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QFile>
#include <QProcess>

#include <filesystem>
#include <functional>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace tst_exchangedname {

using namespace pipeglass;
using namespace pipeglass::exchange;
using namespace pipeglass::test;

using Maker = std::function<UniqueFd(const QByteArray &)>;
using Step = std::function<void(const QByteArray &)>;

constexpr const char *publicLeaf = "CoreFxPipe_a";

void setAcl(const QByteArray &path, const char *entries)
{
    QProcess setfacl;
    setfacl.start(
        QStringLiteral("setfacl"), { QStringLiteral("-m"), QString::fromLatin1(entries), QFile::decodeName(path) });
    QVERIFY(setfacl.waitForFinished());
    QCOMPARE(setfacl.exitCode(), 0);
}

/// What decides who may connect.
HeldSocket permissionsOf(const QByteArray &path)
{
    auto socket = holdSocket(AT_FDCWD, path);
    return socket ? *std::move(socket) : HeldSocket{};
}

class TestExchangedName : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noClientFailsWhileWeEnterAndLeave()
    {
        const TapFixture taps;
        const QByteArray path = taps.path();
        EchoServer server(path);
        const ino_t inode = statusOf(path).st_ino;
        EchoRelay relay;
        EchoClients clients(path, 8);
        const int rounds =
            qEnvironmentVariableIsSet("PIPEGLASS_ROUNDS") ? qEnvironmentVariableIntValue("PIPEGLASS_ROUNDS") : 1000;
        for (int i = 0; i < rounds; ++i) {
            auto name = prepared(path);
            QVERIFY(name);
            auto entered = (*name)->enter();
            QVERIFY(entered && *entered);
            QCOMPARE(quint64{ (*entered)->serverFile.id.inode }, quint64{ inode });
            QVERIFY((*name)->leadsToUs());
            QVERIFY(statusOf(path).st_ino != inode);
            const auto again = (*name)->enter();
            QVERIFY(again && !*again);
            relay.add(**std::move(entered));
            QVERIFY((*name)->leave());
            QCOMPARE(statusOf(path).st_ino, inode);
        }
        clients.end();
        QCOMPARE(clients.failures(), QByteArray());
        QVERIFY(relay.relayed() > 0);
        QCOMPARE(server.served(), clients.talked());
        QCOMPARE(filesIn(taps.pipes.path()), std::vector<QByteArray>{ "CoreFxPipe_a" });
        QVERIFY(filesIn(taps.journals()).empty());
    }

    /// The server of .NET's classic loop: each time it has made its socket anew, we step in front of it again.
    void followsAServerThatIsMadeAnew()
    {
        const TapFixture taps;
        EchoServer server(taps.path());
        EchoRelay relay;
        auto name = prepared(taps.path());
        QVERIFY(name);
        const int rounds = numberFromEnvironment("PIPEGLASS_ROUNDS", 2000);
        FileIdentity before;
        for (int i = 0; i < rounds; ++i) {
            auto entered = (*name)->enter();
            QVERIFY(entered && *entered);
            QVERIFY((*entered)->serverFile != before);
            before = (*entered)->serverFile;
            relay.add(**std::move(entered));
            QCOMPARE(talk(taps.path()), QByteArray());
            QCOMPARE(relay.relayed(), i + 1);
            server.recreate();
            QVERIFY(!(*name)->leadsToUs());
            if ((*name)->wantsSpares())
                QVERIFY((*name)->makeSpares());
            (*name)->removeLeftovers();
        }
        QVERIFY(filesIn(taps.pipes.path()).size() < 300); // spares are made ahead
        QVERIFY(
            std::filesystem::file_size((taps.journals() + '/' + filesIn(taps.journals()).front()).toStdString())
            < 80'000);
        QVERIFY((*name)->leave());
        QCOMPARE(filesIn(taps.pipes.path()), std::vector<QByteArray>{ publicLeaf });
        QCOMPARE(talk(taps.path()), QByteArray());
    }

    void stepsBackFromASocketThatNobodyServes()
    {
        const TapFixture taps;
        UniqueFd server = listeningSocket(taps.path());
        const ino_t inode = statusOf(taps.path()).st_ino;
        auto name = prepared(taps.path());
        QVERIFY(name);
        const auto entered = (*name)->enter();
        QVERIFY(entered && *entered);
        const FileIdentity file = (*entered)->serverFile;
        QVERIFY(!(*name)->stepBack(file));
        QVERIFY((*name)->leadsToUs());
        server.reset();
        QVERIFY((*name)->stepBack(file));
        QCOMPARE(statusOf(taps.path()).st_ino, inode);
        QCOMPARE(tryConnect(taps.path()), ECONNREFUSED);
        QVERIFY(!(*name)->stepBack(file));
        // Another server comes.
        QCOMPARE(::unlink(taps.path().constData()), 0);
        server = listeningSocket(taps.path());
        const auto again = (*name)->enter();
        QVERIFY(again && *again);
        QVERIFY(!(*name)->stepBack(file));
        QVERIFY((*name)->leadsToUs());
        QVERIFY((*name)->leave());
        QCOMPARE(filesIn(taps.pipes.path()), std::vector<QByteArray>{ publicLeaf });
        QVERIFY(filesIn(taps.journals()).empty());
        QCOMPARE(tryConnect(taps.path()), 0);
    }

    void ourSocketIsLikeTheServers_data()
    {
        QTest::addColumn<Step>("before");
        QTest::addColumn<Step>("during");
        const auto mode = [](mode_t bits) {
            return Step([bits](const QByteArray &path) { QCOMPARE(::chmod(path.constData(), bits), 0); });
        };
        const auto acl = [](const char *entries) {
            return Step([entries](const QByteArray &path) { setAcl(path, entries); });
        };
        const auto owner = [](uid_t user, gid_t group) {
            return Step([=](const QByteArray &path) { QCOMPARE(::chown(path.constData(), user, group), 0); });
        };
        QTest::newRow("mode") << mode(0700) << mode(0622);
        QTest::newRow("set-id bits") << mode(06755) << mode(0711);
        QTest::newRow("access list") << acl("u:12345:rw") << acl("g:23456:w,u:12345:-");
        QTest::newRow("access list, then none") << acl("u:12345:rw") << Step([](const QByteArray &path) {
            QCOMPARE(::removexattr(path.constData(), "system.posix_acl_access"), 0);
        });
        if (::geteuid() == 0)
            QTest::newRow("owner and group") << owner(12345, 23456) << owner(0, 23457);
    }

    void ourSocketIsLikeTheServers()
    {
        QFETCH(Step, before);
        QFETCH(Step, during);
        const TapFixture taps;
        const UniqueFd server = listeningSocket(taps.path());
        auto name = prepared(taps.path()); // the spares are older than the change
        QVERIFY(name);
        before(taps.path());
        const HeldSocket wanted = permissionsOf(taps.path());
        const auto entered = (*name)->enter();
        QVERIFY(entered && *entered);
        const HeldSocket ours = permissionsOf(taps.path());
        QVERIFY(ours.facts.file != wanted.facts.file);
        QVERIFY(samePermissions(ours, wanted));
        // What our socket is given in the server's place, the server's has afterwards.
        during(taps.path());
        const HeldSocket changed = permissionsOf(taps.path());
        QVERIFY(!samePermissions(changed, wanted));
        QVERIFY((*name)->leave());
        const HeldSocket after = permissionsOf(taps.path());
        QCOMPARE(after.facts.file, wanted.facts.file);
        QVERIFY(samePermissions(after, changed));
    }

    void whatCannotWorkIsSaidBefore_data()
    {
        QTest::addColumn<Maker>("make");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *what, const Maker &make, ErrorCode code) {
            QTest::newRow(what) << make << code;
        };
        row(
            "nothing", [](const QByteArray &) { return UniqueFd(); }, ErrorCode::NoSuchPipe);
        row(
            "dead",
            [](const QByteArray &path) {
                makeStaleSocket(path);
                return UniqueFd();
            },
            ErrorCode::NobodyListening);
        row(
            "file",
            [](const QByteArray &path) {
                return UniqueFd(::open(path.constData(), O_CREAT | O_RDWR | O_CLOEXEC, 0600));
            },
            ErrorCode::NotASocket);
        row(
            "datagram", [](const QByteArray &path) { return boundSocket(path, SOCK_DGRAM); },
            ErrorCode::WrongSocketType);
        row(
            "seqpacket",
            [](const QByteArray &path) {
                UniqueFd socket = boundSocket(path, SOCK_SEQPACKET);
                ::listen(socket.get(), 1);
                return socket;
            },
            ErrorCode::WrongSocketType);
    }

    void whatCannotWorkIsSaidBefore()
    {
        QFETCH(Maker, make);
        QFETCH(ErrorCode, code);
        const TapFixture taps;
        const UniqueFd held = make(taps.path());
        const std::vector<QByteArray> before = filesIn(taps.pipes.path());
        const auto name = prepared(taps.path());
        QVERIFY(!name);
        QCOMPARE(name.error().code, code);
        QCOMPARE(name.error().subject, taps.path());
        QCOMPARE(filesIn(taps.pipes.path()), before);
        QVERIFY(filesIn(taps.journals()).empty());
    }

    /// As another user: the code of the error, and nothing is left.
    void withoutRightsNothingIsTouched_data()
    {
        QTest::addColumn<uint>("owner"); // of the server's socket
        QTest::addColumn<uint>("group");
        QTest::addColumn<uint>("mode");
        QTest::addColumn<uint>("directoryMode");
        QTest::addColumn<int>("code");
        QTest::newRow("one's own") << 12345U << 12345U << 0755U << 01777U << -1;
        QTest::newRow("sticky directory") << 0U << 0U << 0777U << 01777U << int(ErrorCode::TapNotPermitted);
        QTest::newRow("another owner") << 0U << 0U << 0777U << 0777U << int(ErrorCode::TapNotPermitted);
        QTest::newRow("another group") << 12345U << 0U << 0775U << 0777U << int(ErrorCode::TapNotPermitted);
        QTest::newRow("closed directory") << 12345U << 12345U << 0755U << 0755U << int(ErrorCode::CreationDenied);
        QTest::newRow("no right to connect") << 0U << 0U << 0755U << 0777U << int(ErrorCode::PermissionDenied);
    }

    void withoutRightsNothingIsTouched()
    {
        if (::geteuid() != 0)
            QSKIP("playing another user takes root's rights");
        QFETCH(uint, owner);
        QFETCH(uint, group);
        QFETCH(uint, mode);
        QFETCH(uint, directoryMode);
        QFETCH(int, code);
        const TapFixture taps;
        const UniqueFd server = listeningSocket(taps.path());
        QCOMPARE(::chown(taps.path().constData(), owner, group), 0);
        QCOMPARE(::chmod(taps.path().constData(), mode), 0);
        QCOMPARE(::chmod(taps.pipes.path().constData(), directoryMode), 0);
        QCOMPARE(::chmod(taps.state.path().constData(), 0777), 0);
        const int found = asUser(12345, [&] {
            const auto name = prepared(taps.path());
            if (!name && name.error().code == ErrorCode::TapNotPermitted && name.error().subject != taps.path())
                return 253;
            if (!name)
                return int(name.error().code);
            const auto entered = (*name)->enter();
            return entered && *entered && (*name)->leave() ? 255 : 254;
        });
        QCOMPARE(found, code < 0 ? 255 : code);
        QCOMPARE(filesIn(taps.pipes.path()), std::vector<QByteArray>{ publicLeaf });
        QVERIFY(filesIn(taps.journals()).empty());
        QCOMPARE(tryConnect(taps.path()), 0);
    }

    void leavesWhatTheNameBecame_data()
    {
        QTest::addColumn<Maker>("become");
        QTest::newRow("free") << Maker([](const QByteArray &) { return UniqueFd(); });
        QTest::newRow("a new socket") << Maker([](const QByteArray &path) { return listeningSocket(path); });
        QTest::newRow("a file") << Maker([](const QByteArray &path) {
            return UniqueFd(::open(path.constData(), O_CREAT | O_RDWR | O_CLOEXEC, 0600));
        });
    }

    /// Somebody took the name away from our socket while it had it.
    void leavesWhatTheNameBecame()
    {
        QFETCH(Maker, become);
        const TapFixture taps;
        const UniqueFd server = listeningSocket(taps.path());
        auto name = prepared(taps.path());
        QVERIFY(name);
        const auto entered = (*name)->enter();
        QVERIFY(entered && *entered);
        QCOMPARE(::unlink(taps.path().constData()), 0);
        const UniqueFd held = become(taps.path());
        const struct stat before = statusOf(taps.path());
        QVERIFY((*name)->leave());
        QCOMPARE(statusOf(taps.path()).st_ino, before.st_ino);
        QCOMPARE(filesIn(taps.pipes.path()).size(), size_t(held.isValid() ? 1 : 0));
        QVERIFY(filesIn(taps.journals()).empty());
    }

    void aTapIsNotTapped()
    {
        const TapFixture taps;
        const UniqueFd server = listeningSocket(taps.path());
        auto name = prepared(taps.path());
        QVERIFY(name);
        const auto rival = prepared(taps.path()); // both wait to step in
        QVERIFY(!rival);
        QCOMPARE(rival.error().code, ErrorCode::TappedAlready);
        auto entered = (*name)->enter();
        QVERIFY(entered && *entered);
        const PrivateDirectory other; // as of another user
        qputenv("XDG_STATE_HOME", other.path());
        const auto later = prepared(taps.path());
        QVERIFY(!later);
        QCOMPARE(later.error().code, ErrorCode::TappedAlready);
        QVERIFY((*name)->leave());
        QVERIFY(prepared(taps.path()));
        QCOMPARE(filesIn(taps.pipes.path()), std::vector<QByteArray>{ publicLeaf });
    }

    void aLongPathIsTappedToo()
    {
        const TapFixture taps;
        const QByteArray directory = taps.pipes.filePath(QByteArray(70, 'd'));
        QCOMPARE(::mkdir(directory.constData(), 0700), 0);
        const QByteArray path = directory + "/a";
        const UniqueFd server = listeningSocket(path);
        auto name = prepared(path);
        QVERIFY(name);
        const auto entered = (*name)->enter();
        QVERIFY(entered && *entered);
        QCOMPARE(tryConnect(path), 0);
        QVERIFY((*name)->leave());
        QCOMPARE(filesIn(directory), std::vector<QByteArray>{ "a" });
    }

    void goesOnWithoutSparesThatWereDeleted()
    {
        const TapFixture taps;
        const UniqueFd server = listeningSocket(taps.path());
        auto name = prepared(taps.path());
        QVERIFY(name);
        for (const QByteArray &leaf : filesIn(taps.pipes.path())) {
            if (leaf != publicLeaf)
                QCOMPARE(::unlink(taps.pipes.filePath(leaf).constData()), 0);
        }
        const auto without = (*name)->enter();
        QVERIFY(!without);
        QCOMPARE(without.error().code, ErrorCode::NoSpareSocket);
        QVERIFY((*name)->makeSpares());
        const auto entered = (*name)->enter();
        QVERIFY(entered && *entered);
        QVERIFY((*name)->leave());
        QCOMPARE(filesIn(taps.pipes.path()), std::vector<QByteArray>{ publicLeaf });
    }
};

QTEST_GUILESS_MAIN(TestExchangedName)

} // namespace tst_exchangedname

#include "tst_exchangedname.moc"
