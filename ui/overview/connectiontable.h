// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/connections.h"

#include <QTreeView>

namespace pipeglass::models {
class PipeConnectionsModel;
}

namespace pipeglass::ui {

/// Who is connected to a pipe, to sort and to copy. As high as its rows, up to some; then it scrolls.
class ConnectionTable : public QTreeView {
    Q_OBJECT

public:
    explicit ConnectionTable(QWidget *parent = nullptr);

    void setConnections(const std::vector<catalog::Connection> &connections);
    /// The chosen rows in the order of the view, cells parted by tabs, with the headings in the first line.
    [[nodiscard]] QString selectedText() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void copy() const;
    void fitColumns();
    void fitHeight();

    models::PipeConnectionsModel *m_connections;
};

} // namespace pipeglass::ui
