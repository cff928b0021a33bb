// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/connections.h"

#include <QTreeView>

namespace pipeglass::models {
class PipeConnectionsModel;
}

namespace pipeglass::ui {

/// The connections of a pipe, sortable. As high as its rows up to a limit, then it scrolls.
class ConnectionTable : public QTreeView {
    Q_OBJECT

public:
    explicit ConnectionTable(QWidget *parent = nullptr);

    void setConnections(const std::vector<catalog::Connection> &connections);
    /// The selected rows in view order, tab-separated, with a header line.
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
