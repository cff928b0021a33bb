// SPDX-License-Identifier: MIT
#include "endpoints/builtintable.h"
#include "endpoints/endpointtable.h"
#include "support/testmain.h"

namespace tst_endpointtable {

using namespace pipeglass;
using namespace pipeglass::endpoints;

const QByteArray guid("0123456789abcdef0123456789abcdef");
const QByteArray hash43("AbCdEfGhIjKlMnOpQrStUvWxYz0123456789+_AbCdE");

struct Case {
    const char *id; ///< empty: not recognized
    QByteArray file;
    QByteArray holder = {};
    Kind kind = Kind::Socket;
    QByteArray directory = "/tmp";
};

const std::vector<Case> &cases()
{
    static const std::vector<Case> all{
        { "diagnostics", "dotnet-diagnostic-4242-1234567-socket" },
        { "diagnostics-router", "dotnet-diagnostic-dsrouter-77-99-socket" },
        { "debugger-transport", "clr-debug-pipe-4242-1234567-in", {}, Kind::Fifo },
        { "debugger-transport", "clr-debug-pipe-4242-1234567-out", {}, Kind::Fifo },
        { "", "clr-debug-pipe-4242-1234567-in" },
        { "", "dotnet-diagnostic-4242-1234567-socket", {}, Kind::Fifo },
        { "", "dotnet-diagnostic-4242-socket" },
        { "powershell-host", "CoreFxPipe_PSHost.DBD8CA81.31415.None.pwsh" },
        { "powershell-host", "CoreFxPipe_PSHost.DBD8CA81.31415.None.test.ps1" },
        { "", "CoreFxPipe_PSHost.DBD8CA81.x.None.pwsh" },
        { "", "PSHost.DBD8CA81.31415.None.pwsh" },
        { "powershell-editor-services", "CoreFxPipe_PSES_1wpwnkdz.fzd" },
        { "powershell-editor-services", "CoreFxPipe_in_PSES_1wpwnkdz.fzd" },
        { "powershell-editor-services", "CoreFxPipe_out_PSES_1wpwnkdz.fzd" },
        { "powershell-mcp", "CoreFxPipe_PowerShell.MCP.Communication.3" },
        { "msbuild-node", "MSBuild4711" },
        { "msbuild-node", "CoreFxPipe_MSBuild4711" },
        { "", "MSBuildTemp" },
        { "msbuild-server", "MSBuildServer-" + hash43 },
        { "msbuild-rar-node", "MSBuildRarNode-" + hash43 },
        { "msbuild-rar-endpoint", "MSBuildRarNodeEndpoint-" + hash43 },
        { "msbuild-coordinator", "msbuild-coordinator-user" },
        { "compiler-server", hash43 },
        { "", hash43 + "x" },
        { "", "CoreFxPipe_the_thirty_two_letters_of_a_name" },
        { "compiler-server-old", "CoreFxPipe_user.F.AbCdEfGhIjKlMnOpQrStUvWxY", "VBCSCompiler" },
        { "", "CoreFxPipe_user.F.AbCdEfGhIjKlMnOpQrStUvWxY" },
        { "", "CoreFxPipe_Team.F.OurOwnControlChannel", "python3" },
        { "razor-server", "CoreFxPipe_user.AbCdEfGhIjKlMnOpQrStUvWxY", "rzc" },
        { "", "CoreFxPipe_acme.BillingServiceControlPipe", "python3" },
        { "roslyn-language-server", "813b4c1d.sock", "Microsoft.CodeAnalysis.LanguageServer" },
        { "", "813b4c1d.sock", "python3" },
        { "dotnet-watch", "CoreFxPipe_" + guid, "dotnet-watch" },
        { "guid-pipe", "CoreFxPipe_" + guid },
        { "guid-pipe", "CoreFxPipe_" + guid, "myapp" },
        { "testing-platform", guid, "dotnet" },
        { "testing-platform", guid, "My.App.Tests" },
        { "testing-platform", guid, "testhost.x86" },
        { "service-hub", guid, "Microsoft.VisualStudio.Code.ServiceHost" },
        { "service-hub", guid, "ServiceHub.RoslynCodeAnalysisService" },
        { "guid-socket", guid },
        { "guid-socket", guid, "myapp" },
        { "", guid.toUpper(), "dotnet" },
        { "vsdbg-ui", "ms-dotnettools.csharp-tde-123" },
        { "vscode-ipc", "vscode-ipc-0123456789abcdef0123456789abcdef0123456789.sock" },
        { "vscode-ipc", "vscode-0123456789abcdef0123456789abcdef0123456789.sock" },
        { "vscode-ipc-dashes", "vscode-ipc-4a0b9a5e-64a4-4d53-8f7c-2a1d9d1e7f00.sock" },
        { "aspire-cli", "aux.sock.0123456789abcdef" },
        { "aspire-cli", "auxi.sock.0123456789abcdef.321" },
        { "aspire-backchannel", "cli.x", {}, Kind::Socket, "/home/me/.aspire/cli/bch" },
        { "", "cli.x", {}, Kind::Socket, "/home/me/.aspire/cli/bch/deeper" },
        { "ffmpegcore", "CoreFxPipe_FFMpegCore_0123456789abcdef" },
        { "ffmpegcore", "CoreFxPipe_FFMpegCore_4a0b9a5e-64a4-4d53-8f7c-2a1d9d1e7f00" },
        { "easy-dotnet", "CoreFxPipe_EasyDotnet_" + guid },
        { "sourcegit", "CoreFxPipe_SourceGitIPCChanneluser_0123456789abcdef" },
        { "irony-mod-manager", "CoreFxPipe_IronyModManager.AB12" },
        { "mesen", "CoreFxPipe_Mesen2Diz_1" },
        { "xpra", "CoreFxPipe_xpraDotnetPipe" },
        { "", "CoreFxPipe_pipe_test1" },
        { "", "" },
        // The whole name must match, including line feeds and invalid bytes.
        { "", "MSBuild4711\n" },
        { "", "\nMSBuild4711" },
        { "", "MSBuild4711\xff" },
        { "powershell-host", "CoreFxPipe_PSHost.DBD8CA81.1.None.\xff\n" },
    };
    return all;
}

class TestEndpointTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBuiltInTableHasNoErrors()
    {
        const Result<EndpointTable> table = EndpointTable::parse(builtinText());
        QVERIFY2(table.has_value(), table ? "" : qPrintable(table.error().detail));
        QVERIFY(!table->rules().empty());
    }

