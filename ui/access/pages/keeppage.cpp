// SPDX-License-Identifier: MIT
#include "access/pages/keeppage.h"

#include "access/accessservice.h"
#include "access/changes/lastingfixes.h"
#include "core/bytetext.h"
#include "widgets/focusguard.h"
#include "widgets/svgicon.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QFrame>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace pipeglass::ui {

namespace {

QLabel *sentence(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

KeepPage::KeepPage(AccessService &service, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_scroll(new QScrollArea(this))
    , m_kept(new QTreeWidget)
    , m_stop(new QPushButton(tr("Stop keepin&g")))
    , m_keptBox(new QWidget)
{
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setAccessibleName(tr("How to make a change permanent"));
    auto *sheet = new QWidget;
    m_column = new QVBoxLayout(sheet);
    m_column->setContentsMargins(14, 10, 14, 10);
    m_column->addWidget(sentence(
        tr("A server that re-creates its pipe sets its own mode. \"Keep this\" next to Apply applies a change "
           "again each time, as long as this window is open. To make it permanent, use one of these:"),
        sheet));
    m_keptBox->setParent(sheet);
    auto *keptColumn = new QVBoxLayout(m_keptBox);
    keptColumn->setContentsMargins(0, 0, 0, 0);
    keptColumn->addWidget(sentence(tr("Kept now:"), m_keptBox));
    m_kept->setObjectName(QStringLiteral("kept"));
    m_kept->setAccessibleName(tr("Changes that are kept"));
    m_kept->setHeaderHidden(true);
    m_kept->setRootIsDecorated(false);
    m_stop->setObjectName(QStringLiteral("stopKeeping"));
    keptColumn->addWidget(m_kept);
    keptColumn->addWidget(m_stop, 0, Qt::AlignLeft);
    m_column->addWidget(m_keptBox);
    m_column->addStretch(1);
    m_scroll->setWidget(sheet);
    auto *around = new QVBoxLayout(this);
    around->setContentsMargins(0, 0, 0, 0);
    around->addWidget(m_scroll);
    connect(m_kept, &QTreeWidget::currentItemChanged, m_stop, [this](const QTreeWidgetItem *item) {
        m_stop->setEnabled(item != nullptr);
    });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (const QTreeWidgetItem *item = m_kept->currentItem())
            m_service.stopKeeping(item->data(0, Qt::UserRole).toUInt());
    });
    connect(&service, &AccessService::keptChanged, this, &KeepPage::showKept);
    showKept();
}

void KeepPage::showKept()
{
    const FocusGuard guard(this, { m_kept, m_scroll });
    // Do not select another change: the button would stop that one.
    const QTreeWidgetItem *chosen = m_kept->currentItem();
    const quint32 id = chosen == nullptr ? 0 : chosen->data(0, Qt::UserRole).toUInt();
    m_kept->clear();
    const QMap<quint32, QByteArray> &kept = m_service.kept();
    for (auto it = kept.begin(); it != kept.end(); ++it) {
        auto *item = new QTreeWidgetItem(m_kept, { escapedText(it.value()) });
        item->setSizeHint(0, QSize(0, fontMetrics().height() + 7));
        item->setData(0, Qt::UserRole, it.key());
        if (it.key() == id || kept.size() == 1)
            m_kept->setCurrentItem(item);
    }
    m_stop->setEnabled(m_kept->currentItem() != nullptr);
    const int rows = static_cast<int>(qBound(qsizetype{ 1 }, kept.size(), qsizetype{ 10 }));
    m_kept->setFixedHeight(rows * (fontMetrics().height() + 7) + 2 * m_kept->frameWidth());
    m_keptBox->setVisible(!kept.isEmpty());
}

void KeepPage::setWanted(const QByteArray &path, const access::Permissions &now, const access::Permissions &wanted)
{
    delete m_fixes;
    m_fixes = new QWidget(m_column->parentWidget());
    auto *column = new QVBoxLayout(m_fixes);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_column->insertWidget(1, m_fixes);
    if (path.isEmpty())
        column->addWidget(sentence(tr("Choose one pipe to see suggestions for it."), m_fixes));
    else
        for (const access::LastingFix &fix : access::lastingFixes(path, now, wanted))
            addFix(fix.title, fix.text);
}

void KeepPage::addFix(const QString &title, const QString &text)
{
    auto *box = new QFrame(m_fixes);
    box->setFrameShape(QFrame::StyledPanel);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(10, 6, 6, 6);
    grid->setVerticalSpacing(2);
    QLabel *name = sentence(title, box);
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    QLabel *body = sentence(text.trimmed(), box);
    body->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    body->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *copy = new QToolButton(box);
    copy->setIcon(svgIcon(QStringLiteral("copy")));
    copy->setAutoRaise(true);
    copy->setFocusPolicy(Qt::StrongFocus);
    copy->setToolTip(tr("Copy"));
    copy->setAccessibleName(tr("Copy: %1").arg(title));
    grid->addWidget(name, 0, 0);
    grid->addWidget(body, 1, 0);
    grid->addWidget(copy, 0, 1, 2, 1, Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    connect(copy, &QToolButton::clicked, this, [text] { QGuiApplication::clipboard()->setText(text); });
    m_fixes->layout()->addWidget(box);
}

} // namespace pipeglass::ui
