// SPDX-License-Identifier: MIT
#include "access/changes/changer.h"
#include "core/errortext.h"
#include "support/mountnamespace.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QFile>

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace tst_changer {

using namespace pipeglass;
using namespace pipeglass::access;
using namespace pipeglass::test;

constexpr uid_t someUid = 61002;
constexpr int codeBase = 10; // exit status of a child: error code + this

Permissions now(const QByteArray &path) { return readTarget(path)->facts.permissions; }

ChangeRequest modeRequest(quint32 bits)
{
    ChangeRequest request;
    request.mode = FileMode(bits);
    return request;
}

ChangeRequest userRequest(uid_t uid)
{
    ChangeRequest request;
    request.wishes = { { true, { PrincipalKind::User, uid } } };
    return request;
}

bool skipsBecauseNotRoot() { return ::geteuid() != 0; }

int codeOf(const Result<Change> &change) { return change ? 0 : codeBase + static_cast<int>(change.error().code); }

int codeOf(ErrorCode code) { return codeBase + static_cast<int>(code); }

class TestChanger : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfChangeIsUndoneExactly_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("listBefore");
        QTest::addColumn<int>("modeBefore");
        const std::vector<const char *> kinds{ "mode", "user", "group", "everyone", "owner", "all", "no list" };
        for (size_t kind = 0; kind < kinds.size(); ++kind) {
            for (const bool list : { false, true }) {
                for (const int mode : { 0755, 0600, 0707, 01644 })
                    QTest::addRow("%s %d %o", kinds[kind], list, static_cast<unsigned>(mode))
                        << static_cast<int>(kind) << list << mode;
            }
        }
    }

    void everyKindOfChangeIsUndoneExactly()
    {
        QFETCH(int, kind);
        QFETCH(bool, listBefore);
        QFETCH(int, modeBefore);
        if (skipsBecauseNotRoot())
            QSKIP("only root can give files away");
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        const BoundSocket server(path);
        const Changer changer(Journal(directory.filePath("state")), {});
        if (listBefore)
            QVERIFY(changer.apply(*plan(*readTarget(path), userRequest(61009))));
        QCOMPARE(::chmod(path.constData(), static_cast<mode_t>(modeBefore)), 0);
        const Permissions before = now(path);
        const Result<Preview> preview = plan(*readTarget(path), requestOf(kind, before));
        QVERIFY(preview);
        const Result<Change> change = changer.apply(*preview);
        if (modeBefore > 0777 && before.owner != preview->after.owner) {
            QCOMPARE(change.error().code, ErrorCode::Unsupported);
            QCOMPARE(now(path), before);
            return;
        }
        QVERIFY2(change, change ? "" : qPrintable(errorText(change.error())));
        QCOMPARE(now(path), preview->after);
        if (!preview->changesAnything())
            return;
        QVERIFY(change->journalId > 0);
        const Result<Change> undone = changer.undo(change->journalId);
        QVERIFY2(undone, undone ? "" : qPrintable(errorText(undone.error())));
        QCOMPARE(now(path), before);
        QCOMPARE(changer.undo(change->journalId).error().code, ErrorCode::NothingToUndo);
    }

    void undoesTheNewestFirst()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("pipe");
        const BoundSocket server(path);
        QCOMPARE(::chmod(path.constData(), 0600), 0);
        const Changer changer(Journal(directory.filePath("state")), {});
        QVERIFY(changer.apply(*plan(*readTarget(path), modeRequest(0660))));
        QVERIFY(changer.apply(*plan(*readTarget(path), modeRequest(0666))));
        QVERIFY(changer.undo());
        QCOMPARE(now(path).mode, FileMode(0660));
        QVERIFY(changer.undo());
        QCOMPARE(now(path).mode, FileMode(0600));
        QCOMPARE(changer.undo().error().code, ErrorCode::NothingToUndo);
    }

    void undoRefusesLaterChanges()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("pipe");
        const BoundSocket server(path);
        QCOMPARE(::chmod(path.constData(), 0600), 0);
        const Changer changer(Journal(directory.filePath("state")), {});
        QVERIFY(changer.apply(*plan(*readTarget(path), modeRequest(0660))));
        QCOMPARE(::chmod(path.constData(), 0640), 0);
        const Result<Change> undone = changer.undo();
        QCOMPARE(undone.error().code, ErrorCode::ChangedSince);
        QVERIFY(errorText(undone.error()).contains(QLatin1String("0640")));
        QCOMPARE(now(path).mode, FileMode(0640));
        QVERIFY(changer.undo(0, Changer::LaterChanges::TakeBack));
        QCOMPARE(now(path).mode, FileMode(0600));
    }

    void anotherInItsPlace_data()
    {
        QTest::addColumn<QByteArray>("what");
        for (const char *what :
             { "socket", "rebound", "symlink", "hardlink", "fifo", "file", "linked twice", "nothing" })
            QTest::newRow(what) << QByteArray(what);
    }

    void anotherInItsPlace()
    {
        QFETCH(QByteArray, what);
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("pipe");
        const QByteArray secret = directory.filePath("secret");
        QVERIFY(UniqueFd(::open(secret.constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600)).isValid());
        const BoundSocket server(path);
        const Changer changer(Journal(directory.filePath("state")), {});
        const Result<Preview> preview = plan(*readTarget(path), modeRequest(0666));
        QVERIFY(changer.apply(*plan(*readTarget(path), modeRequest(0620))));
        const Result<Preview> next = plan(*readTarget(path), modeRequest(0666));
        replace(path, secret, what);
        struct stat before { };
        struct stat after { };
        const bool there = ::lstat(path.constData(), &before) == 0;
        const ErrorCode expected = there ? ErrorCode::Replaced : ErrorCode::NoSuchPipe;
        const auto refused = changer.apply(*next);
        QVERIFY(!refused);
        QVERIFY2(
            refused.error().code == expected || refused.error().code == ErrorCode::NotASocket,
            qPrintable(errorText(refused.error())));
        // A hard link does not prevent an undo: it is the same file.
        const auto undone = changer.undo();
        if (what != "linked twice") {
            QVERIFY(!undone);
            QCOMPARE(undone.error().code, expected);
            if (there) {
                QCOMPARE(::lstat(path.constData(), &after), 0);
                QCOMPARE(after.st_mode, before.st_mode);
            }
        }
        QCOMPARE(::stat(secret.constData(), &after), 0);
        QCOMPARE(after.st_mode & 07777U, 0600U);
    }

    void changedMeanwhile()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("pipe");
        const BoundSocket server(path);
        const Changer changer(Journal(directory.filePath("state")), {});
        const Result<Preview> preview = plan(*readTarget(path), modeRequest(0666));
        QCOMPARE(::chmod(path.constData(), 0640), 0);
        QCOMPARE(changer.apply(*preview).error().code, ErrorCode::Replaced);
        QCOMPARE(now(path).mode, FileMode(0640));
    }

    void withoutRights()
    {
        if (skipsBecauseNotRoot())
            QSKIP("only root can start a child of another user");
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("pipe");
        const BoundSocket server(path);
        QCOMPARE(::chmod(directory.path().constData(), 0777), 0);
        for (const ChangeRequest &request : { modeRequest(0666), userRequest(someUid), requestOf(4, now(path)) }) {
            const Permissions before = now(path);
            const int code = asUser(someUid, [&] {
                const Changer changer(Journal(directory.filePath("theirs")), {});
                const Result<Change> change = changer.apply(*plan(*readTarget(path), request));
                // A refused change cannot be undone.
                return changer.undo() ? 1 : codeOf(change);
            });
            QCOMPARE(code, codeOf(ErrorCode::ChangeNotPermitted));
            QCOMPARE(now(path), before);
        }
    }

    /// The helper runs as a set-uid copy in a private directory, instead of by pkexec.
    void withTheHelper()
    {
        if (skipsBecauseNotRoot())
            QSKIP("only root can lend its rights");
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("pipe");
        const QByteArray helper = directory.filePath("helper");
        const BoundSocket server(path);
        QCOMPARE(::chown(directory.path().constData(), someUid, 0), 0);
        QVERIFY(QFile::copy(QStringLiteral(PIPEGLASS_TEST_HELPER), QFile::decodeName(helper)));
        QCOMPARE(::chmod(helper.constData(), 04755), 0);
        const Permissions before = now(path);
        const int code = asUser(someUid, [&] {
            const Changer changer(Journal(directory.filePath("theirs")), { helper, {} });
            const Result<Preview> preview = plan(*readTarget(path), requestOf(5, before));
            const Result<Change> change = changer.apply(*preview);
            if (!change || !change->byHelper || now(path) != preview->after)
                return 1 + codeOf(change);
            const Result<Change> undone = changer.undo(change->journalId);
            return undone && undone->byHelper ? 0 : 2;
        });
        QCOMPARE(code, 0);
        QCOMPARE(now(path), before);
    }

    void helperThatCannotBeHad_data()
    {
        QTest::addColumn<QByteArray>("program");
        QTest::addColumn<QByteArray>("argument");
        QTest::newRow("not there") << QByteArray("/nonexistent/helper") << QByteArray();
        QTest::newRow("dismissed") << QByteArray("sh") << QByteArray("exit 126");
        QTest::newRow("not allowed") << QByteArray("sh") << QByteArray("exit 127");
        QTest::newRow("killed") << QByteArray("sh") << QByteArray("kill -9 $$");
        QTest::newRow("silent") << QByteArray("true") << QByteArray();
    }

    void helperThatCannotBeHad()
    {
        QFETCH(QByteArray, program);
        QFETCH(QByteArray, argument);
        HelperCommand command{ program, {} };
        if (!argument.isEmpty())
            command.arguments = { "-c", argument };
        const PrivateDirectory directory;
        const auto answer = askHelper(command, STDIN_FILENO, {}, "/tmp/x");
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::HelperFailed);
        QVERIFY(!answer.error().detail.isEmpty());
    }

    void readOnlyFileSystem()
    {
        if (skipsBecauseNotRoot())
            QSKIP("only root can mount");
        const PrivateDirectory directory;
        const PrivateDirectory state;
        const QByteArray path = directory.filePath("pipe");
        const BoundSocket server(path);
        const Permissions before = now(path);
        const int code = inMountNamespace([&] {
            const char *place = directory.path().constData();
            if (::mount(place, place, nullptr, MS_BIND, nullptr) != 0
                || ::mount(nullptr, place, nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) != 0)
                return 1;
            const Changer changer(Journal(state.path()), {});
            return codeOf(changer.apply(*plan(*readTarget(path), modeRequest(0666))));
        });
        QCOMPARE(code, codeOf(ErrorCode::ReadOnlyFileSystem));
        QCOMPARE(now(path), before);
    }

    void fileSystemWithoutLists()
    {
        if (skipsBecauseNotRoot())
            QSKIP("only root can mount");
        const PrivateDirectory directory;
        const PrivateDirectory state;
        const int code = inMountNamespace([&] {
            if (::mount("none", directory.path().constData(), "ramfs", 0, nullptr) != 0)
                return 1;
            const QByteArray path = directory.filePath("pipe");
            const BoundSocket server(path);
            const Changer changer(Journal(state.path()), {});
            const auto listed = plan(*readTarget(path), userRequest(someUid));
            if (listed || listed.error().code != ErrorCode::AclUnsupported)
                return 2;
            // If the error occurs only when the change is tried, nothing is changed.
            Preview blind{ *readTarget(path), now(path), {}, {}, {} };
            blind.after.owner = someUid;
            blind.after.acl.set({ PrincipalKind::User, someUid }, 6);
            const Permissions before = now(path);
            const auto tried = changer.apply(blind);
            if (tried || tried.error().code != ErrorCode::AclUnsupported || now(path) != before)
                return 3;
            return codeOf(changer.apply(*plan(*readTarget(path), modeRequest(0622))));
        });
        QCOMPARE(code, 0);
    }

    void journalThatCannotBeWrittenStopsTheChange()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("pipe");
        const BoundSocket server(path);
        const Permissions before = now(path);
        const Changer changer(Journal("/proc/nowhere"), {});
        QVERIFY(!changer.apply(*plan(*readTarget(path), modeRequest(0666))));
        QCOMPARE(now(path), before);
    }

