// SPDX-License-Identifier: MIT
// Compares predictions with the real systemd-tmpfiles, in a private directory with rules for it only. Skipped if the
// program is not installed.
#include "cleaning/machine.h"
#include "cleaning/tmpfiles/exclusion.h"
#include "cleaning/tmpfiles/tmpfilesconfiguration.h"
#include "core/clock.h"
#include "core/uniquefd.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QProcess>
#include <QStandardPaths>

#include <cstring>
#include <fstream>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace tst_systemdtmpfiles {

using namespace pipeglass;
using namespace pipeglass::cleaning;

/// A bound socket; closing it leaves a stale file.
UniqueFd bound(const QByteArray &path)
{
    UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(&address.sun_path[0], path.constData(), static_cast<size_t>(path.size()));
    if (::bind(fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        qFatal("cannot bind %s", path.constData());
    return fd;
}

const std::vector<QByteArray> &names()
{
    static const std::vector<QByteArray> all{
        "a",
        "axb",
        "a b",
        "a*b",
        "a%b",
        "a\\b",
        "a\nb",
        "a\xff"
        "b",
        "a\"b",
        ".hidden",
        "sub/one",
        "sub/deep/two",
        "other/one",
        "other/deep/two",
        "listening",
        "bound",
        "sticky",
        "fifo",
        "moved",
        "relative",
        "lost+found/x",
    };
    return all;
}

/// All kinds of files that a rule may match, with live sockets.
class Tree {
public:
    Tree()
    {
        for (const char *directory : { "sub", "sub/deep", "other", "other/deep", "lost+found" })
            ::mkdir(path(directory).constData(), 0755);
        ::symlink("sub", path("link").constData());
        for (const QByteArray &name : names()) {
            if (name == "fifo")
                ::mkfifo(path(name).constData(), 0644);
            else if (name == "listening" || name == "bound")
                m_live.push_back(bound(path(name)));
            else if (name == "moved")
                m_live.push_back(bound(path("before")));
            else if (name == "relative")
                bindRelative(name);
            else
                bound(path(name));
        }
        ::listen(m_live.front().get(), 1);
        ::rename(path("before").constData(), path("moved").constData());
        ::chmod(path("sticky").constData(), 01755);
        const timespec old[2] = { { 1'000'000'000, 0 }, { 1'000'000'000, 0 } };
        for (const QByteArray &name : names())
            ::utimensat(AT_FDCWD, path(name).constData(), &old[0], AT_SYMLINK_NOFOLLOW);
    }

    [[nodiscard]] QByteArray path(const QByteArray &name) const { return m_directory.filePath("d/" + name); }
    [[nodiscard]] const QByteArray &top() const { return m_top; }
    [[nodiscard]] const test::PrivateDirectory &directory() const { return m_directory; }

private:
    void bindRelative(const QByteArray &name)
    {
        const UniqueFd here(::open(".", O_PATH | O_DIRECTORY | O_CLOEXEC));
        QCOMPARE(::chdir(m_top.constData()), 0);
        m_live.push_back(bound(name));
        QCOMPARE(::fchdir(here.get()), 0);
    }

    static QByteArray made(QByteArray path)
    {
        ::mkdir(path.constData(), 0755);
        return path;
    }

    test::PrivateDirectory m_directory;
    QByteArray m_top = made(m_directory.filePath("d"));
    std::vector<UniqueFd> m_live;
};

bool exists(const QByteArray &path)
{
    struct stat facts { };
    return ::lstat(path.constData(), &facts) == 0;
}

class TestSystemdTmpfiles : public QObject {
    Q_OBJECT

private:
    QString m_program = QStandardPaths::findExecutable(QStringLiteral("systemd-tmpfiles"));

private Q_SLOTS:
    void initTestCase()
    {
        if (m_program.isEmpty())
            QSKIP("systemd-tmpfiles is not installed");
    }

    void predictsDeletion_data()
    {
        QTest::addColumn<QByteArray>("rules"); // @ is the tree's directory
        const char *const tables[] = {
            "d @ - - - 0",
            "D @ - - - 0",
            "q @ 1777 root root 0",
            "e @ - - - 0",
            "e @/su? - - - 0",
            "e @/{sub,nothing} - - - 0",
            "d @/sub - - - 0",
            "d @/link - - - 0",
            "d @/link/deep - - - 0",
            "d @ - - - -",
            "d @",
            "d @ - - - 1d",
            "d @ - - - am:1d",
            "d @ - - - a:1d",
            "d @ - - - A:1d",
            "d @ - - - amA:1d",
            "d @ - - - c:1d",
            "d @ - - - b:1d",
            "d @ - - - x:1d",
            "d @ - - - infinity",
            "d @ - - - am:infinity",
            "d @ - - - ~0",
            "d @ - - - ~am:1d",
            "d @ - - - \"am:1d 2h\"",
            "d! @ - - - 0",
            "d- @ - - - 0",
            "dd @ - - - 0",
            "d @ - - - 1parsec",
            "d @ - nosuchuser - 0",
            "d @ 9999 - - 0",
            "d @ - - - 0\nx @/a*",
            "d @ - - - 0\nx @/a?b",
            "d @ - - - 0\nx @/a[*]b",
            "d @ - - - 0\nx @/*",
            "d @ - - - 0\nx @/.*",
            "d @ - - - 0\nx @/sub",
            "d @ - - - 0\nX @/sub",
            "d @ - - - 0\nx @/sub - - - 0",
            "d @ - - - 0\nX @/sub - - - 0",
            "d @ - - - 0\nx @/s* - - - 0",
            "d @ - - - 0\nX @/s* - - - 0",
            "d @ - - - 0\nx @/sub/*",
            "d @ - - - 0\nx @/{a,axb}",
            "d @ - - - 0\nr @/axb",
            "d @ - - - 0\nR @/sub",
            "d @ - - - 0\nr! @/axb",
            "d @ - - - 0\nz @/axb 0777",
            "d @ - - - 0\nf @/axb",
            "d @ - - - 0\nL @/axb - - - - /x",
            "d @ - - - 0\nd @/sub",
            "d @ - - - -\nd @ - - - 0",
            "d @ - - - 0\nd @ - - - -",
            "d @ - - - -\nd+ @ - - - 0",
            "d @ - - - -\nz @ 0755\nd @ - - - 0",
            "z @ 0755\nd @ - - - 0",
            "d @ - - - 0\nx \"@/a b\"",
            "d @ - - - 0\nx '@/a b'",
            "d @ - - - 0\nx @/a\\x20b",
            "d @ - - - 0\nx @/a\\*b",
            "d @ - - - 0\nx @/a\\\\b",
            "d @ - - - 0\nx @/a\"b",
            "d @ - - - 0\nx \"@/a\\\"b\"",
            "d @ - - - 0\nx @/a%%b",
            "d @ - - - 0\nx @/a%qb",
            "d @ - - - 0\nx @/a\xff"
            "b",
            "d @ - - - 0\nx @//./axb/",
            "d @/ - - - 0",
            "d @/./sub/ - - - 0",
            "  # d @ - - - 0",
            "k @ - - - 0",
            "d relative - - - 0",
            "x @/sub\nd @/sub/deep - - - 0",
            "d @ - - - 0\n\n\n# x\nx @/a\n",
        };
        for (const char *table : tables)
            QTest::newRow(table) << QByteArray(table);
    }

    void predictsDeletion()
    {
        QFETCH(QByteArray, rules);
        const Tree tree;
        rules.replace('@', tree.top());
        const QByteArray file = tree.directory().filePath("rules.conf");
        std::ofstream(file.constData()) << rules.constData() << '\n';

        const Machine machine;
        TmpfilesConfiguration configuration(
            { { tree.directory().path(), "rules.conf", rules } }, machine.tmpfilesContext());
        configuration.addAlias(tree.path("link/deep"), tree.path("sub/deep"));
        const ProcNetUnixNames live = procNetUnixNames(machine.socketList().value());
        std::map<QByteArray, bool> goes;
        for (const QByteArray &name : names()) {
            const Result<Candidate> candidate = examine(tree.path(name));
            QVERIFY(candidate.has_value());
            const std::optional<Deletion> deletion = configuration.deletion(*candidate, live, now().unixNanoseconds);
            goes[name] = deletion && deletion->inSeconds == 0;
        }

        QProcess::execute(m_program, { QStringLiteral("--clean"), QFile::decodeName(file) });
        for (const QByteArray &name : names()) {
            const QByteArray story = name + (goes[name] ? ": was to go" : ": was to stay");
            QVERIFY2(exists(tree.path(name)) != goes[name], story.constData());
        }
    }

    /// The exclusion lines work for every name.
    void exclusionsHold()
    {
        const Tree tree;
        QByteArray rules = "d " + tree.top() + " - - - 0\n";
        for (const QByteArray &name : names()) {
            if (name != "a")
                rules += exclusionOf(tree.path(name), Deletion()).line + '\n';
        }
        const QByteArray file = tree.directory().filePath("rules.conf");
        std::ofstream(file.constData(), std::ios::binary) << rules.toStdString();
        QProcess::execute(m_program, { QStringLiteral("--clean"), QFile::decodeName(file) });
        for (const QByteArray &name : names())
            QVERIFY2(exists(tree.path(name)) == (name != "a"), name.constData());
    }
};

QTEST_GUILESS_MAIN(TestSystemdTmpfiles)

} // namespace tst_systemdtmpfiles

#include "tst_systemdtmpfiles.moc"
