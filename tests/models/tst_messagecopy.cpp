// SPDX-License-Identifier: MIT
#include "models/conversation/messagecopy.h"
#include "support/madeconversation.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tst_messagecopy {

using namespace pipeglass;
using models::CopyFormat;

class TestMessageCopy : public QObject {
    Q_OBJECT

private:
    test::MadeConversation m_talk;

    [[nodiscard]] QString copied(CopyFormat format, const std::vector<quint64> &items) const
    {
        const conversation::MessageNumbers numbers(m_talk.recording);
        return models::copiedMessages(*m_talk.recording, numbers, items, format).value();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_talk.event(capture::EventKind::Connected);
        m_talk.say("it's", Side::Client);
        m_talk.say(QByteArray("\x00\xff", 2), Side::Server);
    }

    void formats_data()
    {
        QTest::addColumn<CopyFormat>("format");
        QTest::addColumn<QString>("text");
        QTest::newRow("text") << CopyFormat::Text << QStringLiteral("it's\n\\x00\\xff");
        QTest::newRow("hex") << CopyFormat::Hex << QStringLiteral("69 74 27 73\n00 ff");
        QTest::newRow("C#") << CopyFormat::CSharp
                            << QStringLiteral(
                                   "// message 1, from the client, 4 bytes\nbyte[] message1 =\n{\n    0x69, 0x74, "
                                   "0x27, 0x73,\n};\n// message 2, from the server, 2 bytes\nbyte[] message2 =\n{\n"
                                   "    0x00, 0xff,\n};");
        QTest::newRow("command")
            << CopyFormat::Command
            << QStringLiteral("pipeglass send '/tmp/CoreFxPipe_made' --framing 'int32le' 'it'\\''s' --hex '00ff'");
        QTest::newRow("dump") << CopyFormat::HexDump
                              << QStringLiteral(
                                     "# message 1, from the client, 4 bytes\n"
                                     "00000000  69 74 27 73                                       |it's|\n00000004\n"
                                     "# message 2, from the server, 2 bytes\n"
                                     "00000000  00 ff                                             |..|\n00000002");
    }

    void formats()
    {
        QFETCH(CopyFormat, format);
        QFETCH(QString, text);
        QCOMPARE(copied(format, { 0, 1, 2 }), text);
    }

    void json()
    {
        const QStringList lines = copied(CopyFormat::Json, { 0, 1, 2 }).split(u'\n');
        QCOMPARE(lines.size(), 2);
        const QJsonObject first = QJsonDocument::fromJson(lines[0].toUtf8()).object();
        QCOMPARE(first[QLatin1String("number")].toInt(), 1);
        QCOMPARE(first[QLatin1String("text")].toString(), QStringLiteral("it's"));
        QCOMPARE(first[QLatin1String("direction")].toString(), QStringLiteral("out"));
        const QJsonObject second = QJsonDocument::fromJson(lines[1].toUtf8()).object();
        QVERIFY(second[QLatin1String("text")].isNull());
        QCOMPARE(
            QByteArray::fromBase64(second[QLatin1String("payload")].toString().toLatin1()), QByteArray("\x00\xff", 2));
    }

    /// Neither side is ours, so nothing is sent or received.
    void jsonOfATap()
    {
        test::MadeConversation talk(std::nullopt);
        talk.say("question", Side::Client);
        talk.say("answer", Side::Server);
        const conversation::MessageNumbers numbers(talk.recording);
        const QStringList lines =
            models::copiedMessages(*talk.recording, numbers, { 0, 1 }, CopyFormat::Json).value().split(u'\n');
        QCOMPARE(lines.size(), 2);
        const QJsonObject first = QJsonDocument::fromJson(lines[0].toUtf8()).object();
        const QJsonObject second = QJsonDocument::fromJson(lines[1].toUtf8()).object();
        QCOMPARE(first[QLatin1String("from")].toString(), QStringLiteral("client"));
        QCOMPARE(second[QLatin1String("from")].toString(), QStringLiteral("server"));
        QVERIFY(!first.contains(QLatin1String("direction")));
    }

    void tooMuchIsRefused()
    {
        test::MadeConversation large;
        large.say(QByteArray(models::maxCopiedBytes / 2 + 1, 'x'));
        large.say(QByteArray(models::maxCopiedBytes / 2 + 1, 'x'));
        const conversation::MessageNumbers numbers(large.recording);
        QVERIFY(models::readMessages(*large.recording, numbers, { 0 }));
        QVERIFY(!models::readMessages(*large.recording, numbers, { 0, 1 }));
    }
};

QTEST_GUILESS_MAIN(TestMessageCopy)

} // namespace tst_messagecopy

#include "tst_messagecopy.moc"
