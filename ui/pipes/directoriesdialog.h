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

/// The additional directories to scan. A directory that cannot be listed remains, with the reason. Changes apply at
/// once.
class DirectoriesDialog : public QDialog {
    Q_OBJECT

public:
    /// `service` must outlive it. Deletes itself when closed.
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
    std::vector<Status> m_checks; ///< results for m_directories, as far as available
};

} // namespace pipeglass::ui
