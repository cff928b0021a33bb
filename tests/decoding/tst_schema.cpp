// SPDX-License-Identifier: MIT
#include "decoding/decoderregistry.h"
#include "schemasamples.h"
#include "support/testmain.h"
#include "treetext.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <sys/stat.h>

namespace tst_schema {

using namespace pipeglass;
using namespace pipeglass::decoding;
using namespace pipeglass::test;

/// Descriptor sets, and messages of protobuf with their types.
class TestSchema : public QObject {
    Q_OBJECT

    DecoderRegistry m_decoders;
    MessageTypesPtr m_best = openMessageTypes(demoFile()).value();

    static MessageTypesPtr types(const char *names) { return openMessageTypes(demoFile() + ':' + names).value(); }
    static QByteArray demo()
    {
        QFile file(QString::fromUtf8(demoFile()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QString treeOf(const QByteArray &payload, const MessageTypesPtr &types) const
    {
        const Decoding decoding = m_decoders.decode(payload, { {}, {}, types });
        return decoding.decoder == "protobuf" ? treeText(decoding.tree) : QString::fromUtf8(decoding.decoder);
    }
    /// A field with content.
    static QByteArray field(int number, const QByteArray &content)
    {
        QByteArray bytes(1, static_cast<char>(number << 3 | 2));
        quint64 size = static_cast<quint64>(content.size());
        for (; size >= 0x80; size >>= 7U)
            bytes += static_cast<char>(size | 0x80U);
        return bytes + static_cast<char>(size) + content;
    }
    [[nodiscard]] const Decoder &protobuf() const { return *m_decoders.find("protobuf"); }

private Q_SLOTS:
    void typesAreRead()
    {
        QByteArrayList names;
        for (const MessageType *one : m_best->schema->types())
            names += one->name;
        QCOMPARE(
            names.join(' '),
            QByteArray("google.protobuf.Timestamp demo.Person demo.Person.Address demo.Request demo.Reply "
                       "demo.legacy.Order demo.legacy.Order.Line"));
        const Schema &schema = *m_best->schema;
        QCOMPARE(schema.find("Address"), schema.find("demo.Person.Address"));
        QVERIFY(schema.find("Nothing") == nullptr);
        QVERIFY(schema.find("erson") == nullptr);
        const MessageType &person = *schema.find("Person");
        QVERIFY(person.find(QByteArrayView("is_active")) == person.find(QByteArrayView("isActive")));
        QVERIFY(person.find(QByteArrayView("steps"))->isPacked);
        QVERIFY(person.find(QByteArrayView("scores"))->isMap());
        const MessageType &order = *schema.find("Order");
        QVERIFY(!order.find(QByteArrayView("plain"))->isPacked);
        QVERIFY(order.find(QByteArrayView("packed"))->isPacked);
        QVERIFY(order.find(QByteArrayView("id"))->isRequired);
        QCOMPARE(order.find(quint64{ 100 })->name, QByteArray("[demo.legacy.note]"));
    }

    void treeHasNamesAndTypes()
    {
        QCOMPARE(
            treeOf(personBytes, m_best),
            QStringLiteral(
                ":demo.Person@0+173 { name:string=Ada@0+5 id:int32=-5@5+11 emails:array@16+10 { 0:string=a@x@16+5 "
                "1:string=b@x@21+5 } colour:demo.Colour=GREEN (2)@26+2 home:demo.Person.Address@28+26 { "
                "street:string=Main@30+6 marks:array@36+18 { 0:fixed64=1@38+8 1:fixed64=2@46+8 } } scores:map@54+28 { "
                "go:int32=3@60+2 chess:int32=-1@71+11 } places:map@82+12 { 7:demo.Person.Address@86+8 { "
                "street:string=Here@88+6 } } steps:array@94+4 { 0:sint32=1@96+1 1:sint32=-2@97+1 } "
                "number:uint64=18446744073709551615@98+11 picture:bytes=00ff@109+4 is_active:bool=true@113+2 "
                "weight:double=2.5@115+9 height:float=0.1@124+5 fixed:fixed32=9@129+5 signed:sfixed64=-9@134+10 "
                "since:google.protobuf.Timestamp@144+7 { seconds:int64=1@147+2 nanos:int32=2@149+2 } "
                "colours:array@151+14 { 0:demo.Colour=RED (1)@154+1 1:demo.Colour=BELOW (-1)@155+10 } "
                "parent:demo.Person@165+8 { name:string=Bob@168+5 } }"));
        QCOMPARE(
            treeOf(orderBytes, m_best),
            QStringLiteral(":demo.legacy.Order@0+26 { id:int64=1@0+2 line:array@2+12 { 0:demo.legacy.Order.Line@2+7 { "
                           "item:string=x@3+3 change:sint64=-3@6+2 } 1:demo.legacy.Order.Line@9+5 { "
                           "item:string=y@10+3 } } plain:array@14+4 { 0:int32=1@14+2 1:int32=2@16+2 } "
                           "packed:array@18+4 { 0:int32=3@20+1 1:int32=4@21+1 } [demo.legacy.note]:string=n@22+4 }"));
    }

    void whatTheTypeDoesNotAllowHasNumbers_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QString>("tree");
        const auto row = [](const char *name, const char *digits, const char *tree) {
            QTest::newRow(name) << QByteArray::fromHex(digits) << QString::fromUtf8(tree);
        };
        row("unknown fields", "0a0161a00607aa0602aabb",
            ":demo.Request@0+11 { text:string=a@0+3 100:varint=7@3+3 101:bytes=aabb@6+5 }");
        row("text that is not UTF-8", "0a01ff1001", ":demo.Request@0+5 { 1:bytes=ff@0+3 count:uint32=1@3+2 }");
        row("another wire type", "08051001", ":demo.Request@0+4 { 1:varint=5@0+2 count:uint32=1@2+2 }");
        row("too large", "0a016110808080808020", ":demo.Request@0+10 { text:string=a@0+3 2:varint=1099511627776@3+7 }");
        row("not a message", "0a0161ff", ":demo.Request@0+4 { text:string=a@0+3 :invalid=@4+0 }");
    }
    void whatTheTypeDoesNotAllowHasNumbers()
    {
        QFETCH(QByteArray, payload);
        QFETCH(QString, tree);
        const Decoding decoding = m_decoders.decodeAs(protobuf(), payload, { {}, {}, types("Request") });
        QCOMPARE(treeText(decoding.tree), tree);
    }

    /// Packed and not packed are read either way; an entry of a map that has no value is none.
    void formsOfRepeatedFields()
    {
        QCOMPARE(
            treeOf(QByteArray::fromHex("08012a02010230033004"), types("Order")),
            QStringLiteral(":demo.legacy.Order@0+10 { id:int64=1@0+2 plain:array@2+4 { 0:int32=1@4+1 1:int32=2@5+1 } "
                           "packed:array@6+4 { 0:int32=3@6+2 1:int32=4@8+2 } }"));
        QCOMPARE(
            treeOf(QByteArray::fromHex("0a014132050a0161100132021001"), types("Person")),
            QStringLiteral(
                ":demo.Person@0+14 { name:string=A@0+3 scores:map@3+7 { a:int32=1@8+2 } 6:bytes=1001@10+4 }"));
    }

    void bestFit()
    {
        const auto request = m_best->typesOf(QByteArray::fromHex("0a01611002"), {});
        QCOMPARE(MessageTypes::namesOf(request), QByteArray("demo.Person | demo.Request | demo.Reply"));
        QVERIFY(treeOf(QByteArray::fromHex("0a01611002"), m_best)
                    .startsWith(u":demo.Person | demo.Request | demo.Reply@0+5 {"));
        QCOMPARE(MessageTypes::namesOf(m_best->typesOf(orderBytes, {})), QByteArray("demo.legacy.Order"));
        QVERIFY(m_best->typesOf("\xff", {}).empty());
        // Chosen for each side.
        const auto chosen = types("Request/Reply");
        const Decoding reply = m_decoders.decode(QByteArray::fromHex("0a01611002"), { {}, Side::Server, chosen });
        QVERIFY(treeText(reply.tree).startsWith(QLatin1String(":demo.Reply@")));
        const Decoding call = m_decoders.decode(QByteArray::fromHex("0a01611002"), { {}, Side::Client, chosen });
        QVERIFY(treeText(call.tree).startsWith(QLatin1String(":demo.Request@")));
    }

    /// Types are not forced on other messages, and the framing's own decoder is before them.
    void otherFormatsStay()
    {
        QCOMPARE(m_decoders.decode("{\"a\":1}", { {}, {}, m_best }).decoder, QByteArray("json"));
        QCOMPARE(m_decoders.decode("{\"a\":1}", { {}, {}, types("Person") }).decoder, QByteArray("json"));
        QCOMPARE(m_decoders.decode("hello world", { {}, {}, types("Person") }).decoder, QByteArray("text"));
        QCOMPARE(
            m_decoders.decode("\n\x03\x41\x64\x61", { "jsonl", {}, types("Person") }).decoder, QByteArray("protobuf"));
        // A fitting message is one, even if it is text too.
        QCOMPARE(m_decoders.decode("\n\ttab\ttab \n", { {}, {}, types("Request") }).decoder, QByteArray("protobuf"));
        QCOMPARE(m_decoders.decode("\n\ttab\ttab \n", {}).decoder, QByteArray("text"));
    }

    void text_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("person") << personBytes
                                << QByteArray(
                                       "{'name':'Ada','id':-5,'emails':['a@x','b@x'],'colour':'GREEN','home':{'street':"
                                       "'Main','marks':[1,2]},'scores':{'go':3,'chess':-1},'places':{'7':{'street':"
                                       "'Here'}},'steps':[1,-2],'number':18446744073709551615,'picture':'00ff',"
                                       "'is_active':true,'weight':2.5,'height':0.1,'fixed':9,'signed':-9,'since':{"
                                       "'seconds':1,'nanos':2},'colours':['RED','BELOW'],'parent':{'name':'Bob'}}");
        QTest::newRow("order") << orderBytes
                               << QByteArray("{'id':1,'line':[{'item':'x','change':-3},{'item':'y'}],'plain':[1,2],"
                                             "'packed':[3,4],'[demo.legacy.note]':'n'}");
    }
    /// The same bytes after the way through text, as protoc writes fields in the order of their numbers too.
    void text()
    {
        QFETCH(QByteArray, payload);
        QFETCH(QByteArray, text);
        text.replace('\'', '"');
        const Hint hint{ {}, {}, m_best };
        QCOMPARE(protobuf().toText(payload, hint).value(), text);
        QCOMPARE(protobuf().fromText(text, hint).value().toHex(), payload.toHex());
    }

    void writtenText_data()
    {
        QTest::addColumn<QByteArray>("types");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QString>("error");
        const auto good = [](const char *types, const char *text, const char *digits) {
            QTest::addRow("%s %s", types, text)
                << QByteArray(types) << QByteArray(text).replace('\'', '"') << QByteArray(digits) << QString();
        };
        const auto bad = [](const char *types, const char *text, const char *error) {
            QTest::addRow("%s %s", types, text)
                << QByteArray(types) << QByteArray(text).replace('\'', '"') << QByteArray() << QString::fromUtf8(error);
        };
        good("Person", "{'isActive':false,'colour':5}", "60002005");
        good("Person", "{'id':null,'emails':'one','steps':[]}", "1a036f6e654200");
        good("Person", "{'id':1,'99':'x','98:fixed32':1}", "10019a060178950601000000");
        good("Person", "{'weight':'nan','height':'-inf'}", "69000000000000f87f75000080ff");
        good("", "{'emails':['x'],'colour':'RED'}", "1a01782001");
        good("", "{}", "");
        bad("Person", "{'id':2147483648}", "Line 1, column 7: not a value of this type of field");
        bad("Person", "{'colour':'BLUE'}", "Line 1, column 11: not a value of this type of field");
        bad("Person", "{'is_active':1}", "Line 1, column 14: not a value of this type of field");
        bad("Person", "{'nick':'x'}", "Line 1, column 9: demo.Person has no field nick");
        bad("Person", "{'picture':'zz'}", "Line 1, column 12: expected hex digits");
        bad("Person", "{'scores':[1]}", "Line 1, column 11: a map is an object of its keys and values");
        bad("Person", "{'places':{'x':{}}}", "Line 1, column 16: not a value of this type of field");
        bad("Person", "[1]", "Line 1, column 1: a message of protobuf is an object of fields");
        bad("", "{'text':'a'}",
            "Line 1, column 1: several message types have these fields; choose one of demo.Request | demo.Reply");
        bad("", "{'id':'a','emails':[]}", "Line 1, column 7: not a value of this type of field");
    }
    void writtenText()
    {
        QFETCH(QByteArray, types);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, payload);
        QFETCH(QString, error);
        qsizetype at = -1;
        const auto written =
            protobuf().fromText(text, { {}, {}, types.isEmpty() ? m_best : this->types(types.constData()) }, &at);
        if (!error.isEmpty()) {
            QVERIFY(!written.has_value());
            QCOMPARE(written.error().detail, error);
            QVERIFY(at >= 0);
            return;
        }
        QVERIFY2(written.has_value(), qPrintable(written ? QString() : written.error().detail));
        QCOMPARE(written->toHex(), payload);
    }

