// SPDX-License-Identifier: MIT
#include "start/startdialog.h"

#include "app/settings.h"
#include "ui_startdialog.h"
#include "widgets/svgicon.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>

namespace pipeglass::ui {

namespace {

QStringList environmentLines(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines.append(line.trimmed());
    }
    return lines;
}

} // namespace

StartDialog::StartDialog(
    engine::Engine &engine, Settings &settings, const framing::FramingRegistry &framings, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::StartDialog>())
    , m_engine(engine)
    , m_settings(settings)
{
    m_ui->setupUi(this);
    m_ui->framing->setFramings(framings);
    m_ui->framing->offerGuess();
    m_ui->framing->setCurrentIndex(0);
    setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *start = m_ui->buttons->button(QDialogButtonBox::Ok);
    start->setText(tr("&Start"));
    start->setIcon(svgIcon(QStringLiteral("process")));
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    m_ui->browse->setIcon(svgIcon(QStringLiteral("folder")));
    m_ui->commandLine->lineEdit()->setPlaceholderText(tr("for example: dotnet run --project \"My server\""));
    m_ui->environment->setTabChangesFocus(true);
    m_ui->environment->setFixedHeight(4 * fontMetrics().lineSpacing());
    for (const Settings::StartedProgram &one : settings.startedPrograms())
        m_ui->commandLine->addItem(one.commandLine);
    connect(m_ui->commandLine, &QComboBox::editTextChanged, this, &StartDialog::adapt);
    connect(m_ui->commandLine, &QComboBox::editTextChanged, m_ui->bar, &MessageBar::dismiss);
    connect(m_ui->commandLine, &QComboBox::activated, this, &StartDialog::showRemembered);
    connect(m_ui->environment, &QPlainTextEdit::textChanged, this, &StartDialog::adapt);
    connect(m_ui->browse, &QToolButton::clicked, this, &StartDialog::chooseDirectory);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &StartDialog::start);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::rejected, this, [this] { m_engine.cancel(m_ticket); });
    connect(&engine, &engine::Engine::failed, this, &StartDialog::failed);
    connect(&engine, &engine::Engine::opened, this, [this](quint64 ticket) {
        if (ticket == m_ticket)
            accept();
    });
    m_ui->framing->setFramingId(settings.framing());
    showRemembered(0);
    adapt();
    m_ui->commandLine->setFocus();
    m_ui->commandLine->lineEdit()->selectAll();
}

StartDialog::~StartDialog() = default;

void StartDialog::choose(const QString &commandLine)
{
    const int index = m_ui->commandLine->findText(commandLine);
    m_ui->commandLine->setCurrentIndex(index);
    showRemembered(index);
}

/// The other fields as they were with this command line.
void StartDialog::showRemembered(int index)
{
    const QList<Settings::StartedProgram> programs = m_settings.startedPrograms();
    if (index < 0 || index >= programs.size())
        return;
    const Settings::StartedProgram &one = programs[index];
    m_ui->commandLine->setEditText(one.commandLine);
    m_ui->directory->setText(one.directory);
    m_ui->environment->setPlainText(one.environment);
    m_ui->framing->setFramingId(one.framing.toUtf8());
}

void StartDialog::chooseDirectory()
{
    auto *dialog = new QFileDialog(this, tr("Working directory"), m_ui->directory->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_ui->directory, &QLineEdit::setText);
    dialog->open();
}

QString StartDialog::problem() const
{
    for (const QString &line : environmentLines(m_ui->environment->toPlainText())) {
        if (line.indexOf(u'=') <= 0)
            return tr("\"%1\" is no variable: enter NAME=value, one a line.").arg(line);
    }
    return {};
}

void StartDialog::adapt()
{
    const QString wrong = problem();
    m_ui->environmentProblem->setText(wrong);
    m_ui->environmentProblem->setVisible(!wrong.isEmpty());
    const bool hasProgram = !QProcess::splitCommand(m_ui->commandLine->currentText()).isEmpty();
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(hasProgram && wrong.isEmpty() && m_ticket == 0);
}

void StartDialog::start()
{
    const QString commandLine = m_ui->commandLine->currentText().trimmed();
    engine::RunRequest request;
    for (const QString &word : QProcess::splitCommand(commandLine))
        request.program.words.push_back(word.toUtf8());
    if (request.program.words.empty() || !problem().isEmpty())
        return;
    request.program.directory = m_ui->directory->text().toUtf8();
    for (const QString &line : environmentLines(m_ui->environment->toPlainText()))
        request.program.environment.push_back(line.toUtf8());
    const framing::FramingPtr framing = m_ui->framing->framing();
    request.talk.framing = { framing, framing };
    m_settings.addStartedProgram(
        { commandLine, m_ui->directory->text(), m_ui->environment->toPlainText(), QString::fromUtf8(framing->id()) });
    m_ui->bar->dismiss();
    m_ticket = engine::Engine::newTicket();
    Q_EMIT asked(m_ticket);
    m_engine.open(m_ticket, request);
    adapt();
}

void StartDialog::failed(quint64 ticket, const Error &error)
{
    if (ticket != m_ticket)
        return;
    m_ticket = 0;
    adapt();
    m_ui->bar->showError(error);
    m_ui->commandLine->setFocus();
}

} // namespace pipeglass::ui
