// SPDX-License-Identifier: MIT
#include "compose/composebar.h"
#include "support/testmain.h"
#include "takingpart/editdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

namespace tst_composebar {

using namespace pipeglass;
using ui::ComposeBar;

class TestComposeBar : public QObject {
    Q_OBJECT

private:
    static QLineEdit *field(const ComposeBar &bar) { return bar.findChild<QLineEdit *>(QStringLiteral("field")); }

    static void setHex(const ComposeBar &bar)
    {
        bar.findChild<QComboBox *>(QStringLiteral("modeBox"))->setCurrentIndex(1);
    }

private Q_SLOTS:
    void enterSendsUtf8()
    {
        ComposeBar bar;
        QSignalSpy sent(&bar, &ComposeBar::sendRequested);
        field(bar)->setText(QStringLiteral("ä"));
        QTest::keyClick(field(bar), Qt::Key_Return);
        QCOMPARE(sent.count(), 1);
        QCOMPARE(sent[0][0].toByteArray(), QByteArray("\xc3\xa4"));
        QVERIFY(!sent[0][1].value<ConnectionId>().isValid());
    }

    void hexIsBytesOrAComplaint()
    {
        ComposeBar bar;
        setHex(bar);
        QSignalSpy sent(&bar, &ComposeBar::sendRequested);
        QSignalSpy complaints(&bar, &ComposeBar::errorOccurred);
        field(bar)->setText(QStringLiteral("05 0"));
        QTest::keyClick(field(bar), Qt::Key_Return);
        QCOMPARE(sent.count(), 0);
        QCOMPARE(complaints.count(), 1);
        field(bar)->setText(QStringLiteral("05 00 ff"));
        QTest::keyClick(field(bar), Qt::Key_Return);
        QCOMPARE(sent[0][0].toByteArray(), QByteArray("\x05\x00\xff", 3));
    }

    void valuesBecomeBytes()
    {
        ComposeBar bar;
        bar.setDecoders(std::make_shared<const decoding::DecoderRegistry>());
        bar.findChild<QToolButton *>(QStringLiteral("editButton"))->click();
        auto *dialog = bar.findChild<ui::EditDialog *>();
        auto *box = dialog->findChild<QComboBox *>();
        box->setCurrentIndex(box->findText(QStringLiteral("CBOR")));
        dialog->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("[1, 2]"));
        dialog->accept();
        QCOMPARE(field(bar)->text(), QStringLiteral("82 01 02"));
        QSignalSpy sent(&bar, &ComposeBar::sendRequested);
        bar.submit();
        QCOMPARE(sent[0][0].toByteArray(), QByteArray("\x82\1\2"));
    }

    void textStaysText()
    {
        ComposeBar bar;
        bar.setPayload("{\"a\": 1}");
        QCOMPARE(field(bar)->text(), QStringLiteral("{\"a\": 1}"));
        bar.setPayload("a\nb");
        QCOMPARE(field(bar)->text(), QStringLiteral("61 0a 62"));
    }

