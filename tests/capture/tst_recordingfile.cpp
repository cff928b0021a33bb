// SPDX-License-Identifier: MIT
#include "capture/file/privatefile.h"
#include "capture/file/recordingfile.h"
#include "capture/samples.h"
#include "core/system/statedirectory.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <csignal>

#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tst_recordingfile {

using namespace pipeglass;
using namespace pipeglass::capture;
using namespace pipeglass::test;

/// Limits the size of files that this process writes.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limited{ bytes, m_before.rlim_max };
        ::setrlimit(RLIMIT_FSIZE, &limited);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before{};
};

constexpr int cannotMount = 77;

/// Fills a file system of 256 KiB. Returns 0, or the number of the failed check.
int fillSmallDisk(const QByteArray &directory)
{
    if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
        || ::mount("tmpfs", directory.constData(), "tmpfs", 0, "size=256k") != 0)
        return cannotMount;
    const QByteArray path = directory + "/full.pcapng";
    const auto recording = Recording::create(path);
    const auto connection =
        recording ? (*recording)->addConnection(sampleConnection()).value_or(ConnectionId{}) : ConnectionId{};
    if (!connection.isValid())
        return 1;
    quint64 good = 0;
    for (;; ++good) {
        const auto added = (*recording)->append(sampleRecord(connection, QByteArray(1000, 'x')));
        if (!added && added.error().code == ErrorCode::DiskFull)
            break;
        if (!added || good > 1000)
            return 2;
    }
    const auto again = Recording::open(path);
    if (!again || (*again)->isCutOff() || (*again)->count() != good || (*recording)->count() != good)
        return 3;
    Event lost{ { 1 }, connection, EventKind::Lost, Side::Server };
    lost.messages = 7;
    if (!(*recording)->append(lost) || (*Recording::open(path))->event(good).value_or(Event()) != lost)
        return 5;
    const auto refused = Recording::create(directory + "/second.pcapng");
    if (!refused && ::access((directory + "/second.pcapng").constData(), F_OK) == 0)
        return 4;
    return 0;
}

class TestRecordingFile : public QObject {
    Q_OBJECT

    PrivateDirectory m_directory;

private Q_SLOTS:
    void init() { qputenv("XDG_STATE_HOME", m_directory.filePath("state")); }

