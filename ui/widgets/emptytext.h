// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

class QAbstractItemView;

namespace pipeglass::ui {

/// What an empty list says instead of nothing: lies over the middle of a view while its model has no rows. Give the
/// view its model first.
class EmptyText : public QLabel {
    Q_OBJECT

public:
    EmptyText(const QString &text, QAbstractItemView *view);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void adapt();

    QAbstractItemView *m_view;
};

} // namespace pipeglass::ui
