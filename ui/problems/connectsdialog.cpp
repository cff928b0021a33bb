// SPDX-License-Identifier: MIT
#include "problems/connectsdialog.h"

#include "core/errortext.h"
#include "problems/explanationview.h"
#include "problems/wrappedlabel.h"
#include "text/explanationtext.h"
#include "widgets/taborder.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace pipeglass::ui {

namespace {

constexpr int longestSeconds = 10;

} // namespace

ConnectsDialog::ConnectsDialog(pid_t pid, QWidget *parent)
    : QDialog(parent)
    , m_intro(wrappedLabel(QStringLiteral("connectsIntro"), this))
    , m_result(wrappedLabel(QStringLiteral("connectsResult"), this))
    , m_tried(new QListWidget(this))
    , m_explanation(new ExplanationView(this))
    , m_progress(new QProgressBar(this))
    , m_listen(new QPushButton(tr("&Listen"), this))
    , m_goTo(new QPushButton(tr("Go to the pipe"), this))
    , m_thread(QStringLiteral("connects"))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("connectsDialog"));
    setWindowTitle(tr("Why can't it connect?"));
    setUpRows();
    connect(m_listen, &QPushButton::clicked, this, &ConnectsDialog::toggle);
    connect(m_goTo, &QPushButton::clicked, this, [this] {
        Q_EMIT pipeRequested(m_found[static_cast<size_t>(m_tried->currentRow())].explanation.pipe);
    });
    connect(m_tried, &QListWidget::currentRowChanged, this, &ConnectsDialog::showChosen);
    m_intro->setText(tr("Looking for the runtime of process %1…").arg(pid));
    adapt();
    resize(680, 480);
    find(pid);
}

ConnectsDialog::~ConnectsDialog()
{
    if (m_stop)
        *m_stop = true;
}

void ConnectsDialog::setUpRows()
{
    m_tried->setObjectName(QStringLiteral("triedAddresses"));
    m_tried->setAccessibleName(tr("Addresses that it tries"));
    m_tried->setToolTip(tr("The addresses that it tried and could not connect to, the most frequent first"));
    m_tried->setMaximumHeight(fontMetrics().lineSpacing() * 6);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Listening"));
    m_listen->setObjectName(QStringLiteral("listenToConnects"));
    m_listen->setDefault(true);
    m_goTo->setObjectName(QStringLiteral("goToTriedPipe"));
    m_goTo->setAutoDefault(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    buttons->addButton(m_listen, QDialogButtonBox::ActionRole);
    buttons->addButton(m_goTo, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_intro);
    column->addWidget(m_progress);
    column->addWidget(m_result);
    column->addWidget(m_tried);
    column->addWidget(m_explanation);
    column->addStretch();
    column->addWidget(buttons);
    orderTabsByLayout(*this);
}

void ConnectsDialog::find(pid_t pid)
{
    using Runtime = Result<std::shared_ptr<const doctor::RuntimeSocket>>;
    const auto job = [pid]() -> Runtime {
        auto runtime = doctor::findRuntime(pid);
        if (!runtime)
            return failure(runtime.error());
        return std::make_shared<const doctor::RuntimeSocket>(*std::move(runtime));
    };
    m_thread.run(this, job, [this](const Runtime &runtime) {
        m_runtime = runtime.value_or(nullptr);
        m_intro->setText(runtime ? text::listeningSentence(*m_runtime, longestSeconds) : errorText(runtime.error()));
        adapt();
    });
}

void ConnectsDialog::toggle()
{
    if (m_stop)
        *m_stop = true;
    else if (m_runtime)
        listen();
    adapt();
}

void ConnectsDialog::listen()
{
    m_result->clear();
    m_tried->clear();
    m_found.clear();
    m_stop = std::make_shared<std::atomic<bool>>(false);
    const auto job = [runtime = m_runtime, stop = m_stop]() -> Found {
        const auto failed = doctor::watchConnects(*runtime, std::chrono::seconds(longestSeconds), *stop);
        if (!failed)
            return failure(failed.error());
        return doctor::explainConnects(runtime->process.pid, *failed);
    };
    m_thread.run(this, job, [this](const Found &found) { showFound(found); });
}

void ConnectsDialog::showFound(const Found &found)
{
    m_stop.reset();
    if (!found)
        m_result->setText(errorText(found.error()));
    else if (found->empty())
        m_result->setText(text::noFailedConnectSentence(m_runtime->process));
    else
        m_found = *found;
    for (const doctor::ExplainedConnect &one : m_found)
        m_tried->addItem(text::triedText(one.connect));
    m_tried->setCurrentRow(m_found.empty() ? -1 : 0);
    adapt();
}

void ConnectsDialog::showChosen()
{
    const int row = m_tried->currentRow();
    if (row >= 0)
        m_explanation->setExplanation(m_found[static_cast<size_t>(row)].explanation);
    adapt();
}

void ConnectsDialog::adapt()
{
    const int row = m_tried->currentRow();
    m_listen->setText(m_stop ? tr("&Stop") : tr("&Listen"));
    m_listen->setEnabled(m_runtime && !(m_stop && *m_stop));
    m_progress->setVisible(m_stop != nullptr);
    m_result->setVisible(!m_result->text().isEmpty());
    m_tried->setVisible(!m_found.empty());
    m_explanation->setVisible(row >= 0);
    m_goTo->setEnabled(row >= 0 && m_found[static_cast<size_t>(row)].explanation.pipe);
}

} // namespace pipeglass::ui
