// SPDX-License-Identifier: MIT
#include "hexview/hexlayout.h"
#include "support/testmain.h"

namespace tst_hexlayout {

using pipeglass::ui::HexLayout;

class TestHexLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lines()
    {
        QCOMPARE(HexLayout(0).lines(), 0);
        QCOMPARE(HexLayout(1).lines(), 1);
        QCOMPARE(HexLayout(16).lines(), 1);
        QCOMPARE(HexLayout(17).lines(), 2);
        QCOMPARE(HexLayout(qsizetype{ 64 } << 20U).lines(), 4 << 20);
    }

    void everyByteIsFoundWhereItStands()
    {
        const HexLayout layout(40);
        for (int byte = 0; byte < 40; ++byte) {
            const int line = byte / HexLayout::bytesPerLine;
            const int inLine = byte % HexLayout::bytesPerLine;
            QCOMPARE(layout.byteAt(line, layout.hexColumn(inLine) + 0.5).value(), byte);
            QCOMPARE(layout.byteAt(line, layout.hexColumn(inLine) + 1.5).value(), byte);
            QCOMPARE(layout.byteAt(line, layout.textColumn(inLine) + 0.5).value(), byte);
        }
    }

    void outsideSelectsTheNearestByte()
    {
        QVERIFY(!HexLayout(0).byteAt(0, 0));
        QCOMPARE(HexLayout(20).byteAt(99, 999).value(), 19);
        QCOMPARE(HexLayout(20).byteAt(-1, -5).value(), 0);
        QCOMPARE(HexLayout(20).byteAt(1, 999).value(), 19);
    }

    void partsDoNotOverlap()
    {
        const HexLayout layout(0x20000);
        QVERIFY(layout.hexColumn(15) + 2 < layout.textColumn(0));
        QVERIFY(layout.offsetDigits() + 1 < layout.hexColumn(0));
        QCOMPARE(layout.columns(), layout.textColumn(0) + 16);
    }
};

QTEST_GUILESS_MAIN(TestHexLayout)

} // namespace tst_hexlayout

#include "tst_hexlayout.moc"
