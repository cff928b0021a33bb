// SPDX-License-Identifier: MIT
#pragma once

#include "compare/comparison.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTabWidget;
class QTableView;

namespace pipeglass::ui {

class CompareModel;
class MessageBar;

/// Two messages side by side: their values if they are JSON, their lines if they are texts, and their bytes. Deletes
/// itself when closed; show it with show().
class CompareDialog : public QDialog {
    Q_OBJECT

public:
    CompareDialog(const ComparedMessage &left, const ComparedMessage &right, QWidget *parent = nullptr);
    ~CompareDialog() override; ///< a comparison that still runs ends soon

Q_SIGNALS:
    void compared(); ///< the result is shown, or an error

private:
    void showResult(const Result<ComparisonPtr> &comparison);
    QTableView *addPage(const ComparisonPtr &comparison, int kind, const QString &title);
    void adapt();
    void goTo(int row);
    [[nodiscard]] QTableView *currentTable() const;
    [[nodiscard]] const CompareModel *currentModel() const; ///< null: none yet

    std::shared_ptr<std::atomic<bool>> m_isCancelled = std::make_shared<std::atomic<bool>>(false);
    QLabel *m_result;
    MessageBar *m_bar;
    QTabWidget *m_pages;
    QPushButton *m_previous;
    QPushButton *m_next;
};

} // namespace pipeglass::ui
