// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>

#include <functional>
#include <vector>

namespace pipeglass::cleaning {

/// A call of a cleaner in a shell script or a crontab.
struct CleanerCall {
    std::vector<QByteArray> words; ///< from the cleaner's name on, quotes taken away and variables put in
    int line = 0; ///< where it begins, counted from 1
    QByteArray text; ///< as it is written
};

/// Reads scripts as cleaners' packages and people write them: comments, quotes, continued lines, plain assignments,
/// `$NAME`, `${NAME:-word}`, and `. FILE`. It runs nothing, takes every branch and no loop; what else a shell can do it
/// leaves as it stands.
class CronScript {
public:
    /// What a sourced file holds, empty where there is none.
    using Source = std::function<QByteArray(const QByteArray &path)>;

    explicit CronScript(QByteArrayView text, Source source = {});

    /// The calls of a program of this name, in any directory and behind words like `nice`.
    [[nodiscard]] std::vector<CleanerCall> calls(QByteArrayView program) const;
    /// A variable as the script leaves it.
    [[nodiscard]] QByteArray variable(const QByteArray &name) const { return m_variables.value(name); }

private:
    void read(QByteArrayView text, int depth);
    void finish(CleanerCall command, int depth);

    Source m_source;
    QHash<QByteArray, QByteArray> m_variables;
    std::vector<CleanerCall> m_commands;
};

} // namespace pipeglass::cleaning
