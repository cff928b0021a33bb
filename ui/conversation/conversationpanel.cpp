// SPDX-License-Identifier: MIT
#include "conversation/conversationpanel.h"

#include "charts/conversationviews.h"
#include "conversation/conversationtable.h"
#include "conversation/conversationtypes.h"
#include "conversation/messagecommands.h"
#include "conversation/sessiontext.h"
#include "core/bytetext.h"
#include "formats/formatdialog.h"
#include "models/conversation/connectionlistmodel.h"
#include "models/conversation/conversationmodel.h"
#include "models/livemessages.h"
#include "text/peertext.h"
#include "text/pipetext.h"
#include "text/sizetext.h"
#include "ui_conversationpanel.h"
#include "widgets/characterwidth.h"
#include "widgets/emptytext.h"
#include "widgets/focusguard.h"
#include "widgets/plaintooltip.h"
#include "widgets/svgicon.h"

#include <QHeaderView>
#include <QMenu>

#include <algorithm>
#include <csignal>

namespace pipeglass::ui {

using engine::ConnectionState;
using engine::Engine;
using engine::SessionInfo;

ConversationPanel::ConversationPanel(
    const SessionInfo &session, Engine &engine, const framing::FramingRegistry &framings,
    const decoding::DecoderRegistryPtr &decoders, ViewSettings *settings, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ConversationPanel>())
    , m_engine(engine)
    , m_framings(framings)
    , m_session(session)
    , m_live(new models::LiveMessages(session.recording, this))
    , m_commands(new MessageCommands(engine, this))
    , m_decoders(decoders)
    , m_types(new ConversationTypes(session, settings, this))
    , m_clients(new models::ConnectionListModel(this))
{
    m_ui->setupUi(this);
    m_ui->pane->start(m_live, decoders, settings, emptyTextOf(session));
    m_views = new ConversationViews(*m_ui->split, *m_ui->pane, *m_ui->pane->table(), *m_ui->pane->model());
    m_ui->clients->setModel(m_clients);
    m_ui->clients->setVisible(session.hasMany);
    m_ui->clients->setColumnHidden(models::ConnectionListModel::Pipe, !session.program);
    m_ui->clients->header()->setStretchLastSection(true);
    new EmptyText(tr("No client is connected."), m_ui->clients);
    setDefaultSizes();
    m_ui->stack->setStretchFactor(0, 1);
    m_ui->halfCloseButton->setIcon(svgIcon(QStringLiteral("halfclose")));
    drawIcon();
    m_ui->framing->start(framings, session.recording, session.canSend ? session.ours : std::nullopt);
    m_ui->rulesButton->setEngine(engine);
    m_ui->reattaching->start(engine, *settings);
    m_ui->message->setDecoders(decoders);
    m_ui->compose->setDecoders(decoders);
    m_ui->held->setDecoders(decoders);
    m_ui->compose->setVisible(session.canSend || session.canTakePart);
    connectAll();
    connectTakingPart();
    connectTypes();
    adapt();
}

ConversationPanel::~ConversationPanel() = default;

models::ConversationModel *ConversationPanel::messages() const { return m_ui->pane->model(); }

MessagesPane *ConversationPanel::pane() const { return m_ui->pane; }

void ConversationPanel::resetLayout()
{
    m_ui->pane->resetLayout();
    setDefaultSizes();
}

void ConversationPanel::setDefaultSizes()
{
    const int unit = characterWidth(fontMetrics());
    m_ui->clients->setColumnWidth(models::ConnectionListModel::Peer, unit * 24);
    m_ui->clients->setColumnWidth(models::ConnectionListModel::Pipe, unit * 16);
    m_ui->clients->setColumnWidth(models::ConnectionListModel::User, unit * 10);
    m_ui->split->setSizes({ 700, unit * 52 });
    m_ui->stack->setSizes({ 260, 100 });
}

void ConversationPanel::drawIcon()
{
    m_ui->icon->setPixmap(svgIcon(iconOf(m_session)).pixmap(QSize(20, 20), devicePixelRatioF()));
}

void ConversationPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
}

