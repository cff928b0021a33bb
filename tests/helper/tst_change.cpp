// SPDX-License-Identifier: MIT
#include "helper/change.h"
#include "support/helperrequest.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <random>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_change {

using namespace pipeglass;
using namespace pipeglass::helper;
using namespace pipeglass::test;

UniqueFd openPath(const QByteArray &path)
{
    return UniqueFd(::open(path.constData(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
}

struct stat statusOf(int fd)
{
    struct stat status { };
    ::fstat(fd, &status);
    return status;
}

class TestChange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void changesTheMode()
    {
        const PrivateDirectory directory;
        const BoundSocket server(directory.filePath("pipe"));
        const UniqueFd fd = openPath(directory.filePath("pipe"));
        QCOMPARE(perform(fd.get(), fittingRequest(fd.get(), 0622)).outcome, Outcome::Done);
        QCOMPARE(statusOf(fd.get()).st_mode & 07777U, 0622U);
    }

    void refusesWhatDoesNotFit_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<int>("outcome");
        const auto row = [](const char *name, int field, Outcome outcome) {
            QTest::newRow(name) << field << static_cast<int>(outcome);
        };
        row("magic", 0, Outcome::BadRequest);
        row("nothing to do", 1, Outcome::BadRequest);
        row("unknown wish", 2, Outcome::BadRequest);
        row("set-uid", 3, Outcome::BadRequest);
        row("sticky", 4, Outcome::BadRequest);
        row("no links", 5, Outcome::BadRequest);
        row("too many entries", 6, Outcome::BadRequest);
        row("no owner", 7, Outcome::BadRequest);
        row("device", 8, Outcome::Replaced);
        row("inode", 9, Outcome::Replaced);
        row("birth", 10, Outcome::Replaced);
        row("owner", 11, Outcome::Replaced);
        row("links", 12, Outcome::Replaced);
        row("mode", 13, Outcome::ChangedMeanwhile);
        row("group", 14, Outcome::ChangedMeanwhile);
        row("broken list", 15, Outcome::Failed);
        row("list that contradicts the mode", 16, Outcome::Failed);
    }

    void refusesWhatDoesNotFit()
    {
        QFETCH(int, field);
        QFETCH(int, outcome);
        const PrivateDirectory directory;
        const BoundSocket server(directory.filePath("pipe"));
        const UniqueFd fd = openPath(directory.filePath("pipe"));
        const struct stat before = statusOf(fd.get());
        Request request = fittingRequest(fd.get(), 0622);
        spoil(request, field);
        QCOMPARE(static_cast<int>(perform(fd.get(), request).outcome), outcome);
        QCOMPARE(statusOf(fd.get()).st_mode, before.st_mode);
        QCOMPARE(statusOf(fd.get()).st_uid, before.st_uid);
    }

    void refusesOtherDescriptors()
    {
        const PrivateDirectory directory;
        const QByteArray file = directory.filePath("file");
        QVERIFY(UniqueFd(::open(file.constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600)).isValid());
        QCOMPARE(::mkfifo(directory.filePath("fifo").constData(), 0600), 0);
        QCOMPARE(::symlink("file", directory.filePath("link").constData()), 0);
        for (const char *name : { "file", "fifo", "link", "" }) {
            const UniqueFd fd = openPath(directory.filePath(name));
            QCOMPARE(perform(fd.get(), fittingRequest(fd.get(), 0666)).outcome, Outcome::NotASocket);
        }
        const UniqueFd readable(::open(file.constData(), O_RDONLY | O_CLOEXEC));
        QCOMPARE(perform(readable.get(), fittingRequest(readable.get(), 0666)).outcome, Outcome::WrongDescriptor);
        const BoundSocket server(directory.filePath("pipe"));
        QCOMPARE(perform(server.fd(), fittingRequest(server.fd(), 0666)).outcome, Outcome::WrongDescriptor);
        const UniqueFd nameless(
            ::open(("/proc/self/fd/" + QByteArray::number(server.fd())).constData(), O_PATH | O_CLOEXEC));
        QVERIFY(nameless.isValid());
        QCOMPARE(perform(nameless.get(), fittingRequest(nameless.get(), 0666)).outcome, Outcome::WrongDescriptor);
        QCOMPARE(perform(-1, fittingRequest(readable.get(), 0666)).outcome, Outcome::WrongDescriptor);
        QCOMPARE(perform(9999, fittingRequest(readable.get(), 0666)).outcome, Outcome::WrongDescriptor);
    }

    void removedFileIsRefused()
    {
        const PrivateDirectory directory;
        const BoundSocket server(directory.filePath("pipe"));
        const UniqueFd fd = openPath(directory.filePath("pipe"));
        const Request request = fittingRequest(fd.get(), 0666);
        QCOMPARE(::unlink(directory.filePath("pipe").constData()), 0);
        QCOMPARE(perform(fd.get(), request).outcome, Outcome::Replaced);
        QCOMPARE(perform(fd.get(), fittingRequest(fd.get(), 0666)).outcome, Outcome::BadRequest);
    }

    /// Requests with random bytes: only requested changes are made, and never more than 0777.
    void randomRequests()
    {
        const PrivateDirectory directory;
        const BoundSocket server(directory.filePath("pipe"));
        const UniqueFd fd = openPath(directory.filePath("pipe"));
        std::mt19937 random(5);
        int done = 0;
        for (int i = 0; i < 100'000; ++i) {
            Request request = fittingRequest(fd.get(), random() % 01000U);
            auto *bytes = reinterpret_cast<unsigned char *>(&request);
            constexpr size_t heads = sizeof(Request) - sizeof(request.entries) + 5 * sizeof(Entry);
            for (unsigned n = random() % 4; n > 0; --n)
                bytes[random() % heads] = static_cast<unsigned char>(random());
            request.what &=
                ~static_cast<uint32_t>(SetOwner | SetGroup); // or the file would soon belong to another user
            const struct stat before = statusOf(fd.get());
            const Answer answer = perform(fd.get(), request);
            const struct stat after = statusOf(fd.get());
            QVERIFY(answer.outcome != Outcome::HalfDone);
            QVERIFY((after.st_mode & 07000U) == 0 && after.st_uid == before.st_uid && after.st_gid == before.st_gid);
            if (answer.outcome != Outcome::Done)
                QCOMPARE(after.st_mode, before.st_mode);
            else
                QCOMPARE(after.st_mode & 0777U, request.newMode);
            done += answer.outcome == Outcome::Done ? 1 : 0;
        }
        QVERIFY(done > 1000);
    }

private:
    static void spoil(Request &request, int field)
    {
        switch (field) {
        case 0:
            request.magic ^= 1U;
            break;
        case 1:
            request.what = 0;
            break;
        case 2:
            request.what |= 8U;
            break;
        case 3:
            request.newMode = 04755;
            break;
        case 4:
            request.newMode = 01777;
            break;
        case 5:
            request.links = 0;
            break;
        case 6:
            request.entryCount = maxEntries + 1;
            break;
        case 7:
            request.what |= SetOwner;
            request.newOwner = UINT32_MAX;
            break;
        case 8:
            request.device ^= 1U;
            break;
        case 9:
            request.inode ^= 1U;
            break;
        case 10:
            request.birth ^= 1;
            break;
        case 11:
            request.owner ^= 1U;
            break;
        case 12:
            request.links = 2;
            break;
        case 13:
            request.mode ^= 1U;
            break;
        case 14:
            request.group ^= 1U;
            break;
        case 15:
            request.entryCount = 3;
            break;
        default:
            request.entryCount = 5;
            request.entries = { Entry{ 1, 6, UINT32_MAX },
                                { 2, 6, 61002 },
                                { 4, 0, UINT32_MAX },
                                { 16, 6, UINT32_MAX },
                                { 32, 6, UINT32_MAX } };
        }
    }
};

QTEST_GUILESS_MAIN(TestChange)

} // namespace tst_change

#include "tst_change.moc"
