// SPDX-License-Identifier: MIT
#pragma once

#include "models/wordfiltermodel.h"

namespace pipeglass::models {

/// The list of pipes as the person wants to see it: sorted by any column, and only those that hold every word of the
/// filter text (any case) in name or path, server, owner, state, namespace or what it is. Window's thread.
class PipeFilterModel : public WordFilterModel {
    Q_OBJECT

public:
    explicit PipeFilterModel(QObject *parent = nullptr);

    /// Of the rows that are left, those of what is gone.
    [[nodiscard]] int goneCount() const;

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

} // namespace pipeglass::models
