// SPDX-License-Identifier: MIT
#include "conversation/colourrulesdialog.h"

#include "widgets/characterwidth.h"
#include "widgets/expressionfield.h"
#include "widgets/plaintooltip.h"
#include "widgets/svgicon.h"
#include "widgets/taborder.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPixmap>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>

namespace pipeglass::ui {

ColourRulesDialog::ColourRulesDialog(const QList<ViewSettings::ColourRule> &rules, QWidget *parent)
    : QDialog(parent)
    , m_problem(new QLabel(this))
{
    setWindowTitle(tr("Colour rules"));
    auto *explanation = new QLabel(
        tr("The first expression that matches a message gives the colour of its row. Expressions are those of the "
           "filter."),
        this);
    explanation->setWordWrap(true);
    auto *sheet = new QWidget(this);
    m_column = new QVBoxLayout(sheet);
    m_column->setSpacing(4);
    m_column->addStretch();
    auto *area = new QScrollArea(this);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(sheet);
    area->setWidgetResizable(true);
    area->setMinimumHeight(fontMetrics().height() * 10);
    auto *add = new QPushButton(tr("&Add a rule"), this);
    add->setObjectName(QStringLiteral("addRule"));
    add->setAutoDefault(false);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    m_accept->setAutoDefault(false); // Enter in a field takes the expression
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->addWidget(explanation);
    column->addWidget(area, 1);
    column->addWidget(m_problem);
    auto *row = new QHBoxLayout;
    row->addWidget(add);
    row->addWidget(buttons);
    column->addLayout(row);
    connect(add, &QPushButton::clicked, this, [this] {
        addRow({ {}, static_cast<int>(m_rows.size()) % static_cast<int>(ruleColours().size()) });
        orderTabsByLayout(*this);
        m_rows.last().expression->setFocus();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (const ViewSettings::ColourRule &rule : rules)
        addRow(rule);
    if (rules.isEmpty())
        addRow({ {}, 0 });
    orderTabsByLayout(*this);
    resize(characterWidth(fontMetrics()) * 90, sizeHint().height());
}

void ColourRulesDialog::addRow(const ViewSettings::ColourRule &rule)
{
    auto *widget = new QWidget(this);
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *colour = new QComboBox(widget);
    for (const RuleColour &one : ruleColours()) {
        QPixmap sample(16, 16);
        sample.fill(one.colour);
        colour->addItem(QIcon(sample), one.name);
    }
    colour->setCurrentIndex(rule.colour);
    colour->setAccessibleDescription(tr("Colour of the row"));
    auto *expression = new ExpressionField(widget);
    expression->take(rule.text);
    expression->setAccessibleName(tr("Expression"));
    expression->setPlaceholderText(tr("Expression, such as malformed or text contains \"error\""));
    layout->addWidget(colour);
    layout->addWidget(expression, 1);
    const auto addButton = [layout, widget](const QString &icon, const QString &tip) {
        auto *button = new QToolButton(widget);
        button->setIcon(svgIcon(icon));
        button->setAutoRaise(true);
        button->setAccessibleName(tip);
        setPlainToolTip(*button, tip);
        layout->addWidget(button);
        return button;
    };
    connect(addButton(QStringLiteral("up"), tr("Move up")), &QToolButton::clicked, this, [this, widget] {
        moveUp(widget);
    });
    connect(addButton(QStringLiteral("close"), tr("Remove the rule")), &QToolButton::clicked, this, [this, widget] {
        removeRow(widget);
    });
    connect(expression, &QLineEdit::textChanged, this, &ColourRulesDialog::adapt);
    connect(expression, &ExpressionField::problemChanged, m_problem, &QLabel::setText);
    m_column->insertWidget(m_column->count() - 1, widget);
    m_rows.append({ widget, colour, expression });
    adapt();
}

void ColourRulesDialog::removeRow(QWidget *widget)
{
    m_rows.removeIf([widget](const Row &row) { return row.widget == widget; });
    widget->deleteLater();
    widget->hide();
    m_problem->clear();
    adapt();
}

void ColourRulesDialog::moveUp(QWidget *widget)
{
    const auto at =
        std::find_if(m_rows.begin(), m_rows.end(), [widget](const Row &row) { return row.widget == widget; });
    if (at == m_rows.begin() || at == m_rows.end())
        return;
    const int place = m_column->indexOf(widget);
    m_column->removeWidget(widget);
    m_column->insertWidget(m_column->indexOf((at - 1)->widget), widget);
    Q_ASSERT(m_column->indexOf(widget) < place);
    std::iter_swap(at, at - 1);
    orderTabsByLayout(*this);
}

void ColourRulesDialog::adapt()
{
    const bool isValid =
        std::all_of(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.expression->isValid(); });
    m_accept->setEnabled(isValid);
}

QList<ViewSettings::ColourRule> ColourRulesDialog::rules() const
{
    QList<ViewSettings::ColourRule> all;
    for (const Row &row : m_rows) {
        if (const QString text = row.expression->text().trimmed(); !text.isEmpty())
            all.append({ text, row.colour->currentIndex() });
    }
    return all;
}

} // namespace pipeglass::ui
