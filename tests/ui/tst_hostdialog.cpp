// SPDX-License-Identifier: MIT
#include "app/settings.h"
#include "app/workers.h"
#include "engine/engine.h"
#include "host/hostdialog.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "widgets/elidedlabel.h"
#include "widgets/messagebar.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace tst_hostdialog {

using namespace pipeglass;

class TestHostDialog : public QObject {
    Q_OBJECT

    ui::Settings m_settings{ QString() };
    framing::FramingRegistry m_framings;

private:
    test::PrivateDirectory m_directory;

    /// A stale socket file.
    void leaveStale(const QByteArray &path)
    {
        const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        memcpy(address.sun_path, path.constData(), static_cast<size_t>(path.size()));
        QCOMPARE(::bind(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        ::close(fd);
    }

    static QPushButton *start(const ui::HostDialog &dialog)
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }

private Q_SLOTS:
    void saysWhereAndWhoBeforeItStarts()
    {
        ui::Workers workers({ { m_directory.path() } });
        ui::HostDialog dialog(workers.engine(), m_settings, m_framings);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY(!start(dialog)->isEnabled());
        dialog.setName(QStringLiteral("mine"));
        QVERIFY(start(dialog)->isEnabled());
        QCOMPARE(
            dialog.findChild<ui::ElidedLabel *>(QStringLiteral("path"))->fullText(),
            QString::fromUtf8(m_directory.filePath("CoreFxPipe_mine")));
        auto *mode = dialog.findChild<QComboBox *>(QStringLiteral("mode"));
        const auto *access = dialog.findChild<QLabel *>(QStringLiteral("access"));
        QVERIFY(access->text().startsWith(QStringLiteral("Only ")));
        mode->setEditText(QStringLiteral("0666"));
        QCOMPARE(access->text(), QStringLiteral("Everyone can connect."));
        mode->setEditText(QStringLiteral("rwx"));
        QVERIFY(!start(dialog)->isEnabled());
        mode->setEditText(QStringLiteral("0600"));
        dialog.setName(QString(200, u'a'));
        QVERIFY(!start(dialog)->isEnabled());
    }

    void asksBeforeItReplacesADeadOne()
    {
        const QByteArray path = m_directory.filePath("CoreFxPipe_old");
        leaveStale(path);
        ui::Workers workers({ { m_directory.path() } });
        QSignalSpy opened(&workers.engine(), &engine::Engine::opened);
        QPointer<ui::HostDialog> dialog = new ui::HostDialog(workers.engine(), m_settings, m_framings);
        dialog->show();
        dialog->setName(QStringLiteral("old"));
        QTest::mouseClick(start(*dialog), Qt::LeftButton);
        const auto *bar = dialog->findChild<ui::MessageBar *>();
        QTRY_VERIFY(bar->text().contains(QStringLiteral("Replace it?")));
        QCOMPARE(opened.count(), 0);
        QTest::mouseClick(bar->findChild<QPushButton *>(QStringLiteral("messageAnswer")), Qt::LeftButton);
        QTRY_COMPARE(opened.count(), 1);
        QTRY_VERIFY(dialog.isNull());
        QSignalSpy finished(&workers, &ui::Workers::finished);
        workers.shutDown();
        QVERIFY(finished.wait(10'000));
        QVERIFY(!QFileInfo::exists(QString::fromUtf8(path)));
    }

    void staysWithTheErrorOfALiveOne()
    {
        ui::Workers workers({ { m_directory.path() } });
        engine::HostRequest request;
        request.name = "live";
        request.talk.framing = { m_framings.defaultFraming(), m_framings.defaultFraming() };
        QSignalSpy opened(&workers.engine(), &engine::Engine::opened);
        workers.engine().open(engine::Engine::newTicket(), request);
        QTRY_COMPARE(opened.count(), 1);
        ui::HostDialog dialog(workers.engine(), m_settings, m_framings);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        dialog.setName(QStringLiteral("live"));
        QTest::mouseClick(start(dialog), Qt::LeftButton);
        QTRY_VERIFY(dialog.findChild<ui::MessageBar *>()->text().contains(QStringLiteral("in use")));
        QVERIFY(dialog.isVisible());
        QVERIFY(start(dialog)->isEnabled());
    }
};

QTEST_MAIN(TestHostDialog)

} // namespace tst_hostdialog

#include "tst_hostdialog.moc"