void ConversationPanel::connectAll()
{
    connect(m_ui->compose, &ComposeBar::sendRequested, this, &ConversationPanel::askToSend);
    connect(m_ui->compose, &ComposeBar::errorOccurred, this, [this](const QString &sentence) {
        m_ui->bar->show(MessageBar::Kind::Error, sentence);
    });
    connect(m_ui->framing, &FramingButton::chosen, this, &ConversationPanel::setFraming);
    connect(m_ui->framing, &FramingButton::formatRequested, this, &ConversationPanel::editFormat);
    connect(m_ui->framing->guesses(), &FramingGuesses::changed, this, [this] {
        guessForeign();
        adaptAwaited();
    });
    connect(m_ui->pane, &MessagesPane::itemChosen, this, [this](quint64 item) {
        m_ui->message->showMessage(m_live->list(), item, messages()->numbers());
    });
    connect(m_ui->pane, &MessagesPane::nothingChosen, m_ui->message, &MessageView::clear);
    connect(m_ui->pane, &MessagesPane::failed, this, &ConversationPanel::showProblem);
    connect(m_ui->pane, &MessagesPane::markRequested, this, [this](quint64 item, const capture::Mark &mark) {
        m_commands->setMark(m_session, item, mark);
    });
    connect(m_commands, &MessageCommands::marked, this, &ConversationPanel::messagesAdded);
    connect(m_ui->pane, &MessagesPane::sendAgainRequested, this, &ConversationPanel::sendAgain);
    connect(m_ui->pane, &MessagesPane::sendEditedRequested, this, &ConversationPanel::sendEdited);
    connect(m_commands, &MessageCommands::submitted, this, [this](quint64 ticket) { m_decisions.insert(ticket); });
    connect(m_commands, &MessageCommands::failed, this, &ConversationPanel::showProblem);
    connect(m_ui->message, &MessageView::failed, this, &ConversationPanel::showProblem);
    connect(m_ui->halfCloseButton, &QToolButton::clicked, this, [this] {
        m_ui->bar->ask(
            MessageBar::Kind::Warning,
            tr("After that nothing more can be sent. The other side is notified, and can still reply."),
            tr("End sending"), [this] { m_engine.finishSending(m_session.id); });
    });
    connect(m_ui->leaveButton, &QPushButton::clicked, this, [this] { m_engine.leave(m_session.id); });
    connect(m_ui->stopButton, &QPushButton::clicked, this, [this] { m_engine.signalProgram(m_session.id, SIGTERM); });
    connect(m_ui->clients, &QWidget::customContextMenuRequested, this, &ConversationPanel::showClientMenu);
    connect(&m_engine, &Engine::sent, this, [this](quint64 ticket) {
        if (m_tickets.remove(ticket)) {
            m_ui->bar->dismiss();
            m_ui->compose->accepted();
        }
        m_decisions.remove(ticket);
    });
    connect(&m_engine, &Engine::failed, this, [this](quint64 ticket, const Error &error) {
        if (m_tickets.remove(ticket) || m_decisions.remove(ticket))
            m_ui->bar->showError(error);
    });
}

void ConversationPanel::connectTakingPart()
{
    m_ui->relay->setVisible(m_session.canTakePart);
    if (!m_session.canTakePart)
        return;
    m_ui->compose->offerSides();
    m_ui->relay->setRules(m_session.rules);
    connect(m_ui->relay, &RelayBar::rulesChanged, this, [this](const engine::RelayRules &rules) {
        m_engine.setRules(m_session.id, {}, rules);
        adaptTakingPart();
    });
    connect(m_ui->relay, &RelayBar::cutRequested, this, &ConversationPanel::askToCut);
    connect(m_ui->relay, &RelayBar::errorOccurred, this, [this](const QString &sentence) {
        m_ui->bar->show(MessageBar::Kind::Error, sentence);
    });
    connect(
        m_ui->held, &HeldPanel::decided, this,
        [this](ConnectionId connection, Side from, quint64 held, const engine::HeldAction &action) {
            const quint64 ticket = Engine::newTicket();
            m_decisions.insert(ticket);
            m_engine.decide(ticket, m_session.id, connection, from, held, action);
        });
}

