// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QListWidget;
class QTextBrowser;

namespace pipeglass::ui {

/// The manual: a list of jobs, and the chosen one with its picture. Needs no network.
class Manual : public QDialog {
    Q_OBJECT

public:
    /// Deletes itself when closed.
    explicit Manual(QWidget *parent = nullptr);

    void showPage(const QString &id); ///< the first one if it is unknown
    [[nodiscard]] QString page() const;

private:
    void showCurrent();

    QListWidget *m_topics;
    QTextBrowser *m_text;
};

} // namespace pipeglass::ui
