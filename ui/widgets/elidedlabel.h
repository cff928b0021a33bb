// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace pipeglass::ui {

/// One line of plain text that may be longer than there is room: cut in the middle, whole in the tool tip, and copied
/// whole from its context menu.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setFullText(const QString &text);
    [[nodiscard]] QString fullText() const { return m_text; }
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace pipeglass::ui