void ConversationPanel::adaptTakingPart()
{
    m_ui->held->apply(m_session.connections);
    const engine::RelayRules rules = m_ui->relay->rules();
    m_ui->held->setVisible(
        m_session.canTakePart && (rules.from.client.hold || rules.from.server.hold || !m_ui->held->isEmpty()));
    m_ui->relay->setEnabled(m_session.canTakePart);
}

void ConversationPanel::askToCut()
{
    const QVariant selected = m_ui->clients->currentIndex().data(models::ConnectionListModel::IdRole);
    std::vector<ConnectionId> cut;
    for (const ConnectionState &one : m_clients->connections()) {
        if (!selected.isValid() || selected.value<ConnectionId>() == one.id)
            cut.push_back(one.id);
    }
    if (cut.empty())
        return;
    const QString question = cut.size() == 1
        ? tr("Cut connection #%1? Its client and the server see it end at once.").arg(cut.front().value)
        : tr(
            "Cut all %n connection(s)? Clients and server see them end at once.", nullptr,
            static_cast<int>(cut.size()));
    m_ui->bar->ask(MessageBar::Kind::Warning, question, tr("Cut"), [this, cut] {
        for (const ConnectionId one : cut)
            m_engine.closeConnection(m_session.id, one);
    });
}

QString ConversationPanel::title() const { return titleOf(m_session); }

void ConversationPanel::focusCompose() { m_ui->compose->focusField(); }

void ConversationPanel::sendText(const QString &text)
{
    m_ui->compose->setText(text);
    m_ui->compose->submit();
}

void ConversationPanel::sessionChanged(const SessionInfo &session)
{
    const PerSide<framing::FramingPtr> shown = m_session.framing;
    m_session = session;
    if (session.file)
        m_session.framing = shown; // the engine does not cut files
    adapt();
    messagesAdded();
    if (session.ended)
        m_live->end();
}

void ConversationPanel::messagesAdded()
{
    m_live->update();
    m_ui->framing->messagesAdded();
    if (const quint64 changes = m_session.recording->markChanges(); std::exchange(m_markChanges, changes) != changes)
        m_ui->pane->marksChanged();
    checkForMalformed();
}

/// An invalid length usually means that the framing is wrong.
void ConversationPanel::checkForMalformed()
{
    constexpr quint64 maxAtOnce = 10'000;
    const quint64 count = m_session.recording->count();
    m_checked = qMax(m_checked, count - qMin(count, maxAtOnce));
    bool isNew = false;
    for (; m_checked < count; ++m_checked) {
        const FrameProblem problem = m_session.recording->summary(m_checked).problem;
        isNew = isNew || problem == FrameProblem::InvalidLength || problem == FrameProblem::InvalidSyntax
            || problem == FrameProblem::TooLarge;
    }
    if (isNew && !std::exchange(m_hasMalformed, true))
        adaptAwaited();
}

void ConversationPanel::showProblem(const Error &error) { m_ui->bar->showError(error); }

void ConversationPanel::adapt()
{
    const FocusGuard guard(this, { m_ui->pane->table() });
    m_clients->apply(m_session.connections);
    m_ui->title->setFullText(title());
    setPlainToolTip(*m_ui->title, escapedText(m_session.path));
    m_ui->state->setText(stateSentence());
    m_ui->rulesButton->apply(m_session);
    m_ui->reattaching->apply(m_session);
    m_ui->compose->setBlocked(blockedBecause());
    m_ui->halfCloseButton->setVisible(!m_session.isTap && !m_session.file && (m_session.canSend || m_session.ended));
    m_ui->leaveButton->setVisible(m_session.isTap && !m_session.program && !m_session.hasLeft && !m_session.ended);
    m_ui->stopButton->setVisible(m_session.program && m_session.program->isRunning && !m_session.ended);
    m_ui->halfCloseButton->setEnabled(hasReader() && !m_session.ended);
    adaptRecipients();
    adaptFraming();
    adaptAwaited();
    adaptTakingPart();
}

