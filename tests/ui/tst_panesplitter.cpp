// SPDX-License-Identifier: MIT
#include "conversation/conversationtabs.h"
#include "pipes/pipespanel.h"
#include "support/testmain.h"
#include "ui/windowfixture.h"
#include "widgets/panesplitter.h"

#include <QAction>
#include <QLineEdit>
#include <QTabWidget>

namespace tst_panesplitter {

using namespace pipeglass;
using ui::PaneSplitter;

class TestPaneSplitter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void doubleClickHidesAndShows()
    {
        PaneSplitter panes(Qt::Horizontal);
        auto *first = new QLineEdit;
        auto *second = new QLineEdit;
        panes.addWidget(first);
        panes.addWidget(second);
        panes.resize(300, 300);
        panes.show();
        panes.setSizes({ 100, 190 });
        const QList<int> before = panes.sizes();
        second->setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), second);
        QTest::mouseDClick(panes.handle(1), Qt::LeftButton);
        QVERIFY(panes.isPaneHidden(1));
        QVERIFY(!panes.isPaneHidden(0));
        QTRY_COMPARE(QApplication::focusWidget(), first);
        QTest::mouseDClick(panes.handle(1), Qt::LeftButton);
        QCOMPARE(panes.sizes(), before);
        panes.showOnly(second);
        QVERIFY(panes.isPaneHidden(0));
        QVERIFY(panes.hasHiddenPanes());
        first->clearFocus();
        first->setFocus(); // by the Tab key, or because it shows something
        QTRY_VERIFY(!panes.isPaneHidden(0));
        QCOMPARE(panes.sizes(), before);
        panes.setSizes({ 0, 290 }); // like a saved state
        panes.reveal(first);
        QVERIFY(panes.sizes().at(0) > 50);
    }

    void onePaneAlone_data()
    {
        QTest::addColumn<QByteArray>("focus");
        QTest::addColumn<QByteArray>("pane");
        QTest::newRow("list") << QByteArray("list") << QByteArray("places");
        QTest::newRow("overview") << QByteArray("attachButton") << QByteArray("aspects");
        QTest::newRow("conversation") << QByteArray("field") << QByteArray("tabs");
    }

    void onePaneAlone()
    {
        QFETCH(QByteArray, focus);
        QFETCH(QByteArray, pane);
        test::Window w;
        engine::HostRequest request;
        request.talk.framing = w.window.initialFraming();
        request.name = "one";
        QSignalSpy opened(&w.window, &ui::MainWindow::conversationOpened);
        w.window.host(request);
        QTRY_COMPARE(opened.count(), 1);
        QTRY_VERIFY(w.find<QWidget>("attachButton")->isEnabled());
        w.window.attach(w.window.pipes().current());
        QTRY_COMPARE(opened.count(), 2);
        auto *alone = w.find<QWidget>(pane.constData());
        auto *down = w.find<PaneSplitter>("down");
        auto *across = w.find<PaneSplitter>("across");
        auto *current = w.window.conversations().currentWidget()->findChild<QWidget *>(QLatin1String(focus));
        (current != nullptr ? current : w.find<QWidget>(focus.constData()))->setFocus();
        const auto sizes = [&] { return down->sizes() + across->sizes(); };
        const QList<int> before = sizes();
        w.find<QAction>("actionMaximise")->trigger();
        QVERIFY(alone->width() > w.window.width() - 30);
        QVERIFY(alone->height() > w.window.height() - 120);
        w.find<QAction>("actionMaximise")->trigger();
        QCOMPARE(sizes(), before);
    }

    void stayAsThePersonSetThem()
    {
        test::Window w;
        engine::HostRequest request;
        request.talk.framing = w.window.initialFraming();
        request.name = "one";
        QSignalSpy opened(&w.window, &ui::MainWindow::conversationOpened);
        w.window.host(request);
        QTRY_COMPARE(opened.count(), 1);
        auto *down = w.find<PaneSplitter>("down");
        auto *across = w.find<PaneSplitter>("across");
        w.window.resize(900, 600);
        across->setSizes({ 560, 310 });
        down->setSizes({ 200, 300 });
        QTest::qWait(0);
        const auto sizes = [&] { return down->sizes() + across->sizes(); };
        const QList<int> before = sizes();
        QTRY_VERIFY(w.find<QAction>("actionAccess")->isEnabled());
        w.find<QAction>("actionAccess")->trigger();
        QTRY_VERIFY(w.find<QWidget>("permissionEditor")->isEnabled());
        QTest::keyClick(w.find<QWidget>("othersCan"), Qt::Key_Space);
        QTRY_VERIFY(w.find<QWidget>("preview")->isVisible());
        QTest::qWait(50);
        QCOMPARE(sizes(), before);
    }
};

QTEST_MAIN(TestPaneSplitter)

} // namespace tst_panesplitter

#include "tst_panesplitter.moc"
