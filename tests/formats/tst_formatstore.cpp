// SPDX-License-Identifier: MIT
#include "core/errortext.h"
#include "formats/formatstore.h"
#include "framing/guess.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <sys/stat.h>

namespace tst_formatstore {

using namespace pipeglass;
using namespace pipeglass::formats;
using namespace pipeglass::test;

constexpr const char *lengths = "format %1; frame { n: u8; payload: bytes[n]; } message { a: u8; }\n"
                                "match { pipe \"jobs-*\"; first \"\\x02J\"; }";

class TestFormatStore : public QObject {
    Q_OBJECT

    PrivateDirectory m_directory;

    QByteArray write(const QByteArray &name, QByteArray text)
    {
        const QByteArray path = m_directory.filePath(name.constData());
        QFile file(QString::fromLocal8Bit(path));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0)
            qWarning("not written: %s", path.constData());
        return path;
    }
    static QByteArray named(const char *name) { return QByteArray(lengths).replace("%1", name); }

private Q_SLOTS:
    void filesAreFramings()
    {
        const QByteArray path = write("one.pgf", named("one"));
        const QByteArray other = write("two.pgf", named("two"));
        const auto store = std::make_shared<const FormatStore>(std::vector<QByteArray>());
        const framing::FramingRegistry framings(store);
        QCOMPARE(framings.parse('@' + path).value()->id(), QByteArray("one"));
        QCOMPARE(framings.parse('@' + path + "/@" + other).value()->id(), QByteArray("one/two"));
        QCOMPARE(framings.parse('@' + path + "/line").value()->id(), QByteArray("one/line"));
        QCOMPARE(framings.parse("line/@" + path).value()->id(), QByteArray("line/one"));
        const decoding::DecoderRegistry decoders(store);
        QVERIFY(decoders.find("two") != nullptr);
        QCOMPARE(decoders.decode("\7", { "one", Side::Client }).decoder, QByteArray("one"));
        QCOMPARE(decoders.decode("\7", { "line", Side::Client }).decoder, QByteArray());
        // What was read once is not read again.
        QVERIFY(QFile::remove(QString::fromLocal8Bit(path)));
        QVERIFY(framings.parse('@' + path).has_value());
    }

    void wrongFiles()
    {
        const auto store = std::make_shared<const FormatStore>(std::vector<QByteArray>());
        const framing::FramingRegistry framings(store);
        const QByteArray wrong = write("wrong.pgf", "format x;\nframe { size u32; }");
        const auto error = framings.parse('@' + wrong).error();
        QCOMPARE(error.code, ErrorCode::InvalidArgument);
        QVERIFY(errorText(error).startsWith(QString::fromLocal8Bit(wrong) + QStringLiteral(":2:14: expected \":\"")));
        QCOMPARE(framings.parse("@/nonexistent/a.pgf").error().code, ErrorCode::NoSuchFile);
        const QByteArray large = write("large.pgf", QByteArray(largestFormatFile + 1, ' '));
        QCOMPARE(framings.parse('@' + large).error().code, ErrorCode::FileTooLarge);
        QCOMPARE(framings.parse('@' + m_directory.filePath(".")).error().code, ErrorCode::InvalidArgument);
        const QByteArray fifo = m_directory.filePath("fifo.pgf");
        QCOMPARE(::mkfifo(fifo.constData(), 0600), 0);
        QCOMPARE(framings.parse('@' + fifo).error().code, ErrorCode::InvalidArgument); // and does not wait
        const QByteArray message = write("message.pgf", "format m; message { a: u8; }");
        QCOMPARE(framings.parse('@' + message).error().code, ErrorCode::InvalidArgument);
        QVERIFY(store->openDecoder(message).has_value());
    }

    void installedFormats()
    {
        const QByteArray user = m_directory.filePath("user");
        const QByteArray program = m_directory.filePath("program");
        QVERIFY(QDir().mkpath(QString::fromLocal8Bit(user)) && QDir().mkpath(QString::fromLocal8Bit(program)));
        write("user/a.pgf", named("jobs"));
        write("user/b.pgf", named("line")); // the name of another framing
        write("user/c.pgf", "format broken");
        write("user/.hidden.pgf", "no format");
        write("user/readme.txt", "no format");
        write("program/line.pgf", "not read");
        write("program/jobs.pgf", "not read");
        write("program/z.pgf", named("zeta"));
        const auto store = std::make_shared<const FormatStore>(std::vector<QByteArray>{ user, program });
        const framing::FramingRegistry framings(store);
        QVERIFY(framings.find("jobs") && framings.find("zeta"));
        QCOMPARE(framings.find("line")->title(), QStringLiteral("Lines"));
        QCOMPARE(framings.raw()->id(), QByteArray("raw"));
        QCOMPARE(store->problems().size(), 2U);
        QVERIFY(framings.sourceOf(*framings.find("jobs")).startsWith("format jobs"));
        QVERIFY(framings.sourceOf(*framings.find("int32le")).contains("size: i32le;"));
        // Their rules take part in guesses.
        const auto guessed = [&](const framing::StreamSample &sample) {
            return framing::guessFraming(framings, sample).front().framing->id();
        };
        QCOMPARE(guessed({ "jobs-1", {}, {}, {} }), QByteArray("jobs"));
        QCOMPARE(guessed({ "jobs-1", {}, "\2J\1\3Jab", {} }), QByteArray("jobs"));
        QVERIFY(guessed({ "other", {}, "\2J\1\3Jab", {} }) != "jobs");
        QVERIFY(guessed({ "jobs-1", {}, "\2K\1\3Jab", {} }) != "jobs");
        // What is installed later, changed or removed.
        const framing::FramingRegistry copy = framings;
        const framing::FramingPtr first = framings.find("jobs");
        write("user/b.pgf", named("later"));
        write("user/a.pgf", named("jobs") + "# changed\n");
        QVERIFY(QFile::remove(QString::fromLocal8Bit(program) + QStringLiteral("/z.pgf")));
        framings.update();
        QVERIFY(copy.find("later") && !copy.find("zeta"));
        QCOMPARE(copy.all().back()->id(), QByteArray("raw"));
        QVERIFY(framings.find("jobs")->source().endsWith("# changed\n"));
        QVERIFY(!first->source().contains("changed")); // goes on as it was
        QCOMPARE(store->problems().size(), 1U);
    }
};

QTEST_GUILESS_MAIN(TestFormatStore)

} // namespace tst_formatstore

#include "tst_formatstore.moc"
