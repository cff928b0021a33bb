// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

class QAbstractItemView;

namespace pipeglass::ui {

/// A text in the middle of an item view while its model has no rows. The view must have its model.
class EmptyText : public QLabel {
    Q_OBJECT

public:
    EmptyText(const QString &text, QAbstractItemView *view);

    /// Only its first line is shown if there is no space for more.
    void setText(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void adapt();

    QAbstractItemView *m_view;
    QString m_whole;
};

} // namespace pipeglass::ui
