// SPDX-License-Identifier: MIT
#pragma once

#include "framing/framing.h"

#include <algorithm>

namespace pipeglass::framing {

/// How a framing fits to the first bytes of both directions.
struct Fit {
    std::vector<Frame> frames; ///< whole ones, the client's first
    std::vector<Slice> held; ///< incomplete frames
    qsizetype awaited = 0; ///< the size of an incomplete frame; 0: not known
    bool isMalformed = false;
    int sidesWithoutFrame = 0; ///< that have bytes
    /// How surprising it would be if other bytes happened to have such lengths: -log2 of its probability, for a length
    /// of one byte. A wider one has 8 more for each byte and frame.
    double surprise = 0;
    int surprises = 0; ///< frames that count for it: not empty
    bool isText = false; ///< all bytes, UTF-8 or UTF-16LE: letters are possible lengths everywhere

    [[nodiscard]] bool isExact() const { return held.empty(); }
    [[nodiscard]] int count() const { return static_cast<int>(frames.size()); }
    template <typename Check>
    [[nodiscard]] bool all(Check check) const
    {
        return !frames.empty()
            && std::all_of(frames.begin(), frames.end(), [&](const Frame &one) { return check(one.payload().view()); });
    }
    template <typename Check>
    [[nodiscard]] bool allHeld(Check check) const
    {
        return std::all_of(held.begin(), held.end(), [&](const Slice &one) { return check(one.view()); });
    }
    template <typename Check>
    [[nodiscard]] bool any(Check check) const
    {
        return std::any_of(frames.begin(), frames.end(), [&](const Frame &one) { return check(one.payload().view()); });
    }
};

[[nodiscard]] Fit fit(const Framing &framing, const PerSide<QByteArray> &bytes, bool isText);

/// What a fit is worth: a score from 0 to 1, and why.
struct Judgement {
    double score = 0;
    QString reason;
};

/// By the rule for the framing with this id; a score of 0 if it does not fit.
[[nodiscard]] Judgement judge(QByteArrayView id, const Fit &fit);

} // namespace pipeglass::framing
