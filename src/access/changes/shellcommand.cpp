// SPDX-License-Identifier: MIT
#include "access/changes/shellcommand.h"

#include "core/bytetext.h"

#include <QStringList>

#include <algorithm>

namespace pipeglass::access {

namespace {

/// The text if it is valid UTF-8 without control characters, else nullopt.
std::optional<QString> printable(const QByteArray &bytes)
{
    const auto text = validUtf8(bytes);
    if (!text)
        return std::nullopt;
    // escapedText() would also escape the backslash, which is printable.
    QByteArray withoutBackslash = bytes;
    withoutBackslash.replace('\\', '/');
    return escapedText(withoutBackslash).contains(QLatin1Char('\\')) ? std::nullopt : text;
}

/// A printf format for any bytes: all except plain characters in octal.
QString printfFormat(const QByteArray &bytes)
{
    QString format;
    for (const char c : bytes) {
        const auto byte = static_cast<uchar>(c);
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9')
            || byte == '/' || byte == '_' || byte == '-' || byte == '.';
        format += plain ? QString(QLatin1Char(c)) : QStringLiteral("\\%1").arg(byte, 3, 8, QLatin1Char('0'));
    }
    return format;
}

QString aclChanges(const Acl &before, const Acl &after)
{
    QStringList parts;
    if (before.owner != after.owner)
        parts << QLatin1String("u::") + rwxText(after.owner);
    quint8 everything = after.group;
    for (const AclEntry &entry : after.named) {
        everything = static_cast<quint8>(everything | entry.permissions);
        if (before.permissionsOf(entry.who) != entry.permissions)
            parts << entryText(entry);
    }
    if (before.group != after.group)
        parts << QLatin1String("g::") + rwxText(after.group);
    if (before.other != after.other)
        parts << QLatin1String("o::") + rwxText(after.other);
    // Without a mask in the changes, setfacl computes one from all entries.
    if (after.mask != everything || parts.isEmpty())
        parts << QLatin1String("m::") + rwxText(after.mask.value_or(everything));
    return parts.join(QLatin1Char(','));
}

QStringList permissionCommands(const Acl &before, const Acl &after)
{
    const QString chmod = QLatin1String("chmod ") + after.mode().octal();
    if (before == after)
        return {};
    if (before.withMode(after.mode()) == after)
        return { chmod };
    if (!after.isExtended())
        return { QStringLiteral("setfacl -b"), chmod };
    const bool someGone = std::any_of(before.named.begin(), before.named.end(), [&after](const AclEntry &entry) {
        return !after.permissionsOf(entry.who);
    });
    if (someGone)
        return { QLatin1String("setfacl --set ") + after.text() };
    return { QLatin1String("setfacl -m ") + aclChanges(before, after) };
}

QString ownershipCommand(const Permissions &before, const Permissions &after)
{
    const QString owner = shellName({ PrincipalKind::User, after.owner });
    const QString group = shellName({ PrincipalKind::Group, after.group });
    if (before.owner != after.owner)
        return QLatin1String("chown ") + owner + (before.group == after.group ? QString() : QLatin1Char(':') + group);
    return before.group == after.group ? QString() : QLatin1String("chgrp ") + group;
}

} // namespace

QString shellWord(const QString &text)
{
    QString quoted = text;
    return QLatin1Char('\'') + quoted.replace(QLatin1Char('\''), QLatin1String("'\\''")) + QLatin1Char('\'');
}

void ShellCommand::add(const QString &command, const QByteArray &path)
{
    if (m_lastWord.isEmpty() || path != m_lastPath) {
        m_lastPath = path;
        if (const auto plain = printable(path)) {
            m_lastWord = shellWord(*plain);
        } else {
            // The dot protects line feeds at the end of the name from $().
            const QString name = QStringLiteral("p%1").arg(++m_variables);
            m_preamble += QStringLiteral("%1=$(printf '%2.'); ").arg(name, printfFormat(path));
            m_lastWord = QStringLiteral("\"${%1%.}\"").arg(name);
        }
    }
    m_commands << command + QLatin1String(" -- ") + m_lastWord;
}

void ShellCommand::change(const QByteArray &path, const Permissions &before, const Permissions &after)
{
    if (const QString command = ownershipCommand(before, after); !command.isEmpty())
        add(command, path);
    for (const QString &command : permissionCommands(before.acl, after.acl))
        add(command, path);
}

QString ShellCommand::text() const { return m_preamble + m_commands.join(QLatin1String(" && ")); }

} // namespace pipeglass::access
