// SPDX-License-Identifier: MIT
#pragma once

#include "overview/drawinglayout.h"

namespace pipeglass::ui {

/// A box of the drawing and its arrow with their texts, before layout.
struct DrawingItem {
    DrawingLayout::Box box;
    DrawingLayout::Arrow arrow;
};

/// From top to bottom; never empty.
[[nodiscard]] std::vector<DrawingItem> clientItems(const catalog::PipeEntry &entry, const Topology &topology);
[[nodiscard]] std::vector<DrawingItem> serverItems(const Topology &topology);
[[nodiscard]] DrawingLayout::Arrow plainArrow(DrawingLayout::Style style, bool hasHead = true);
[[nodiscard]] DrawingLayout::Box pipeBox(const catalog::PipeEntry &entry);

} // namespace pipeglass::ui
