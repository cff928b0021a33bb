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

/// Quotes a path as a C# string.
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

/// bind() creates the file with 0777 & ~umask.
QString umaskFor(FileMode mode) { return QStringLiteral("%1").arg(0777U & ~mode.bits(), 4, 8, QLatin1Char('0')); }

LastingFix dropIn(FileMode mode, const QString &group)
{
    const QString text = QStringLiteral("[Service]\nUMask=%1\n").arg(umaskFor(mode));
    return { AccessText::tr("In a systemd drop-in (systemctl edit SERVICE)"),
             group.isEmpty() ? text : text + QStringLiteral("Group=%1\n").arg(group) };
}

/// Fixes that need only a mode, and possibly another group than the server's.
std::vector<LastingFix> fixesByMode(const QByteArray &path, const Permissions &now, const Permissions &wanted)
{
    const QString group = shellName({ PrincipalKind::Group, wanted.group });
    const bool isOwnGroup = wanted.group == now.group;
    std::vector<LastingFix> fixes;
    if (isOwnGroup || (wanted.acl.group & 2U) == 0)
        fixes.push_back({ AccessText::tr("In the server's code, after creating the pipe"),
                          QStringLiteral("File.SetUnixFileMode(%1,\n    %2);")
                              .arg(csharpString(path), unixFileMode(wanted.mode)) });
    fixes.push_back(dropIn(wanted.mode, isOwnGroup ? QString() : group));
    const QString umask = QStringLiteral("umask %1").arg(umaskFor(wanted.mode));
    fixes.push_back({ AccessText::tr("In the shell that starts the server"),
                      isOwnGroup ? umask : QStringLiteral("newgrp %1\n").arg(group) + umask });
    if (wanted.group != 0 && (wanted.acl.group & 2U) != 0)
        fixes.push_back({ AccessText::tr("Add users to the group (takes effect at their next login)"),
                          QStringLiteral("sudo usermod -aG %1 USER").arg(group) });
    return fixes;
}

/// A new file has no ACL, and no umask creates one.
std::vector<LastingFix> fixesByList(const QByteArray &path, const Permissions &wanted)
{
    Permissions made = wanted;
    made.acl = Acl::fromMode(FileMode(0755));
    made.mode = FileMode(0755);
    ShellCommand setList;
    setList.change(path, made, wanted);
    std::vector<LastingFix> fixes{ { AccessText::tr("Each time after the pipe is created, in a shell or by the server"),
                                     setList.text() } };
    const bool groupCan = (wanted.acl.group & wanted.acl.groupBits() & 2U) != 0;
    QStringList steps;
    QString onlyGroup;
    for (const AclEntry &entry : wanted.acl.named) {
        if ((entry.permissions & wanted.acl.groupBits() & 2U) == 0)
            return fixes; // no group excludes this one
        const QString name = shellName(entry.who);
        const bool isGroup = entry.who.kind == PrincipalKind::Group;
        onlyGroup = isGroup && wanted.acl.named.size() == 1 && !groupCan ? name : QString();
        steps
            << (isGroup ? AccessText::tr("# and every member of the group %1").arg(name)
                        : QStringLiteral("sudo usermod -aG GROUP %1").arg(name));
    }
    const FileMode mode((wanted.mode.bits() & 0707U) | 070U);
    if (!onlyGroup.isEmpty()) {
        fixes.push_back(dropIn(mode, onlyGroup));
        return fixes;
    }
    if (groupCan)
        steps << AccessText::tr("# and every member of the group %1")
                     .arg(shellName({ PrincipalKind::Group, wanted.group }));
    fixes.push_back({ AccessText::tr("A shared group (takes effect at their next login), and the drop-in below"),
                      QStringLiteral("sudo groupadd GROUP\n") + steps.join(u'\n') });
    fixes.push_back(dropIn(mode, QStringLiteral("GROUP")));
    return fixes;
}

} // namespace

std::vector<LastingFix> lastingFixes(const QByteArray &path, const Permissions &now, const Permissions &wanted)
{
    std::vector<LastingFix> fixes =
        wanted.acl.isExtended() ? fixesByList(path, wanted) : fixesByMode(path, now, wanted);
    fixes.push_back(
        admitsOthers(wanted)
            ? LastingFix{ AccessText::tr("No CurrentUserOnly: it refuses other users whatever the mode is"),
                          QStringLiteral("new NamedPipeServerStream(name, PipeDirection.InOut, 1,\n"
                                         "    PipeTransmissionMode.Byte, PipeOptions.Asynchronous);") }
            : LastingFix{ AccessText::tr("Only the server's own user, checked by the server itself"),
                          QStringLiteral("new NamedPipeServerStream(name, PipeDirection.InOut, 1,\n"
                                         "    PipeTransmissionMode.Byte, PipeOptions.CurrentUserOnly);") });
    return fixes;
}

} // namespace pipeglass::access