    void pastedTextArrivesWhole_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("shown") << 20'000;
        QTest::newRow("held") << 20'001;
        QTest::newRow("1 MiB") << (1 << 20);
        QTest::newRow("64 MiB") << (64 << 20);
    }

    void pastedTextArrivesWhole()
    {
        QFETCH(const int, size);
        QString text(size, u'x');
        text.back() = u'!';
        QApplication::clipboard()->setText(text);
        ComposeBar bar;
        QSignalSpy sent(&bar, &ComposeBar::sendRequested);
        QTest::keyClicks(field(bar), QStringLiteral("ab"));
        QTest::keyClick(field(bar), Qt::Key_Left);
        QTest::keyClick(field(bar), Qt::Key_V, Qt::ControlModifier);
        QTest::keyClick(field(bar), Qt::Key_Return);
        QCOMPARE(sent.count(), 1);
        QVERIFY(sent[0][0].toByteArray() == "a" + text.toLatin1() + "b");
        bar.accepted();
        QVERIFY(bar.text().isEmpty());
        QTest::keyClicks(field(bar), QStringLiteral("c"));
        QCOMPARE(bar.text(), QStringLiteral("c"));
        QApplication::clipboard()->clear();
    }

    void aLongTextCanBeDiscarded()
    {
        ComposeBar bar;
        bar.setText(QString(1 << 20, u'x'));
        QTest::keyClicks(field(bar), QStringLiteral("typed"));
        QCOMPARE(bar.text().size(), 1 << 20);
        QTest::keyClick(field(bar), Qt::Key_Escape);
        QVERIFY(bar.text().isEmpty());
    }

    void upAndDownWalkThroughWhatWasSent()
    {
        ComposeBar bar;
        for (const char *text : { "one", "two" }) {
            field(bar)->setText(QLatin1String(text));
            QTest::keyClick(field(bar), Qt::Key_Return);
            bar.accepted();
        }
        QCOMPARE(bar.text(), QString());
        field(bar)->setText(QStringLiteral("draft"));
        QTest::keyClick(field(bar), Qt::Key_Up);
        QCOMPARE(bar.text(), QStringLiteral("two"));
        QTest::keyClick(field(bar), Qt::Key_Up);
        QTest::keyClick(field(bar), Qt::Key_Up);
        QCOMPARE(bar.text(), QStringLiteral("one"));
        QTest::keyClick(field(bar), Qt::Key_Down);
        QTest::keyClick(field(bar), Qt::Key_Down);
        QCOMPARE(bar.text(), QStringLiteral("draft"));
    }

    void keepsTextTypedMeanwhile()
    {
        ComposeBar bar;
        field(bar)->setText(QStringLiteral("one"));
        QTest::keyClick(field(bar), Qt::Key_Return);
        field(bar)->setText(QStringLiteral("one more"));
        bar.accepted();
        QCOMPARE(bar.text(), QStringLiteral("one more"));
    }

    void recipientsKeepTheChoice()
    {
        ComposeBar bar;
        auto *box = bar.findChild<QComboBox *>(QStringLiteral("recipientBox"));
        QVERIFY(box->isHidden());
        bar.setRecipients(
            { { {}, QStringLiteral("all") }, { { 1 }, QStringLiteral("#1") }, { { 3 }, QStringLiteral("#3") } });
        box->setCurrentIndex(2);
        bar.setRecipients(
            { { {}, QStringLiteral("all") }, { { 3 }, QStringLiteral("#3") }, { { 4 }, QStringLiteral("#4") } });
        QCOMPARE(box->count(), 3);
        QCOMPARE(box->currentText(), QStringLiteral("#3"));
        bar.setRecipients({ { {}, QStringLiteral("all") }, { { 3 }, QStringLiteral("#3 named") } });
        QCOMPARE(box->currentText(), QStringLiteral("#3 named"));
        QSignalSpy sent(&bar, &ComposeBar::sendRequested);
        bar.submit();
        QCOMPARE(sent[0][1].value<ConnectionId>(), ConnectionId{ 3 });
    }

    void removedSelectionIsNotReplaced()
    {
        ComposeBar bar;
        auto *box = bar.findChild<QComboBox *>(QStringLiteral("recipientBox"));
        const ComposeBar::Recipient all{ {}, QStringLiteral("all") };
        const ComposeBar::Recipient one{ { 1 }, QStringLiteral("#1") };
        const ComposeBar::Recipient three{ { 3 }, QStringLiteral("#3") };
        bar.setRecipients({ all, one, { { 2 }, QStringLiteral("#2") } });
        box->setCurrentIndex(2);
        QSignalSpy sent(&bar, &ComposeBar::sendRequested);
        QSignalSpy errorOccurred(&bar, &ComposeBar::errorOccurred);
        for (const auto &left : { std::vector{ all, one }, std::vector{ all, one, three }, std::vector{ all } }) {
            bar.setRecipients(left);
            QCOMPARE(box->currentText(), QStringLiteral("#2 (gone)"));
            QVERIFY(!bar.findChild<QPushButton *>(QStringLiteral("sendButton"))->isEnabled());
            bar.submit();
            QCOMPARE(sent.count(), 0);
        }
        QCOMPARE(errorOccurred.count(), 3);
        bar.setRecipients({ all, one });
        box->setCurrentIndex(1);
        QCOMPARE(box->count(), 2);
        QVERIFY(bar.findChild<QPushButton *>(QStringLiteral("sendButton"))->isEnabled());
        bar.submit();
        QCOMPARE(sent[0][1].value<ConnectionId>(), ConnectionId{ 1 });
    }

    void blockedSaysWhy()
    {
        ComposeBar bar;
        QSignalSpy sent(&bar, &ComposeBar::sendRequested);
        bar.setBlocked(QStringLiteral("ended"));
        bar.submit();
        QCOMPARE(sent.count(), 0);
        QCOMPARE(field(bar)->placeholderText(), QStringLiteral("ended"));
        bar.setBlocked({});
        QVERIFY(field(bar)->isEnabled());
    }
};

QTEST_MAIN(TestComposeBar)

} // namespace tst_composebar

#include "tst_composebar.moc"
