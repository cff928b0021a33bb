// SPDX-License-Identifier: MIT
#pragma once

#include "models/wordfiltermodel.h"

namespace pipeglass::models {

/// The processes as the person wants to see them: sorted by any column, what is known of each in its own order, and
/// only what holds every word of the filter text (any case). A process that does is shown with all that is known of it;
/// one that does not, with those of its rows that do. Window's thread.
class ProcessFilterModel : public WordFilterModel {
    Q_OBJECT

public:
    explicit ProcessFilterModel(QObject *parent = nullptr);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

} // namespace pipeglass::models