    void aPrivateFileHasNoName()
    {
        const QByteArray directory = m_directory.filePath("state/pipeglass");
        QCOMPARE(stateDirectory(), directory);
        const auto file = openPrivateFile();
        QVERIFY(file.has_value());
        struct stat status { };
        QCOMPARE(::fstat(file->get(), &status), 0);
        QCOMPARE(status.st_mode & 07777U, 0600U);
        QCOMPARE(status.st_nlink, 0U);
        QCOMPARE(::stat(directory.constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777U, 0700U);
        QCOMPARE(::rmdir(directory.constData()), 0); // empty
    }

    void whereTheStateIs()
    {
        qputenv("HOME", "/home/ann");
        qputenv("XDG_STATE_HOME", "relative");
        QCOMPARE(stateDirectory(), QByteArray("/home/ann/.local/state/pipeglass"));
        qunsetenv("XDG_STATE_HOME");
        QCOMPARE(stateDirectory(), QByteArray("/home/ann/.local/state/pipeglass"));
        qputenv("XDG_STATE_HOME", "/var/state//");
        QCOMPARE(stateDirectory(), QByteArray("/var/state/pipeglass"));
        qunsetenv("XDG_STATE_HOME");
        qunsetenv("HOME");
        QCOMPARE(stateDirectory(), QByteArray());
        QVERIFY(openPrivateFile().has_value());
    }

    /// An account without a home directory can record.
    void withoutAStateDirectory()
    {
        qputenv("XDG_STATE_HOME", "/proc/none");
        const auto file = openPrivateFile();
        QVERIFY(file.has_value());
        struct stat status { };
        QCOMPARE(::fstat(file->get(), &status), 0);
        QCOMPARE(status.st_nlink, 0U);
    }

    void onlyOrdinaryFilesAreOpened()
    {
        const QByteArray fifo = m_directory.filePath("fifo");
        QCOMPARE(::mkfifo(fifo.constData(), 0600), 0);
        for (const QByteArray &path : { fifo, m_directory.path(), QByteArray("/dev/zero") }) {
            const auto file = RecordingFile::openForReading(path);
            QVERIFY(!file.has_value());
            QCOMPARE(file.error().code, ErrorCode::NotARecording);
            QCOMPARE(file.error().subject, path);
        }
        QCOMPARE(RecordingFile::openForReading(m_directory.filePath("none")).error().code, ErrorCode::NoSuchFile);
        QCOMPARE(RecordingFile::openForReading("").error().code, ErrorCode::InvalidArgument);
        QCOMPARE(RecordingFile::createNamed(QByteArray("a\0b", 3)).error().code, ErrorCode::InvalidArgument);
    }

    void whatMayNotBeRead()
    {
        if (::geteuid() == 0)
            QSKIP("root may read everything");
        const QByteArray path = m_directory.filePath("secret");
        QVERIFY(writeFile(path, "x"));
        QCOMPARE(::chmod(path.constData(), 0), 0);
        QCOMPARE(RecordingFile::openForReading(path).error().code, ErrorCode::AccessDenied);
    }

    void appendIsAllOrNothing()
    {
        const QByteArray path = m_directory.filePath("limited");
        const auto file = RecordingFile::createNamed(path);
        QVERIFY(file.has_value());
        QByteArray a(700, 'a');
        QByteArray b(700, 'b');
        const auto piece = [](QByteArray &bytes) { return iovec{ bytes.data(), static_cast<size_t>(bytes.size()) }; };
        {
            const FileSizeLimit limit(2000);
            QVERIFY((*file)->append({ piece(a), iovec{}, piece(b) }).has_value());
            const Status failed = (*file)->append({ piece(a), piece(b) });
            QVERIFY(!failed.has_value());
            QCOMPARE(failed.error().code, ErrorCode::DiskFull);
            QCOMPARE((*file)->size(), 1400);
            QCOMPARE(fileBytes(path), a + b);
        }
        QVERIFY((*file)->append({ piece(b) }).has_value());
        QCOMPARE(fileBytes(path), a + b + b);
        QByteArray back(100, '\0');
        QVERIFY((*file)->readAt(650, back.data(), back.size()).has_value());
        QCOMPARE(back, QByteArray(50, 'a') + QByteArray(50, 'b'));
        QCOMPARE((*file)->readAt(2050, back.data(), back.size()).error().code, ErrorCode::NotARecording);
    }

    void aRecordingGoesOnAfterAFailedWrite()
    {
        const QByteArray path = m_directory.filePath("recovering.pcapng");
        const auto created = Recording::create(path);
        QVERIFY(created.has_value());
        const RecordingPtr &recording = *created;
        const ConnectionId connection = recording->addConnection(sampleConnection()).value();
        const QByteArray large(1'000'000, 'l');
        QVERIFY(recording->append(sampleRecord(connection, "first")).has_value());
        const qint64 size = recording->sizeOnDisk();
        {
            const FileSizeLimit limit(300'000);
            QCOMPARE(recording->append(sampleRecord(connection, large)).error().code, ErrorCode::DiskFull);
            QCOMPARE(recording->count(), 1U);
            QCOMPARE(recording->sizeOnDisk(), size);
            QCOMPARE(fileBytes(path).size(), size);
            const auto meanwhile = Recording::open(path);
            QVERIFY(meanwhile.has_value());
            QVERIFY(!(*meanwhile)->isCutOff());
            QVERIFY(recording->append(sampleRecord(connection, "small still fits")).has_value());
        }
        QVERIFY(recording->append(sampleRecord(connection, large)).has_value());
        const auto again = Recording::open(path);
        QVERIFY(again.has_value());
        QCOMPARE((*again)->count(), 3U);
        QVERIFY((*again)->read(2)->wire.view() == large);
    }

    void noRoomToBegin()
    {
        const QByteArray path = m_directory.filePath("never.pcapng");
        const FileSizeLimit limit(10);
        QCOMPARE(Recording::create(path).error().code, ErrorCode::DiskFull);
        QVERIFY(::access(path.constData(), F_OK) != 0);
    }

    void aFullDisk()
    {
        const QByteArray directory = m_directory.filePath("disk");
        QCOMPARE(::mkdir(directory.constData(), 0700), 0);
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0)
            ::_exit(fillSmallDisk(directory));
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        if (WEXITSTATUS(status) == cannotMount)
            QSKIP("needs root's right to mount");
        QCOMPARE(WEXITSTATUS(status), 0);
    }
};

QTEST_GUILESS_MAIN(TestRecordingFile)

} // namespace tst_recordingfile

#include "tst_recordingfile.moc"
