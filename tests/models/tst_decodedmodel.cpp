// SPDX-License-Identifier: MIT
#include "models/conversation/decodedmodel.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>

namespace tst_decodedmodel {

using namespace pipeglass;
using models::DecodedModel;
using models::DecodedTree;

class TestDecodedModel : public QObject {
    Q_OBJECT

    decoding::DecoderRegistry m_decoders;

    void show(DecodedModel &model, const QByteArray &payload)
    {
        model.setTree(DecodedTree(m_decoders.decode(payload, {})));
    }
    static QString cell(const QModelIndex &index, int column)
    {
        return index.siblingAtColumn(column).data().toString();
    }

private Q_SLOTS:
    void isAValidModel()
    {
        DecodedModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        show(model, R"({"a":[1,{"b":null}],"c":"text"})");
        show(model, "not json");
        model.setTree({});
        QCOMPARE(model.rowCount(), 0);
    }

    void cells()
    {
        DecodedModel model;
        show(
            model,
            R"({"a":[1,2],"c":"my)"
            "\xff"
            R"(xt"})");
        const QModelIndex root = model.index(0, 0);
        QCOMPARE(cell(root, DecodedModel::Name), QStringLiteral("json"));
        QCOMPARE(cell(root, DecodedModel::Value), QStringLiteral("2 values"));
        const QModelIndex text = model.index(1, 0, root);
        QCOMPARE(cell(text, DecodedModel::Name), QStringLiteral("c"));
        QCOMPARE(cell(text, DecodedModel::Value), QStringLiteral("my\\xffxt"));
        QCOMPARE(cell(text, DecodedModel::Type), QStringLiteral("string"));
        QCOMPARE(cell(text, DecodedModel::Bytes), QStringLiteral("11\u201321"));
    }

    void valueAtByteAndPath()
    {
        DecodedModel model;
        const QByteArray payload = R"({"a":{"b":[10,20]}})";
        show(model, payload);
        QCOMPARE(model.path(model.valueAtByte(payload.indexOf("20"))), QStringLiteral("a.b[1]"));
        QCOMPARE(model.path(model.valueAtByte(payload.indexOf("\"b"))), QStringLiteral("a.b"));
        QCOMPARE(model.path(model.valueAtByte(0)), QString());
        QVERIFY(!model.valueAtByte(payload.size()).isValid());
    }
};

QTEST_GUILESS_MAIN(TestDecodedModel)

} // namespace tst_decodedmodel

#include "tst_decodedmodel.moc"
