// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/plan.h"

#include <QScrollArea>

class QLabel;
class QPushButton;

namespace pipeglass::ui {

/// What a change would do, before it is done: who gains, who loses, the modes before and after, and the same as a
/// command to copy. As high as its text, up to a limit, then it scrolls; of many pipes those that are alike share a
/// line.
class ChangePreview : public QScrollArea {
    Q_OBJECT

public:
    explicit ChangePreview(QWidget *parent = nullptr);

    /// `hint` is one more sentence, such as that it takes root's rights. No previews: nothing would change.
    void show(const std::vector<access::Preview> &previews, const QString &hint);
    void showError(const Error &error);
    [[nodiscard]] QString command() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setCommand(const QString &shown, const QString &whole);
    void arrange();

    QWidget *m_sheet;
    QLabel *m_gains;
    QLabel *m_loses;
    QLabel *m_modes;
    QLabel *m_notes;
    QLabel *m_command;
    QPushButton *m_copy;
    QString m_text;
};

} // namespace pipeglass::ui
