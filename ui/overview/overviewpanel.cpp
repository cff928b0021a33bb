// SPDX-License-Identifier: MIT
#include "overview/overviewpanel.h"

#include "core/bytetext.h"
#include "models/pipetext.h"
#include "pipes/statedelegate.h"
#include "ui_overviewpanel.h"
#include "widgets/svgicon.h"

#include <QAction>
#include <QDateTime>
#include <QLocale>

#include <sys/sysmacros.h>

namespace pipeglass::ui {

using catalog::PipeEntry;
using catalog::PipeEntryPtr;

namespace {

QString momentText(Timestamp time)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(time.unixNanoseconds / 1'000'000);
    return moment.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString clientsText(const PipeEntry &entry)
{
    if (!entry.clients)
        return OverviewPanel::tr("unknown");
    QString text = OverviewPanel::tr("%1 connected").arg(*entry.clients);
    if (entry.waiting)
        text += OverviewPanel::tr(", %1 waiting").arg(*entry.waiting);
    if (entry.backlog)
        text += OverviewPanel::tr(" (at most %1 may wait)").arg(*entry.backlog);
    return text;
}

QString historyText(const catalog::PipeHistory::Past &past)
{
    QStringList parts = { OverviewPanel::tr("first seen %1").arg(momentText(past.firstSeen)) };
    if (past.recreated > 0) {
        parts.append(
            past.recreated == 1 ? OverviewPanel::tr("re-created once")
                                : OverviewPanel::tr("re-created %1 times").arg(past.recreated));
    }
    if (past.gone)
        parts.append(OverviewPanel::tr("gone since %1").arg(momentText(*past.gone)));
    return parts.join(OverviewPanel::tr(", "));
}

} // namespace

OverviewPanel::OverviewPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::OverviewPanel>())
{
    m_ui->setupUi(this);
    m_ui->sheet->setBackgroundRole(QPalette::Base);
    m_ui->sheet->setAutoFillBackground(true);
    QFont large = m_ui->name->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setBold(true);
    m_ui->name->setFont(large);
    m_server = addFact(tr("Server:"));
    m_clients = addFact(tr("Clients:"));
    m_owner = addFact(tr("Owner:"));
    m_mode = addFact(tr("Mode:"));
    m_type = addFact(tr("Type:"));
    m_modified = addFact(tr("Modified:"));
    m_changed = addFact(tr("Changed:"));
    m_file = addFact(tr("File:"));
    m_history = addFact(tr("History:"));
    connect(m_ui->accessButton, &QPushButton::clicked, this, &OverviewPanel::accessRequested);
    connect(m_ui->deleteButton, &QPushButton::clicked, this, &OverviewPanel::deleteRequested);
    connect(m_ui->bar, &MessageBar::dismissed, this, [this] { m_ui->attachButton->setFocus(); });
    setHistory({});
    setEntry({});
}

OverviewPanel::~OverviewPanel() = default;

QLabel *OverviewPanel::addFact(const QString &title)
{
    auto *name = new QLabel(title, m_ui->factsHost);
    name->setForegroundRole(QPalette::PlaceholderText);
    auto *value = new QLabel(m_ui->factsHost);
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setWordWrap(true);
    m_ui->facts->addRow(name, value);
    return value;
}

void OverviewPanel::setActions(QAction *attach, QAction *host)
{
    const auto follow = [](QPushButton *button, QAction *action) {
        button->setIcon(action->icon());
        button->setText(action->text());
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::enabledChanged, button, &QPushButton::setEnabled);
    };
    follow(m_ui->attachButton, attach);
    follow(m_ui->hostButton, host);
    follow(m_ui->emptyHostButton, host);
}

void OverviewPanel::setHistory(const std::optional<catalog::PipeHistory::Past> &past)
{
    m_history->setText(past ? historyText(*past) : QString());
    m_ui->facts->setRowVisible(m_history, past.has_value());
}

framing::FramingPtr OverviewPanel::framing() const { return m_ui->framing->framing(); }

MessageBar *OverviewPanel::bar() const { return m_ui->bar; }

void OverviewPanel::setEntry(const PipeEntryPtr &entry)
{
    // A message about one pipe says nothing about the next.
    if (entry && entry->path() != m_path) {
        if (!m_path.isEmpty())
            m_ui->bar->dismiss();
        m_path = entry->path();
    }
    m_ui->pages->setCurrentWidget(entry ? m_ui->pipePage : m_ui->emptyPage);
    if (entry)
        fill(*entry);
    else if (!m_path.isEmpty())
        m_ui->emptyText->setText(tr("%1 is gone.\nIt will be shown again when it comes back under its name.")
                                     .arg(models::nameOfPath(m_path)));
}

void OverviewPanel::fill(const PipeEntry &entry)
{
    m_ui->name->setFullText(escapedText(entry.name()));
    m_ui->path->setFullText(escapedText(entry.path()));
    m_ui->stateIcon->setPixmap(svgIcon(stateIconName(entry)).pixmap(QSize(22, 22), devicePixelRatioF()));
    m_ui->state->setText(models::stateSentence(entry));
    m_ui->access->setText(models::whoCanConnect(entry.mode, entry.owner, entry.group));
    m_ui->access->setVisible(entry.kind == catalog::FileKind::Socket);
    m_ui->accessButton->setVisible(entry.kind == catalog::FileKind::Socket);
    m_ui->deleteButton->setVisible(
        entry.state == catalog::PipeState::Stale && entry.hasFile && entry.namespaceLabel.isEmpty());
    m_ui->drawing->setEntry(std::make_shared<PipeEntry>(entry));
    m_server->setText(models::serverSentence(entry));
    m_clients->setText(clientsText(entry));
    m_type->setText(models::typeText(entry));
    m_owner->setText(tr("%1 (%2), group %3 (%4)")
                         .arg(entry.owner, QString::number(entry.uid), entry.group, QString::number(entry.gid)));
    m_mode->setText(entry.mode.octal() + QStringLiteral("  ") + entry.mode.symbolic());
    m_modified->setText(momentText(entry.modified));
    m_changed->setText(momentText(entry.changed));
    const quint64 device = entry.file.id.device;
    m_file->setText(
        tr("device %1:%2, inode %3")
            .arg(QString::number(major(device)), QString::number(minor(device)), QString::number(entry.file.id.inode)));
}

void OverviewPanel::askBeforeAttaching(const PipeEntry &entry, std::function<void(bool)> attach)
{
    m_ui->bar->askOnce(
        MessageBar::Kind::Info,
        tr("Attaching connects to \"%1\" as a client. A server with a single instance (the usual .NET one) will take "
           "Pipeglass for its client, and the real client waits until this conversation is closed.")
            .arg(escapedText(entry.name())),
        tr("&Attach"), std::move(attach));
}

} // namespace pipeglass::ui
