// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <vector>

namespace pipeglass::formats {

/// The text of a file in resources/formats, which are compiled in. Its name is that of the format.
struct Preset {
    const char *name;
    const char *text;
};

[[nodiscard]] const std::vector<Preset> &presets();
/// The description of the framing with this id in the language of formats; empty: there is none.
[[nodiscard]] QByteArray presetDescription(QByteArrayView id);

} // namespace pipeglass::formats
