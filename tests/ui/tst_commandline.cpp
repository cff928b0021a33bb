// SPDX-License-Identifier: MIT
#include "app/commandline.h"
#include "support/testmain.h"

namespace tst_commandline {

using namespace pipeglass::ui;
using Action = CommandLine::Action;

class TestCommandLine : public QObject {
    Q_OBJECT

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
        const CommandLine line = parseCommandLine(words.split(u' ', Qt::SkipEmptyParts));
        QCOMPARE(int(line.action), action);
        QCOMPARE(line.text.isEmpty(), line.action == Action::Run);
    }

    void values()
    {
        const CommandLine line =
            parseCommandLine({ QStringLiteral("--demo-picture"), QStringLiteral("a.png"), QStringLiteral("--dir"),
                               QStringLiteral("/x"), QStringLiteral("--dir=/y") });
        QVERIFY(line.demo);
        QCOMPARE(line.demoPicture, QStringLiteral("a.png"));
        QCOMPARE(line.directories, (std::vector<QByteArray>{ "/x", "/y" }));
        QVERIFY(!line.scope && !line.namespaces);
    }

    void whatIsOpened()
    {
        const CommandLine line =
            parseCommandLine({ QStringLiteral("a"), QStringLiteral("--host=jobs"), QStringLiteral("--record"),
                               QStringLiteral("r"), QStringLiteral("b") });
        QCOMPARE(line.files, (std::vector<QByteArray>{ "a", "b" }));
        QCOMPARE(line.host, "jobs");
        QCOMPARE(line.record, "r");
        QVERIFY(line.attach.isEmpty() && line.tap.isEmpty());
    }

    void whatIsListed()
    {
        const CommandLine dotNet = parseCommandLine({ QStringLiteral("--dotnet"), QStringLiteral("--namespaces") });
        QVERIFY(dotNet.scope == pipeglass::catalog::Scope::DotNet);
        QVERIFY(dotNet.namespaces);
        const CommandLine all = parseCommandLine({ QStringLiteral("--all"), QStringLiteral("--dotnet") });
        QVERIFY(all.scope == pipeglass::catalog::Scope::All);
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)

} // namespace tst_commandline

#include "tst_commandline.moc"
