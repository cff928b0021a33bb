// SPDX-License-Identifier: MIT
#include "app/commandline.h"
#include "support/testmain.h"

namespace tst_commandline {

using namespace pipeglass::ui;
using Action = CommandLine::Action;

class TestCommandLine : public QObject {
    Q_OBJECT

    static std::vector<QByteArray> wordsOf(const QByteArray &line)
    {
        const QList<QByteArray> all = line.simplified().split(' ');
        return line.isEmpty() ? std::vector<QByteArray>() : std::vector<QByteArray>(all.begin(), all.end());
    }

private Q_SLOTS:
    void actions_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("action");
        QTest::newRow("nothing") << QString() << int(Action::Run);
        QTest::newRow("help") << QStringLiteral("--help") << int(Action::ShowText);
        QTest::newRow("h") << QStringLiteral("-h") << int(Action::ShowText);
        QTest::newRow("version") << QStringLiteral("--version") << int(Action::ShowText);
        QTest::newRow("unknown") << QStringLiteral("--nonsense") << int(Action::Fail);
        QTest::newRow("a file") << QStringLiteral("a.pcapng") << int(Action::Run);
        QTest::newRow("attach") << QStringLiteral("--attach jobs --record a.pcapng") << int(Action::Run);
        QTest::newRow("attach to nothing") << QStringLiteral("--attach") << int(Action::Fail);
        QTest::newRow("an empty name") << QStringLiteral("--tap=") << int(Action::Fail);
        QTest::newRow("two at once") << QStringLiteral("--tap a --host b") << int(Action::Fail);
        QTest::newRow("nothing to record") << QStringLiteral("--record a.pcapng") << int(Action::Fail);
        QTest::newRow("start") << QStringLiteral("--start") << int(Action::Run);
        QTest::newRow("theme") << QStringLiteral("--theme dark") << int(Action::Run);
        QTest::newRow("bad theme") << QStringLiteral("--theme pink") << int(Action::Fail);
        QTest::newRow("picture without a name") << QStringLiteral("--demo-picture") << int(Action::Fail);
    }

    void actions()
    {
        QFETCH(QString, words);
        QFETCH(int, action);
        const CommandLine line = parseCommandLine(wordsOf(words.toUtf8()));
        QCOMPARE(int(line.action), action);
        QCOMPARE(line.text.isEmpty(), line.action == Action::Run);
    }

    void values()
    {
        const CommandLine line = parseCommandLine({ "--demo-picture", "a.png", "--dir", "/x", "--dir=/y" });
        QVERIFY(line.demo);
        QCOMPARE(line.demoPicture, QStringLiteral("a.png"));
        QCOMPARE(line.directories, (std::vector<QByteArray>{ "/x", "/y" }));
        QVERIFY(!line.scope && !line.namespaces);
    }

    void whatIsOpened()
    {
        const CommandLine line = parseCommandLine({ "a", "--host=jobs", "--record", "r", "b" });
        QCOMPARE(line.files, (std::vector<QByteArray>{ "a", "b" }));
        QCOMPARE(line.host, "jobs");
        QCOMPARE(line.record, "r");
        QVERIFY(line.attach.isEmpty() && line.tap.isEmpty());
    }

    void namesAreAnyBytes()
    {
        const QByteArray name("a\xff \\x41\n\xc3\xa9");
        const CommandLine line = parseCommandLine({ name, "--dir=" + name, "--tap", name, "--record", name });
        QVERIFY(line.action == Action::Run);
        QCOMPARE(line.files, std::vector<QByteArray>{ name });
        QCOMPARE(line.directories, std::vector<QByteArray>{ name });
        QCOMPARE(line.tap, name);
        QCOMPARE(line.record, name);
        QVERIFY(parseCommandLine({ "--\xff" }).action == Action::Fail);
    }

    void whatIsListed()
    {
        const CommandLine dotNet = parseCommandLine({ "--dotnet", "--namespaces" });
        QVERIFY(dotNet.scope == pipeglass::catalog::Scope::DotNet);
        QVERIFY(dotNet.namespaces);
        const CommandLine all = parseCommandLine({ "--all", "--dotnet" });
        QVERIFY(all.scope == pipeglass::catalog::Scope::All);
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)

} // namespace tst_commandline

#include "tst_commandline.moc"
