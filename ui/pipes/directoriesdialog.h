// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QDialog>

#include <memory>
#include <vector>

namespace pipeglass::ui {

class CatalogService;

namespace Ui {
class DirectoriesDialog;
}

/// The directories that the person wants to be looked into besides the usual ones and those that are found. One that
/// cannot be listed stays, with the reason: it may come back. What is added or removed counts at once.
class DirectoriesDialog : public QDialog {
    Q_OBJECT

public:
    /// `service` outlives it. Deletes itself when it is closed.
    DirectoriesDialog(CatalogService &service, std::vector<QByteArray> directories, QWidget *parent = nullptr);
    ~DirectoriesDialog() override;

Q_SIGNALS:
    void changed(const std::vector<QByteArray> &directories);

private:
    void browse();
    void add(QByteArray directory);
    void addTyped();
    void removeChosen();
    void changeTo(std::vector<QByteArray> directories);
    void fill();
    void adapt();

    std::unique_ptr<Ui::DirectoriesDialog> m_ui;
    CatalogService &m_service;
    std::vector<QByteArray> m_directories;
    std::vector<Status> m_checks; ///< of the same, as far as they are in
};

} // namespace pipeglass::ui
