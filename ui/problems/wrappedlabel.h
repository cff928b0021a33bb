// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace pipeglass::ui {

/// A label for sentences with names from outside: plain text in several lines, which can be selected.
inline QLabel *wrappedLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace pipeglass::ui
