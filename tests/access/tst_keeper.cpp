// SPDX-License-Identifier: MIT
#include "access/changes/keeper.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "support/testsocket.h"

#include <QSignalSpy>

#include <sys/stat.h>
#include <unistd.h>

namespace tst_keeper {

using namespace pipeglass;
using namespace pipeglass::access;
using namespace pipeglass::test;

FileMode modeAt(const QByteArray &path) { return readTarget(path)->facts.permissions.mode; }

class TestKeeper : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<PrivateDirectory>();
        m_state = std::make_unique<PrivateDirectory>();
        m_path = m_directory->filePath("CoreFxPipe_x");
        bindAgain();
        const Changer changer(Journal(m_state->path()), {});
        ChangeRequest request;
        request.wishes = { { true, { PrincipalKind::User, 61002 } } };
        const Result<Change> change = changer.apply(*plan(*readTarget(m_path), request), true);
        QVERIFY(change);
        m_wanted = readTarget(m_path)->facts.permissions;
        m_keeper =
            std::make_unique<Keeper>(Journal(m_state->path()), *Journal(m_state->path()).find(change->journalId));
        QVERIFY(m_keeper->start());
    }

    void cleanup()
    {
        m_keeper.reset();
        m_server.reset();
        m_directory.reset();
        m_state.reset();
    }

    void appliesAgain()
    {
        for (int i = 1; i <= 5; ++i) {
            bindAgain();
            QTRY_COMPARE(readTarget(m_path)->facts.permissions, m_wanted);
            QTRY_COMPARE(m_keeper->rule().repeats, static_cast<quint64>(i));
        }
        const auto entries = Journal(m_state->path()).read();
        QCOMPARE(entries->size(), size_t{ 1 });
        QCOMPARE(entries->front().repeats, quint64{ 5 });
        // The undo applies to the current file.
        QVERIFY(Changer(Journal(m_state->path()), {}).undo());
        QCOMPARE(modeAt(m_path), FileMode(0755));
    }

    void overridesAModeSetRightAfterBind()
    {
        bindAgain();
        QTRY_COMPARE(m_keeper->rule().repeats, quint64{ 1 });
        QCOMPARE(::chmod(m_path.constData(), 0700), 0);
        QTRY_COMPARE(readTarget(m_path)->facts.permissions, m_wanted);
        QCOMPARE(m_keeper->rule().repeats, quint64{ 1 });
    }

    void othersAreLeftAlone_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("another owner") << 0;
        QTest::newRow("a second name") << 1;
        QTest::newRow("a symbolic link") << 2;
        QTest::newRow("another name") << 3;
    }

    void othersAreLeftAlone()
    {
        QFETCH(int, what);
        if (::geteuid() != 0)
            QSKIP("only root can give files away");
        const QByteArray made = m_directory->filePath("made");
        const BoundSocket other(made);
        QCOMPARE(::chmod(made.constData(), 0711), 0);
        QCOMPARE(::unlink(m_path.constData()), 0);
        if (what == 0) {
            QCOMPARE(::chown(made.constData(), 61003, 0), 0);
            QCOMPARE(::rename(made.constData(), m_path.constData()), 0);
        } else if (what == 1) {
            QCOMPARE(::link(made.constData(), m_path.constData()), 0);
        } else if (what == 2) {
            QCOMPARE(::symlink(made.constData(), m_path.constData()), 0);
        }
        // The keeper handles events in order.
        const QByteArray left = what == 0 ? m_path : made;
        QTest::qWait(0);
        QCOMPARE(modeAt(left), FileMode(0711));
        ::unlink(m_path.constData());
        bindAgain();
        QTRY_COMPARE(m_keeper->rule().repeats, quint64{ 1 });
        if (what != 0)
            QCOMPARE(modeAt(made), FileMode(0711));
    }

    void endsWhenItIsUndone()
    {
        const QSignalSpy ended(m_keeper.get(), &Keeper::ended);
        QVERIFY(Changer(Journal(m_state->path()), {}).undo());
        bindAgain();
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(modeAt(m_path), FileMode(0755));
    }

    void endsWithItsDirectory()
    {
        const QSignalSpy ended(m_keeper.get(), &Keeper::ended);
        m_server.reset();
        QCOMPARE(::unlink(m_path.constData()), 0);
        QCOMPARE(::rmdir(m_directory->path().constData()), 0);
        QTRY_VERIFY(ended.count() >= 1);
    }

private:
    void bindAgain()
    {
        m_server.reset();
        ::unlink(m_path.constData());
        m_server = std::make_unique<BoundSocket>(m_path);
        ::chmod(m_path.constData(), 0755);
    }

    std::unique_ptr<PrivateDirectory> m_directory;
    std::unique_ptr<PrivateDirectory> m_state;
    std::unique_ptr<BoundSocket> m_server;
    std::unique_ptr<Keeper> m_keeper;
    QByteArray m_path;
    Permissions m_wanted;
};

QTEST_GUILESS_MAIN(TestKeeper)

} // namespace tst_keeper

#include "tst_keeper.moc"
