// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/plan.h"

#include <QScrollArea>

class QLabel;
class QPushButton;

namespace pipeglass::ui {

/// The effect of a change: who gains and loses access, old and new modes, and the command to copy. As high as its text
/// up to a limit, then it scrolls; equal pipes share a line.
class ChangePreview : public QScrollArea {
    Q_OBJECT

public:
    explicit ChangePreview(QWidget *parent = nullptr);

    /// `hint`: an additional sentence, such as that root's rights are needed. No previews: nothing would change.
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
