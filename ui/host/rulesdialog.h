// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "core/threads/backgroundthread.h"
#include "rules/ruleset.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace pipeglass::ui {

class MessageBar;
class RuleModel;

/// Edits the rules of a host in a table; opens and saves them as a file. Deletes itself when closed.
class RulesDialog : public QDialog {
    Q_OBJECT

public:
    explicit RulesDialog(std::vector<rules::Rule> rules, QWidget *parent = nullptr);
    ~RulesDialog() override;

    void openFile(const QByteArray &path);
    void saveFile(const QByteArray &path);

Q_SIGNALS:
    void used(const pipeglass::rules::RuleSet &rules); ///< valid ones, or none

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *makeTable();
    [[nodiscard]] QPushButton *makeButton(const QString &name, const QString &text, void (RulesDialog::*act)());
    [[nodiscard]] int currentRow() const;
    void add();
    void remove();
    void moveUp() { move(-1); }
    void moveDown() { move(1); }
    void move(int by);
    void askToOpen();
    void askToSave();
    void use();
    void adapt();

    RuleModel *m_model;
    BackgroundThread m_files{ QStringLiteral("rules") };
    MessageBar *m_bar = nullptr;
    QTableView *m_table = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_use = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace pipeglass::ui
