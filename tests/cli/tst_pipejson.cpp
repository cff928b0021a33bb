// SPDX-License-Identifier: MIT
#include "cli/pipes/pipejson.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tst_pipejson {

using namespace pipeglass;
using namespace pipeglass::catalog;
using namespace pipeglass::cli;

PipeEntry pipe()
{
    PipeEntry entry;
    entry.directory = "/tmp";
    entry.fileName = "CoreFxPipe_pipe_test1";
    entry.file = { { 2049, 131074 }, 0 };
    entry.kind = FileKind::Socket;
    entry.socketType = SocketType::Stream;
    entry.state = PipeState::Listening;
    entry.uid = 1000;
    entry.gid = 100;
    entry.owner = QStringLiteral("ada");
    entry.group = QStringLiteral("users");
    entry.mode = FileMode(0755);
    entry.modified = { 1'000'000'007 };
    entry.server = QList<ProcessInfo>{ { 4242, "echo", 1000, QStringLiteral("ada") } };
    entry.clients = 2;
    entry.waiting = 1;
    entry.backlog = 128;
    entry.unreadByServer = 12;
    return entry;
}

QByteArray json(const PipeEntry &entry)
{
    QByteArray out;
    exporting::JsonWriter writer(out);
    writePipe(writer, entry);
    return out;
}

QJsonObject object(const PipeEntry &entry) { return QJsonDocument::fromJson(json(entry)).object(); }

class TestPipeJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasTheFieldsOfTheContract()
    {
        const QJsonObject o = object(pipe());
        const QJsonObject expected{
            { QStringLiteral("name"), QStringLiteral("pipe_test1") },
            { QStringLiteral("file"), QStringLiteral("CoreFxPipe_pipe_test1") },
            { QStringLiteral("path"), QStringLiteral("/tmp/CoreFxPipe_pipe_test1") },
            { QStringLiteral("path_bytes"), QStringLiteral("L3RtcC9Db3JlRnhQaXBlX3BpcGVfdGVzdDE=") },
            { QStringLiteral("type"), QStringLiteral("socket") },
            { QStringLiteral("socket_type"), QStringLiteral("stream") },
            { QStringLiteral("state"), QStringLiteral("listening") },
            { QStringLiteral("unknown_reason"), QJsonValue() },
            { QStringLiteral("owner"), QStringLiteral("ada") },
            { QStringLiteral("group"), QStringLiteral("users") },
            { QStringLiteral("uid"), 1000 },
            { QStringLiteral("gid"), 100 },
            { QStringLiteral("mode"), QStringLiteral("0755") },
            { QStringLiteral("device"), 2049 },
            { QStringLiteral("inode"), 131074 },
            { QStringLiteral("modified"), QStringLiteral("1970-01-01T00:00:01.000000007Z") },
            { QStringLiteral("server"),
              QJsonArray{ QJsonObject{ { QStringLiteral("pid"), 4242 },
                                       { QStringLiteral("program"), QStringLiteral("echo") },
                                       { QStringLiteral("user"), QStringLiteral("ada") } } } },
            { QStringLiteral("clients"), 2 },
            { QStringLiteral("waiting"), 1 },
            { QStringLiteral("backlog"), 128 },
            { QStringLiteral("unread_by_server"), 12 },
            { QStringLiteral("unread_by_client"), QJsonValue::Null },
            { QStringLiteral("namespace"), QJsonValue::Null },
            { QStringLiteral("endpoint"), QJsonValue::Null },
        };
        QCOMPARE(o, expected);
    }

    void whatIsNotKnownIsNull()
    {
        PipeEntry entry = pipe();
        entry.kind = FileKind::Fifo;
        entry.socketType = SocketType::None;
        entry.state = PipeState::Unknown;
        entry.server.reset();
        entry.clients.reset();
        entry.waiting.reset();
        entry.backlog.reset();
        const QJsonObject o = object(entry);
        for (const char *key : { "socket_type", "server", "clients", "waiting", "backlog" })
            QVERIFY2(o[QLatin1String(key)].isNull(), key);
        QCOMPARE(o[QLatin1String("type")], QStringLiteral("fifo"));
        QCOMPARE(o[QLatin1String("state")], QStringLiteral("unknown"));
    }

    void aStaleOneHasNoServer()
    {
        PipeEntry entry = pipe();
        entry.server->clear();
        QCOMPARE(object(entry)[QLatin1String("server")], QJsonArray());
    }

    void numbersBeyond53BitsAreExact()
    {
        PipeEntry entry = pipe();
        entry.file.id = { 18446744073709551615U, 9007199254740993U };
        QVERIFY(json(entry).contains("\"device\":18446744073709551615,\"inode\":9007199254740993,"));
    }

    void restoresAHostilePathFromBytes()
    {
        PipeEntry entry = pipe();
        entry.fileName = "CoreFxPipe_a\xff\n\\\"\x1b";
        const QJsonObject o = object(entry);
        QCOMPARE(o[QLatin1String("name")], QStringLiteral("a\\xff\\x0a\\x5c\"\\x1b"));
        QCOMPARE(QByteArray::fromBase64(o[QLatin1String("path_bytes")].toString().toLatin1()), entry.path());
    }
};

QTEST_GUILESS_MAIN(TestPipeJson)

} // namespace tst_pipejson

#include "tst_pipejson.moc"
