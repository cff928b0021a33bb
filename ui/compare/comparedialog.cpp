// SPDX-License-Identifier: MIT
#include "compare/comparedialog.h"

#include "compare/comparedelegate.h"
#include "compare/comparemodel.h"
#include "models/pooljob.h"
#include "text/sizetext.h"
#include "widgets/characterwidth.h"
#include "widgets/elidedlabel.h"
#include "widgets/labeltext.h"
#include "widgets/messagebar.h"
#include "widgets/taborder.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace pipeglass::ui {

using Kind = CompareModel::Kind;

CompareDialog::CompareDialog(const ComparedMessage &left, const ComparedMessage &right, QWidget *parent)
    : QDialog(parent)
    , m_result(new QLabel(tr("Comparing …"), this))
    , m_bar(new MessageBar(this))
    , m_pages(new QTabWidget(this))
    , m_previous(new QPushButton(tr("&Previous difference"), this))
    , m_next(new QPushButton(tr("&Next difference"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Compare messages"));
    setSizeGripEnabled(true);
    auto *titles = new QHBoxLayout;
    for (const ComparedMessage *message : { &left, &right }) {
        auto *title = new ElidedLabel(this);
        title->setFullText(tr("%1: %2").arg(message == &left ? tr("Left") : tr("Right"), message->title));
        titles->addWidget(title, 1);
    }
    m_result->setTextFormat(Qt::PlainText);
    m_pages->setDocumentMode(true);
    m_pages->setAccessibleName(tr("Differences"));
    m_previous->setToolTip(tr("Shift+F8"));
    m_next->setToolTip(tr("F8"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    for (QPushButton *button : { m_previous, m_next }) {
        button->setAutoDefault(false);
        buttons->addButton(button, QDialogButtonBox::ActionRole);
    }
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_next, &QPushButton::clicked, this, [this] {
        goTo(currentModel()->nextDifference(currentTable()->currentIndex().row()));
    });
    connect(m_previous, &QPushButton::clicked, this, [this] {
        goTo(currentModel()->previousDifference(currentTable()->currentIndex().row()));
    });
    connect(new QShortcut(Qt::Key_F8, this), &QShortcut::activated, m_next, &QPushButton::click);
    connect(new QShortcut(Qt::SHIFT | Qt::Key_F8, this), &QShortcut::activated, m_previous, &QPushButton::click);
    connect(m_pages, &QTabWidget::currentChanged, this, &CompareDialog::adapt);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addLayout(titles);
    column->addWidget(m_result);
    column->addWidget(m_bar);
    column->addWidget(m_pages, 1);
    column->addWidget(buttons);
    const QSize wished(characterWidth(fontMetrics()) * 150, fontMetrics().height() * 34);
    resize(parent != nullptr ? wished.boundedTo(parent->window()->size()) : wished);
    adapt();
    models::runInPool(
        this, [left, right, isCancelled = m_isCancelled] { return compareMessages(left, right, *isCancelled); },
        [this](const Result<ComparisonPtr> &comparison) { showResult(comparison); });
}

CompareDialog::~CompareDialog()
{
    m_pages->disconnect(this);
    *m_isCancelled = true;
}

void CompareDialog::showResult(const Result<ComparisonPtr> &comparison)
{
    if (!comparison) {
        m_result->clear();
        m_bar->showError(comparison.error());
        Q_EMIT compared();
        return;
    }
    const ComparisonPtr &result = *comparison;
    if (result->values) {
        addPage(result, static_cast<int>(Kind::Values), tr("&Values"));
        if (!result->values->isComplete)
            m_bar->show(MessageBar::Kind::Info, tr("These are the first values; there are more."));
    }
    if (result->areTexts)
        addPage(result, static_cast<int>(Kind::Lines), tr("&Lines"));
    addPage(result, static_cast<int>(Kind::Bytes), tr("&Bytes"));
    QString sentence = result->isSame()
        ? tr("The messages are equal, %1.").arg(text::wholeSizeText(result->left.size()))
        : tr("%1 on the left, %2 on the right.")
              .arg(text::wholeSizeText(result->left.size()), text::wholeSizeText(result->right.size()));
    if (result->values && !result->isSame() && currentModel()->differences() == 0)
        sentence += QLatin1Char(' ') + tr("The values are equal; only their order or blanks differ.");
    m_result->setText(sentence);
    m_pages->setCurrentIndex(0);
    orderTabsByLayout(*this);
    adapt();
    goTo(currentModel()->nextDifference(-1));
    currentTable()->setFocus();
    Q_EMIT compared();
}

QTableView *CompareDialog::addPage(const ComparisonPtr &comparison, int kind, const QString &title)
{
    auto *table = new QTableView(this);
    auto *model = new CompareModel(comparison, static_cast<Kind>(kind), table);
    table->setModel(model);
    table->setItemDelegate(new CompareDelegate(table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setCornerButtonEnabled(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 5);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setAccessibleName(labelText(title));
    const int unit = QFontMetrics(QFontDatabase::systemFont(QFontDatabase::FixedFont)).averageCharWidth();
    const auto wide = [&](int column, int characters) { table->setColumnWidth(column, unit * characters + 12); };
    const QList<int> widths = model->columnCount() == 4 ? QList<int>{ 3, 34, 46 }
        : model->columnCount() == 5                     ? QList<int>{ 3, 6, 58, 6 }
                                                        : QList<int>{ 3, 8, 47, 17, 8, 47 };
    for (int column = 0; column < widths.size(); ++column)
        wide(column, widths[column]);
    connect(table->selectionModel(), &QItemSelectionModel::currentChanged, this, &CompareDialog::adapt);
    m_pages->addTab(table, title);
    return table;
}

QTableView *CompareDialog::currentTable() const { return qobject_cast<QTableView *>(m_pages->currentWidget()); }

const CompareModel *CompareDialog::currentModel() const
{
    const QTableView *table = currentTable();
    return table != nullptr ? qobject_cast<const CompareModel *>(table->model()) : nullptr;
}

void CompareDialog::adapt()
{
    const CompareModel *model = currentModel();
    const int row = model != nullptr ? currentTable()->currentIndex().row() : -1;
    m_next->setEnabled(model != nullptr && model->nextDifference(row) >= 0);
    m_previous->setEnabled(model != nullptr && row >= 0 && model->previousDifference(row) >= 0);
}

void CompareDialog::goTo(int row)
{
    if (row < 0)
        return;
    const QModelIndex index = currentModel()->index(row, CompareModel::markColumn);
    currentTable()->setCurrentIndex(index);
    currentTable()->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

} // namespace pipeglass::ui
