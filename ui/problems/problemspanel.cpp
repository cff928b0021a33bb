// SPDX-License-Identifier: MIT
#include "problems/problemspanel.h"

#include "core/bytetext.h"
#include "models/problems/findinglistmodel.h"
#include "pipes/staledeletion.h"
#include "problems/findingdelegate.h"
#include "problems/wrappedlabel.h"
#include "text/findingtext.h"
#include "widgets/characterwidth.h"
#include "widgets/commandfield.h"
#include "widgets/emptytext.h"
#include "widgets/svgicon.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

namespace pipeglass::ui {

using doctor::Finding;
using doctor::FindingId;
using models::FindingListModel;

ProblemsPanel::ProblemsPanel(QWidget *parent)
    : QWidget(parent)
    , m_findings(new FindingListModel(this))
    , m_list(new QTreeView(this))
    , m_summary(new QLabel(tr("Examining the pipes …"), this))
    , m_details(new QFrame(this))
    , m_headline(wrappedLabel(QStringLiteral("findingHeadline"), m_details))
    , m_sentence(wrappedLabel(QStringLiteral("findingSentence"), m_details))
    , m_remedy(wrappedLabel(QStringLiteral("findingRemedy"), m_details))
    , m_command(new CommandField(m_details))
    , m_goTo(new QPushButton(tr("Go to the pipe"), m_details))
    , m_act(new QPushButton(m_details))
{
    m_list->setObjectName(QStringLiteral("findings"));
    m_list->setModel(m_findings);
    m_list->setItemDelegate(new FindingDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAlternatingRowColors(true);
    m_list->setAccessibleName(tr("Problems"));
    m_list->setMinimumHeight(fontMetrics().height() * 4);
    m_list->header()->setStretchLastSection(true);
    m_list->setColumnWidth(FindingListModel::Pipe, characterWidth(fontMetrics()) * 38);
    new EmptyText(tr("No problem was found."), m_list);
    m_summary->setTextFormat(Qt::PlainText);
    auto *again = new QPushButton(svgIcon(QStringLiteral("refresh")), tr("Examine again"), this);
    again->setObjectName(QStringLiteral("examineAgain"));
    again->setAutoDefault(false);
    auto *head = new QHBoxLayout;
    head->addWidget(m_summary, 1);
    head->addWidget(again);
    setUpDetails();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 0, 6);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    column->addWidget(m_details);
    connect(again, &QPushButton::clicked, this, &ProblemsPanel::examinationRequested);
    connect(m_goTo, &QPushButton::clicked, this, [this] {
        if (const Finding *finding = current(); finding != nullptr && finding->pipe)
            Q_EMIT pipeRequested(finding->pipe);
    });
    connect(m_act, &QPushButton::clicked, this, &ProblemsPanel::act);
    connect(m_list, &QTreeView::activated, m_goTo, &QPushButton::click);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        showDetails();
        choosePipe();
    });
    showDetails();
}

void ProblemsPanel::setUpDetails()
{
    QFont bold = m_headline->font();
    bold.setBold(true);
    m_headline->setFont(bold);
    m_goTo->setObjectName(QStringLiteral("goToPipe"));
    m_act->setObjectName(QStringLiteral("findingAct"));
    for (QPushButton *button : { m_goTo, m_act })
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_goTo);
    buttons->addWidget(m_act);
    buttons->addStretch();
    auto *column = new QVBoxLayout(m_details);
    column->setContentsMargins(4, 4, 4, 0);
    column->addWidget(m_headline);
    column->addWidget(m_sentence);
    column->addWidget(m_remedy);
    column->addWidget(m_command);
    column->addLayout(buttons);
}

void ProblemsPanel::apply(const std::vector<Finding> &findings, bool isComplete)
{
    m_findings->apply(findings);
    if (!m_list->currentIndex().isValid() && m_findings->rowCount() > 0)
        m_list->setCurrentIndex(m_findings->index(0, 0));
    const QString problems = tr("%n problem(s)", nullptr, count());
    m_wasComplete = m_wasComplete || isComplete;
    m_summary->setText(m_wasComplete ? problems : tr("%1; still looking …").arg(problems));
    showDetails();
}

int ProblemsPanel::count() const { return m_findings->rowCount(); }

int ProblemsPanel::seriousCount() const
{
    int serious = 0;
    for (int row = 0; row < count(); ++row)
        serious += m_findings->finding(row).severity == doctor::Severity::Note ? 0 : 1;
    return serious;
}

void ProblemsPanel::focusList() { m_list->setFocus(); }

const Finding *ProblemsPanel::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_findings->finding(index.row()) : nullptr;
}

void ProblemsPanel::choosePipe()
{
    if (const Finding *finding = current(); isVisible() && finding != nullptr && finding->pipe)
        Q_EMIT pipeChosen(finding->pipe);
}

void ProblemsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    choosePipe();
}

ProblemsPanel::Act ProblemsPanel::actFor(const Finding &finding)
{
    switch (finding.id) {
    case FindingId::Stale:
    case FindingId::NameInUse:
        return isDeletable(*finding.pipe) ? Act::Delete : Act::None;
    case FindingId::AclMask:
    case FindingId::GroupMissing:
        return Act::Access;
    default:
        return Act::None;
    }
}

void ProblemsPanel::showDetails()
{
    const Finding *finding = current();
    m_details->setVisible(finding != nullptr);
    if (finding == nullptr)
        return;
    m_headline->setText(escapedText(finding->path));
    m_sentence->setText(text::findingSentence(*finding));
    m_remedy->setText(text::findingRemedy(*finding));
    m_command->setCommand(text::findingCommand(*finding));
    m_goTo->setEnabled(finding->pipe != nullptr);
    const Act what = actFor(*finding);
    m_act->setVisible(what != Act::None);
    m_act->setText(what == Act::Delete ? tr("Delete the file…") : tr("Show who can connect"));
}

void ProblemsPanel::act()
{
    const Finding *finding = current();
    if (finding == nullptr)
        return;
    const catalog::PipeEntryPtr pipe = finding->pipe;
    switch (actFor(*finding)) {
    case Act::Delete:
        Q_EMIT deletionRequested(pipe);
        break;
    case Act::Access:
        Q_EMIT accessRequested(pipe);
        break;
    case Act::None:
        break;
    }
}

} // namespace pipeglass::ui
