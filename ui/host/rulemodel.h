// SPDX-License-Identifier: MIT
#pragma once

#include "rules/ruleset.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace pipeglass::ui {

/// Rules for answering messages, one a row, which can be edited.
class RuleModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { When, Pattern, Answer, Reply, Delay, Once, Then, ColumnCount };

    explicit RuleModel(QObject *parent = nullptr);

    void setRules(std::vector<rules::Rule> rules);
    [[nodiscard]] const std::vector<rules::Rule> &rules() const { return m_rules; }
    /// What is wrong, and where; nullopt: the rules are valid.
    [[nodiscard]] const std::optional<rules::Problem> &problem() const { return m_problem; }
    [[nodiscard]] QString problemText() const; ///< a sentence; empty: none

    void insertRule(int row); ///< one that matches any message
    void removeRule(int row);
    void moveRule(int row, int by); ///< by -1 or 1

    /// The choices of a column, in the order of the values of its enumeration; empty: a column without choices.
    [[nodiscard]] static QStringList choices(int column);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void rulesChanged(); ///< in any way

private:
    void check();
    [[nodiscard]] bool isWrong(const QModelIndex &index) const;

    std::vector<rules::Rule> m_rules;
    std::optional<rules::Problem> m_problem;
};

} // namespace pipeglass::ui
