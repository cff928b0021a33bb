// SPDX-License-Identifier: MIT
#include "access/pages/whypage.h"

#include "access/accessservice.h"
#include "access/changewords.h"
#include "core/bytetext.h"
#include "core/errortext.h"
#include "text/accesstext.h"
#include "widgets/characterwidth.h"
#include "widgets/filterfield.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace pipeglass::ui {

namespace {

/// Sorts numbers as numbers.
class ProcessItem : public QTreeWidgetItem {
public:
    using QTreeWidgetItem::QTreeWidgetItem;

    bool operator<(const QTreeWidgetItem &other) const override
    {
        if (treeWidget()->sortColumn() == WhyPage::Pid)
            return data(WhyPage::Pid, Qt::UserRole).toInt() < other.data(WhyPage::Pid, Qt::UserRole).toInt();
        return QTreeWidgetItem::operator<(other);
    }
};

} // namespace

WhyPage::WhyPage(AccessService &service, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_filter(new FilterField(this))
    , m_list(new QTreeWidget(this))
    , m_sentence(new QLabel(this))
    , m_warning(new QLabel(this))
    , m_help(new QLabel(this))
    , m_fix(new QPushButton(tr("Show this chan&ge"), this))
{
    auto *title = new QLabel(tr("Why can't this program c&onnect?"), this);
    title->setBuddy(m_filter);
    m_filter->setObjectName(QStringLiteral("processFilter"));
    m_filter->setPlaceholderText(tr("Filter: number, program, user"));
    m_filter->setAccessibleName(tr("Filter the processes"));
    m_list->setObjectName(QStringLiteral("processes"));
    m_list->setAccessibleName(tr("Processes"));
    m_list->setHeaderLabels({ tr("pid"), tr("Program"), tr("User") });
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAlternatingRowColors(true);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(Program, Qt::AscendingOrder);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(Program, QHeaderView::Stretch);
    m_list->header()->resizeSection(Pid, characterWidth(fontMetrics()) * 10);
    m_list->setMinimumHeight(90);
    QFont bold = m_sentence->font();
    bold.setBold(true);
    m_sentence->setFont(bold);
    m_sentence->setObjectName(QStringLiteral("whySentence"));
    m_warning->setObjectName(QStringLiteral("whyWarning"));
    m_fix->setObjectName(QStringLiteral("whyFix"));
    m_fix->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 10);
    column->addWidget(title);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    for (QLabel *label : { m_sentence, m_warning, m_help }) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->hide();
        column->addWidget(label);
    }
    column->addWidget(m_fix, 0, Qt::AlignLeft);
    connect(m_filter, &QLineEdit::textChanged, this, &WhyPage::filter);
    connect(m_filter, &FilterField::left, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_list, &QTreeWidget::currentItemChanged, this, &WhyPage::askAbout);
    connect(m_fix, &QPushButton::clicked, this, [this] { Q_EMIT fixRequested(m_request); });
}

void WhyPage::setPipe(const std::optional<access::PipeFile> &pipe)
{
    m_pipe = pipe;
    if (isVisible())
        askAbout();
}

void WhyPage::focusFilter() { m_filter->setFocus(Qt::ShortcutFocusReason); }

void WhyPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    readProcesses();
}

void WhyPage::readProcesses()
{
    m_service.listProcesses(this, [this](const QList<ProcessInfo> &processes) { fill(processes); });
}

void WhyPage::fill(const QList<ProcessInfo> &processes)
{
    const QTreeWidgetItem *chosen = m_list->currentItem();
    const int pid = chosen == nullptr ? 0 : chosen->data(Pid, Qt::UserRole).toInt();
    m_list->setSortingEnabled(false);
    m_list->clear();
    QTreeWidgetItem *again = nullptr;
    for (const ProcessInfo &process : processes) {
        auto *item = new ProcessItem(m_list);
        item->setSizeHint(User, QSize(0, fontMetrics().height() + 7));
        item->setText(Pid, QString::number(process.pid));
        item->setData(Pid, Qt::UserRole, process.pid);
        item->setText(Program, escapedText(process.program));
        item->setText(User, process.user);
        if (process.pid == pid)
            again = item;
    }
    m_list->setSortingEnabled(true);
    filter(m_filter->text());
    m_list->setCurrentItem(again);
    askAbout();
}

void WhyPage::filter(const QString &text)
{
    const QStringList wanted = text.split(u' ', Qt::SkipEmptyParts);
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_list->topLevelItem(row);
        const QString line = item->text(Pid) + u' ' + item->text(Program) + u' ' + item->text(User);
        const bool fits = std::all_of(wanted.begin(), wanted.end(), [&line](const QString &word) {
            return line.contains(word, Qt::CaseInsensitive);
        });
        item->setHidden(!fits);
    }
}

void WhyPage::askAbout()
{
    const quint64 question = ++m_question;
    const QTreeWidgetItem *item = m_list->currentItem();
    if (item == nullptr || !m_pipe) {
        for (QLabel *label : { m_warning, m_help })
            label->hide();
        m_fix->hide();
        m_sentence->setText(
            m_pipe ? tr("Choose a process to see whether it can connect, and why not.")
                   : tr("Choose one pipe to ask about it."));
        m_sentence->show();
        return;
    }
    m_service.ask(
        this, *m_pipe, item->data(Pid, Qt::UserRole).toInt(), [this, question](const Result<access::Answer> &found) {
            if (question == m_question)
                answer(found);
        });
}

void WhyPage::answer(const Result<access::Answer> &answer)
{
    m_sentence->setText(answer ? answer->sentence : errorText(answer.error()));
    m_warning->setText(answer ? answer->warning : QString());
    m_warning->setVisible(!m_warning->text().isEmpty());
    m_fix->hide();
    m_help->hide();
    if (!answer || answer->fixes.empty())
        return;
    const access::Fix &fix = answer->fixes.front();
    m_request = fix.request;
    m_help->setText(
        tr("The smallest change that helps: %1 (gains: %2).\n%3")
            .arg(fix.title, text::peopleText(fix.effect.gains), fix.needsDirectories ? fix.command : QString())
            .trimmed());
    m_help->show();
    m_fix->setVisible(!fix.needsDirectories);
}

} // namespace pipeglass::ui
