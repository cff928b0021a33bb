// SPDX-License-Identifier: MIT
#include "files/savedialog.h"

#include "conversation/reframedmessages.h"
#include "core/bytetext.h"
#include "text/pipetext.h"
#include "widgets/messagebar.h"
#include "widgets/taborder.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>

#include <chrono>
#include <utility>

namespace pipeglass::ui {

using exporting::Export;
using exporting::Format;
using namespace std::chrono_literals;

namespace {

struct FormatChoice {
    Format format;
    const char *title;
    QLatin1String suffix;
};

constexpr FormatChoice formatChoices[] = {
    { Format::Recording, QT_TRANSLATE_NOOP("pipeglass::ui::SaveDialog", "Recording (pcapng, also for Wireshark)"),
      QLatin1String(".pcapng") },
    { Format::JsonLines, QT_TRANSLATE_NOOP("pipeglass::ui::SaveDialog", "JSON Lines, one object for each message"),
      QLatin1String(".jsonl") },
    { Format::Text, QT_TRANSLATE_NOOP("pipeglass::ui::SaveDialog", "Text, one line for each message"),
      QLatin1String(".txt") },
    { Format::RawStreams,
      QT_TRANSLATE_NOOP("pipeglass::ui::SaveDialog", "Raw bytes, a file for each direction in a new directory"),
      QLatin1String() },
};

/// The pipe's name without characters that are unusual in file names.
QString fileNameFor(const engine::SessionInfo &session)
{
    const auto first = session.file ? session.recording->connection(ConnectionId{ 1 }) : std::nullopt;
    QString name = text::nameOfPath(first ? first->pipe : session.path);
    for (QChar &one : name) {
        if (!one.isLetterOrNumber() && !QStringLiteral("-_.").contains(one))
            one = u'_';
    }
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    return name.isEmpty() ? QStringLiteral("conversation") : name.left(100);
}

} // namespace

SaveDialog::SaveDialog(
    const engine::SessionInfo &session, capture::MessageListPtr shown, const QString &directory, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_shown(std::move(shown))
    , m_bar(new MessageBar(this))
    , m_format(new QComboBox(this))
    , m_path(new QLineEdit(this))
    , m_asShown(new QCheckBox(tr("As the tab &shows it, with its framing and filter"), this))
    , m_filter(new QLineEdit(this))
    , m_filterProblem(new QLabel(this))
    , m_progressBar(new QProgressBar(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this))
    , m_background(QStringLiteral("save"))
{
    setWindowTitle(tr("Save conversation"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(560);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_bar);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    fillForm(*form);
    column->addLayout(form);
    column->addWidget(m_progressBar);
    column->addWidget(m_buttons);
    m_progressBar->hide();
    orderTabsByLayout(*this);
    m_poll.setInterval(100ms);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        constexpr int most = 1000;
        m_progressBar->setMaximum(most);
        const quint64 all = qMax<quint64>(1, m_progress->all);
        m_progressBar->setValue(static_cast<int>(m_progress->done * most / all));
    });
    connect(m_format, &QComboBox::currentIndexChanged, this, &SaveDialog::adaptPath);
    connect(m_path, &QLineEdit::textChanged, this, &SaveDialog::adapt);
    connect(m_filter, &QLineEdit::textChanged, this, &SaveDialog::adapt);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] { save(false); });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &SaveDialog::reject);
    m_path->setText(QDir(directory).filePath(fileNameFor(session) + formatChoices[0].suffix));
    m_path->setFocus();
}

SaveDialog::~SaveDialog()
{
    if (m_progress != nullptr)
        m_progress->isCancelled = true;
}

void SaveDialog::fillForm(QFormLayout &form)
{
    for (const FormatChoice &one : formatChoices)
        m_format->addItem(tr(one.title));
    m_format->setObjectName(QStringLiteral("saveFormat"));
    m_path->setObjectName(QStringLiteral("savePath"));
    m_filter->setObjectName(QStringLiteral("saveFilter"));
    auto *place = new QHBoxLayout;
    place->addWidget(m_path);
    auto *browseButton = new QPushButton(tr("&Browse…"), this);
    browseButton->setAutoDefault(false);
    connect(browseButton, &QPushButton::clicked, this, &SaveDialog::browse);
    place->addWidget(browseButton);
    m_filter->setPlaceholderText(tr("all messages, or for example: from == server and length > 100"));
    m_filterProblem->setTextFormat(Qt::PlainText);
    m_filterProblem->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_filterProblem->hide();
    m_asShown->setVisible(m_shown != m_session.recording);
    const auto addRow = [&form](const QString &title, QWidget *buddy, auto *content) {
        auto *label = new QLabel(title, buddy->parentWidget());
        label->setBuddy(buddy);
        form.addRow(label, content);
    };
    addRow(tr("&Format:"), m_format, m_format);
    addRow(tr("F&ile:"), m_path, place);
    addRow(tr("&Only:"), m_filter, m_filter);
    form.addRow(QString(), m_filterProblem);
    form.addRow(QString(), m_asShown);
}

