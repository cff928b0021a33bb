// SPDX-License-Identifier: MIT
#include "catalog/naming/resolve.h"
#include "catalog/scanning/scanner.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QDir>
#include <QFile>

#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_resolve {

using namespace pipeglass;
using namespace pipeglass::catalog;
using namespace pipeglass::test;

/// Held by a child process until it ends.
UniqueFd kept;

QByteArray pathOf(const QByteArray &name)
{
    const auto file = resolve(name);
    return file ? file->path : QByteArray();
}

int codeOf(const QByteArray &name)
{
    const auto file = resolve(name);
    return file ? -1 : static_cast<int>(file.error().code);
}

int number(ErrorCode code) { return static_cast<int>(code); }

class TestResolve : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyWayToNameAPipe()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_some pipe");
        const UniqueFd listener = listeningSocket(path);
        struct stat status { };
        QCOMPARE(::lstat(path.constData(), &status), 0);
        QCOMPARE(pathOf("some pipe"), path);
        QCOMPARE(pathOf("CoreFxPipe_some pipe"), path);
        QCOMPARE(pathOf(path), path);
        QCOMPARE(
            pathOf(QByteArray::number(quint64{ status.st_dev }) + ':' + QByteArray::number(quint64{ status.st_ino })),
            path);
        const auto file = resolve("some pipe");
        QCOMPARE(file->file.id.inode, quint64{ status.st_ino });
        QCOMPARE(file->kind, FileKind::Socket);
        QCOMPARE(file->uid, status.st_uid);
        struct stat held { };
        QCOMPARE(::fstat(file->fd.get(), &held), 0);
        QCOMPARE(held.st_ino, status.st_ino);
    }

    void exactBytesBeforeEscapedText()
    {
        const PrivateDirectory directory;
        const UniqueFd odd = listeningSocket(directory.filePath("CoreFxPipe_a\xff\nb"));
        QCOMPARE(pathOf("a\\xff\\x0ab"), directory.filePath("CoreFxPipe_a\xff\nb"));
        QCOMPARE(pathOf("CoreFxPipe_a\\xff\\x0ab"), directory.filePath("CoreFxPipe_a\xff\nb"));
        QCOMPARE(pathOf(directory.path() + "/CoreFxPipe_a\\xff\\x0ab"), directory.filePath("CoreFxPipe_a\xff\nb"));
        const UniqueFd literal = listeningSocket(directory.filePath("CoreFxPipe_a\\xff\\x0ab"));
        QCOMPARE(pathOf("a\\xff\\x0ab"), directory.filePath("CoreFxPipe_a\\xff\\x0ab"));
        QCOMPARE(pathOf("a\\x5cxff\\x5cx0ab"), directory.filePath("CoreFxPipe_a\\xff\\x0ab"));
    }

    void theFirstDirectoryWins()
    {
        const PrivateDirectory directory;
        const QByteArray more = directory.filePath("more");
        QCOMPARE(::mkdir(more.constData(), 0700), 0);
        const UniqueFd one = listeningSocket(directory.filePath("CoreFxPipe_x"));
        const UniqueFd two = listeningSocket(more + "/CoreFxPipe_x");
        const UniqueFd three = listeningSocket(more + "/CoreFxPipe_only");
        const UniqueFd plain = listeningSocket(more + "/plain");
        QCOMPARE(resolveAnywhere("x")->path, directory.filePath("CoreFxPipe_x"));
        QCOMPARE(resolveAnywhere("only")->path, more + "/CoreFxPipe_only");
        QCOMPARE(resolveAnywhere("CoreFxPipe_on\\x6cy")->path, more + "/CoreFxPipe_only");
        QCOMPARE(codeOf("only"), number(ErrorCode::NoSuchPipe));
        QCOMPARE(resolveAnywhere("nobody has this").error().code, ErrorCode::NoSuchPipe);
        const FileId id = resolve(more + "/plain")->file.id;
        const QByteArray idText = QByteArray::number(id.device) + ':' + QByteArray::number(id.inode);
        QCOMPARE(resolveAnywhere(idText)->path, more + "/plain");
        const QByteArray third = directory.filePath("third");
        QCOMPARE(::mkdir(third.constData(), 0700), 0);
        const UniqueFd four = listeningSocket(third + "/CoreFxPipe_only");
        const auto several = resolveAnywhere("only");
        QVERIFY(!several);
        QCOMPARE(several.error().code, ErrorCode::Ambiguous);
        QVERIFY(several.error().detail.contains(QString::fromLatin1(third)));
    }

    void inAnotherMountNamespace()
    {
        const PrivateDirectory directory;
        const QByteArray inside = directory.filePath("inside");
        QCOMPARE(::mkdir(inside.constData(), 0700), 0);
        ChildProcess container;
        if (!container.start([&inside] {
                kept = ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
                        && ::mount("none", inside.constData(), "tmpfs", 0, nullptr) == 0
                    ? listeningSocket(inside + "/CoreFxPipe_contained")
                    : UniqueFd();
                return kept.isValid();
            }))
            QSKIP("no mount namespace can be made here");
        const auto found = resolveAnywhere("contained");
        QVERIFY(found);
        QVERIFY(found->path.startsWith("/proc/"));
        QVERIFY(found->path.endsWith(inside + "/CoreFxPipe_contained"));
        QVERIFY(connectedSocket(found->path).isValid());
    }

    void twoInOneDirectoryAreAmbiguous()
    {
        const PrivateDirectory directory;
        const UniqueFd pipe = listeningSocket(directory.filePath("CoreFxPipe_x"));
        QCOMPARE(::mkdir(directory.filePath("x").constData(), 0700), 0);
        QCOMPARE(pathOf("x"), directory.filePath("CoreFxPipe_x")); // a directory is not a pipe
        QCOMPARE(::rmdir(directory.filePath("x").constData()), 0);
        const UniqueFd plain = listeningSocket(directory.filePath("x"));
        const auto file = resolve("x");
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::Ambiguous);
        QVERIFY(file.error().detail.contains(QString::fromLatin1(directory.filePath("CoreFxPipe_x"))));
        QVERIFY(file.error().detail.contains(QString::fromLatin1(directory.filePath("x"))));
        QCOMPARE(pathOf(directory.filePath("x")), directory.filePath("x"));
        // Two hard links are not ambiguous.
        QCOMPARE(::unlink(directory.filePath("x").constData()), 0);
        QCOMPARE(::link(directory.filePath("CoreFxPipe_x").constData(), directory.filePath("x").constData()), 0);
        QCOMPARE(pathOf("x"), directory.filePath("CoreFxPipe_x"));
    }

    void followsLinks()
    {
        const PrivateDirectory directory;
        QCOMPARE(::mkdir(directory.filePath("desktop").constData(), 0700), 0);
        const QByteArray target = directory.filePath("desktop/engine.sock");
        const UniqueFd pipe = listeningSocket(target);
        const QByteArray link = directory.filePath("CoreFxPipe_link");
        QCOMPARE(::symlink("desktop/engine.sock", link.constData()), 0);
        QCOMPARE(::symlink("CoreFxPipe_link", directory.filePath("second").constData()), 0);
        for (const QByteArray &name : { QByteArray("link"), link, QByteArray("second") }) {
            const auto file = resolve(name);
            QVERIFY2(file.has_value(), name.constData());
            QCOMPARE(file->kind, FileKind::Socket);
            QCOMPARE(file->path, target);
            QCOMPARE(file->file, resolve(target)->file);
            QVERIFY(!file->link.isEmpty());
        }
        QVERIFY(resolve(target)->link.isEmpty());
        const auto unfollowed = resolve("link", Links::Keep);
        QCOMPARE(unfollowed->kind, FileKind::Other);
        QCOMPARE(unfollowed->path, link);
        QCOMPARE(::mkfifo(directory.filePath("CoreFxPipe_fifo").constData(), 0600), 0);
        QCOMPARE(resolve("fifo")->kind, FileKind::Fifo);
    }

    void linksThatLeadNowhere()
    {
        const PrivateDirectory directory;
        QCOMPARE(::symlink("gone.sock", directory.filePath("dangling").constData()), 0);
        const auto dangling = resolve(directory.filePath("dangling"));
        QVERIFY(!dangling);
        QCOMPARE(dangling.error().code, ErrorCode::DanglingLink);
        QCOMPARE(dangling.error().detail, QStringLiteral("gone.sock"));
        QCOMPARE(codeOf("dangling"), number(ErrorCode::DanglingLink));
        QCOMPARE(::symlink("circle", directory.filePath("circle").constData()), 0);
        QCOMPARE(codeOf(directory.filePath("circle")), number(ErrorCode::NoSuchPipe));
        QCOMPARE(::symlink(directory.path().constData(), directory.filePath("folder").constData()), 0);
        QCOMPARE(codeOf(directory.filePath("folder")), number(ErrorCode::NoSuchPipe));
    }

    void aLinkThatTheKernelDoesNotFollow()
    {
        QFile setting(QStringLiteral("/proc/sys/fs/protected_symlinks"));
        if (::geteuid() != 0 || !setting.open(QIODevice::ReadOnly) || setting.readAll().trimmed() != "1")
            QSKIP("needs root and fs.protected_symlinks=1");
        const PrivateDirectory directory;
        QCOMPARE(::chmod(directory.path().constData(), 01777), 0);
        const UniqueFd pipe = listeningSocket(directory.filePath("target"));
        const QByteArray link = directory.filePath("foreign");
        QCOMPARE(::symlink("target", link.constData()), 0);
        QCOMPARE(::lchown(link.constData(), 54321, 54321), 0);
        const auto file = resolve(link);
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::PermissionDenied);
        QVERIFY2(file.error().detail.contains(QLatin1String("protected_symlinks")), qPrintable(file.error().detail));
    }

    void aLinkInAnotherMountNamespace()
    {
        const PrivateDirectory directory;
        const QByteArray inside = directory.filePath("inside");
        QCOMPARE(::mkdir(inside.constData(), 0700), 0);
        ChildProcess container;
        if (!container.start([&inside] {
                const bool made = ::unshare(CLONE_NEWNS) == 0
                    && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
                    && ::mount("none", inside.constData(), "tmpfs", 0, nullptr) == 0;
                kept = made ? listeningSocket(inside + "/real") : UniqueFd();
                return kept.isValid() && ::symlink((inside + "/real").constData(), (inside + "/link").constData()) == 0;
            }))
            QSKIP("no mount namespace can be made here");
        const UniqueFd ours = listeningSocket(inside + "/real"); // the link's target as seen from here
        const QByteArray root = "/proc/" + QByteArray::number(container.pid()) + "/root";
        const auto file = resolve(root + inside + "/link");
        QVERIFY(file.has_value());
        QCOMPARE(file->path, root + inside + "/real");
        QCOMPARE(file->file, resolve(root + inside + "/real")->file);
        QVERIFY(file->file != resolve(inside + "/real")->file);
    }

    void relativePaths()
    {
        const PrivateDirectory directory;
        QCOMPARE(::mkdir(directory.filePath("app").constData(), 0700), 0);
        const UniqueFd pipe = listeningSocket(directory.filePath("app/chat"));
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(QString::fromUtf8(directory.path())));
        const QByteArray found = pathOf("app/chat");
        const QByteArray dotted = pathOf("./app/chat");
        const int missing = codeOf("app/other");
        QVERIFY(QDir::setCurrent(before));
        QCOMPARE(found, directory.filePath("app/chat"));
        QCOMPARE(dotted, found);
        QCOMPARE(missing, number(ErrorCode::InvalidName));
    }

    void suggestsSimilarNames()
    {
        const PrivateDirectory directory;
        const QByteArray app = directory.filePath("app");
        QCOMPARE(::mkdir(app.constData(), 0700), 0);
        const UniqueFd chat = listeningSocket(app + "/chat-ipc-0");
        const UniqueFd order = listeningSocket(directory.filePath("CoreFxPipe_OrderService"));
        const auto detail = [](const QByteArray &name) { return resolveAnywhere(name).error().detail; };
        const QString elsewhere =
            QStringLiteral("A socket of that file name listens in %1.").arg(QString::fromUtf8(app));
        QCOMPARE(detail(directory.filePath("chat-ipc-0")), elsewhere);
        QCOMPARE(detail("chat-ipc-0"), elsewhere);
        QCOMPARE(detail("orderservice"), QStringLiteral("Did you mean OrderService?"));
        QCOMPARE(detail("ORDERSERVICES"), QStringLiteral("Did you mean OrderService?"));
        QCOMPARE(detail(directory.filePath("CoreFxPipe_OrderServic")), QStringLiteral("Did you mean OrderService?"));
    }

    void refusals()
    {
        const PrivateDirectory directory;
        QCOMPARE(codeOf(""), number(ErrorCode::InvalidName));
        QCOMPARE(codeOf("a/b"), number(ErrorCode::InvalidName));
        QCOMPARE(codeOf("/tmp/"), number(ErrorCode::InvalidName));
        QCOMPARE(codeOf("anonymous"), number(ErrorCode::InvalidName));
        QCOMPARE(codeOf("nothing"), number(ErrorCode::NoSuchPipe));
        QCOMPARE(codeOf("1:2"), number(ErrorCode::NoSuchPipe));
        QCOMPARE(codeOf(directory.filePath("nothing")), number(ErrorCode::NoSuchPipe));
        QCOMPARE(codeOf(directory.filePath("nothing/below")), number(ErrorCode::NoSuchPipe));
        QCOMPARE(codeOf(QByteArray(120, 'x')), number(ErrorCode::PathTooLong));
        QCOMPARE(codeOf(QByteArray(300, 'x')), number(ErrorCode::PathTooLong));
        QCOMPARE(codeOf('/' + QByteArray(120, 'x')), number(ErrorCode::PathTooLong));
        QCOMPARE(codeOf(directory.filePath("x") + QByteArray(300, 'x')), number(ErrorCode::PathTooLong));
        // Too long as text, but not as bytes.
        QCOMPARE(codeOf(QByteArray("\\x0a").repeated(40)), number(ErrorCode::NoSuchPipe));
    }

    void aLongPathThatIsThereIsFound()
    {
        const PrivateDirectory directory;
        const QByteArray deep = directory.filePath(QByteArray(150, 'd'));
        QCOMPARE(::mkdir(deep.constData(), 0700), 0);
        const UniqueFd listener = listeningSocket(directory.filePath("x"));
        QCOMPARE(::rename(directory.filePath("x").constData(), (deep + "/CoreFxPipe_x").constData()), 0);
        QCOMPARE(pathOf(deep + "/CoreFxPipe_x"), deep + "/CoreFxPipe_x");
        qputenv("TMPDIR", deep);
        QCOMPARE(pathOf("x"), deep + "/CoreFxPipe_x");
    }

    void permissions()
    {
        if (::geteuid() != 0)
            QSKIP("needs root, to be another user in a child process");
        const PrivateDirectory directory;
        const QByteArray closed = directory.filePath("closed");
        QCOMPARE(::chmod(directory.path().constData(), 0755), 0);
        QCOMPARE(::mkdir(closed.constData(), 0700), 0);
        const UniqueFd listener = listeningSocket(closed + "/CoreFxPipe_x");
        ChildProcess child;
        QVERIFY(child.start([&] {
            const int code = number(ErrorCode::PermissionDenied);
            qputenv("TMPDIR", closed);
            return ::setuid(54321) == 0 && codeOf(closed + "/CoreFxPipe_x") == code && codeOf("x") == code;
        }));
    }

    void theFileOfARow()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_x");
        UniqueFd listener = listeningSocket(path);
        const PipeEntryPtr entry = Scanner({ { directory.path() } }).scan()->entries.front();
        QVERIFY(openEntry(*entry).has_value());
        // Kept elsewhere, so that its inode is not reused.
        QCOMPARE(::rename(path.constData(), directory.filePath("away").constData()), 0);
        QCOMPARE(openEntry(*entry).error().code, ErrorCode::NoSuchPipe);
        const UniqueFd other = listeningSocket(path);
        QCOMPARE(openEntry(*entry).error().code, ErrorCode::Replaced);
    }
};

QTEST_GUILESS_MAIN(TestResolve)

} // namespace tst_resolve

#include "tst_resolve.moc"
