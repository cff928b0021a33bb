// SPDX-License-Identifier: MIT
#pragma once

#include <QTableView>

namespace pipeglass::ui {

/// The messages of one conversation. Fixed section sizes, because they are what makes millions of rows cheap. Follows
/// the newest message while the end is in sight; scrolled away, it stays where the person looks.
class ConversationTable : public QTableView {
    Q_OBJECT

public:
    explicit ConversationTable(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void setDefaultWidths();
    [[nodiscard]] bool isFollowing() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

Q_SIGNALS:
    void messageChosen(quint64 number); ///< its number in the list
    void nothingChosen();

private:
    void prepare(int first);
    void follow(int last);
    void fitNumbers();

    bool m_follow = true; ///< as it was before rows came
    bool m_select = true; ///< the newest message was the current one
};

} // namespace pipeglass::ui
