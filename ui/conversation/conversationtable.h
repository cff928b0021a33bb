// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/fixedrowtable.h"

#include <vector>

namespace pipeglass::ui {

class ConversationDelegate;

/// The messages of a conversation. Follows the newest message while the end is visible; otherwise keeps the scroll
/// position.
class ConversationTable : public FixedRowTable {
    Q_OBJECT

public:
    explicit ConversationTable(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void setDefaultWidths();
    [[nodiscard]] bool isFollowing() const;
    void setRuleColours(const QList<QColor> &colours); ///< of rows, as in ConversationDelegate
    void setHeld(bool held) { m_isHeld = held; } ///< new rows change neither position nor selection
    void choose(int row); ///< selects only this row, and shows it
    [[nodiscard]] std::vector<int> selectedRows() const; ///< ascending

protected:
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

Q_SIGNALS:
    void messageChosen(quint64 number); ///< number in the list
    void nothingChosen();

private:
    void prepare(int first);
    void follow(int last);
    void fitNumbers();

    ConversationDelegate *m_delegate;
    bool m_isHeld = false;
    bool m_follow = true; ///< state before new rows
    bool m_select = true; ///< the newest message was current
};

} // namespace pipeglass::ui
