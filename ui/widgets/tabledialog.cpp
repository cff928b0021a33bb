// SPDX-License-Identifier: MIT
#include "widgets/tabledialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace pipeglass::ui {

TableDialog::TableDialog(
    const QString &sentence, const QStringList &titles, const QList<QStringList> &rows, QWidget *parent)
    : QDialog(parent)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *text = new QLabel(sentence, this);
    text->setObjectName(QStringLiteral("sentence"));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto *table = new QTreeWidget(this);
    table->setObjectName(QStringLiteral("table"));
    table->setAccessibleName(sentence);
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setAlternatingRowColors(true);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setHeaderLabels(titles);
    QList<QTreeWidgetItem *> items;
    items.reserve(rows.size());
    for (const QStringList &row : rows) {
        auto *item = new QTreeWidgetItem(row);
        item->setToolTip(static_cast<int>(row.size()) - 1, QStringLiteral("<p>%1</p>").arg(row.last().toHtmlEscaped()));
        items.append(item);
    }
    table->addTopLevelItems(items);
    for (int column = 0; column + 1 < titles.size(); ++column) {
        table->resizeColumnToContents(column);
        table->setColumnWidth(column, qMin(table->columnWidth(column) + 16, 320));
    }
    if (table->topLevelItemCount() > 0)
        table->setCurrentItem(table->topLevelItem(0), 0, QItemSelectionModel::NoUpdate);
    m_buttons->button(QDialogButtonBox::Close)->setIcon({});
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(text);
    column->addWidget(table);
    column->addWidget(m_buttons);
    resize(620, 340);
}

void TableDialog::setAnswer(const QString &answer)
{
    m_buttons->setStandardButtons(QDialogButtonBox::Cancel);
    QPushButton *button = m_buttons->addButton(answer, QDialogButtonBox::AcceptRole);
    button->setObjectName(QStringLiteral("answer"));
    // Accidental keys must do nothing.
    QPushButton *cancel = m_buttons->button(QDialogButtonBox::Cancel);
    cancel->setIcon({});
    cancel->setDefault(true);
    cancel->setFocus();
}

} // namespace pipeglass::ui