private:
    static ChangeRequest requestOf(int kind, const Permissions &before)
    {
        ChangeRequest request;
        switch (kind) {
        case 0:
            return modeRequest(0622);
        case 1:
            return userRequest(someUid);
        case 2:
            request.wishes = { { true, { PrincipalKind::Group, 62002 } } };
            return request;
        case 3:
            request.wishes = { { true, {} } };
            return request;
        case 4:
            request.owner = someUid;
            return request;
        case 5:
            request = userRequest(61003);
            request.owner = someUid;
            request.group = 62002;
            request.mode = FileMode(0640);
            return request;
        default:
            request.acl = Acl::fromMode(before.mode);
            return request;
        }
    }

    static void replace(const QByteArray &path, const QByteArray &secret, const QByteArray &what)
    {
        if (what == "linked twice") {
            QCOMPARE(::link(path.constData(), (path + "2").constData()), 0);
            return;
        }
        QCOMPARE(::unlink(path.constData()), 0);
        if (what == "socket" || what == "rebound") {
            if (what == "socket")
                QCOMPARE(::mkfifo((path + "3").constData(), 0600), 0); // takes the free inode
            const BoundSocket another(path);
            QCOMPARE(::chmod(path.constData(), 0620), 0);
        } else if (what == "symlink") {
            QCOMPARE(::symlink(secret.constData(), path.constData()), 0);
        } else if (what == "hardlink") {
            QCOMPARE(::link(secret.constData(), path.constData()), 0);
        } else if (what == "fifo") {
            QCOMPARE(::mkfifo(path.constData(), 0620), 0);
        } else if (what == "file") {
            QVERIFY(UniqueFd(::open(path.constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0620)).isValid());
        }
    }
};

QTEST_GUILESS_MAIN(TestChanger)

} // namespace tst_changer

#include "tst_changer.moc"
