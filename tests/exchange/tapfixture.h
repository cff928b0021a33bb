// SPDX-License-Identifier: MIT
#pragma once

#include "core/path.h"
#include "exchange/exchangedname.h"
#include "support/privatedirectory.h"

#include <QByteArray>

#include <algorithm>
#include <filesystem>

#include <sys/stat.h>

namespace pipeglass::test {

/// A directory for pipes and one for the journals of taps, which no other test sees.
struct TapFixture {
    TapFixture() { qputenv("XDG_STATE_HOME", state.path()); }

    [[nodiscard]] QByteArray path() const { return pipes.filePath("CoreFxPipe_a"); }
    [[nodiscard]] QByteArray journals() const { return state.filePath("pipeglass/taps"); }

    PrivateDirectory state;
    PrivateDirectory pipes;
};

inline std::vector<QByteArray> filesIn(const QByteArray &directory)
{
    std::vector<QByteArray> leaves;
    std::error_code none;
    for (const auto &file : std::filesystem::directory_iterator(directory.constData(), none))
        leaves.push_back(leafOf(QByteArray::fromStdString(file.path().string())).toByteArray());
    std::sort(leaves.begin(), leaves.end());
    return leaves;
}

/// All zero where there is none.
inline struct stat statusOf(const QByteArray &path)
{
    struct stat status { };
    if (::lstat(path.constData(), &status) != 0)
        status = {};
    return status;
}

inline Result<std::unique_ptr<exchange::ExchangedName>>
prepared(const QByteArray &path, exchange::Watching watching = exchange::Watching::Nobody)
{
    const auto file = catalog::resolve(path, catalog::Links::Keep);
    return file ? exchange::ExchangedName::prepare(*file, watching) : failure(file.error());
}

inline int numberFromEnvironment(const char *name, int otherwise)
{
    return qEnvironmentVariableIsSet(name) ? qEnvironmentVariableIntValue(name) : otherwise;
}

} // namespace pipeglass::test
