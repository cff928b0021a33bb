// SPDX-License-Identifier: MIT
#include "core/errortext.h"
#include "framing/framingregistry.h"
#include "support/testmain.h"

#include <QSet>

namespace tst_framingregistry {

using namespace pipeglass;
using namespace pipeglass::framing;

class TestFramingRegistry : public QObject {
    Q_OBJECT

    FramingRegistry m_framings;

private Q_SLOTS:
    void orderOfMenus()
    {
        QByteArrayList ids;
        for (const FramingPtr &framing : m_framings.all())
            ids += framing->id();
        QCOMPARE(
            ids.join(' '),
            QByteArray("int32le int32be uint32le uint32be uint16le uint16be uint8 int64le binarywriter protobuf "
                       "protobuf-net line crlf nul rs blank-line jsonl json content-length discord coreipc "
                       "build-server testing-platform hpipes streamstring pipemethodcalls psrp dotnet-ipc msbuild "
                       "nerdbank http1 http2 raw"));
    }

    void defaultIsInt32le() { QCOMPARE(m_framings.defaultFraming()->id(), QByteArray("int32le")); }

    void eachIsFoundByItsId()
    {
        for (const FramingPtr &framing : m_framings.all())
            QCOMPARE(m_framings.find(framing->id()), framing);
    }

    void othersAreNotFound()
    {
        QVERIFY(m_framings.find("") == nullptr);
        QVERIFY(m_framings.find("INT32LE") == nullptr);
        QVERIFY(m_framings.find("int32") == nullptr);
    }

    void parses()
    {
        QCOMPARE(m_framings.parse("line").value()->id(), QByteArray("line"));
        for (const char *bad : { "", "lines", "/", "line/", "/line", "line/line/line" })
            QVERIFY2(!m_framings.parse(bad), bad);
        QVERIFY(errorText(m_framings.parse("lines").error()).contains(QLatin1String("int32le, int32be")));
    }

    void parsesOneForEachSide()
    {
        const FramingPtr both = m_framings.parse("line/nul").value();
        QCOMPARE(both->id(), QByteArray("line/nul"));
        QCOMPARE(both->encode(QByteArray("a"), Side::Client)->wire.toByteArray(), QByteArray("a\n"));
        QCOMPARE(both->encode(QByteArray("a"), Side::Server)->wire.toByteArray(), QByteArray("a\0", 2));
        QCOMPARE(both->makeFramer(Side::Client)->feed(QByteArray("a\n\0", 3)).size(), 1U);
        QCOMPARE(both->makeFramer(Side::Server)->feed(QByteArray("a\nb\0", 4)).front().wire.size(), 4);
    }

    void eachHasWordsForPeople()
    {
        QSet<QString> titles;
        for (const FramingPtr &framing : m_framings.all()) {
            QVERIFY(!framing->title().isEmpty());
            QVERIFY(framing->title().size() <= 24);
            QVERIFY(framing->description().endsWith(QLatin1Char('.')));
            titles += framing->title();
        }
        QCOMPARE(static_cast<size_t>(titles.size()), m_framings.all().size());
    }
};

QTEST_GUILESS_MAIN(TestFramingRegistry)

} // namespace tst_framingregistry

#include "tst_framingregistry.moc"
