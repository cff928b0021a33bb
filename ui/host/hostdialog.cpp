// SPDX-License-Identifier: MIT
#include "host/hostdialog.h"

#include "access/verdicts/whocanconnect.h"
#include "app/settings.h"
#include "catalog/entries/pipename.h"
#include "core/bytetext.h"
#include "core/errortext.h"
#include "engine/sessions/ruleresponder.h"
#include "host/rulesdialog.h"
#include "ui_hostdialog.h"
#include "widgets/svgicon.h"

#include <QCompleter>
#include <QPushButton>

#include <unistd.h>

namespace pipeglass::ui {

HostDialog::HostDialog(
    engine::Engine &engine, Settings &settings, const framing::FramingRegistry &framings, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::HostDialog>())
    , m_engine(engine)
{
    m_ui->setupUi(this);
    m_ui->framing->setFramings(framings);
    m_ui->framing->setFramingId(settings.framing());
    m_ui->name->setCompleter(new QCompleter(settings.hostedNames(), this));
    setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *start = m_ui->buttons->button(QDialogButtonBox::Ok);
    start->setText(tr("&Host"));
    start->setIcon(svgIcon(QStringLiteral("host")));
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    connect(m_ui->name, &QLineEdit::textChanged, this, &HostDialog::adapt);
    // The message is about the previous name.
    connect(m_ui->name, &QLineEdit::textChanged, m_ui->bar, &MessageBar::dismiss);
    m_ui->mode->lineEdit()->setAccessibleName(tr("Mode"));
    connect(m_ui->mode, &QComboBox::editTextChanged, this, &HostDialog::adapt);
    connect(m_ui->echo, &QRadioButton::toggled, this, &HostDialog::adapt);
    connect(m_ui->byRules, &QRadioButton::toggled, this, &HostDialog::adapt);
    connect(m_ui->editRules, &QPushButton::clicked, this, &HostDialog::editRules);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, [this] { ask(false); });
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::rejected, this, [this] { m_engine.cancel(m_ticket); });
    connect(&engine, &engine::Engine::failed, this, &HostDialog::failed);
    connect(&engine, &engine::Engine::opened, this, [this, &settings](quint64 ticket) {
        if (ticket != m_ticket)
            return;
        settings.addHostedName(m_ui->name->text());
        accept();
    });
    adapt();
    m_ui->name->setFocus();
}

HostDialog::~HostDialog() = default;

void HostDialog::setName(const QString &name) { m_ui->name->setText(name); }

std::optional<engine::HostRequest> HostDialog::request() const
{
    const auto mode = FileMode::fromOctal(m_ui->mode->currentText().trimmed());
    if (!mode || m_ui->name->text().isEmpty())
        return {};
    engine::HostRequest request;
    request.name = m_ui->name->text().toUtf8();
    request.mode = *mode;
    request.talk.framing = { m_ui->framing->framing(), m_ui->framing->framing() };
    if (m_ui->echo->isChecked())
        request.responder = std::make_shared<engine::EchoResponder>(m_ui->prefix->text().toUtf8());
    else if (m_ui->byRules->isChecked())
        request.responder = std::make_shared<engine::RuleResponder>(m_rules);
    return request;
}

void HostDialog::editRules()
{
    auto *dialog = new RulesDialog(m_rules.rules(), this);
    connect(dialog, &RulesDialog::used, this, [this](const rules::RuleSet &rules) {
        m_rules = rules;
        if (!rules.rules().empty())
            m_ui->byRules->setChecked(true);
        adapt();
    });
    dialog->open();
}

void HostDialog::adapt()
{
    const auto mode = FileMode::fromOctal(m_ui->mode->currentText().trimmed());
    m_ui->access->setText(
        mode ? access::sentenceFor(
            access::whoCanConnect({ ::geteuid(), ::getegid(), *mode, access::Acl::fromMode(*mode) }))
             : tr("Invalid mode: enter up to four octal digits, such as 0600, 0660 or 0666."));
    const QString name = m_ui->name->text();
    bool good = mode.has_value() && !name.isEmpty();
    if (name.isEmpty()) {
        m_ui->path->setFullText(tr("The name that a .NET program uses, or an absolute path."));
    } else if (const auto path = catalog::pathForName(name.toUtf8())) {
        m_ui->path->setFullText(escapedText(*path));
    } else {
        m_ui->path->setFullText(errorText(path.error()));
        good = false;
    }
    m_ui->prefix->setEnabled(m_ui->echo->isChecked());
    const bool hasRules = !m_rules.rules().empty();
    m_ui->rulesState->setText(
        hasRules ? tr("%n rule(s)", nullptr, static_cast<int>(m_rules.rules().size())) : tr("no rules yet"));
    good = good && (hasRules || !m_ui->byRules->isChecked());
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(good && m_ticket == 0);
}

void HostDialog::ask(bool replaceStale)
{
    auto wanted = request();
    if (!wanted)
        return;
    m_ui->bar->dismiss();
    wanted->replaceStale = replaceStale;
    m_ticket = engine::Engine::newTicket();
    Q_EMIT asked(m_ticket);
    m_engine.open(m_ticket, *wanted);
    adapt();
}

void HostDialog::failed(quint64 ticket, const Error &error)
{
    if (ticket != m_ticket)
        return;
    m_ticket = 0;
    adapt();
    if (error.code == ErrorCode::StaleSocket) {
        m_ui->bar->ask(
            MessageBar::Kind::Warning,
            tr("\"%1\" is stale: its server has ended. Replace it?").arg(escapedText(error.subject)), tr("Replace"),
            [this] { ask(true); });
        return;
    }
    m_ui->bar->showError(error);
    m_ui->name->setFocus();
}

} // namespace pipeglass::ui
