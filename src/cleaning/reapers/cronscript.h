// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>

#include <functional>
#include <vector>

namespace pipeglass::cleaning {

/// A call of a cleaner in a shell script or crontab.
struct CleanerCall {
    std::vector<QByteArray> words; ///< from the cleaner's name on, with quotes and variables resolved
    int line = 0; ///< first line, from 1
    QByteArray text; ///< as written
};

/// Parses the shell scripts that call cleaners: comments, quotes, continuation lines, simple assignments, `$NAME`,
/// `${NAME:-word}`, and `. FILE`. Runs nothing, follows every branch, ignores loops; other syntax is kept as text.
class CronScript {
public:
    /// Returns the content of a sourced file, empty if there is none.
    using Source = std::function<QByteArray(const QByteArray &path)>;

    explicit CronScript(QByteArrayView text, Source source = {});

    /// The calls of a program, in any directory, also after commands like `nice`.
    [[nodiscard]] std::vector<CleanerCall> calls(QByteArrayView program) const;
    /// The final value of a variable.
    [[nodiscard]] QByteArray variable(const QByteArray &name) const { return m_variables.value(name); }

private:
    void read(QByteArrayView text, int depth);
    void finish(CleanerCall command, int depth);

    Source m_source;
    QHash<QByteArray, QByteArray> m_variables;
    std::vector<CleanerCall> m_commands;
};

} // namespace pipeglass::cleaning
