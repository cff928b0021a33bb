// SPDX-License-Identifier: MIT
#pragma once

#include "models/wordfiltermodel.h"

namespace pipeglass::models {

/// Sorts the processes by any column (child rows keep their order) and filters by all words of the filter text
/// (case-insensitive). A matching process is shown with all child rows, another one with its matching child rows.
/// Window's thread.
class ProcessFilterModel : public WordFilterModel {
    Q_OBJECT

public:
    explicit ProcessFilterModel(QObject *parent = nullptr);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

} // namespace pipeglass::models
