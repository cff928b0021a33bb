// SPDX-License-Identifier: MIT
#include "access/changes/plan.h"
#include "access/changes/shellcommand.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QProcess>
#include <QStandardPaths>

#include <fcntl.h>
#include <sys/stat.h>

namespace tst_shellcommand {

using namespace pipeglass;
using namespace pipeglass::access;
using namespace pipeglass::test;

bool runs(const QString &command)
{
    return QProcess::execute(QStringLiteral("sh"), { QStringLiteral("-c"), command }) == 0;
}

Permissions now(const QByteArray &path) { return readTarget(path)->facts.permissions; }

class TestShellCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void worksForAnyName_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("plain") << QByteArray("CoreFxPipe_x");
        QTest::newRow("blank") << QByteArray("a b  c");
        QTest::newRow("quotes") << QByteArray("it's \"so\" `id` $(id) $HOME");
        QTest::newRow("backslash") << QByteArray("a\\nb\\");
        QTest::newRow("line feed") << QByteArray("a\nb");
        QTest::newRow("line feeds at the end") << QByteArray("a\n\n");
        QTest::newRow("no utf-8") << QByteArray("a\xff\xfe'b");
        QTest::newRow("escape") << QByteArray("a\x1b[2Jb%s%%");
        QTest::newRow("bidi") << QByteArray("a\xe2\x80\xae"
                                            "b");
        QTest::newRow("umlaut") << QByteArray("gr\xc3\xbc\xc3\x9f");
        QTest::newRow("dash") << QByteArray("-rf");
    }

    void worksForAnyName()
    {
        QFETCH(QByteArray, name);
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath(name);
        const BoundSocket server(path);
        QCOMPARE(::chmod(path.constData(), 0600), 0);
        Permissions after = now(path);
        after.acl = Acl::fromMode(FileMode(0662));
        after.mode = FileMode(0662);
        ShellCommand command;
        command.change(path, now(path), after);
        for (const QChar c : command.text())
            QVERIFY2(c.isPrint(), qPrintable(command.text()));
        QVERIFY2(runs(command.text()), qPrintable(command.text()));
        QCOMPARE(now(path).mode, FileMode(0662));
    }

    /// The command does what the preview says, for all kinds of ACLs and modes.
    void doesWhatThePreviewSays_data()
    {
        QTest::addColumn<QByteArray>("wish");
        QTest::addColumn<bool>("allow");
        QTest::addColumn<int>("mode");
        for (const int mode : { 0600, 0755, 0775, 0602, 0666 }) {
            for (const char *wish : { "user:61001", "group:62001", "everyone" }) {
                for (const bool allow : { true, false })
                    QTest::addRow("%o %s %d", static_cast<unsigned>(mode), wish, allow)
                        << QByteArray(wish) << allow << mode;
            }
        }
    }

    void doesWhatThePreviewSays()
    {
        QFETCH(QByteArray, wish);
        QFETCH(bool, allow);
        QFETCH(int, mode);
        if (QStandardPaths::findExecutable(QStringLiteral("setfacl")).isEmpty())
            QSKIP("setfacl is not installed");
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("pipe");
        const BoundSocket server(path);
        QCOMPARE(::chmod(path.constData(), static_cast<mode_t>(mode)), 0);
        // Twice: first without ACL, then with the ACL of the first round, reduced by chmod.
        for (int round = 0; round < 2; ++round) {
            ChangeRequest request;
            request.wishes = { { allow, *parsePrincipal(wish) } };
            const Result<Preview> preview = plan(*readTarget(path), request);
            QVERIFY(preview);
            if (preview->changesAnything())
                QVERIFY2(runs(preview->command), qPrintable(preview->command));
            QCOMPARE(now(path).acl.text(), preview->after.acl.text());
            QCOMPARE(now(path), preview->after);
            QCOMPARE(::chmod(path.constData(), 0700), 0);
        }
    }

    void wholeListsAndBack()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("setfacl")).isEmpty())
            QSKIP("setfacl is not installed");
        const PrivateDirectory directory;
        const QByteArray path = directory.filePath("pipe");
        const BoundSocket server(path);
        const Permissions plain = now(path);
        Permissions listed = plain;
        listed.acl.set({ PrincipalKind::User, 61001 }, 6);
        listed.acl.set({ PrincipalKind::Group, 62001 }, 6);
        listed.acl.mask = 6;
        Permissions fewer = listed;
        fewer.acl.remove({ PrincipalKind::User, 61001 });
        Permissions last = plain;
        for (const Permissions &next : { listed, fewer, plain }) {
            ShellCommand command;
            command.change(path, last, next);
            QVERIFY2(runs(command.text()), qPrintable(command.text()));
            QCOMPARE(now(path).acl.text(), next.acl.text());
            last = next;
        }
    }
};

QTEST_GUILESS_MAIN(TestShellCommand)

} // namespace tst_shellcommand

#include "tst_shellcommand.moc"
