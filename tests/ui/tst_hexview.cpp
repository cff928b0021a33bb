// SPDX-License-Identifier: MIT
#include "hexview/hexview.h"
#include "support/testmain.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QScrollBar>

namespace tst_hexview {

using namespace pipeglass;
using ui::HexView;

class TestHexView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void copiesTheSelection()
    {
        HexView view;
        view.setBytes(QByteArray("test2\x00\xff", 7));
        QVERIFY(!view.hasSelection());
        view.copyHex();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("74 65 73 74 32 00 ff"));
        view.select(1, 3);
        view.copyHex();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("65 73 74"));
        view.copyText();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("est"));
        view.selectAll();
        view.copyText();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("test2\\x00\\xff"));
    }

    void keysMoveAndExtend()
    {
        HexView view;
        view.resize(700, 200);
        view.setBytes(QByteArray(100, 'a'));
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(view.selection().size(), 3);
        QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(view.selection().size(), 100);
        QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(view.selection().size(), 100);
    }

    void aLargePayloadIsDrawnLineByLine()
    {
        HexView view;
        view.resize(700, 300);
        view.setBytes(QByteArray(qsizetype{ 16 } << 20U, '\x5a'));
        view.show();
        QCOMPARE(view.verticalScrollBar()->maximum() + view.verticalScrollBar()->pageStep(), 1 << 20);
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum());
        QVERIFY(!view.grab().isNull());
    }

    void nothingIsFine()
    {
        HexView view;
        view.setBytes({});
        QTest::keyClick(&view, Qt::Key_Down);
        view.selectAll();
        QVERIFY(view.selection().isEmpty());
        QVERIFY(!view.grab().isNull());
    }
};

QTEST_MAIN(TestHexView)

} // namespace tst_hexview

#include "tst_hexview.moc"
