// SPDX-License-Identifier: MIT
#include "catalog/naming/abstractname.h"
#include "run.h"
#include "support/framings.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QJsonArray>

#include <array>

#include <sched.h>
#include <unistd.h>

namespace tst_abstractnames {

using namespace pipeglass;
using namespace pipeglass::test;

/// A name that is unique among concurrent tests.
QByteArray unique(const QByteArray &name) { return "@pgt-" + QByteArray::number(::getpid()) + name; }

UniqueFd listeningTo(const QByteArray &name)
{
    UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const auto address = catalog::abstractAddress(name);
    if (!address || ::bind(fd.get(), address->get(), address->size) != 0 || ::listen(fd.get(), 5) != 0)
        qFatal("cannot listen");
    return fd;
}

/// The verbs with names of the abstract namespace.
class TestAbstractNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sends_data()
    {
        QTest::addColumn<QByteArray>("bound");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("plain") << unique("a") << unique("a");
        QTest::newRow("a path") << unique("/.X11-unix/X77") << unique("/.X11-unix/X77");
        QTest::newRow("escaped") << unique(QByteArray("\0b", 2)) << unique("\\x00b");
    }

    void sends()
    {
        QFETCH(const QByteArray, bound);
        QFETCH(const QByteArray, named);
        const PrivateDirectory directory;
        const UniqueFd listener = listeningTo(bound);
        Run run({ "send", named, "hello", "--replies", "0" });
        QCOMPARE(run.startAndFinish(), 0);
        const UniqueFd accepted = acceptedSocket(listener);
        std::array<char, 100> bytes{};
        const ssize_t size = ::read(accepted.get(), bytes.data(), bytes.size());
        QCOMPARE(QByteArray(bytes.data(), size), framed("hello"));
    }

    void isShown()
    {
        const UniqueFd listener = listeningTo(unique(QByteArray("\0b", 2)));
        Run run({ "show", unique("\\x00b"), "--json" });
        QCOMPARE(run.startAndFinish(), 0);
        const QJsonObject row = run.objects().value(0);
        QCOMPARE(row[QLatin1String("name")].toString(), QString::fromLatin1(unique("\\x00b")));
        QCOMPARE(row[QLatin1String("state")].toString(), QStringLiteral("listening"));
    }

    void peekSaysWhyNot()
    {
        const UniqueFd listener = listeningTo(unique("a"));
        Run run({ "peek", unique("a"), "--json" });
        QCOMPARE(run.startAndFinish(), 2);
        QCOMPARE(run.out.flushed, QByteArray());
        QVERIFY(run.err.flushed.contains("abstract names"));
    }

    void nobodyIsThere_data()
    {
        QTest::addColumn<std::vector<QByteArray>>("words");
        using Words = std::vector<QByteArray>;
        for (const QByteArray &name : { unique("nobody"), unique("/nobody") }) {
            QTest::addRow("send %s", name.constData()) << Words{ "send", name, "hello" };
            QTest::addRow("show %s", name.constData()) << Words{ "show", name };
        }
        QTest::addRow("access") << Words{ "access", unique("nobody") };
    }

    void nobodyIsThere()
    {
        QFETCH(const std::vector<QByteArray>, words);
        const PrivateDirectory directory;
        Run run(words);
        QCOMPARE(run.startAndFinish(), 3);
    }

    void everybodyCanConnect_data()
    {
        QTest::addColumn<std::vector<QByteArray>>("flags");
        using Flags = std::vector<QByteArray>;
        QTest::newRow("me") << Flags{};
        QTest::newRow("another user") << Flags{ "--as", "65534" };
        QTest::newRow("a process") << Flags{ "--as", "pid:" + QByteArray::number(::getpid()) };
    }

    void everybodyCanConnect()
    {
        QFETCH(const std::vector<QByteArray>, flags);
        const PrivateDirectory directory;
        const UniqueFd listener = listeningTo(unique("a"));
        std::vector<QByteArray> words{ "access", unique("a"), "--json" };
        words.insert(words.end(), flags.begin(), flags.end());
        Run run(words);
        QCOMPARE(run.startAndFinish(), 0);
        const QJsonObject answer = run.objects().value(0);
        QCOMPARE(answer[QLatin1String("can_connect")].toBool(), true);
        QCOMPARE(answer[QLatin1String("rule")].toString(), QStringLiteral("abstract"));
        QCOMPARE(answer[QLatin1String("path")].toString(), QString::fromLatin1(unique("a")));
        QVERIFY(answer[QLatin1String("sentence")].toString().contains(QLatin1String("abstract name")));
    }

    void notInAnotherNetworkNamespace()
    {
        ChildProcess child;
        if (!child.start([] { return ::unshare(CLONE_NEWNET) == 0; }))
            QSKIP("a network namespace takes root's rights");
        const UniqueFd listener = listeningTo(unique("a"));
        Run run({ "access", unique("a"), "--json", "--as", "pid:" + QByteArray::number(child.pid()) });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(run.objects().value(0)[QLatin1String("can_connect")].toBool(true), false);
    }

    void thereIsNothingToChange()
    {
        const PrivateDirectory directory;
        const UniqueFd listener = listeningTo(unique("a"));
        Run run({ "access", unique("a"), "--mode", "0600" });
        QCOMPARE(run.startAndFinish(), 2);
        QVERIFY(run.err.flushed.contains("no permissions"));
    }
};

QTEST_GUILESS_MAIN(TestAbstractNames)

} // namespace tst_abstractnames

#include "tst_abstractnames.moc"