void SaveDialog::setPath(const QString &path) { m_path->setText(path); }

Format SaveDialog::format() const { return formatChoices[m_format->currentIndex()].format; }

void SaveDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Save conversation"), m_path->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // asked by this dialog
    connect(dialog, &QFileDialog::fileSelected, this, &SaveDialog::setPath);
    dialog->open();
}

/// The suffix of another format is replaced.
void SaveDialog::adaptPath()
{
    QString path = m_path->text();
    for (const FormatChoice &one : formatChoices) {
        if (!one.suffix.isEmpty() && path.endsWith(one.suffix))
            path.chop(one.suffix.size());
    }
    m_path->setText(path + formatChoices[m_format->currentIndex()].suffix);
}

void SaveDialog::adapt()
{
    m_bar->dismiss();
    const QString text = m_filter->text();
    const auto filter = filter::Filter::parse(text);
    m_filterProblem->setVisible(!filter);
    if (!filter)
        m_filterProblem->setText(filter::problemText(text, filter.error()));
    const bool isSaving = m_progress != nullptr;
    for (QWidget *one : std::initializer_list<QWidget *>{ m_format, m_path, m_filter, m_asShown })
        one->setEnabled(!isSaving);
    m_progressBar->setVisible(isSaving);
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(!isSaving && filter && !m_path->text().isEmpty());
}

void SaveDialog::save(bool replaces)
{
    auto filter = filter::Filter::parse(m_filter->text());
    if (m_progress != nullptr || !filter)
        return;
    m_request = {};
    m_request.list = m_asShown->isChecked() ? m_shown : capture::MessageListPtr(m_session.recording);
    if (dynamic_cast<const conversation::ReframedMessages *>(m_request.list.get()) != nullptr)
        m_request.framing = { m_session.framing.client->id(), m_session.framing.server->id() };
    m_request.filter = *std::move(filter);
    m_request.format = format();
    m_request.path = QFile::encodeName(QDir::current().absoluteFilePath(m_path->text()));
    m_request.replaces = replaces;
    m_progress = std::make_shared<Progress>();
    m_poll.start();
    adapt();
    m_background.run(
        this, [request = m_request, progress = m_progress] { return write(request, *progress); },
        [this](const Outcome &outcome) { finish(outcome); });
}

/// In the background thread.
SaveDialog::Outcome SaveDialog::write(const exporting::ExportRequest &request, Progress &progress)
{
    constexpr quint64 itemsAtOnce = 1000;
    const auto begun = Export::begin(request);
    if (!begun)
        return { .error = begun.error() };
    Export &run = **begun;
    progress.all = run.itemsInAll();
    for (bool more = true; more;) {
        if (progress.isCancelled)
            return { .isCancelled = true };
        const Result<bool> stepped = run.step(itemsAtOnce);
        if (!stepped)
            return { .error = stepped.error() };
        more = *stepped;
        progress.done = run.itemsDone();
    }
    if (const Status finished = run.finish(); !finished)
        return { .error = finished.error() };
    return { .messages = run.messagesWritten() };
}

void SaveDialog::finish(const Outcome &outcome)
{
    m_poll.stop();
    m_progress.reset();
    adapt();
    if (outcome.isCancelled)
        return;
    if (!outcome.error) {
        const bool isRecording = m_request.format == Format::Recording;
        const bool isWhole = isRecording && m_request.filter.isEmpty() && m_request.list == m_session.recording;
        Q_EMIT saved(m_request.path, outcome.messages, isRecording, isWhole);
        accept();
        return;
    }
    if (outcome.error->code == ErrorCode::FileExists && m_request.format != Format::RawStreams && !m_request.replaces)
        m_bar->ask(
            MessageBar::Kind::Warning, tr("\"%1\" exists already. Replace it?").arg(escapedText(m_request.path)),
            tr("Replace"), [this] { save(true); });
    else
        m_bar->showError(*outcome.error);
}

/// While it saves, only that is ended.
void SaveDialog::reject()
{
    if (m_progress != nullptr)
        m_progress->isCancelled = true;
    else
        QDialog::reject();
}

} // namespace pipeglass::ui
