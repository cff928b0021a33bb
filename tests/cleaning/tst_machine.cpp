// SPDX-License-Identifier: MIT
#include "cleaning/cleaners.h"
#include "core/clock.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <filesystem>
#include <fstream>

#include <sys/stat.h>
#include <unistd.h>

namespace tst_machine {

using namespace pipeglass;
using namespace pipeglass::cleaning;

/// A machine made of files in a private directory.
class Root {
public:
    void put(const QByteArray &path, const QByteArray &text = "x\n") const
    {
        const std::filesystem::path whole((m_directory.path() + path).constData());
        std::filesystem::create_directories(whole.parent_path());
        std::ofstream(whole, std::ios::binary) << text.toStdString();
    }

    void link(const QByteArray &path, const QByteArray &target) const
    {
        const std::filesystem::path whole((m_directory.path() + path).constData());
        std::filesystem::create_directories(whole.parent_path());
        std::filesystem::remove(whole);
        std::filesystem::create_symlink(target.constData(), whole);
    }

    void systemd() const
    {
        put("/run/systemd/system/x");
        put("/usr/lib/systemd/system/systemd-tmpfiles-clean.timer");
        put("/usr/lib/systemd/system/systemd-tmpfiles-clean.service");
        link(
            "/usr/lib/systemd/system/timers.target.wants/systemd-tmpfiles-clean.timer",
            "../systemd-tmpfiles-clean.timer");
        put("/usr/bin/systemd-tmpfiles");
    }

    [[nodiscard]] Machine machine() const { return Machine(m_directory.path()); }

private:
    test::PrivateDirectory m_directory;
};

Candidate old(const QByteArray &path)
{
    Candidate candidate;
    candidate.path = path;
    candidate.uid = 1000;
    candidate.mode = FileMode(0755);
    candidate.accessed = candidate.modified = candidate.changed = candidate.born = 1'000'000'000;
    return candidate;
}

std::optional<Deletion> deletionOn(const Root &root, const QByteArray &path)
{
    return Cleaners(root.machine()).deletion(old(path), QSet<QByteArray>(), now().unixNanoseconds);
}

class TestMachine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mergesTheFourDirectories()
    {
        const Root root;
        root.systemd();
        root.put("/usr/lib/tmpfiles.d/tmp.conf", "q /tmp 1777 root root 10d\n");
        QVERIFY(deletionOn(root, "/tmp/a").has_value());
        root.put("/usr/local/lib/tmpfiles.d/tmp.conf", "q /tmp - - - -\n");
        QVERIFY(!deletionOn(root, "/tmp/a"));
        root.put("/run/tmpfiles.d/tmp.conf", "q /tmp - - - 5d\n");
        QCOMPARE(deletionOn(root, "/tmp/a").value().file, QByteArray("/run/tmpfiles.d/tmp.conf"));
        root.link("/etc/tmpfiles.d/tmp.conf", "/dev/null");
        QVERIFY(!deletionOn(root, "/tmp/a"));
        root.link("/etc/tmpfiles.d/tmp.conf", "/nowhere/at/all");
        QVERIFY(!deletionOn(root, "/tmp/a"));
    }

    void withoutTheProgramNothingHappens()
    {
        const Root root;
        root.put("/etc/tmpfiles.d/tmp.conf", "q /tmp - - - 5d\n");
        QVERIFY(!deletionOn(root, "/tmp/a"));
    }

    void knowsWhetherTheTimerRuns()
    {
        const Root root;
        QVERIFY(!root.machine().tmpfilesTimerActive());
        root.systemd();
        QVERIFY(root.machine().tmpfilesTimerActive());
        root.put("/etc/tmpfiles.d/tmp.conf", "q /tmp - - - 5d\n");
        QVERIFY(deletionOn(root, "/tmp/a").value().scheduled);
        root.link("/etc/systemd/system/systemd-tmpfiles-clean.service", "/dev/null");
        QVERIFY(!root.machine().tmpfilesTimerActive());
        QVERIFY(!deletionOn(root, "/tmp/a").value().scheduled);
    }

    void aMaskedTimerDoesNotRun()
    {
        const Root root;
        root.systemd();
        root.link("/etc/systemd/system/systemd-tmpfiles-clean.timer", "/dev/null");
        QVERIFY(!root.machine().tmpfilesTimerActive());
    }

    void replacesSpecifiers()
    {
        const Root root;
        root.put("/etc/machine-id", "0123456789abcdef0123456789abcdef\n");
        root.put("/etc/os-release", "ID=\"debian\"\nVERSION_ID=12\n");
        root.put("/usr/lib/systemd/libsystemd-shared-252.so");
        const TmpfilesContext context = root.machine().tmpfilesContext();
        QCOMPARE(context.specifiers.value('m'), QByteArray("0123456789abcdef0123456789abcdef"));
        QCOMPARE(context.specifiers.value('o'), QByteArray("debian"));
        QCOMPARE(context.specifiers.value('w'), QByteArray("12"));
        QCOMPARE(context.specifiers.value('t'), QByteArray("/run"));
        QCOMPARE(context.specifiers.value('b').size(), qsizetype(32));
        QCOMPARE(context.systemdVersion, 252);
        QVERIFY(context.userExists("root"));
        QVERIFY(!context.userExists("no such user"));
        const Root bare;
        QVERIFY(!bare.machine().tmpfilesContext().specifiers.contains('m'));
    }

    void readsCronFiles()
    {
        const Root root;
        root.put("/etc/cron.d/own", "5 4 * * * root tmpreaper --all 2d /tmp\n");
        QVERIFY(!deletionOn(root, "/tmp/a"));
        root.put("/usr/sbin/tmpreaper");
        const std::optional<Deletion> deletion = deletionOn(root, "/tmp/a");
        QVERIFY(deletion.has_value());
        QCOMPARE(deletion->cleaner, Cleaner::Tmpreaper);
        QVERIFY(!deletion->scheduled);
        root.put("/run/crond.pid");
        QVERIFY(deletionOn(root, "/tmp/a").value().scheduled);
    }

    void neverOpensWhatIsNoFile()
    {
        const Root root;
        root.systemd();
        root.put("/etc/tmpfiles.d/a.conf");
        const QByteArray fifo = qgetenv("TMPDIR") + "/etc/tmpfiles.d/b.conf";
        QVERIFY(::mkfifo(fifo.constData(), 0644) == 0);
        QCOMPARE(root.machine().tmpfiles().size(), size_t(2)); // and it returns
    }

    void looksAtFiles()
    {
        const test::PrivateDirectory directory;
        const QByteArray path = directory.filePath("fifo");
        QVERIFY(::mkfifo(path.constData(), 0600) == 0);
        QVERIFY(::symlink(".", directory.filePath("link").constData()) == 0);
        const Result<Candidate> candidate = examine(directory.path() + "/link/./fifo");
        QVERIFY(candidate.has_value());
        QCOMPARE(candidate->path, path);
        QCOMPARE(candidate->kind, catalog::FileKind::Fifo);
        QCOMPARE(candidate->mode.bits(), 0600U);
        QVERIFY(candidate->modified > 0);
        QVERIFY(!examine(directory.filePath("none")));
        QVERIFY(!examine(directory.filePath("none/none")));
        QVERIFY(!Cleaners().deletion(directory.filePath("none")));
    }
};

QTEST_GUILESS_MAIN(TestMachine)

} // namespace tst_machine

#include "tst_machine.moc"
