// SPDX-License-Identifier: MIT
#include "capture/recording.h"
#include "formats/formatdialog.h"
#include "formats/formatfiles.h"
#include "formats/formatstore.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"
#include "widgets/framingbox.h"
#include "widgets/messagebar.h"
#include "widgets/sourceeditor.h"

#include <QPushButton>
#include <QTreeView>
#include <QTreeWidget>

namespace tst_formatdialog {

using namespace pipeglass;
using ui::FormatDialog;

/// The editor of formats, with its preview of a conversation.
class TestFormatDialog : public QObject {
    Q_OBJECT

    framing::FramingRegistry m_framings;

    static capture::MessageListPtr recording()
    {
        const capture::RecordingPtr recording = capture::Recording::create().value();
        capture::ConnectionInfo info;
        info.pipe = "/tmp/CoreFxPipe_jobs";
        const ConnectionId connection = recording->addConnection(info).value();
        const auto add = [&](Side from, const QByteArray &wire) {
            capture::Record record;
            record.connection = connection;
            record.from = from;
            record.wire = wire;
            (void)recording->append(record);
        };
        add(Side::Client, QByteArray("\2\7A", 3));
        add(Side::Server, QByteArray("\2\1B\2\2C\2", 7));
        add(Side::Client, QByteArray("\2\x09Z", 3));
        return recording;
    }

    /// Name of the first value of a message.
    static QString treeRoot(const decoding::DecoderRegistry &decoders)
    {
        const decoding::Decoding decoding = decoders.decode(QByteArray("\7A", 2), { "bytes2", Side::Client });
        return decoding.tree.nodes.size() < 2 ? QString() : decoding.tree.nodes[1].name;
    }

    static constexpr const char *described = "format bytes2;\n"
                                             "frame { size: u8; payload: bytes[size]; }\n"
                                             "message { number: u8; letter: utf8[1]; }\n";

private Q_SLOTS:
    void previewsWhatIsTyped()
    {
        FormatDialog dialog(m_framings, recording(), *m_framings.defaultFraming());
        auto *editor = dialog.findChild<ui::SourceEditor *>(QStringLiteral("formatText"));
        auto *problem = dialog.findChild<QPushButton *>(QStringLiteral("formatProblem"));
        auto *use = dialog.findChild<QPushButton *>(QStringLiteral("useFormat"));
        auto *frames = dialog.findChild<QTreeWidget *>(QStringLiteral("formatFrames"));
        QVERIFY(editor->toPlainText().contains(QStringLiteral("format my-int32le;"))); // the framing in use
        dialog.show();
        dialog.setText(QString::fromLatin1(described));
        QTRY_COMPARE(frames->topLevelItemCount(), 5); // with the incomplete one
        QVERIFY(problem->isHidden());
        QVERIFY(use->isEnabled());
        QCOMPARE(frames->topLevelItem(1)->text(1), QStringLiteral("3")); // its offset
        auto *values = dialog.findChild<QTreeView *>(QStringLiteral("decodedValues"));
        frames->setCurrentItem(frames->topLevelItem(1));
        QTRY_COMPARE(values->model()->index(0, 0).data().toString(), QStringLiteral("bytes2"));
        const QModelIndex root = values->model()->index(0, 0);
        QCOMPARE(values->model()->index(1, 0, root).siblingAtColumn(1).data().toString(), QStringLiteral("Z"));

        dialog.setText(QStringLiteral("format bytes2;\nframe { size: u9; }\n"));
        QTRY_VERIFY(!problem->isHidden());
        QVERIFY2(problem->text().contains(QStringLiteral("Line 2, column 15")), qPrintable(problem->text()));
        QVERIFY(!use->isEnabled());
        problem->click();
        QCOMPARE(editor->textCursor().blockNumber(), 1);
        QCOMPARE(editor->textCursor().positionInBlock(), 14);
    }

    void isUsed()
    {
        auto *dialog = new FormatDialog(m_framings, recording(), *m_framings.find("line"));
        framing::FramingPtr used;
        connect(dialog, &FormatDialog::used, this, [&](const framing::FramingPtr &framing) { used = framing; });
        dialog->show();
        dialog->setText(QString::fromLatin1(described));
        dialog->findChild<QPushButton *>(QStringLiteral("useFormat"))->click();
        QVERIFY(used != nullptr);
        QCOMPARE(used->id(), QByteArray("bytes2"));
        QCOMPARE(used->makeFramer(Side::Client)->feed(QByteArray("\1a")).size(), size_t{ 1 });
    }

    void isInMenusWhenItIsSaved()
    {
        const test::PrivateDirectory directory;
        const QByteArray before = qgetenv("XDG_CONFIG_HOME");
        qputenv("XDG_CONFIG_HOME", directory.path());
        const auto store = std::make_shared<const formats::FormatStore>();
        const framing::FramingRegistry framings(store);
        const decoding::DecoderRegistry decoders(store);
        ui::FramingBox box;
        box.setFramings(framings);
        box.show();
        FormatDialog dialog(framings, recording(), *framings.defaultFraming());
        dialog.setText(QString::fromLatin1(described));
        dialog.saveFile(ui::userFormatDirectory() + QStringLiteral("/bytes2.pgf"));
        const auto *bar = dialog.findChild<ui::MessageBar *>();
        QVERIFY2(bar->text().contains(QStringLiteral("in the menus")), qPrintable(bar->text()));
        QVERIFY(framings.find("bytes2") != nullptr);
        QCOMPARE(framings.raw()->id(), QByteArray("raw"));
        QCOMPARE(framings.all().back()->id(), QByteArray("raw"));
        QCOMPARE(box.findData(QByteArray("bytes2")), -1);
        box.hide();
        box.show();
        QCOMPARE(box.findData(QByteArray("bytes2")), box.count() - 2);
        QCOMPARE(treeRoot(decoders), QStringLiteral("number"));
        // Saved again, it is the new one.
        dialog.setText(QString::fromLatin1(described).replace(QStringLiteral("number"), QStringLiteral("count")));
        dialog.saveFile(ui::userFormatDirectory() + QStringLiteral("/bytes2.pgf"));
        QCOMPARE(framings.all().size(), static_cast<size_t>(box.count()));
        QCOMPARE(treeRoot(decoders), QStringLiteral("count"));
        // One with a name that is taken is not.
        dialog.setText(QStringLiteral("format line; frame { size: u8; payload: bytes[size]; }"));
        dialog.saveFile(ui::userFormatDirectory() + QStringLiteral("/other.pgf"));
        QVERIFY2(bar->text().contains(QStringLiteral("another framing")), qPrintable(bar->text()));
        qputenv("XDG_CONFIG_HOME", before);
    }
};

QTEST_MAIN(TestFormatDialog)

} // namespace tst_formatdialog

#include "tst_formatdialog.moc"
