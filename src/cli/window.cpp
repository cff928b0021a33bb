// SPDX-License-Identifier: MIT
#include "cli/window.h"

#include <QByteArray>

#include <array>
#include <climits>

#include <unistd.h>

namespace pipeglass::cli {

void executeWindow()
{
    std::array<char, PATH_MAX> self{};
    const ssize_t length = ::readlink("/proc/self/exe", self.data(), self.size());
    if (length <= 0)
        return;
    const QByteArrayView path(self.data(), length);
    QByteArray window = path.first(path.lastIndexOf('/') + 1).toByteArray() + "pipeglass-gui";
    const std::array<char *, 2> arguments{ window.data(), nullptr };
    ::execv(window.constData(), arguments.data());
}

} // namespace pipeglass::cli
