// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace pipeglass::catalog {

/// Whose namespace it is by the control group of a process in it (the text of /proc/PID/cgroup): "foo.service", "docker
/// 0123456789ab", "podman ...", "flatpak org.example.App"; empty where the text tells nothing. Pure, any bytes.
[[nodiscard]] QString namespaceLabel(QByteArrayView cgroupText);

} // namespace pipeglass::catalog
