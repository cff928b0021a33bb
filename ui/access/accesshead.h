// SPDX-License-Identifier: MIT
#pragma once

#include "access/accessservice.h"

#include <QWidget>

class QLabel;

namespace pipeglass::ui {

class ElidedLabel;

/// Which pipes, who can connect in one sentence, and what that means for the person at the window.
class AccessHead : public QWidget {
    Q_OBJECT

public:
    explicit AccessHead(QWidget *parent = nullptr);

    void show(const std::vector<PipeAccess> &pipes);
    /// Instead of a pipe.
    void showText(const QString &text);
    /// Where there is little room: without what it means for the person.
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
