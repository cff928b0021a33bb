// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace pipeglass::ui {

/// A line of plain text, elided in the middle if there is not enough space; complete in the tool tip and when copied.
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
