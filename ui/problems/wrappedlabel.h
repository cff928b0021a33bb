// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace pipeglass::ui {

/// A label in several lines that is never less high than its text: form layouts ignore the height for a width.
class WrappedLabel : public QLabel {
public:
    explicit WrappedLabel(QWidget *parent)
        : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
    }

    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const QSize usual = QLabel::minimumSizeHint();
        return text().isEmpty() ? usual : QSize(usual.width(), qMax(usual.height(), heightForWidth(width())));
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QLabel::resizeEvent(event);
        updateGeometry();
    }
};

/// A label for sentences with names from outside, which can be selected.
inline QLabel *wrappedLabel(const QString &name, QWidget *parent)
{
    auto *label = new WrappedLabel(parent);
    label->setObjectName(name);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace pipeglass::ui
