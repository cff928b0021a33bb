// SPDX-License-Identifier: MIT
#pragma once

#include "models/wordfiltermodel.h"

namespace pipeglass::models {

/// Sorts the list of pipes by any column and filters it: all words of the filter text (case-insensitive) must be in
/// name or path, server, owner, state, namespace or endpoint. Window's thread.
class PipeFilterModel : public WordFilterModel {
    Q_OBJECT

public:
    explicit PipeFilterModel(QObject *parent = nullptr);

    /// Number of filtered rows of removed pipes.
    [[nodiscard]] int goneCount() const;

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

} // namespace pipeglass::models
