// SPDX-License-Identifier: MIT
#include "conversation/decodedview.h"
#include "hexview/hexview.h"
#include "support/testmain.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTreeView>

namespace tst_decodedview {

using namespace pipeglass;
using ui::DecodedView;
using ui::HexView;

class TestDecodedView : public QObject {
    Q_OBJECT

    decoding::DecoderRegistryPtr m_decoders = std::make_shared<const decoding::DecoderRegistry>();

private Q_SLOTS:
    void valueAndBytesMarkEachOther()
    {
        DecodedView view;
        view.setDecoders(m_decoders);
        view.resize(900, 300);
        view.show();
        const QByteArray payload = R"({"id":7,"list":["a","bc"]})";
        view.setPayload(payload, {});
        auto *tree = view.findChild<QTreeView *>();
        auto *hex = view.findChild<HexView *>();
        QTRY_COMPARE(tree->model()->rowCount(), 1);
        const QModelIndex root = tree->model()->index(0, 0);
        tree->setCurrentIndex(tree->model()->index(0, 0, root));
        QCOMPARE(hex->selection().toByteArray(), QByteArray("\"id\":7"));
        hex->mark(payload.indexOf("list"), 1);
        QTest::keyClick(hex, Qt::Key_Right);
        QCOMPARE(tree->currentIndex().data().toString(), QStringLiteral("list"));
        QCOMPARE(hex->selection().toByteArray(), QByteArray("i"));
        for (QAction *action : tree->actions()) {
            if (action->text() == QStringLiteral("Copy &value"))
                action->trigger();
        }
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("\"list\":[\"a\",\"bc\"]"));
    }

    void decodesOnlyWhileVisible()
    {
        DecodedView view;
        view.setDecoders(m_decoders);
        view.setPayload(QByteArray("[1]"), {});
        auto *tree = view.findChild<QTreeView *>();
        QTest::qWait(0);
        QCOMPARE(tree->model()->rowCount(), 0);
        view.show();
        QTRY_COMPARE(tree->model()->rowCount(), 1);
        view.setPayload(QByteArray("\x01"), {});
        QCOMPARE(tree->model()->rowCount(), 0);
    }
};

QTEST_MAIN(TestDecodedView)

} // namespace tst_decodedview

#include "tst_decodedview.moc"
