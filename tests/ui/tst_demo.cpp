// SPDX-License-Identifier: MIT
#include "conversation/conversationpanel.h"
#include "conversation/conversationtabs.h"
#include "demo/demobar.h"
#include "demo/demorun.h"
#include "pipes/pipespanel.h"
#include "support/testmain.h"
#include "ui/windowfixture.h"

#include <QImage>
#include <QPushButton>
#include <QSet>
#include <QTemporaryDir>

namespace tst_demo {

using namespace pipeglass;

class TestDemo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsAutomaticallyAndSavesAPicture()
    {
        const QTemporaryDir pictures;
        const QString picture = pictures.filePath(QStringLiteral("demo.png"));
        test::Window w;
        ui::DemoRun run(w.window, picture);
        QSignalSpy ended(&run, &ui::DemoRun::ended);
        run.start();
        QVERIFY(ended.count() == 1 || ended.wait(60'000));
        QCOMPARE(ended[0][0].toInt(), 0);
        const QImage image(picture);
        QVERIFY(image.width() > 800 && image.height() > 500);
        QSet<QRgb> colours;
        for (int x = 0; x < image.width(); x += 3) {
            for (int y = 0; y < image.height(); y += 3)
                colours.insert(image.pixel(x, y));
        }
        QVERIFY2(colours.size() > 50, "a picture with text has many shades");
    }

    void takesTheNextFreeName()
    {
        test::Window w;
        engine::HostRequest request;
        request.talk.framing = w.window.initialFraming();
        request.name = "pipe_test1";
        QSignalSpy opened(&w.window, &ui::MainWindow::conversationOpened);
        w.window.host(request);
        QTRY_COMPARE(opened.count(), 1);
        const QTemporaryDir pictures;
        ui::DemoRun run(w.window, pictures.filePath(QStringLiteral("demo.png")));
        QSignalSpy ended(&run, &ui::DemoRun::ended);
        run.start();
        QVERIFY(ended.count() == 1 || ended.wait(60'000));
        QCOMPARE(ended[0][0].toInt(), 0);
        QVERIFY(w.window.pipes().select(w.directory.filePath("CoreFxPipe_pipe_test2")));
    }

    void aPictureThatCannotBeWrittenIsAFailure()
    {
        test::Window w;
        ui::DemoRun run(w.window, QString::fromUtf8(w.directory.filePath("no/such/directory.png")));
        QSignalSpy ended(&run, &ui::DemoRun::ended);
        run.start();
        QVERIFY(ended.count() == 1 || ended.wait(60'000));
        QCOMPARE(ended[0][0].toInt(), 1);
    }

    void userStepsThroughTheDemonstration()
    {
        test::Window w;
        w.window.startDemo();
        const auto *bar = w.find<ui::DemoBar>("demoBar");
        auto *next = bar->findChild<QPushButton *>(QStringLiteral("demoNext"));
        for (const char *word : { "Host", "Attach", "Send" }) {
            QTRY_VERIFY(next->isVisible() && next->text().contains(QLatin1String(word)));
            QTest::mouseClick(next, Qt::LeftButton);
        }
        QTRY_VERIFY(bar->text().contains(QStringLiteral("was received")));
        QCOMPARE(w.window.conversations().count(), 2);
        QTest::mouseClick(bar->findChild<QPushButton *>(QStringLiteral("demoEnd")), Qt::LeftButton);
        QVERIFY(bar->isHidden());
        w.window.startDemo();
        QVERIFY(bar->isVisible());
    }
};

QTEST_MAIN(TestDemo)

} // namespace tst_demo

#include "tst_demo.moc"
