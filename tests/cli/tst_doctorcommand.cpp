// SPDX-License-Identifier: MIT
#include "run.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "testserver.h"

#include <QJsonArray>

#include <array>

#include <fcntl.h>
#include <unistd.h>

namespace tst_doctorcommand {

using namespace pipeglass;
using namespace pipeglass::test;

QJsonArray findings(const Run &run) { return QJsonDocument::fromJson(run.out.flushed).array(); }

UniqueFd listening(const QByteArray &path)
{
    UniqueFd fd = boundSocket(path);
    ::listen(fd.get(), 5);
    return fd;
}

/// A descriptor to read this text from.
UniqueFd input(const QByteArray &text)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0 || ::write(ends[1], text.constData(), size_t(text.size())) != text.size())
        qFatal("no pipe");
    ::close(ends[1]);
    return UniqueFd(ends[0]);
}

/// The verbs `doctor` and `explain`. What is found is tested in tests/doctor.
class TestDoctorCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsWrong()
    {
        const PrivateDirectory directory;
        const UniqueFd listener = listening(directory.filePath("CoreFxPipe_x"));
        Run run({ "doctor", "--dir", directory.path(), "--json" });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(run.out.flushed, QByteArray("[]\n"));
    }

    void hasTheMembersOfTheContract()
    {
        const PrivateDirectory directory;
        boundSocket(directory.filePath("CoreFxPipe_dead")).reset();
        Run run({ "doctor", "--dir", directory.path(), "--json" });
        QCOMPARE(run.startAndFinish(), 1);
        const QJsonArray all = findings(run);
        QCOMPARE(all.size(), 1);
        const QJsonObject one = all[0].toObject();
        QCOMPARE(one.size(), 7);
        QCOMPARE(one[QLatin1String("id")].toString(), QStringLiteral("stale"));
        QCOMPARE(one[QLatin1String("severity")].toString(), QStringLiteral("warning"));
        QCOMPARE(one[QLatin1String("pipe")].toString(), QStringLiteral("dead"));
        QCOMPARE(one[QLatin1String("path")].toString().toUtf8(), directory.filePath("CoreFxPipe_dead"));
        QVERIFY(!one[QLatin1String("sentence")].toString().isEmpty());
        QVERIFY(!one[QLatin1String("remedy")].toString().isEmpty());
        QVERIFY(one[QLatin1String("command")].toString().startsWith(QLatin1String("pipeglass clean ")));
    }

    void onePipe_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("givesDirectory");
        QTest::addColumn<int>("code");
        QTest::newRow("healthy") << QByteArray("alive") << false << 0;
        QTest::newRow("dead") << QByteArray("dead") << false << 1;
        QTest::newRow("in a directory") << QByteArray("dead") << true << 1;
        QTest::newRow("no such pipe") << QByteArray("absent") << false << 3;
        QTest::newRow("nor in the directory") << QByteArray("absent") << true << 3;
        QTest::newRow("too long") << QByteArray(120, 'n') << false << 1;
    }

    void onePipe()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const bool, givesDirectory);
        const PrivateDirectory directory;
        const UniqueFd listener = listening(directory.filePath("CoreFxPipe_alive"));
        boundSocket(directory.filePath("CoreFxPipe_dead")).reset();
        boundSocket(directory.filePath("CoreFxPipe_other")).reset();
        std::vector<QByteArray> words{ "doctor", name, "--json" };
        if (givesDirectory)
            words.insert(words.end(), { "--dir", directory.path() });
        Run run(words);
        QFETCH(const int, code);
        QCOMPARE(run.startAndFinish(), code);
        if (code == 1)
            QCOMPARE(findings(run).size(), 1);
    }

    void inWords()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_it's dead");
        boundSocket(path).reset();
        Run run({ "doctor", "--dir", directory.path() });
        QCOMPARE(run.startAndFinish(), 1);
        const QList<QByteArray> lines = run.out.lines();
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[0], "warning: " + path + " (stale)");
        QCOMPARE(lines[3], "  $ pipeglass clean '" + directory.filePath("CoreFxPipe_it'\\''s dead") + "'");
    }

    void explains_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("fromInput");
        QTest::addColumn<int>("code");
        const QByteArray error("System.IO.IOException: All pipe instances are busy.");
        QTest::newRow("as a word") << error << false << 0;
        QTest::newRow("from stdin") << error << true << 0;
        QTest::newRow("something else") << QByteArray("hello") << false << 1;
        QTest::newRow("nothing") << QByteArray() << true << 1;
    }

    void explains()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const bool, fromInput);
        QFETCH(const int, code);
        for (const bool hasDash : { false, true }) {
            const UniqueFd in = input(text);
            std::vector<QByteArray> words{ "explain", "--json" };
            if (!fromInput)
                words.push_back(text);
            else if (hasDash)
                words.emplace_back("-");
            Run run(words, in.get());
            QCOMPARE(run.startAndFinish(), code);
            QCOMPARE(run.out.flushed.isEmpty(), code != 0);
            if (code != 0)
                continue;
            const QJsonObject answer = run.objects().value(0);
            QCOMPARE(answer.size(), 7);
            QCOMPARE(answer[QLatin1String("id")].toString(), QStringLiteral("all-instances-busy"));
            for (const char *key : { "pipe", "path", "state", "command" })
                QVERIFY2(answer[QLatin1String(key)].isNull(), key);
        }
    }

    void explainsWithThePipe()
    {
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("CoreFxPipe_dead");
        boundSocket(path).reset();
        Run run({ "explain", "--json", "Connection refused " + path });
        QCOMPARE(run.startAndFinish(), 0);
        const QJsonObject answer = run.objects().value(0);
        QCOMPARE(answer[QLatin1String("pipe")].toString(), QStringLiteral("dead"));
        QCOMPARE(answer[QLatin1String("path")].toString().toUtf8(), path);
        QCOMPARE(answer[QLatin1String("state")].toString(), QStringLiteral("stale"));
    }
};

QTEST_GUILESS_MAIN(TestDoctorCommand)

} // namespace tst_doctorcommand

#include "tst_doctorcommand.moc"
