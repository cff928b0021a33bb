// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/accessfacts.h"

#include <QStringList>

namespace pipeglass::access {

/// Commands for sh that change files, to copy. ASCII or printable UTF-8 only: other bytes of a name are written with
/// printf's octal escapes.
class ShellCommand {
public:
    /// Adds the commands that change `before` to `after`. chmod and setfacl take a path, so they apply to whatever file
    /// has the name then; Pipeglass's own change is safer.
    void change(const QByteArray &path, const Permissions &before, const Permissions &after);
    [[nodiscard]] QString text() const;

private:
    void add(const QString &command, const QByteArray &path);

    QString m_preamble; ///< assignments for names with escapes
    QStringList m_commands;
    QByteArray m_lastPath;
    QString m_lastWord;
    int m_variables = 0;
};

/// The text as one word for sh, in single quotes if necessary.
[[nodiscard]] QString shellWord(const QString &text);

} // namespace pipeglass::access
