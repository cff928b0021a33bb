// SPDX-License-Identifier: MIT
#pragma once

#include "conversation/viewsettings.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace pipeglass::ui {

class ExpressionField;

/// Edits the colour rules: the first expression that matches a message gives the colour of its row.
class ColourRulesDialog : public QDialog {
    Q_OBJECT

public:
    ColourRulesDialog(const QList<ViewSettings::ColourRule> &rules, QWidget *parent);

    /// Without rules that have no expression.
    [[nodiscard]] QList<ViewSettings::ColourRule> rules() const;

private:
    struct Row {
        QWidget *widget;
        QComboBox *colour;
        ExpressionField *expression;
    };

    void addRow(const ViewSettings::ColourRule &rule);
    void removeRow(QWidget *widget);
    void moveUp(QWidget *widget);
    void adapt();

    QList<Row> m_rows;
    QVBoxLayout *m_column;
    QLabel *m_problem;
    QPushButton *m_accept;
};

} // namespace pipeglass::ui
