// SPDX-License-Identifier: MIT
#include "replay/replaydialog.h"

#include "catalog/entries/pipename.h"
#include "conversation/conversationpanel.h"
#include "core/bytetext.h"
#include "core/errortext.h"
#include "models/conversation/conversationmodel.h"
#include "models/pooljob.h"
#include "widgets/characterwidth.h"
#include "widgets/elidedlabel.h"
#include "widgets/messagebar.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>

#include <limits>

namespace pipeglass::ui {

namespace {

QVBoxLayout *choices(QWidget *parent, QRadioButton *first, QRadioButton *second)
{
    auto *group = new QButtonGroup(parent);
    group->addButton(first);
    group->addButton(second);
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(first);
    column->addWidget(second);
    return column;
}

} // namespace

ReplayDialog::Source ReplayDialog::sourceOf(const ConversationPanel &panel)
{
    return { panel.messages()->list()->source(), panel.session().framing, panel.title() };
}

ReplayDialog::ReplayDialog(engine::Engine &engine, Source source, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_source(std::move(source))
    , m_name(new QLineEdit(m_source.name, this))
    , m_path(new ElidedLabel(this))
    , m_client(new QRadioButton(tr("The &client: connect to the pipe"), this))
    , m_server(new QRadioButton(tr("The &server: host the pipe and wait for clients"), this))
    , m_paused(new QRadioButton(tr("With the recorded &pauses"), this))
    , m_fast(new QRadioButton(tr("As &fast as answers come"), this))
    , m_connection(new QComboBox(this))
    , m_timeout(new QSpinBox(this))
    , m_bar(new MessageBar(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Replay a conversation"));
    addFields();
    connect(m_name, &QLineEdit::textChanged, this, &ReplayDialog::adapt);
    connect(m_name, &QLineEdit::textChanged, m_bar, &MessageBar::dismiss);
    connect(m_client, &QRadioButton::toggled, this, &ReplayDialog::adapt);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ReplayDialog::begin);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::rejected, this, [this] { m_engine.cancel(m_ticket); });
    connect(&engine, &engine::Engine::failed, this, &ReplayDialog::failed);
    connect(&engine, &engine::Engine::opened, this, [this](quint64 ticket) {
        if (ticket == m_ticket)
            accept();
    });
    // What is recorded is known when it was read once.
    const auto read = [list = m_source.list]() -> engine::RecordedConnectionsPtr {
        auto recorded = std::make_shared<engine::RecordedConnections>(list);
        recorded->add(std::numeric_limits<quint32>::max());
        return recorded;
    };
    models::runInPool(this, read, [this](const engine::RecordedConnectionsPtr &recorded) {
        m_recorded = recorded;
        fillConnections();
        adapt();
    });
    adapt();
    m_name->setFocus();
    m_name->selectAll();
}

void ReplayDialog::addFields()
{
    auto *about = new QLabel(
        tr("Sends what one side of the conversation sent, and compares the answers with the recorded ones."), this);
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true);
    m_connection->setEnabled(false);
    m_connection->addItem(tr("reading the conversation …"));
    constexpr int longest = 3600;
    constexpr int usual = 10;
    m_timeout->setRange(0, longest);
    m_timeout->setValue(usual);
    m_timeout->setSuffix(tr(" s"));
    m_timeout->setSpecialValueText(tr("no limit"));
    m_timeout->setToolTip(tr("How much later than in the recording an answer may come"));
    QPushButton *start = m_buttons->button(QDialogButtonBox::Ok);
    start->setText(tr("&Replay"));
    start->setIcon({});
    m_buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    auto *form = new QFormLayout;
    form->addRow(tr("&Name of the pipe:"), m_name);
    form->addRow(QString(), m_path);
    form->addRow(tr("Play:"), choices(this, m_client, m_server));
    form->addRow(tr("Timing:"), choices(this, m_paused, m_fast));
    m_client->setChecked(true); // when the groups are made, else one would uncheck the other
    m_paused->setChecked(true);
    form->addRow(tr("Connec&tions:"), m_connection);
    form->addRow(tr("Wait for an &answer:"), m_timeout);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->setSizeConstraint(QLayout::SetMinimumSize); // there is room for an error
    column->addWidget(about);
    column->addLayout(form);
    column->addWidget(m_bar);
    column->addStretch();
    column->addWidget(m_buttons);
    resize(characterWidth(fontMetrics()) * 76, sizeHint().height());
}

void ReplayDialog::fillConnections()
{
    m_connection->clear();
    const auto &connections = m_recorded->connections();
    m_connection->addItem(tr("all %n connection(s)", nullptr, static_cast<int>(connections.size())), 0U);
    constexpr size_t mostListed = 1000;
    for (size_t i = 0; connections.size() > 1 && i < qMin(connections.size(), mostListed); ++i)
        m_connection->addItem(tr("only #%1").arg(connections[i].id.value), connections[i].id.value);
}

void ReplayDialog::adapt()
{
    const QByteArray name = m_name->text().toUtf8();
    const auto path = catalog::pathForName(name);
    bool good = !name.isEmpty() && m_recorded != nullptr && m_ticket == 0;
    if (name.isEmpty()) {
        m_path->setFullText(tr("The name that a .NET program uses, or an absolute path."));
    } else if (path) {
        m_path->setFullText(escapedText(*path));
    } else {
        m_path->setFullText(errorText(path.error()));
        good = good && m_client->isChecked(); // which connects to what has no path, too
    }
    if (m_recorded != nullptr && m_recorded->connections().empty()) {
        good = false;
        m_path->setFullText(tr("There is nothing to replay: the conversation has no connection."));
    }
    m_connection->setEnabled(m_recorded != nullptr && m_connection->count() > 1);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(good);
}

void ReplayDialog::begin() { ask(false); }

void ReplayDialog::ask(bool replaceStale)
{
    engine::ReplayRequest request;
    request.name = m_name->text().toUtf8();
    request.recorded = m_recorded;
    if (const ConnectionId one{ m_connection->currentData().toUInt() }; one.isValid()) {
        auto selected = std::make_shared<engine::RecordedConnections>(*m_recorded);
        (void)selected->select({ one });
        request.recorded = selected;
    }
    request.as = m_client->isChecked() ? Side::Client : Side::Server;
    request.fast = m_fast->isChecked();
    constexpr int millisecondsPerSecond = 1000;
    request.timeoutMs = m_timeout->value() * millisecondsPerSecond;
    request.replaceStale = replaceStale;
    request.talk.framing = m_source.framing;
    m_bar->dismiss();
    m_ticket = engine::Engine::newTicket();
    Q_EMIT asked(m_ticket);
    m_engine.open(m_ticket, request);
    adapt();
}

void ReplayDialog::failed(quint64 ticket, const Error &error)
{
    if (ticket != m_ticket)
        return;
    m_ticket = 0;
    adapt();
    if (error.code == ErrorCode::StaleSocket) {
        m_bar->ask(
            MessageBar::Kind::Warning,
            tr("\"%1\" is stale: its server has ended. Replace it?").arg(escapedText(error.subject)), tr("Replace"),
            [this] { ask(true); });
        return;
    }
    m_bar->showError(error);
    m_name->setFocus();
    layout()->activate();
    resize(width(), qMax(height(), layout()->totalHeightForWidth(width()))); // room for the lines of the error
}

} // namespace pipeglass::ui
