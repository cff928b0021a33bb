// SPDX-License-Identifier: MIT
#pragma once

#include "cleaning/deletion.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace pipeglass::ui {

class ElidedLabel;

/// Says that a cleaner of temporary files will delete a file, and when. Quiet for a dead file; for one that lives it is
/// a warning, with what to write where to exclude it. Hidden while there is nothing to say.
class DeletionNotice : public QFrame {
    Q_OBJECT

public:
    explicit DeletionNotice(QWidget *parent = nullptr);

    /// `path` is the file's, `isAlive` whether somebody needs it.
    void show(const QByteArray &path, const std::optional<cleaning::Deletion> &deletion, bool isAlive);
    /// All that it says; empty while it says nothing.
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
