// SPDX-License-Identifier: MIT
#include "capture/samples.h"
#include "exporting/export.h"
#include "support/privatedirectory.h"
#include "support/testmain.h"

#include <QDir>

#include <unistd.h>

namespace tst_export {

using namespace pipeglass;
using namespace pipeglass::test;
using exporting::Export;
using exporting::ExportRequest;
using exporting::Format;

class TestExport : public QObject {
    Q_OBJECT

    PrivateDirectory m_directory;
    RecordingPtr m_source;
    std::vector<Record> m_records;

    /// Exports in small steps; the error, or nothing.
    static std::optional<Error> run(const ExportRequest &request)
    {
        const auto begun = Export::begin(request);
        if (!begun)
            return begun.error();
        for (;;) {
            const auto more = (*begun)->step(3);
            if (!more)
                return more.error();
            if (!*more)
                break;
        }
        const Status finished = (*begun)->finish();
        return finished ? std::nullopt : std::optional(finished.error());
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(QFile::decodeName(m_directory.path()))
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    static filter::Filter filterOf(const char *text) { return filter::Filter::parse(QLatin1String(text)).value(); }

private Q_SLOTS:
    void init()
    {
        for (const QString &one : files()) {
            const QString path = QFile::decodeName(m_directory.filePath(QFile::encodeName(one)));
            QVERIFY(QFile::remove(path) || QDir(path).removeRecursively());
        }
        m_source = Recording::create().value();
        m_records.clear();
        QRandomGenerator random(7);
        ConnectionId connections[2];
        for (ConnectionId &one : connections) {
            one = m_source->addConnection(sampleConnection()).value();
            QVERIFY(m_source->append(Event{ { 1 }, one, EventKind::Connected }).has_value());
        }
        for (int i = 0; i < 20; ++i) {
            m_records.push_back(randomRecord(random, connections[i % 2], 300));
            QVERIFY(m_source->append(m_records.back()).has_value());
        }
    }

    void recording()
    {
        const QByteArray path = m_directory.filePath("copy.pcapng");
        QVERIFY(!run({ .list = m_source, .path = path }));
        const RecordingPtr copy = Recording::open(path).value();
        QCOMPARE(copy->count(), m_source->count());
        for (quint64 item = 0; item < copy->count(); ++item) {
            if (copy->summary(item).isEvent)
                QVERIFY(copy->event(item).value() == m_source->event(item).value());
            else
                QVERIFY(isSame(copy->read(item).value(), m_source->read(item).value()));
        }
        QVERIFY(isSame(*copy->connection({ 2 }), *m_source->connection({ 2 })));
        QCOMPARE(files(), QStringList{ QStringLiteral("copy.pcapng") });
    }

    void filtered()
    {
        const QByteArray path = m_directory.filePath("filtered.pcapng");
        QVERIFY(!run({ .list = m_source, .filter = filterOf("connection == 2 and from == server"), .path = path }));
        const RecordingPtr copy = Recording::open(path).value();
        std::vector<Record> expected;
        for (const Record &one : m_records) {
            if (one.connection.value == 2 && one.from == Side::Server)
                expected.push_back(one);
        }
        QVERIFY(!expected.empty());
        QCOMPARE(copy->count(), quint64(expected.size()));
        QCOMPARE(copy->connections().size(), size_t(1)); // the other one has no item
        for (size_t i = 0; i < expected.size(); ++i)
            QVERIFY(copy->read(i)->wire.view() == expected[i].wire.view());
    }

    void jsonAndText()
    {
        const QByteArray json = m_directory.filePath("a.jsonl");
        QVERIFY(!run({ .list = m_source, .format = Format::JsonLines, .path = json }));
        const QByteArrayList lines = fileBytes(json).split('\n');
        QCOMPARE(lines.size(), qsizetype(m_source->count()) + 1);
        const QJsonObject third = QJsonDocument::fromJson(lines[4]).object();
        QCOMPARE(
            QByteArray::fromBase64(third.value(QStringLiteral("wire")).toString().toLatin1()),
            m_records[2].wire.toByteArray());
        const QByteArray text = m_directory.filePath("a.txt");
        QVERIFY(!run({ .list = m_source, .format = Format::Text, .path = text }));
        QVERIFY(fileBytes(text).startsWith("- 1970-01-01T00:00:00.000000001Z #1 connected"));
    }

    void rawStreams()
    {
        const QByteArray path = m_directory.filePath("streams");
        QVERIFY(!run({ .list = m_source, .format = Format::RawStreams, .path = path }));
        Streams streams;
        for (const Record &one : m_records)
            addTo(streams, one);
        for (auto one = streams.begin(); one != streams.end(); ++one) {
            const QByteArray leaf =
                QByteArray::number(one.key().first) + '-' + sideName(static_cast<Side>(one.key().second)) + ".raw";
            QCOMPARE(fileBytes(path + '/' + leaf), one.value());
        }
        QCOMPARE(
            run({ .list = m_source, .format = Format::RawStreams, .path = path, .replaces = true })->code,
            ErrorCode::FileExists);
    }

    /// Nothing is overwritten unless it is wanted, and then only by a complete file.
    void replacing()
    {
        const QByteArray path = m_directory.filePath("taken");
        const QByteArray link = m_directory.filePath("link");
        QVERIFY(writeFile(path, "old"));
        QCOMPARE(::symlink("taken", link.constData()), 0);
        QCOMPARE(run({ .list = m_source, .format = Format::Text, .path = path })->code, ErrorCode::FileExists);
        {
            const auto begun =
                Export::begin({ .list = m_source, .format = Format::Text, .path = link, .replaces = true });
            QVERIFY((*begun)->step(5).value());
            QCOMPARE(fileBytes(path), "old");
        } // cancelled
        QCOMPARE(fileBytes(path), "old");
        QCOMPARE(files().size(), 2);
        QVERIFY(!run({ .list = m_source, .format = Format::Text, .path = link, .replaces = true }));
        QVERIFY(fileBytes(path).size() > 100);
        QCOMPARE(files().size(), 2); // the link is still one
        // A name that is taken while it is written.
        const auto begun = Export::begin({ .list = m_source, .path = m_directory.filePath("late") });
        QVERIFY(!(*begun)->step(1'000).value());
        QVERIFY(writeFile(m_directory.filePath("late"), "other"));
        QCOMPARE((*begun)->finish().error().code, ErrorCode::FileExists);
        QCOMPARE(fileBytes(m_directory.filePath("late")), "other");
    }

    void failures_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("code");
        QTest::newRow("no directory") << m_directory.filePath("missing/a") << int(ErrorCode::NoSuchFile);
        QTest::newRow("empty") << QByteArray() << int(ErrorCode::InvalidArgument);
        QTest::newRow("a directory") << m_directory.path() << int(ErrorCode::FileExists);
    }

    void failures()
    {
        QFETCH(QByteArray, path);
        QFETCH(int, code);
        for (const Format format : { Format::Recording, Format::JsonLines, Format::RawStreams }) {
            const auto error = run({ .list = m_source, .format = format, .path = path });
            QVERIFY(error);
            QCOMPARE(int(error->code), code);
            QCOMPARE(error->subject, path);
        }
    }

    /// A list that grows is written as far as it was at the beginning.
    void growing()
    {
        const QByteArray path = m_directory.filePath("growing.pcapng");
        const auto begun = Export::begin({ .list = m_source, .path = path });
        QVERIFY(m_source->append(m_records.front()).has_value());
        QVERIFY(!(*begun)->step(1'000).value());
        QVERIFY((*begun)->finish().has_value());
        QCOMPARE((*begun)->messagesWritten(), quint64(20));
        QCOMPARE(Recording::open(path).value()->count(), m_source->count() - 1);
    }
};

QTEST_GUILESS_MAIN(TestExport)

} // namespace tst_export

#include "tst_export.moc"
