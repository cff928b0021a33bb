// SPDX-License-Identifier: MIT
#include "catalog/scanning/inodenames.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <fcntl.h>
#include <sys/stat.h>

namespace tst_inodenames {

using namespace pipeglass;
using namespace pipeglass::test;

class TestInodeNames : public QObject {
    Q_OBJECT

private:
    static UniqueFd open(const PrivateDirectory &directory)
    {
        return UniqueFd(::open(directory.path().constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    }

    static quint32 inodeOf(const QByteArray &path)
    {
        struct stat status { };
        return ::lstat(path.constData(), &status) == 0 ? static_cast<quint32>(status.st_ino) : 0;
    }

    static catalog::InodeNames &look(catalog::InodeNames &names)
    {
        names.beginScan();
        return names;
    }

private Q_SLOTS:
    void allNamesOfASocketAndNoOthers()
    {
        const PrivateDirectory directory;
        const UniqueFd socket = listeningSocket(directory.filePath("a"));
        const UniqueFd other = listeningSocket(directory.filePath("b"));
        QCOMPARE(::link(directory.filePath("a").constData(), directory.filePath("c").constData()), 0);
        catalog::InodeNames names(20);
        const UniqueFd fd = open(directory);
        std::vector<QByteArray> found = look(names).of(fd.get(), inodeOf(directory.filePath("a")));
        std::sort(found.begin(), found.end());
        QCOMPARE(found, (std::vector<QByteArray>{ "a", "c" }));
        QCOMPARE(look(names).of(fd.get(), 1), std::vector<QByteArray>());
    }

    /// Every change is noticed, even several within one tick of the file system's clock.
    void followsRenames()
    {
        const PrivateDirectory directory;
        const UniqueFd socket = listeningSocket(directory.filePath("0"));
        const quint32 inode = inodeOf(directory.filePath("0"));
        catalog::InodeNames names(20);
        for (int i = 0; i < 2000; ++i) {
            const QByteArray before = QByteArray::number(i);
            const QByteArray after = QByteArray::number(i + 1);
            QCOMPARE(look(names).of(open(directory).get(), inode), std::vector<QByteArray>{ before });
            QCOMPARE(::rename(directory.filePath(before).constData(), directory.filePath(after).constData()), 0);
            if (i % 500 == 0) {
                QCOMPARE(look(names).of(open(directory).get(), inode), std::vector<QByteArray>{ after });
                QTest::qWait(25); // what is read after this is cached
            }
        }
    }

    void scanReadsEachDirectoryOnce()
    {
        const PrivateDirectory directory;
        const UniqueFd socket = listeningSocket(directory.filePath("a"));
        const quint32 inode = inodeOf(directory.filePath("a"));
        catalog::InodeNames names;
        const UniqueFd fd = open(directory);
        QCOMPARE(look(names).of(fd.get(), inode), std::vector<QByteArray>{ "a" });
        QCOMPARE(::rename(directory.filePath("a").constData(), directory.filePath("b").constData()), 0);
        QCOMPARE(names.of(fd.get(), inode), std::vector<QByteArray>{ "a" });
        QCOMPARE(look(names).of(fd.get(), inode), std::vector<QByteArray>{ "b" });
    }

    void mtimeInThePastHidesNoChange()
    {
        const PrivateDirectory directory;
        const UniqueFd socket = listeningSocket(directory.filePath("a"));
        const quint32 inode = inodeOf(directory.filePath("a"));
        catalog::InodeNames names(20);
        const UniqueFd fd = open(directory);
        const std::array<timespec, 2> past{ timespec{ 1, 0 }, timespec{ 1, 0 } };
        QCOMPARE(::futimens(fd.get(), past.data()), 0);
        (void)look(names).of(fd.get(), inode);
        QTest::qWait(25);
        QCOMPARE(look(names).of(fd.get(), inode), std::vector<QByteArray>{ "a" });
        QCOMPARE(::rename(directory.filePath("a").constData(), directory.filePath("b").constData()), 0);
        QCOMPARE(::futimens(fd.get(), past.data()), 0);
        QCOMPARE(look(names).of(fd.get(), inode), std::vector<QByteArray>{ "b" });
    }
};

QTEST_GUILESS_MAIN(TestInodeNames)

} // namespace tst_inodenames

#include "tst_inodenames.moc"