bool ConversationPanel::hasReader() const
{
    const std::vector<ConnectionState> &all = m_session.connections;
    return std::any_of(
        all.begin(), all.end(), [](const ConnectionState &one) { return one.ours ? one.canSend() : !one.closed; });
}

void ConversationPanel::adaptFraming()
{
    const framing::FramingPtr &ours = m_session.framing[m_session.ours.value_or(Side::Client)];
    const PerSide<QByteArray> guessed = guessedFraming();
    PerSide<QByteArray> ids;
    for (const Side side : { Side::Client, Side::Server })
        ids[side] = guessed[side].isEmpty() ? m_session.framing[side]->id() : guessed[side];
    m_ui->framing->setInUse(m_session.framing, guessed);
    m_ui->held->setFraming(ids);
    const Side sender = m_session.ours.value_or(otherSide(m_ui->compose->recipientSide()));
    m_ui->compose->setHint({ ids[sender], sender, m_types->types() });
    m_ui->compose->setFramingTitle(ours->title(), ours->description());
}

/// As the engine guessed it, on the last connection where it did.
PerSide<QByteArray> ConversationPanel::guessedFraming() const
{
    PerSide<QByteArray> guessed;
    for (const ConnectionState &one : m_session.connections) {
        for (const Side side : { Side::Client, Side::Server }) {
            if (!one.guessedFraming[side].isEmpty())
                guessed[side] = one.guessedFraming[side];
        }
    }
    return guessed;
}

void ConversationPanel::setFraming(const PerSide<framing::FramingPtr> &framing)
{
    for (const Side side : { Side::Client, Side::Server })
        m_engine.setFraming(m_session.id, side, framing[side]);
    m_session.framing = framing;
    m_isFramingChosen = true;
    m_hasMalformed = false;
    m_live->cut(m_session.framing);
    adaptFraming();
    adaptAwaited();
}

void ConversationPanel::editFormat()
{
    const Side side = m_session.ours.value_or(Side::Client);
    auto *dialog = new FormatDialog(m_framings, m_session.recording, *m_session.framing[side], window());
    connect(dialog, &FormatDialog::used, this, [this](const framing::FramingPtr &framing) {
        setFraming({ framing, framing });
    });
    connect(this, &QObject::destroyed, dialog, &QWidget::close);
    dialog->show();
}

/// Packets of another program are no messages, so they are cut by what they look like.
void ConversationPanel::guessForeign()
{
    if (!m_session.file || !m_session.file->isForeign || m_isFramingChosen
        || m_ui->framing->guesses()->likely() == nullptr)
        return;
    const framing::FramingPtr guess = m_framings.guessing();
    setFraming({ guess, guess });
}

void ConversationPanel::adaptRecipients()
{
    if (!m_session.hasMany)
        return;
    std::vector<ComposeBar::Recipient> recipients{
        { {}, m_session.canTakePart ? tr("all connections") : tr("all clients") }
    };
    for (const ConnectionState &one : m_clients->connections()) {
        if (one.canSend() || !one.ours)
            recipients.push_back({ one.id, text::peerText(one.id, one.peer()) });
    }
    m_ui->compose->setRecipients(std::move(recipients));
}

void ConversationPanel::showClientMenu(const QPoint &position)
{
    const QModelIndex index = m_ui->clients->indexAt(position);
    if (!index.isValid())
        return;
    const auto id = index.data(models::ConnectionListModel::IdRole).value<ConnectionId>();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(svgIcon(QStringLiteral("close")), tr("&Disconnect this client"), this, [this, id] {
        m_engine.closeConnection(m_session.id, id);
    });
    menu->popup(m_ui->clients->viewport()->mapToGlobal(position));
}

} // namespace pipeglass::ui
