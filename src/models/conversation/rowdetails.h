// SPDX-License-Identifier: MIT
#pragma once

#include "conversation/itemtest.h"
#include "conversation/selectedmessages.h"
#include "conversation/valuepath.h"
#include "decoding/decoderregistry.h"
#include "decoding/schema/messagetypes.h"

#include <QStringList>

#include <vector>

namespace pipeglass::models {

/// What is shown of an item and must be read from the recording.
struct RowDetails {
    quint64 number = 0; ///< in the list
    QString preview; ///< safe to show as plain text
    std::optional<qint64> latency = {}; ///< of an answer, nanoseconds
    QStringList values = {}; ///< one for each path
    int rule = -1; ///< the first colour rule that matches
};

/// What is read in addition to previews.
struct DetailsRequest {
    bool latency = false;
    std::vector<conversation::ValuePath> paths = {};
    std::vector<filter::Filter> rules = {};
    decoding::DecoderRegistryPtr decoders = {};
    decoding::MessageTypesPtr types = {};

    [[nodiscard]] bool isEmpty() const { return !latency && paths.empty() && rules.empty(); }
};

// Any thread; `numbers` are ascending.
[[nodiscard]] std::vector<RowDetails>
readPreviews(const capture::MessageList &list, const std::vector<quint64> &numbers);
[[nodiscard]] std::vector<RowDetails> readDetails(
    const conversation::SelectedMessages &list, const conversation::MessageNumbersPtr &messageNumbers,
    const DetailsRequest &request, const std::vector<quint64> &numbers);

} // namespace pipeglass::models
