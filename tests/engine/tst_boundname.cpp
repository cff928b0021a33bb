// SPDX-License-Identifier: MIT
#include "engine/plainsocket.h"
#include "engine/sockets/boundname.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QDir>

#include <array>
#include <functional>

#include <fcntl.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_boundname {

using namespace pipeglass;
using namespace pipeglass::engine;
using namespace pipeglass::test;

UniqueFd unbound() { return UniqueFd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)); }

struct stat statusOf(const QByteArray &path)
{
    struct stat status { };
    if (::lstat(path.constData(), &status) != 0)
        status.st_ino = 0;
    return status;
}

bool exists(const QByteArray &path) { return statusOf(path).st_ino != 0; }

/// Puts something at a path; what must live on is returned.
using Maker = std::function<UniqueFd(const QByteArray &)>;

class TestBoundName : public QObject {
    Q_OBJECT

private:
    PrivateDirectory m_directory;

    [[nodiscard]] static BoundName::Request request(const QByteArray &path, quint32 mode = 0600)
    {
        return { path, FileMode(mode), false };
    }

private Q_SLOTS:
    void cleanup()
    {
        QDir directory(QString::fromLatin1(m_directory.path()));
        const QStringList left =
            directory.entryList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot);
        for (const QString &leaf : left)
            QVERIFY2(!leaf.startsWith(QLatin1String(".pipeglass-")), "something was left aside");
    }

    void theModeIsRightFromTheFirstMoment_data()
    {
        QTest::addColumn<quint32>("mode");
        QTest::addColumn<quint32>("mask");
        QTest::newRow("private") << quint32{ 0600 } << quint32{ 0022 };
        QTest::newRow("for all, strict umask") << quint32{ 0666 } << quint32{ 0077 };
        QTest::newRow("group, usual umask") << quint32{ 0660 } << quint32{ 0022 };
        QTest::newRow("nobody") << quint32{ 0 } << quint32{ 0 };
    }

    void theModeIsRightFromTheFirstMoment()
    {
        QFETCH(quint32, mode);
        QFETCH(quint32, mask);
        const QByteArray path = m_directory.filePath("mode");
        const UniqueFd changes(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
        QVERIFY(::inotify_add_watch(changes.get(), m_directory.path().constData(), IN_ATTRIB) >= 0);
        const mode_t before = ::umask(mask);
        const UniqueFd socket = unbound();
        const auto name = BoundName::bind(socket.get(), request(path, mode));
        QCOMPARE(::umask(before), mask); // put back
        QVERIFY(name);
        QCOMPARE(quint32{ statusOf(path).st_mode & 07777U }, mode);
        std::array<char, 4096> events{};
        QCOMPARE(::read(changes.get(), events.data(), events.size()), ssize_t{ -1 }); // and it was not changed to it
    }

    void isGoneAtTheEnd()
    {
        const QByteArray path = m_directory.filePath("end");
        const UniqueFd socket = unbound();
        auto name = BoundName::bind(socket.get(), request(path));
        QVERIFY(name);
        QVERIFY(exists(path));
        QVERIFY((*name)->remove());
        QVERIFY(!exists(path));
        const UniqueFd other = boundAt(path);
        QVERIFY((*name)->remove()); // once is enough: what is there now is somebody else's
        name->reset();
        QVERIFY(exists(path));
        ::unlink(path.constData());
    }

    void takenNamesAreRefused_data()
    {
        QTest::addColumn<Maker>("make");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("live server") << Maker([](const QByteArray &path) { return listeningAt(path); })
                                     << ErrorCode::InUse;
        QTest::newRow("bound, not yet listening")
            << Maker([](const QByteArray &path) { return boundAt(path); }) << ErrorCode::InUse;
        QTest::newRow("datagram socket") << Maker([](const QByteArray &path) { return boundAt(path, SOCK_DGRAM); })
                                         << ErrorCode::InUse;
        QTest::newRow("file") << Maker([](const QByteArray &path) {
            return UniqueFd(::open(path.constData(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600));
        }) << ErrorCode::NotASocket;
        QTest::newRow("directory") << Maker([](const QByteArray &path) {
            ::mkdir(path.constData(), 0700);
            return UniqueFd();
        }) << ErrorCode::NotASocket;
        QTest::newRow("fifo") << Maker([](const QByteArray &path) {
            ::mkfifo(path.constData(), 0600);
            return UniqueFd();
        }) << ErrorCode::NotASocket;
        QTest::newRow("dangling link") << Maker([](const QByteArray &path) {
            ::symlink("/nonexistent/target", path.constData());
            return UniqueFd();
        }) << ErrorCode::NotASocket;
        QTest::newRow("stale socket") << Maker([](const QByteArray &path) {
            boundAt(path).reset();
            return UniqueFd();
        }) << ErrorCode::StaleSocket;
    }

    void takenNamesAreRefused()
    {
        QFETCH(Maker, make);
        QFETCH(ErrorCode, code);
        const QByteArray path = m_directory.filePath("taken");
        const UniqueFd kept = make(path);
        const struct stat before = statusOf(path);
        QVERIFY(before.st_ino != 0);
        for (const bool replaceStale : { false, true }) {
            if (replaceStale && code == ErrorCode::StaleSocket)
                continue;
            const UniqueFd socket = unbound();
            const auto name = BoundName::bind(socket.get(), { path, FileMode(0600), replaceStale });
            QVERIFY(!name);
            QCOMPARE(name.error().code, code);
            QCOMPARE(name.error().subject, path);
            const struct stat after = statusOf(path);
            QCOMPARE(after.st_ino, before.st_ino);
            QCOMPARE(after.st_ctim.tv_nsec, before.st_ctim.tv_nsec); // not even moved about
        }
        if (::unlink(path.constData()) != 0)
            QCOMPARE(::rmdir(path.constData()), 0);
    }

    void aStaleSocketIsReplacedWhenAsked()
    {
        const QByteArray path = m_directory.filePath("stale");
        boundAt(path).reset();
        const UniqueFd socket = unbound();
        const auto name = BoundName::bind(socket.get(), { path, FileMode(0600), true });
        QVERIFY(name);
        QVERIFY((*name)->replacedStale());
        QCOMPARE(::listen(socket.get(), 1), 0);
        QVERIFY(dialed(path).isValid());
    }

    void aForeignStaleSocketIsNot()
    {
        if (::geteuid() != 0)
            QSKIP("only root can make a file of somebody else");
        const QByteArray path = m_directory.filePath("foreign");
        boundAt(path).reset();
        QCOMPARE(::lchown(path.constData(), 65534, 65534), 0);
        const UniqueFd socket = unbound();
        const auto name = BoundName::bind(socket.get(), { path, FileMode(0600), true });
        QVERIFY(!name);
        QCOMPARE(name.error().code, ErrorCode::ForeignSocket);
        QVERIFY(exists(path));
        ::unlink(path.constData());
    }

    void whatTookTheNameMeanwhileIsKept_data()
    {
        QTest::addColumn<Maker>("make");
        QTest::newRow("another server") << Maker([](const QByteArray &path) { return listeningAt(path); });
        QTest::newRow("a file") << Maker([](const QByteArray &path) {
            return UniqueFd(::open(path.constData(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600));
        });
    }

    void whatTookTheNameMeanwhileIsKept()
    {
        QFETCH(Maker, make);
        const QByteArray path = m_directory.filePath("meanwhile");
        const UniqueFd socket = unbound();
        auto name = BoundName::bind(socket.get(), request(path));
        QVERIFY(name);
        QCOMPARE(::unlink(path.constData()), 0); // as a .NET server with that name does
        const UniqueFd theirs = make(path);
        const struct stat before = statusOf(path);
        QVERIFY((*name)->remove());
        QCOMPARE(statusOf(path).st_ino, before.st_ino);
        QCOMPARE(statusOf(path).st_ctim.tv_nsec, before.st_ctim.tv_nsec);
        ::unlink(path.constData());
    }

    void aNameThatIsGoneIsFine()
    {
        const QByteArray path = m_directory.filePath("gone");
        const UniqueFd socket = unbound();
        auto name = BoundName::bind(socket.get(), request(path));
        QVERIFY(name);
        QCOMPARE(::unlink(path.constData()), 0);
        QVERIFY((*name)->remove());
    }

    void impossibleNames_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("relative") << QByteArray("relative") << ErrorCode::InvalidName;
        QTest::newRow("slash at the end") << QByteArray("/tmp/x/") << ErrorCode::InvalidName;
        QTest::newRow("NUL") << QByteArray("/tmp/x\0y", 8) << ErrorCode::InvalidName;
        QTest::newRow("dot") << QByteArray("/tmp/..") << ErrorCode::InvalidName;
        QTest::newRow("108 bytes") << m_directory.filePath(QByteArray(107 - m_directory.path().size(), 'n'))
                                   << ErrorCode::PathTooLong;
        QTest::newRow("no directory") << m_directory.filePath("none/x") << ErrorCode::NoSuchDirectory;
    }

    void impossibleNames()
    {
        QFETCH(QByteArray, path);
        QFETCH(ErrorCode, code);
        const UniqueFd socket = unbound();
        const auto name = BoundName::bind(socket.get(), request(path));
        QVERIFY(!name);
        QCOMPARE(name.error().code, code);
    }

    void aPathOf107BytesIsFine()
    {
        const QByteArray path = m_directory.filePath(QByteArray(107 - m_directory.path().size() - 1, 'n'));
        QCOMPARE(path.size(), qsizetype{ 107 });
        const UniqueFd socket = unbound();
        QVERIFY(BoundName::bind(socket.get(), request(path)));
        QVERIFY(!exists(path));
    }

    void aNameMayBeAnyBytes()
    {
        const QByteArray path = m_directory.filePath("\xff\n\x1b[31m\xe2\x80\xae");
        const UniqueFd socket = unbound();
        {
            const auto name = BoundName::bind(socket.get(), request(path));
            QVERIFY(name);
            QVERIFY(exists(path));
        }
        QVERIFY(!exists(path));
    }
};

QTEST_APPLESS_MAIN(TestBoundName)

} // namespace tst_boundname

#include "tst_boundname.moc"
