// SPDX-License-Identifier: MIT
#include "access/changes/lastingfixes.h"

#include "access/accesstext.h"
#include "access/changes/shellcommand.h"

#include <QCoreApplication>

#include <array>

namespace pipeglass::access {

namespace {

struct BitName {
    quint32 bit;
    const char *name;
};

constexpr std::array<BitName, 9> bitNames{ { { 0400, "UserRead" },
                                             { 0200, "UserWrite" },
                                             { 0100, "UserExecute" },
                                             { 040, "GroupRead" },
                                             { 020, "GroupWrite" },
                                             { 010, "GroupExecute" },
                                             { 04, "OtherRead" },
                                             { 02, "OtherWrite" },
                                             { 01, "OtherExecute" } } };

QString unixFileMode(FileMode mode)
{
    QStringList names;
    for (const BitName &bit : bitNames) {
        if ((mode.bits() & bit.bit) != 0)
            names << QLatin1String("UnixFileMode.") + QLatin1String(bit.name);
    }
    return names.isEmpty() ? QStringLiteral("UnixFileMode.None") : names.join(QLatin1String(" | "));
}

/// A string of C#.
QString csharpString(const QByteArray &path)
{
    QString quoted;
    const QString text = QString::fromUtf8(path);
    for (const QChar c : text) {
        const ushort unit = c.unicode();
        if (c == QLatin1Char('"') || c == QLatin1Char('\\'))
            quoted += QLatin1Char('\\') + QString(c);
        else if (unit < 0x20 || unit > 0x7e)
            quoted += QStringLiteral("\\u%1").arg(unit, 4, 16, QLatin1Char('0'));
        else
            quoted += c;
    }
    return QLatin1Char('"') + quoted + QLatin1Char('"');
}

bool admitsOthers(const Permissions &wanted) { return ((wanted.acl.other | wanted.acl.groupBits()) & 2U) != 0; }

} // namespace

std::vector<LastingFix> lastingFixes(const QByteArray &path, const Permissions &wanted)
{
    const QString group = shellName({ PrincipalKind::Group, wanted.group });
    // bind() creates with 0777 less the umask.
    const QString umask = QStringLiteral("%1").arg(0777U & ~wanted.mode.bits(), 4, 8, QLatin1Char('0'));
    std::vector<LastingFix> fixes;
    fixes.push_back(
        { AccessText::tr("In the server's code, after the pipe is made"),
          QStringLiteral("File.SetUnixFileMode(%1,\n    %2);").arg(csharpString(path), unixFileMode(wanted.mode)) });
    fixes.push_back({ AccessText::tr("In a systemd drop-in (systemctl edit SERVICE)"),
                      QStringLiteral("[Service]\nUMask=%1\nGroup=%2\n").arg(umask, group) });
    fixes.push_back({ AccessText::tr("In the shell that starts the server"), QStringLiteral("umask %1").arg(umask) });
    if (wanted.group != 0 && (wanted.acl.group & 2U) != 0)
        fixes.push_back({ AccessText::tr("Put people into the group (it counts from their next login)"),
                          QStringLiteral("sudo usermod -aG %1 USER").arg(group) });
    fixes.push_back(
        admitsOthers(wanted)
            ? LastingFix{ AccessText::tr("No CurrentUserOnly: it refuses other users whatever the mode says"),
                          QStringLiteral("new NamedPipeServerStream(name, PipeDirection.InOut, 1,\n"
                                         "    PipeTransmissionMode.Byte, PipeOptions.Asynchronous);") }
            : LastingFix{ AccessText::tr("Only the server's own user, checked by the server itself"),
                          QStringLiteral("new NamedPipeServerStream(name, PipeDirection.InOut, 1,\n"
                                         "    PipeTransmissionMode.Byte, PipeOptions.CurrentUserOnly);") });
    return fixes;
}

} // namespace pipeglass::access
