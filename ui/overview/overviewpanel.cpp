// SPDX-License-Identifier: MIT
#include "overview/overviewpanel.h"

#include "catalog/processes/endpointof.h"
#include "core/bytetext.h"
#include "core/errortext.h"
#include "endpoints/endpointtable.h"
#include "overview/detailswatch.h"
#include "overview/peekdialog.h"
#include "pipes/statedelegate.h"
#include "text/isolation.h"
#include "text/pipetext.h"
#include "ui_overviewpanel.h"
#include "widgets/focusguard.h"
#include "widgets/svgicon.h"

#include <QAction>

namespace pipeglass::ui {

using catalog::PipeEntry;
using catalog::PipeEntryPtr;
using catalog::PipeState;

namespace {

QString stateText(const PipeEntry &entry)
{
    QString text = text::stateSentence(entry);
    if (entry.state == PipeState::TakenOver && entry.takenOverBy)
        text += OverviewPanel::tr(" Process %1 has the name now.").arg(*entry.takenOverBy);
    if (entry.tookOverFrom)
        text += OverviewPanel::tr(" It took the name over from process %1, which keeps its connected clients.")
                    .arg(*entry.tookOverFrom);
    if (entry.tappedBy)
        text += OverviewPanel::tr(" Process %1 taps it: clients connect to the tap, which passes everything on.")
                    .arg(*entry.tappedBy);
    return text;
}

std::optional<pid_t> otherProcessOf(const PipeEntry &entry)
{
    if (entry.tappedBy)
        return entry.tappedBy;
    return entry.takenOverBy ? entry.takenOverBy : entry.tookOverFrom;
}

void setTextOrHide(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

OverviewPanel::OverviewPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::OverviewPanel>())
    , m_watch(new DetailsWatch(this))
{
    m_ui->setupUi(this);
    m_ui->sheet->setBackgroundRole(QPalette::Base);
    m_ui->sheet->setAutoFillBackground(true);
    QFont large = m_ui->name->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setBold(true);
    m_ui->name->setFont(large);
    m_ui->harmsIcon->setPixmap(svgIcon(QStringLiteral("warning")).pixmap(QSize(18, 18), devicePixelRatioF()));
    QFont heading = m_ui->connectionsTitle->font();
    heading.setBold(true);
    m_ui->connectionsTitle->setFont(heading);
    connect(m_ui->accessButton, &QPushButton::clicked, this, &OverviewPanel::accessRequested);
    connect(m_ui->deleteButton, &QPushButton::clicked, this, &OverviewPanel::deleteRequested);
    connect(m_ui->peekButton, &QPushButton::clicked, this, [this] {
        if (m_service == nullptr || !m_entry)
            return;
        auto *dialog = new PeekDialog(*m_service, *m_framings, m_entry, this);
        connect(this, &OverviewPanel::entryChanged, dialog, &PeekDialog::follow);
        dialog->show();
    });
    connect(m_ui->otherPipeButton, &QPushButton::clicked, this, [this] {
        if (const auto otherProcess = m_entry ? otherProcessOf(*m_entry) : std::nullopt)
            Q_EMIT rowRequested(m_entry->path(), *otherProcess);
    });
    connect(m_ui->drawing, &PipeDrawing::processRequested, this, &OverviewPanel::processRequested);
    connect(m_ui->drawing, &PipeDrawing::moreRequested, this, &OverviewPanel::goToConnections);
    connect(m_ui->framing, &QComboBox::activated, this, [this] {
        m_chosenFraming = framing()->id();
        m_isChosen = true;
    });
    connect(m_ui->bar, &MessageBar::dismissed, this, [this] { m_ui->attachButton->setFocus(); });
    connect(m_watch, &DetailsWatch::arrived, this, &OverviewPanel::showDetails);
    setEntry({});
}

OverviewPanel::~OverviewPanel() = default;

void OverviewPanel::setService(CatalogService &service, const framing::FramingRegistry &framings)
{
    m_framings = &framings;
    m_ui->framing->setFramings(framings);
    m_chosenFraming = framings.defaultFraming()->id();
    m_service = &service;
    m_watch->setAsk([&service](QObject *context, const PipeEntryPtr &pipe, DetailsWatch::Done done) {
        service.examine(context, pipe, std::move(done));
    });
}

void OverviewPanel::setUsualFraming(const QByteArray &id)
{
    if (!m_framings->find(id))
        return;
    m_chosenFraming = id;
    m_ui->framing->setFramingId(id);
}

void OverviewPanel::setActions(QAction *attach, QAction *host)
{
    const auto follow = [](QPushButton *button, QAction *action) {
        button->setIcon(action->icon());
        button->setText(action->text());
        const auto adapt = [button, action] {
            button->setToolTip(action->toolTip());
            button->setEnabled(action->isEnabled());
        };
        adapt();
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, adapt);
    };
    follow(m_ui->attachButton, attach);
    follow(m_ui->hostButton, host);
    follow(m_ui->emptyHostButton, host);
}

void OverviewPanel::setGone(const QByteArray &path)
{
    if (path != m_path)
        m_ui->bar->dismiss();
    m_isPreset = m_isPreset && path == m_path;
    m_path = path;
    setEntry({});
}

void OverviewPanel::setHistory(const std::optional<catalog::PipeHistory::Record> &past)
{
    const QString text = past ? text::historySentence(*past) : QString();
    if (!m_entry && !m_path.isEmpty())
        m_ui->emptyText->setText((past && !past->gone ? tr("%1 is not in the list with the current settings.")
                                                      : tr("%1 was removed.\nIt will be shown again when its name is "
                                                           "back."))
                                     .arg(text::isolated(text::nameOfPath(m_path))));
    m_ui->facts->setHistory(past);
    setTextOrHide(m_ui->emptyHistory, text);
}

void OverviewPanel::refresh() { m_watch->refresh(); }

framing::FramingPtr OverviewPanel::framing() const { return m_ui->framing->framing(); }

framing::FramingPtr OverviewPanel::tapFraming() const
{
    const bool isKnown = m_entry != nullptr && endpoints::findEndpoint(m_entry->endpoint) != nullptr;
    return isKnown || m_isChosen ? framing() : m_framings->guessing();
}

MessageBar *OverviewPanel::bar() const { return m_ui->bar; }

void OverviewPanel::setEntry(const PipeEntryPtr &entry)
{
    // The message is about the previous pipe.
    const bool isAnother = entry && entry->path() != m_path;
    if (isAnother) {
        if (!m_path.isEmpty())
            m_ui->bar->dismiss();
        m_path = entry->path();
        m_ui->scroll->ensureVisible(0, 0);
    }
    if (!entry || !m_entry || !isSameRow(*entry, *m_entry))
        m_details.reset();
    m_entry = entry;
    const FocusGuard guard(m_ui->pages, { m_ui->emptyHostButton, m_ui->scroll });
    m_ui->pages->setCurrentWidget(entry ? m_ui->pipePage : m_ui->emptyPage);
    if (entry)
        fill(*entry);
    if (entry && (isAnother || !m_isPreset)) {
        presetFraming(*entry);
        m_isPreset = true;
    }
    m_watch->setEntry(entry);
    Q_EMIT entryChanged(entry);
}

void OverviewPanel::fill(const PipeEntry &entry)
{
    const bool isSocket = entry.kind == catalog::FileKind::Socket;
    m_ui->name->setFullText(escapedText(entry.name()));
    m_ui->path->setFullText(escapedText(entry.path()));
    m_ui->stateIcon->setPixmap(svgIcon(stateIconName(entry)).pixmap(QSize(22, 22), devicePixelRatioF()));
    m_ui->stateIcon->setAccessibleName(text::stateWord(entry));
    m_ui->state->setText(stateText(entry));
    fillEndpoint(entry);
    // Without a file nobody can connect, and permissions are unknown.
    const bool canHavePermissions = isSocket && entry.hasFile;
    m_ui->accessButton->setVisible(canHavePermissions && entry.state != PipeState::Stale);
    m_ui->deleteButton->setVisible(
        isSocket && entry.state == PipeState::Stale && entry.hasFile && entry.namespaceLabel.isEmpty());
    m_ui->peekButton->setVisible(isSocket && !entry.isAbstract());
    const auto otherProcess = otherProcessOf(entry);
    m_ui->otherPipeButton->setVisible(otherProcess.has_value());
    if (otherProcess)
        m_ui->otherPipeButton->setText(tr("Show process %1's p&ipe").arg(*otherProcess));
    m_ui->facts->setEntry(entry, *m_framings);
    m_ui->drawing->setVisible(isSocket);
    draw();
}

void OverviewPanel::fillEndpoint(const PipeEntry &entry)
{
    const endpoints::Endpoint *endpoint = endpoints::findEndpoint(entry.endpoint);
    setTextOrHide(
        m_ui->endpoint,
        endpoint != nullptr ? tr("%1. %2").arg(catalog::endpointTitle(entry), endpoint->explanation) : QString());
    const QString harms = endpoint != nullptr ? endpoint->attachHarms.value_or(QString()) : QString();
    setTextOrHide(m_ui->harms, harms);
    m_ui->harmsIcon->setVisible(!harms.isEmpty());
}

void OverviewPanel::presetFraming(const PipeEntry &entry)
{
    const endpoints::Endpoint *endpoint = endpoints::findEndpoint(entry.endpoint);
    if (endpoint == nullptr)
        m_ui->framing->setFramingId(m_chosenFraming);
    else // the framing is unknown or unsupported: show raw bytes
        m_ui->framing->setFramingId(m_framings->find(endpoint->framing) ? endpoint->framing : QByteArray("raw"));
}

void OverviewPanel::showDetails(const PipeDetails &details)
{
    m_details = std::make_unique<PipeDetails>(details);
    draw();
}

void OverviewPanel::draw()
{
    // The answer is newer than the row if it has connections.
    std::optional<std::vector<catalog::Connection>> connections;
    QString problem;
    if (m_details && m_entry->kind == catalog::FileKind::Socket) {
        if (m_details->connections)
            connections = *m_details->connections;
        else
            problem = errorText(m_details->connections.error());
    }
    m_ui->drawing->show(m_entry, Topology(*m_entry, connections));
    const bool isJudged = m_details && !m_details->who.isEmpty() && m_details->pipe->state == m_entry->state;
    setTextOrHide(m_ui->access, isJudged ? m_details->who : text::accessSentence(*m_entry));
    setTextOrHide(m_ui->problem, problem);
    const bool any = connections && !connections->empty();
    m_ui->connectionsTitle->setVisible(any);
    m_ui->connections->setVisible(any);
    m_ui->connections->setConnections(connections.value_or(std::vector<catalog::Connection>()));
    m_ui->facts->setAnonymousPipes(m_details ? m_details->anonymousPipes : std::vector<catalog::AnonymousPipe>());
    const bool isAlive = m_entry->state == PipeState::Listening || m_entry->state == PipeState::Bound;
    m_ui->deletion->show(
        m_entry->path(), m_details ? m_details->deletion : std::optional<cleaning::Deletion>(), isAlive);
}

void OverviewPanel::goToConnections()
{
    m_ui->connections->setFocus();
    m_ui->scroll->ensureWidgetVisible(m_ui->connections);
}

bool OverviewPanel::attachingHarms(const PipeEntry &entry)
{
    const endpoints::Endpoint *endpoint = endpoints::findEndpoint(entry.endpoint);
    return endpoint != nullptr && endpoint->attachHarms.has_value();
}

void OverviewPanel::askBeforeAttaching(const PipeEntry &entry, std::function<void(bool)> attach)
{
    if (attachingHarms(entry)) {
        const endpoints::Endpoint *endpoint = endpoints::findEndpoint(entry.endpoint);
        m_ui->bar->ask(
            MessageBar::Kind::Warning, tr("%1. %2").arg(catalog::endpointTitle(entry), *endpoint->attachHarms),
            tr("Attach anyway"), [attach = std::move(attach)] { attach(false); });
        return;
    }
    m_ui->bar->askOnce(
        MessageBar::Kind::Info,
        tr("Attaching connects to \"%1\" as a client. A server with a single instance (usual in .NET) will serve "
           "Pipeglass, and its real client must wait until this conversation is closed.")
            .arg(text::isolated(escapedText(entry.name()))),
        tr("Attach"), std::move(attach));
}

void OverviewPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_watch->setShown(true);
}

void OverviewPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_watch->setShown(false);
}

} // namespace pipeglass::ui
