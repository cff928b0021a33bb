// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace pipeglass::catalog {

/// Names a namespace by the control group of a process in it (text of /proc/PID/cgroup): "foo.service", "docker
/// 0123456789ab", "podman ...", "flatpak org.example.App"; empty if unknown. Pure, any bytes.
[[nodiscard]] QString namespaceLabel(QByteArrayView cgroupText);

} // namespace pipeglass::catalog
