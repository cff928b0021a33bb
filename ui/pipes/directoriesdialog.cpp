// SPDX-License-Identifier: MIT
#include "pipes/directoriesdialog.h"

#include "app/catalogservice.h"
#include "catalog/entries/pipename.h"
#include "core/bytetext.h"
#include "core/errortext.h"
#include "ui_directoriesdialog.h"
#include "widgets/svgicon.h"
#include "widgets/taborder.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>

#include <algorithm>

namespace pipeglass::ui {

DirectoriesDialog::DirectoriesDialog(CatalogService &service, std::vector<QByteArray> directories, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::DirectoriesDialog>())
    , m_service(service)
    , m_directories(std::move(directories))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *remove = new QAction(this);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_ui->list->addAction(remove);
    connect(remove, &QAction::triggered, this, &DirectoriesDialog::removeChosen);
    connect(m_ui->remove, &QPushButton::clicked, this, &DirectoriesDialog::removeChosen);
    connect(m_ui->browse, &QPushButton::clicked, this, &DirectoriesDialog::browse);
    connect(m_ui->add, &QPushButton::clicked, this, &DirectoriesDialog::addTyped);
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_ui->path, &QLineEdit::textChanged, this, &DirectoriesDialog::adapt);
    connect(m_ui->list, &QListWidget::itemSelectionChanged, this, &DirectoriesDialog::adapt);
    m_ui->list->setIconSize(QSize(16, 16));
    resize(520, 320);
    fill();
    orderTabsByLayout(*this);
    m_ui->path->setFocus();
}

DirectoriesDialog::~DirectoriesDialog() = default;

void DirectoriesDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Add a directory"), QStringLiteral("/"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { add(QFile::encodeName(path)); });
    dialog->open();
}

void DirectoriesDialog::addTyped()
{
    if (m_ui->path->text().isEmpty())
        return;
    add(QFile::encodeName(m_ui->path->text()));
}

void DirectoriesDialog::add(QByteArray directory)
{
    directory = catalog::withoutTrailingSlashes(std::move(directory));
    if (!directory.startsWith('/')) {
        m_ui->bar->showError({ ErrorCode::InvalidArgument, 0, directory, tr("an absolute path begins with \"/\"") });
        return;
    }
    m_ui->path->clear();
    std::vector<QByteArray> more = m_directories;
    if (std::find(more.begin(), more.end(), directory) == more.end())
        more.push_back(std::move(directory));
    changeTo(std::move(more));
}

void DirectoriesDialog::removeChosen()
{
    std::vector<QByteArray> rest;
    for (int row = 0; row < m_ui->list->count(); ++row) {
        if (!m_ui->list->item(row)->isSelected())
            rest.push_back(m_directories[static_cast<size_t>(row)]);
    }
    changeTo(std::move(rest));
}

void DirectoriesDialog::changeTo(std::vector<QByteArray> directories)
{
    if (directories == m_directories)
        return;
    m_directories = std::move(directories);
    m_checks.clear();
    fill();
    Q_EMIT changed(m_directories);
}

void DirectoriesDialog::fill()
{
    m_ui->list->clear();
    for (const QByteArray &directory : m_directories)
        m_ui->list->addItem(escapedText(directory));
    adapt();
    m_service.checkDirectories(this, m_directories, [this, asked = m_directories](const std::vector<Status> &checks) {
        if (asked != m_directories)
            return;
        m_checks = checks;
        adapt();
    });
}

void DirectoriesDialog::adapt()
{
    m_ui->add->setEnabled(!m_ui->path->text().isEmpty());
    m_ui->remove->setEnabled(!m_ui->list->selectedItems().isEmpty());
    QStringList complaints;
    QPixmap none(m_ui->list->iconSize());
    none.fill(Qt::transparent);
    for (size_t at = 0; at < m_checks.size(); ++at) {
        QListWidgetItem *item = m_ui->list->item(static_cast<int>(at));
        const QString errorOccurred = m_checks[at] ? QString() : errorText(m_checks[at].error());
        item->setIcon(errorOccurred.isEmpty() ? QIcon(none) : svgIcon(QStringLiteral("warning")));
        item->setToolTip(
            errorOccurred.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(errorOccurred.toHtmlEscaped()));
        if (!errorOccurred.isEmpty())
            complaints += errorOccurred;
    }
    if (!complaints.isEmpty())
        m_ui->bar->show(MessageBar::Kind::Warning, complaints.join(u'\n'));
    else if (m_checks.size() == m_directories.size())
        m_ui->bar->dismiss();
}

} // namespace pipeglass::ui