    void idsAndTextsAreFitToShow()
    {
        QStringList ids;
        for (const EndpointRule &rule : EndpointTable::builtin().rules()) {
            const Endpoint &endpoint = rule.endpoint;
            QVERIFY2(!ids.contains(QString::fromLatin1(endpoint.id)), endpoint.id.constData());
            ids.append(QString::fromLatin1(endpoint.id));
            QVERIFY2(endpoint.explanation.endsWith(QLatin1Char('.')), endpoint.id.constData());
            QVERIFY2(
                !endpoint.attachHarms || endpoint.attachHarms->endsWith(QLatin1Char('.')), endpoint.id.constData());
            QVERIFY2(!endpoint.framing.contains(' '), endpoint.id.constData());
        }
    }

    void recognizes()
    {
        for (const Case &expected : cases()) {
            std::vector<Holder> holders;
            if (!expected.holder.isEmpty())
                holders = { { .program = "other" }, { .program = expected.holder } };
            const std::optional<Endpoint> found = recognize(expected.file, expected.directory, expected.kind, holders);
            const QByteArray id = found ? found->id : QByteArray();
            QVERIFY2(
                id == expected.id,
                (expected.file + " held by '" + expected.holder + "': " + id + ", not " + expected.id).constData());
        }
    }

    void isCertainOnlyWhereTheHolderFits_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("program");
        QTest::addColumn<quint64>("pid");
        QTest::addColumn<quint64>("started");
        QTest::addColumn<bool>("certain");
        const QByteArray diagnostics("dotnet-diagnostic-42-1234-socket");
        QTest::newRow("the claimed process")
            << diagnostics << QByteArray("app") << quint64{ 42 } << quint64{ 1234 } << true;
        QTest::newRow("another pid namespace")
            << diagnostics << QByteArray("app") << quint64{ 7 } << quint64{ 1234 } << true;
        QTest::newRow("the pid used again")
            << diagnostics << QByteArray("app") << quint64{ 42 } << quint64{ 99 } << false;
        const QByteArray shell("CoreFxPipe_PSHost.DBD8CA81.31415.None.pwsh");
        QTest::newRow("usual program") << shell << QByteArray("pwsh") << quint64{ 1 } << quint64{ 1 } << true;
        QTest::newRow("hosted elsewhere") << shell << QByteArray("app") << quint64{ 31415 } << quint64{ 1 } << true;
        QTest::newRow("somebody else") << shell << QByteArray("app") << quint64{ 1 } << quint64{ 1 } << false;
        QTest::newRow("required holder") << QByteArray(guid) << QByteArray("dotnet") << quint64{ 1 } << quint64{ 1 }
                                         << true;
        QTest::newRow("by its name alone")
            << QByteArray(guid) << QByteArray("app") << quint64{ 1 } << quint64{ 1 } << false;
    }

    void isCertainOnlyWhereTheHolderFits()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, program);
        QFETCH(quint64, pid);
        QFETCH(quint64, started);
        const auto found = recognize(file, "/tmp", Kind::Socket, { { program, pid, started } });
        QVERIFY(found.has_value());
        QTEST(found->isCertain, "certain");
        const auto unheld = recognize(file, "/tmp", Kind::Socket);
        QVERIFY(unheld.has_value());
        QVERIFY(!unheld->isCertain);
    }

    void everyEndpointHasACase()
    {
        for (const EndpointRule &rule : EndpointTable::builtin().rules()) {
            const Endpoint &endpoint = rule.endpoint;
            const bool found = std::any_of(
                cases().begin(), cases().end(), [&endpoint](const Case &one) { return endpoint.id == one.id; });
            QVERIFY2(found, endpoint.id.constData());
        }
    }

    void catchesWhatTheNameCarries()
    {
        const auto diagnostics = recognize("dotnet-diagnostic-4242-1234567-socket", "/tmp", Kind::Socket);
        QVERIFY(diagnostics.has_value());
        QCOMPARE(diagnostics->pid, std::optional<quint64>(4242));
        QCOMPARE(diagnostics->startTime, std::optional<quint64>(1234567));
        QVERIFY(!diagnostics->attachHarms);
        const auto shell = recognize("CoreFxPipe_PSHost.DBD8CA81.31415.None.pwsh", "/tmp", Kind::Socket);
        QVERIFY(shell.has_value());
        QCOMPARE(shell->pid, std::optional<quint64>(31415));
        QVERIFY(!shell->startTime);
        QVERIFY(shell->attachHarms.has_value());
        const auto huge = recognize("MSBuild" + QByteArray(200, '9'), "/tmp", Kind::Socket);
        QVERIFY(huge.has_value());
        QVERIFY(!huge->pid);
    }

    void hostileNamesAreCheap()
    {
        // Every name is processed within the limit of match steps.
        for (const QByteArray &part :
             { QByteArray("a"), QByteArray("."), QByteArray("-0"), QByteArray("F."), QByteArray("\xff") }) {
            for (const QByteArray &prefix :
                 { QByteArray(), QByteArray("CoreFxPipe_"), QByteArray("CoreFxPipe_PSHost.A.1.None."),
                   QByteArray("vscode-ipc-"), QByteArray("dotnet-diagnostic-") }) {
                const QByteArray name = prefix + part.repeated(4096);
                const auto answer = recognize(name, name, Kind::Socket, { { .program = name } });
                for (const EndpointRule &rule : EndpointTable::builtin().rules()) {
                    const QRegularExpressionMatch match = rule.file.match(QString::fromLatin1(name));
                    QVERIFY2(match.isValid(), rule.endpoint.id.constData());
                }
                QVERIFY(!answer || !answer->id.isEmpty());
            }
        }
    }

    void saysWhatIsWrongInATable_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("line");
        const QByteArray good("[a]\ntitle=A\nexplanation=A.\nfile=a\nframing=raw\n");
        QTest::newRow("empty") << QByteArray() << QString();
        QTest::newRow("setting first") << QByteArray("title=A\n") << QStringLiteral("line 1:");
        QTest::newRow("bad id") << QByteArray("[A b]\n") << QStringLiteral("line 1:");
        QTest::newRow("unclosed") << QByteArray("[a\n") << QStringLiteral("line 1:");
        QTest::newRow("unknown") << good + "colour=red\n" << QStringLiteral("line 6:");
        QTest::newRow("twice") << good + "file=b\n" << QStringLiteral("line 6:");
        QTest::newRow("kind") << good + "kind=door\n" << QStringLiteral("line 6:");
        QTest::newRow("empty value") << good + "harms=\n" << QStringLiteral("line 6:");
        QTest::newRow("bad pattern") << QByteArray("[a]\nfile=(\n") << QStringLiteral("line 2:");
        QTest::newRow("incomplete") << QByteArray("[a]\ntitle=A\n") + good << QStringLiteral("line 3:");
        QTest::newRow("incomplete end") << QByteArray("[a]\ntitle=A\n") << QString();
    }

    void saysWhatIsWrongInATable()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, line);
        const Result<EndpointTable> table = EndpointTable::parse(text);
        QVERIFY(!table.has_value());
        QVERIFY2(table.error().detail.startsWith(line), qPrintable(table.error().detail));
    }
};

QTEST_GUILESS_MAIN(TestEndpointTable)

} // namespace tst_endpointtable

#include "tst_endpointtable.moc"
