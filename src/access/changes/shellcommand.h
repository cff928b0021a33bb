// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/accessfacts.h"

#include <QStringList>

namespace pipeglass::access {

/// Commands for sh that change files, for people to copy. ASCII or printable UTF-8 only, whatever the file is called:
/// a name with other bytes is written with printf's octal escapes.
class ShellCommand {
public:
    /// The commands that make `after` of `before`. chmod and setfacl take a path, so what they hit is whatever has it
    /// when they run: the reason to prefer Pipeglass's own change.
    void change(const QByteArray &path, const Permissions &before, const Permissions &after);
    [[nodiscard]] QString text() const;

private:
    void add(const QString &command, const QByteArray &path);

    QString m_preamble; ///< assignments for the names that need one
    QStringList m_commands;
    QByteArray m_lastPath;
    QString m_lastWord;
    int m_variables = 0;
};

/// The text as one word of sh: in single quotes where it needs them.
[[nodiscard]] QString shellWord(const QString &text);

} // namespace pipeglass::access
