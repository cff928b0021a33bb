// SPDX-License-Identifier: MIT
#pragma once

#include "access/accessservice.h"

#include <QWidget>

class QLabel;

namespace pipeglass::ui {

class ElidedLabel;

/// The chosen pipes, who can connect in one sentence, and whether the user can.
class AccessHead : public QWidget {
    Q_OBJECT

public:
    explicit AccessHead(QWidget *parent = nullptr);

    void show(const std::vector<PipeAccess> &pipes);
    /// Shows a text instead of a pipe.
    void showText(const QString &text);
    /// In a low window: hides whether the user can connect.
    void setBrief(bool brief);

private:
    void set(const QString &name, const QString &sentence, const QString &you, const QString &warning);

    void adapt();

    ElidedLabel *m_name;
    QLabel *m_sentence;
    QLabel *m_you;
    QLabel *m_warning;
    bool m_brief = false;
};

} // namespace pipeglass::ui
