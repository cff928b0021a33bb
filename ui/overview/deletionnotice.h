// SPDX-License-Identifier: MIT
#pragma once

#include "cleaning/deletion.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace pipeglass::ui {

class ElidedLabel;

/// Says that a cleaner of temporary directories will delete a file, and when. For a live server it is a warning with
/// the line that excludes the file. Hidden if no cleaner does.
class DeletionNotice : public QFrame {
    Q_OBJECT

public:
    explicit DeletionNotice(QWidget *parent = nullptr);

    /// `isAlive`: whether a server uses the file.
    void show(const QByteArray &path, const std::optional<cleaning::Deletion> &deletion, bool isAlive);
    /// The complete text; empty if hidden.
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_icon;
    QLabel *m_sentence;
    ElidedLabel *m_rule;
    QLabel *m_remedy;
    ElidedLabel *m_line;
    QPushButton *m_copy;
    bool m_isAlive = false;
};

} // namespace pipeglass::ui
