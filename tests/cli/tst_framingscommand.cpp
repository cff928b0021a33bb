// SPDX-License-Identifier: MIT
#include "run.h"

#include <QJsonArray>

namespace tst_framingscommand {

using namespace pipeglass::test;

class TestFramingsCommand : public QObject {
    Q_OBJECT

    static QJsonArray array(const Run &run) { return QJsonDocument::fromJson(run.out.flushed).array(); }

private Q_SLOTS:
    void listsAll()
    {
        Run run({ "framings", "--json" });
        QCOMPARE(run.startAndFinish(), 0);
        const QJsonArray all = array(run);
        QCOMPARE(static_cast<size_t>(all.size()), run.framings.all().size());
        const QJsonObject first = all.first().toObject();
        QCOMPARE(first.keys().join(QLatin1Char(' ')), QStringLiteral("description encodes id title"));
        QCOMPARE(first.value(QStringLiteral("id")).toString(), QStringLiteral("int32le"));
        QCOMPARE(first.value(QStringLiteral("encodes")).toBool(), true);
        Run text({ "framings" });
        QCOMPARE(text.startAndFinish(), 0);
        QCOMPARE(static_cast<size_t>(text.out.lines().size()), run.framings.all().size());
    }

    void showsOne()
    {
        Run run({ "framings", "--show", "line/nul", "--json" });
        QCOMPARE(run.startAndFinish(), 0);
        QCOMPARE(array(run).size(), 1);
        QCOMPARE(array(run).first().toObject().value(QStringLiteral("id")).toString(), QStringLiteral("line/nul"));
        QCOMPARE(Run({ "framings", "--show", "lines" }).startAndFinish(), 2);
    }
};

QTEST_GUILESS_MAIN(TestFramingsCommand)

} // namespace tst_framingscommand

#include "tst_framingscommand.moc"
