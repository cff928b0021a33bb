// SPDX-License-Identifier: MIT
#include "catalog/namespaces/namespacelabel.h"
#include "catalog/processes/dotnetprocesses.h"
#include "support/testmain.h"

namespace tst_namespacelabel {

using namespace pipeglass::catalog;

class TestNamespaceLabel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void label_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("label");
        const QByteArray id(64, 'a');
        const QString shown = QString(12, QLatin1Char('a'));
        QTest::newRow("nothing") << QByteArray() << QString();
        QTest::newRow("root") << QByteArray("0::/\n") << QString();
        QTest::newRow("garbage") << QByteArray("\xff:\n::\n:") << QString();
        QTest::newRow("unit") << QByteArray("0::/system.slice/foo.service\n") << QStringLiteral("foo.service");
        QTest::newRow("inside a unit") << QByteArray("0::/system.slice/a.service/sub") << QStringLiteral("a.service");
        QTest::newRow("user's manager") << QByteArray("0::/user.slice/user-1.slice/user@1.service/init.scope")
                                        << QString();
        QTest::newRow("user's unit") << QByteArray("0::/user.slice/user@1.service/app.slice/x.service")
                                     << QStringLiteral("x.service");
        QTest::newRow("docker, systemd") << "0::/system.slice/docker-" + id + ".scope\n"
                                         << QStringLiteral("docker ") + shown;
        QTest::newRow("docker, cgroupfs") << "12:pids:/docker/" + id + "\n" << QStringLiteral("docker ") + shown;
        QTest::newRow("podman") << "0::/machine.slice/libpod-" + id + ".scope/container"
                                << QStringLiteral("podman ") + shown;
        QTest::newRow("flatpak") << QByteArray("0::/user.slice/app-flatpak-org.example.App-42.scope")
                                 << QStringLiteral("flatpak org.example.App");
        QTest::newRow("hostile") << QByteArray("0::/a\x1b.service") << QStringLiteral("a\\x1b.service");
    }

    void label()
    {
        QFETCH(QByteArray, text);
        QTEST(namespaceLabel(text), "label");
    }

    void temporaryDirectoryOfAProcess()
    {
        QCOMPARE(temporaryDirectoryFrom(QByteArrayView("A=1\0TMPDIR=/x y\0B=2\0", 20)), QByteArray("/x y"));
        QCOMPARE(temporaryDirectoryFrom(QByteArrayView("XTMPDIR=/x\0TMPDIR", 17)), QByteArray());
        QCOMPARE(temporaryDirectoryFrom({}), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestNamespaceLabel)

} // namespace tst_namespacelabel

#include "tst_namespacelabel.moc"
