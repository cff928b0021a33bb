// SPDX-License-Identifier: MIT
#include "palette/commandpalette.h"
#include "palette/fuzzymatch.h"
#include "pipes/pipespanel.h"
#include "support/testmain.h"
#include "support/testsocket.h"
#include "ui/windowfixture.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>

namespace tst_commandpalette {

using namespace pipeglass;
using ui::PaletteItem;
using ui::PaletteModel;

QStringList titles(const PaletteModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all += model.index(row).data().toString();
    return all;
}

std::vector<PaletteItem> items(const QStringList &all)
{
    std::vector<PaletteItem> made;
    for (const QString &one : all)
        made.push_back({ one, one, {}, {}, {}, [] {} });
    return made;
}

class TestCommandPalette : public QObject {
    Q_OBJECT

private:
    static ui::CommandPalette *open(test::Window &w)
    {
        if (!QTest::qWaitForWindowActive(&w.window))
            return nullptr;
        QTest::keyClick(&w.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        return w.window.findChild<ui::CommandPalette *>();
    }

    static void type(ui::CommandPalette *palette, const QString &text)
    {
        palette->findChild<QLineEdit *>()->setText(text);
    }

    static QModelIndex current(const ui::CommandPalette *palette)
    {
        return palette->findChild<QListView *>()->currentIndex();
    }

private Q_SLOTS:
    void matches_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("matches");
        QTest::newRow("nothing") << ""
                                 << "start" << true;
        QTest::newRow("part") << "art"
                              << "Start" << true;
        QTest::newRow("letters in order") << "hep"
                                          << "Host an echo pipe" << true;
        QTest::newRow("another order") << "peh"
                                       << "Host" << false;
        QTest::newRow("words in any order") << "echo host"
                                            << "Host an echo pipe" << true;
        QTest::newRow("one word does not") << "echo zebra"
                                           << "Host an echo pipe" << false;
        QTest::newRow("longer") << "hostess"
                                << "host" << false;
        QTest::newRow("Korean") << "파프"
                                << "파이프" << true;
    }

    void matches()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QFETCH(bool, matches);
        QCOMPARE(ui::FuzzyPattern(pattern).score(text.toCaseFolded()).has_value(), matches);
    }

    void theBestIsFirst_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("all");
        QTest::addColumn<QString>("best");
        QTest::newRow("begin of words") << "cp" << QStringLiteral("Recipe|Copy path|Capture").split(u'|')
                                        << "Copy path";
        QTest::newRow("adjacent") << "tap" << QStringLiteral("Start a pipe|Tap").split(u'|') << "Tap";
        QTest::newRow("whole name") << "orders" << QStringLiteral("old reader service|orders").split(u'|') << "orders";
    }

    void theBestIsFirst()
    {
        QFETCH(QString, pattern);
        QFETCH(QStringList, all);
        QFETCH(QString, best);
        PaletteModel model(items(all), {});
        model.setPattern(pattern);
        QCOMPARE(titles(model).first(), best);
    }

    void whatWasUsedLastComesFirst()
    {
        PaletteModel model(
            items(QStringLiteral("alpha|beta|gamma").split(u'|')), QStringLiteral("gamma|beta|unknown").split(u'|'));
        QCOMPARE(titles(model), (QStringLiteral("gamma|beta|alpha").split(u'|')));
    }

    void tenThousandPipes()
    {
        QStringList all;
        for (int number = 0; number < 10'000; ++number)
            all += QStringLiteral("service-with-a-long-name-%1").arg(number);
        PaletteModel model(items(all), {});
        QElapsedTimer clock;
        clock.start();
        for (const char *pattern : { "s", "sw", "swl", "swln9", "swln99", "swln999", "swln9999" })
            model.setPattern(QLatin1String(pattern));
        QCOMPARE(titles(model).first(), QStringLiteral("service-with-a-long-name-9999"));
        qInfo("one key: %lld ms", clock.elapsed() / 7);
    }

    void runsAnAction()
    {
        test::Window w;
        QSignalSpy triggered(w.find<QAction>("actionMaximise"), &QAction::triggered);
        auto *palette = open(w);
        QVERIFY(palette != nullptr);
        QPointer guard(palette);
        type(palette, QStringLiteral("maximise"));
        QTest::keyClick(palette->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_COMPARE(triggered.count(), 1);
        QTRY_VERIFY(guard.isNull());
    }

    void aDisabledActionSaysWhy()
    {
        test::Window w;
        auto *palette = open(w);
        QVERIFY(palette != nullptr);
        type(palette, QStringLiteral("attach"));
        QCOMPARE(current(palette).data().toString(), QStringLiteral("Attach"));
        QCOMPARE(
            current(palette).data(PaletteModel::DetailRole).toString(),
            QStringLiteral("Choose a pipe in the list first"));
        QTest::keyClick(palette->findChild<QLineEdit *>(), Qt::Key_Return);
        QVERIFY(palette->isVisible());
        QPointer guard(palette);
        QTest::keyClick(palette->findChild<QLineEdit *>(), Qt::Key_Escape);
        QTRY_VERIFY(guard.isNull());
    }

    void goesToAPipe()
    {
        test::Window w;
        test::makeStaleSocket(w.directory.filePath("CoreFxPipe_alpha"));
        test::makeStaleSocket(w.directory.filePath("CoreFxPipe_omega"));
        QTRY_VERIFY(w.window.pipes().select(w.directory.filePath("CoreFxPipe_alpha")));
        QTRY_VERIFY(w.window.pipes().select(w.directory.filePath("CoreFxPipe_omega")));
        QVERIFY(w.window.pipes().select(w.directory.filePath("CoreFxPipe_alpha")));
        w.find<QAction>("actionGoToProcesses")->trigger();
        auto *palette = open(w);
        QVERIFY(palette != nullptr);
        type(palette, QStringLiteral("omga"));
        QTest::keyClick(palette->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_COMPARE(w.window.pipes().current()->name(), QByteArray("omega"));
        QVERIFY(w.window.pipes().isVisible());
    }

    void arrowsChoose()
    {
        test::Window w;
        auto *palette = open(w);
        QVERIFY(palette != nullptr);
        type(palette, QStringLiteral("go"));
        auto *field = palette->findChild<QLineEdit *>();
        QTest::keyClick(field, Qt::Key_Down);
        QCOMPARE(current(palette).row(), 1);
        QTest::keyClick(field, Qt::Key_Up);
        QCOMPARE(current(palette).row(), 0);
    }
};

QTEST_MAIN(TestCommandPalette)

} // namespace tst_commandpalette

#include "tst_commandpalette.moc"
