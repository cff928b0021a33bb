// SPDX-License-Identifier: MIT
#pragma once

#include <QModelIndex>

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>
#include <vector>

namespace pipeglass::models {

/// The steps from the old rows to the new ones. Adjacent rows are combined, so that a thousand rows take one signal.
struct RowSteps {
    struct Run {
        int first = 0;
        int last = 0;
        friend bool operator==(const Run &, const Run &) = default;
    };
    std::vector<Run> removed; ///< old rows, last first; to be applied first
    std::vector<Run> inserted; ///< new rows, first first
};

/// Both must be sorted by `less` without duplicates. `less` takes elements of both.
template <typename Before, typename Now, typename Less>
[[nodiscard]] RowSteps rowSteps(const Before &before, const Now &now, Less less)
{
    RowSteps steps;
    auto old = before.begin();
    const auto drop = [&] {
        const int row = static_cast<int>(old++ - before.begin());
        if (!steps.removed.empty() && steps.removed.back().last == row - 1)
            steps.removed.back().last = row;
        else
            steps.removed.push_back({ row, row });
    };
    int row = 0;
    for (const auto &one : now) {
        while (old != before.end() && less(*old, one))
            drop();
        if (old != before.end() && !less(one, *old))
            ++old;
        else if (!steps.inserted.empty() && steps.inserted.back().last == row - 1)
            steps.inserted.back().last = row;
        else
            steps.inserted.push_back({ row, row });
        ++row;
    }
    while (old != before.end())
        drop();
    std::reverse(steps.removed.begin(), steps.removed.end());
    return steps;
}

/// A model that is updated by inserting and removing rows, never by a reset.
template <typename Base>
class MergingModel : public Base {
protected:
    using Base::Base;

    /// Changes `rows` below `parent` to `now`; both as for rowSteps(). Calls `update(row, now)` for each row that
    /// remains, which returns whether it changed visibly, and `complete(now)` for each new row before it is inserted.
    template <typename Rows, typename Less, typename Update, typename Complete = std::identity>
    void mergeRows(Rows &rows, Rows now, const QModelIndex &parent, Less less, Update update, Complete complete = {})
    {
        const RowSteps steps = rowSteps(rows, now, less);
        for (const RowSteps::Run &run : steps.removed) {
            this->beginRemoveRows(parent, run.first, run.last);
            rows.erase(rows.begin() + run.first, rows.begin() + run.last + 1);
            this->endRemoveRows();
        }
        for (const RowSteps::Run &run : steps.inserted) {
            std::for_each(now.begin() + run.first, now.begin() + run.last + 1, complete);
            this->beginInsertRows(parent, run.first, run.last);
            const auto first = std::make_move_iterator(now.begin() + run.first);
            rows.insert(rows.begin() + run.first, first, first + (run.last - run.first + 1));
            this->endInsertRows();
        }
        auto made = steps.inserted.begin();
        int changed = -1; // first of adjacent changed rows
        for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
            if (made != steps.inserted.end() && row > made->last)
                ++made;
            const bool isNew = made != steps.inserted.end() && row >= made->first;
            if (!isNew && update(row, now[static_cast<size_t>(row)]))
                changed = changed < 0 ? row : changed;
            else if (changed >= 0)
                tellChanged(std::exchange(changed, -1), row - 1, parent);
        }
        if (changed >= 0)
            tellChanged(changed, static_cast<int>(rows.size()) - 1, parent);
    }

private:
    void tellChanged(int first, int last, const QModelIndex &parent)
    {
        Q_EMIT this->dataChanged(
            this->index(first, 0, parent), this->index(last, this->columnCount(parent) - 1, parent));
    }
};

} // namespace pipeglass::models
