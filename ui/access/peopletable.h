// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/effect.h"

#include <QTreeWidget>

namespace pipeglass::ui {

/// Users and groups, and whether each can connect. As high as its rows, up to a limit.
class PeopleTable : public QTreeWidget {
    Q_OBJECT

public:
    enum Column { Kind, Name, CanConnect, Because };

    explicit PeopleTable(QWidget *parent = nullptr);

    void setRows(const std::vector<access::TableRow> &rows);
};

} // namespace pipeglass::ui
