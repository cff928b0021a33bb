// SPDX-License-Identifier: MIT
#include "core/files/fileaside.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_fileaside {

using namespace pipeglass;

// QFile does not support every name: a file name is bytes.
void write(const QByteArray &path, const QByteArray &text)
{
    std::ofstream file(path.constData());
    file << text.constData();
    QVERIFY(file.flush().good());
}

QByteArray read(const QByteArray &path)
{
    std::ifstream file(path.constData());
    std::string text("none");
    if (file)
        file >> text;
    return QByteArray::fromStdString(text);
}

class TestFileAside : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void renamesDeletesAndRestores_data()
    {
        QTest::addColumn<QByteArray>("leaf");
        QTest::newRow("plain") << QByteArray("CoreFxPipe_a");
        QTest::newRow("newline") << QByteArray("a\nb");
        QTest::newRow("no UTF-8") << QByteArray("\xff\xfe");
        QTest::newRow("long") << QByteArray(255, 'n');
    }

    void renamesDeletesAndRestores()
    {
        QFETCH(QByteArray, leaf);
        const test::PrivateDirectory directory;
        const UniqueFd fd(::open(directory.path().constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        write(directory.filePath(leaf), "mine");

        Result<FileAside> aside = FileAside::take(fd.get(), leaf);
        QVERIFY(aside.has_value());
        QVERIFY(aside->leaf() != leaf);
        QCOMPARE(aside->facts().uid, ::geteuid());
        QCOMPARE(read(directory.filePath(leaf)), QByteArray("none"));
        QVERIFY(aside->putBack().has_value());
        QCOMPARE(read(directory.filePath(leaf)), QByteArray("mine"));

        Result<FileAside> again = FileAside::take(fd.get(), leaf);
        QVERIFY(again.has_value());
        QVERIFY(again->remove().has_value());
        QVERIFY(std::filesystem::is_empty(directory.path().constData()));
    }

    void neverOverwritesANewFile()
    {
        const test::PrivateDirectory directory;
        const UniqueFd fd(::open(directory.path().constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        write(directory.filePath("x"), "old");
        Result<FileAside> aside = FileAside::take(fd.get(), "x");
        QVERIFY(aside.has_value());
        write(directory.filePath("x"), "new");

        const Status back = aside->putBack();
        QVERIFY(!back.has_value());
        QCOMPARE(back.error().code, ErrorCode::FileExists);
        QCOMPARE(read(directory.filePath("x")), QByteArray("new"));
        QCOMPARE(read(directory.filePath(aside->leaf())), QByteArray("old"));
    }

    void looksAtALinkAndNotThroughIt()
    {
        const test::PrivateDirectory directory;
        const UniqueFd fd(::open(directory.path().constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        write(directory.filePath("target"), "kept");
        QVERIFY(::symlink("target", directory.filePath("link").constData()) == 0);
        Result<FileAside> aside = FileAside::take(fd.get(), "link");
        QVERIFY(aside.has_value());
        QCOMPARE(aside->facts().mode & S_IFMT, static_cast<mode_t>(S_IFLNK));
        QVERIFY(aside->remove().has_value());
        QCOMPARE(read(directory.filePath("target")), QByteArray("kept"));
    }

    void saysThatThereIsNothing()
    {
        const test::PrivateDirectory directory;
        const UniqueFd fd(::open(directory.path().constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        const Result<FileAside> aside = FileAside::take(fd.get(), "x");
        QVERIFY(!aside.has_value());
        QCOMPARE(aside.error().code, ErrorCode::NoSuchFile);
    }
};

QTEST_GUILESS_MAIN(TestFileAside)

} // namespace tst_fileaside

#include "tst_fileaside.moc"
