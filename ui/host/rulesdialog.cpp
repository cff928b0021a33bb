// SPDX-License-Identifier: MIT
#include "host/rulesdialog.h"

#include "core/bytetext.h"
#include "host/ruledelegate.h"
#include "host/rulemodel.h"
#include "rules/rulefile.h"
#include "widgets/characterwidth.h"
#include "widgets/emptytext.h"
#include "widgets/messagebar.h"
#include "widgets/svgicon.h"
#include "widgets/taborder.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

#include <utility>

namespace pipeglass::ui {

RulesDialog::RulesDialog(std::vector<rules::Rule> rules, QWidget *parent)
    : QDialog(parent)
    , m_model(new RuleModel(this))
{
    setObjectName(QStringLiteral("rulesDialog"));
    setWindowTitle(tr("Rules for answers"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    auto *explanation = new QLabel(
        tr("The first rule that matches a message answers it; a message that none matches is not answered. "
           "Double-click a cell, or press F2, to change it."),
        this);
    explanation->setWordWrap(true);
    m_bar = new MessageBar(this);
    m_problem = new QLabel(this);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel | QDialogButtonBox::Ok, this);
    m_use = buttons->button(QDialogButtonBox::Ok);
    m_use->setText(tr("&Use these rules"));
    m_use->setIcon({});
    buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    column->addWidget(explanation);
    column->addWidget(m_bar);
    column->addWidget(makeTable(), 1);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &RulesDialog::use);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_model, &RuleModel::rulesChanged, this, &RulesDialog::adapt);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &RulesDialog::adapt);
    m_model->setRules(std::move(rules));
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
    orderTabsByLayout(*this);
    resize(characterWidth(fontMetrics()) * 128, fontMetrics().height() * 24);
}

RulesDialog::~RulesDialog() = default;

QWidget *RulesDialog::makeTable()
{
    auto *area = new QWidget(this);
    auto *row = new QHBoxLayout(area);
    row->setContentsMargins(0, 0, 0, 0);
    m_table = new QTableView(area);
    m_table->setObjectName(QStringLiteral("rules"));
    m_table->setAccessibleName(tr("Rules"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RuleDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(
        QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked | QAbstractItemView::EditKeyPressed
        | QAbstractItemView::AnyKeyPressed);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    const int unit = characterWidth(fontMetrics());
    const int widths[] = { 18, 26, 12, 30, 12, 8, 14 };
    for (int i = 0; i < RuleModel::ColumnCount; ++i)
        m_table->setColumnWidth(i, widths[i] * unit);
    m_table->horizontalHeader()->setSectionResizeMode(RuleModel::Pattern, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(RuleModel::Reply, QHeaderView::Stretch);
    new EmptyText(tr("No rules: messages are answered by hand. \"Add\" makes one, \"Open\" reads a file."), m_table);
    row->addWidget(m_table, 1);
    auto *side = new QVBoxLayout;
    side->addWidget(makeButton(QStringLiteral("add"), tr("&Add"), &RulesDialog::add));
    side->addWidget(m_remove = makeButton(QStringLiteral("remove"), tr("&Remove"), &RulesDialog::remove));
    side->addWidget(m_up = makeButton(QStringLiteral("up"), tr("Move u&p"), &RulesDialog::moveUp));
    side->addWidget(m_down = makeButton(QStringLiteral("down"), tr("Move &down"), &RulesDialog::moveDown));
    side->addStretch();
    side->addWidget(makeButton(QStringLiteral("open"), tr("&Open …"), &RulesDialog::askToOpen));
    side->addWidget(m_save = makeButton(QStringLiteral("save"), tr("&Save …"), &RulesDialog::askToSave));
    row->addLayout(side);
    return area;
}

QPushButton *RulesDialog::makeButton(const QString &name, const QString &text, void (RulesDialog::*act)())
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, act);
    return button;
}

/// Return in the table ends the editing of a cell, and not the dialog.
void RulesDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const QWidget *focus = focusWidget();
    if (!isReturn || (focus != m_table && !m_table->isAncestorOf(focus)))
        QDialog::keyPressEvent(event);
}

int RulesDialog::currentRow() const { return m_table->currentIndex().row(); }

void RulesDialog::add()
{
    const int row = currentRow() + 1;
    m_model->insertRule(row);
    m_table->setCurrentIndex(m_model->index(row, RuleModel::When));
    m_table->setFocus();
}

void RulesDialog::remove()
{
    if (currentRow() >= 0)
        m_model->removeRule(currentRow());
    m_table->setFocus();
}

void RulesDialog::move(int by)
{
    if (currentRow() >= 0)
        m_model->moveRule(currentRow(), by);
    adapt();
}

void RulesDialog::askToOpen()
{
    auto *dialog = new QFileDialog(this, tr("Open rules"), {}, tr("Rules (*.toml);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(
        dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { openFile(QFile::encodeName(path)); });
    dialog->open();
}

void RulesDialog::askToSave()
{
    auto *dialog = new QFileDialog(this, tr("Save rules"), {}, tr("Rules (*.toml);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("toml"));
    connect(
        dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { saveFile(QFile::encodeName(path)); });
    dialog->open();
}

void RulesDialog::openFile(const QByteArray &path)
{
    m_files.run(
        this, [path] { return rules::readRules(path); },
        [this](const Result<rules::RuleSet> &read) {
            if (!read) {
                m_bar->showError(read.error());
                return;
            }
            m_bar->dismiss();
            m_model->setRules(read->rules());
            m_table->setCurrentIndex(m_model->index(0, 0));
            m_table->setFocus();
        });
}

void RulesDialog::saveFile(const QByteArray &path)
{
    m_save->setFocus(); // ends the editing of a cell
    const auto write = [path, rules = m_model->rules()] { return rules::writeRules(path, rules); };
    m_files.run(this, write, [this, path](const Status &written) {
        if (!written)
            m_bar->showError(written.error());
        else
            m_bar->show(MessageBar::Kind::Info, tr("Saved as \"%1\".").arg(escapedText(path)));
    });
}

void RulesDialog::use()
{
    m_use->setFocus(); // ends the editing of a cell
    const auto set = rules::RuleSet::compile(m_model->rules());
    if (!set)
        return;
    Q_EMIT used(*set);
    accept();
}

void RulesDialog::adapt()
{
    const QString problem = m_model->problemText();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    const bool isValid = problem.isEmpty();
    m_use->setEnabled(isValid);
    m_save->setEnabled(isValid && m_model->rowCount() > 0);
    const int row = currentRow();
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_model->rowCount());
}

} // namespace pipeglass::ui