    void errors()
    {
        const auto problem = [](const QByteArray &text) {
            const auto opened = openMessageTypes(text);
            return opened ? Error() : opened.error();
        };
        QCOMPARE(problem(demoFile() + "x").code, ErrorCode::NoSuchFile);
        QCOMPARE(problem(demoFile() + ":Nothing").subject, QByteArray("Nothing"));
        QVERIFY(problem(demoFile() + ":Nothing").detail.contains(QLatin1String("demo.Request | demo.Reply")));
        QCOMPARE(problem(demoFile() + ":Person/Nothing").subject, QByteArray("Nothing"));
        const QByteArray source = demoFile().replace("demo.desc", "demo.proto");
        QCOMPARE(problem(source).subject, source);
        QVERIFY(problem(source).detail.contains(QLatin1String("--descriptor_set_out")));
        QCOMPARE(problem("/dev/null").code, ErrorCode::InvalidArgument);
        const QTemporaryDir directory;
        const QByteArray fifo = QFile::encodeName(directory.filePath(QStringLiteral("fifo")));
        QCOMPARE(::mkfifo(fifo.constData(), 0600), 0);
        QCOMPARE(problem(fifo).code, ErrorCode::InvalidArgument); // and does not wait
    }

    /// Types within types, each with the names of those around it.
    void namesAreBounded()
    {
        const auto nested = [](qsizetype nameSize, int depth) {
            QByteArray type;
            for (int level = 0; level < depth; ++level) {
                QByteArray outer = field(1, QByteArray(nameSize, 'n'));
                if (level > 0)
                    outer += field(3, type);
                type = outer;
            }
            return field(1, field(4, type));
        };
        QVERIFY(Schema::read(nested(10, 20), {}).has_value());
        QVERIFY(!Schema::read(nested(600, 1), {}).has_value());
        QVERIFY(!Schema::read(nested(100, 8), {}).has_value());
        QVERIFY(!Schema::read(nested(1, 40), {}).has_value());
        QByteArray many;
        for (int type = 0; type < 200'001; ++type)
            many += field(4, field(1, "t" + QByteArray::number(type)));
        QVERIFY(!Schema::read(field(1, many), {}).has_value());
    }

    /// Damaged sets are refused or read; nothing else happens with their types.
    void damagedFiles()
    {
        QRandomGenerator random(5);
        const QByteArray whole = demo();
        QVERIFY(whole.size() > 1000);
        int readable = 0;
        for (int round = 0; round < 3000; ++round) {
            QByteArray changed = whole;
            for (int left = 1 + random.bounded(3); left > 0; --left)
                changed[random.bounded(static_cast<int>(changed.size()))] = static_cast<char>(random.bounded(256));
            if (round % 3 == 0)
                changed.truncate(random.bounded(static_cast<int>(changed.size())));
            const auto schema = Schema::read(changed, {});
            if (!schema)
                continue;
            ++readable;
            auto types = std::make_shared<MessageTypes>();
            types->schema = *schema;
            for (const QByteArray &payload : { personBytes, orderBytes }) {
                (void)m_decoders.decode(payload, { {}, {}, types });
                const auto text = protobuf().toText(payload, { {}, {}, types });
                QVERIFY(text.has_value());
            }
        }
        QVERIFY(readable > 100);
    }

    /// Any message: what is made of its text has the same text.
    void damagedMessages()
    {
        QRandomGenerator random(6);
        for (const auto &[original, name] : { std::pair(personBytes, "Person"), std::pair(orderBytes, "Order") }) {
            const Hint hint{ {}, {}, types(name) };
            for (int round = 0; round < 3000; ++round) {
                QByteArray changed = original;
                for (int left = random.bounded(4); left > 0; --left)
                    changed[random.bounded(static_cast<int>(changed.size()))] = static_cast<char>(random.bounded(256));
                const Decoding decoding = m_decoders.decodeAs(protobuf(), changed, hint);
                for (const Node &node : decoding.tree.nodes)
                    QVERIFY(node.offset >= 0 && node.offset + node.size <= changed.size());
                const auto text = protobuf().toText(changed, hint);
                if (!text)
                    continue;
                const auto again = protobuf().fromText(*text, hint);
                QVERIFY2(again.has_value(), text->constData());
                QCOMPARE(protobuf().toText(*again, hint).value(), *text);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSchema)

} // namespace tst_schema

#include "tst_schema.moc"
