// SPDX-License-Identifier: MIT
#include "cli/whocanconnect.h"

#include <QTest>

using namespace pipeglass;
using namespace pipeglass::cli;

class TestWhoCanConnect : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysIt_data()
    {
        QTest::addColumn<quint32>("mode");
        QTest::addColumn<QString>("ofAda");
        QTest::addColumn<QString>("ofRoot");
        const auto row = [](const char *name, quint32 mode, const char *ofAda, const char *ofRoot) {
            QTest::newRow(name) << mode << QString::fromUtf8(ofAda) << QString::fromUtf8(ofRoot);
        };
        row("0755", 0755, "Only ada and root can connect.", "Only root can connect.");
        row("0600", 0600, "Only ada and root can connect.", "Only root can connect.");
        row("0555", 0555, "Only root can connect.", "Only root can connect.");
        row("0660", 0660, "Only ada, members of group staff and root can connect.",
            "Only root and members of group staff can connect.");
        row("0020", 0020, "Only root and members of group staff can connect, but not ada.",
            "Only root and members of group staff can connect.");
        row("0666", 0666, "Everybody can connect.", "Everybody can connect.");
        row("0777", 0777, "Everybody can connect.", "Everybody can connect.");
        row("0606", 0606, "Everybody but members of group staff can connect.",
            "Everybody but members of group staff can connect.");
        row("0066", 0066, "Everybody but ada can connect.", "Everybody can connect.");
        row("0002", 0002, "Everybody but ada and members of group staff can connect.",
            "Everybody but members of group staff can connect.");
    }

    void saysIt()
    {
        QFETCH(quint32, mode);
        QFETCH(QString, ofAda);
        QFETCH(QString, ofRoot);
        const QString group = QStringLiteral("staff");
        QCOMPARE(whoCanConnect(FileMode(mode), QStringLiteral("ada"), group), ofAda);
        QCOMPARE(whoCanConnect(FileMode(mode), QStringLiteral("root"), group), ofRoot);
    }
};

QTEST_GUILESS_MAIN(TestWhoCanConnect)
#include "tst_whocanconnect.moc"
