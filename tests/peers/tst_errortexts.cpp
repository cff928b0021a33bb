// SPDX-License-Identifier: MIT
#include "doctor/errors/dotneterror.h"
#include "program.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <set>

#include <sys/stat.h>

namespace tst_errortexts {

using namespace pipeglass;
using namespace pipeglass::test;

struct Case {
    QByteArray key;
    QByteArray path; ///< "-": need not be named
    QByteArray text;
};

/// Reads "=== KEY PATH", the text, ... "===".
std::vector<Case> casesIn(const QByteArray &output)
{
    std::vector<Case> cases;
    for (const QByteArray &line : output.split('\n')) {
        if (line.startsWith("=== ")) {
            const qsizetype blank = line.indexOf(' ', 4);
            cases.push_back({ line.sliced(4, blank - 4), line.sliced(blank + 1), {} });
        } else if (!cases.empty() && line != "===") {
            cases.back().text += line + '\n';
        }
    }
    return cases;
}

/// Texts of exceptions as the installed .NET makes them.
class TestErrorTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachIsRecognized()
    {
        const PrivateDirectory directory;
        QCOMPARE(::chmod(directory.path().constData(), 0711), 0);
        const std::vector<Case> cases = casesIn(startPeer({ "error-texts" })->finish());
        QVERIFY2(cases.size() >= 20, QByteArray::number(quint64{ cases.size() }).constData());
        std::set<QByteArray> kinds;
        for (const Case &one : cases) {
            const auto error = doctor::findDotNetError(QString::fromUtf8(one.text));
            QVERIFY2(error, one.text.constData());
            QVERIFY2(word(error->id) == QLatin1String(one.key), one.text.constData());
            if (one.path != "-")
                QCOMPARE(error->path, one.path);
            kinds.insert(one.key);
        }
        QVERIFY(kinds.size() >= 17);
    }

    void theCommandToo()
    {
        const PrivateDirectory directory;
        QCOMPARE(::chmod(directory.path().constData(), 0711), 0);
        const std::vector<Case> cases = casesIn(startPeer({ "error-texts" })->finish());
        const auto refused =
            std::find_if(cases.begin(), cases.end(), [](const Case &one) { return one.key == "connection-refused"; });
        QVERIFY(refused != cases.end());
        const ProgramPtr command = startPipeglass({ "explain", "--json" });
        command->feed("12:00:01 fail: Worker[0]\n" + refused->text + "12:00:02 info: next\n");
        const QJsonObject answer = QJsonDocument::fromJson(command->finish()).object();
        QCOMPARE(command->exitCode(), 0);
        QCOMPARE(answer[QLatin1String("id")].toString(), QStringLiteral("connection-refused"));
        QCOMPARE(answer[QLatin1String("pipe")].toString(), QStringLiteral("bound"));
        QCOMPARE(answer[QLatin1String("path")].toString().toUtf8(), refused->path);
    }
};

PIPEGLASS_PEER_TEST_MAIN(TestErrorTexts)

} // namespace tst_errortexts

#include "tst_errortexts.moc"
