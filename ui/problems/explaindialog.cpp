// SPDX-License-Identifier: MIT
#include "problems/explaindialog.h"

#include "problems/explanationview.h"
#include "problems/wrappedlabel.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace pipeglass::ui {

namespace {

constexpr int pauseMs = 250;

} // namespace

ExplainDialog::ExplainDialog(QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit(this))
    , m_answer(new ExplanationView(this))
    , m_nothing(wrappedLabel(QStringLiteral("errorUnknown"), this))
    , m_goTo(new QPushButton(tr("Go to the pipe"), this))
    , m_thread(QStringLiteral("explain"))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("explainDialog"));
    setWindowTitle(tr("Explain an error"));
    m_text->setObjectName(QStringLiteral("errorText"));
    m_text->setAccessibleName(tr("Text of the error"));
    m_text->setPlaceholderText(tr("Paste the text of a .NET exception, with or without its stack trace, or a log."));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTabChangesFocus(true);
    m_goTo->setObjectName(QStringLiteral("goToErrorPipe"));
    m_goTo->setAutoDefault(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    buttons->addButton(m_goTo, QDialogButtonBox::ActionRole);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_text, 1);
    column->addWidget(m_nothing);
    column->addWidget(m_answer);
    column->addWidget(buttons);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &ExplainDialog::explain);
    connect(m_text, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_goTo, &QPushButton::clicked, this, [this] { Q_EMIT pipeRequested(m_found); });
    showAnswer(std::nullopt);
    resize(680, 520);
    const QString copied = QGuiApplication::clipboard()->text();
    if (doctor::findDotNetError(copied))
        m_text->setPlainText(copied);
}

ExplainDialog::~ExplainDialog() = default;

void ExplainDialog::explain()
{
    const auto job = [text = m_text->toPlainText()]() -> std::optional<doctor::Explanation> {
        const auto error = doctor::findDotNetError(text);
        return error ? std::optional(doctor::explain(*error)) : std::nullopt;
    };
    m_thread.run(this, job, [this](const std::optional<doctor::Explanation> &explanation) { showAnswer(explanation); });
}

void ExplainDialog::showAnswer(const std::optional<doctor::Explanation> &explanation)
{
    m_found = explanation ? explanation->pipe : nullptr;
    m_goTo->setEnabled(m_found != nullptr);
    m_answer->setVisible(explanation.has_value());
    const bool isEmpty = m_text->document()->isEmpty();
    m_nothing->setVisible(!explanation && !isEmpty);
    m_nothing->setText(tr("This text has no known exception of a .NET pipe."));
    if (explanation)
        m_answer->setExplanation(*explanation);
}

} // namespace pipeglass::ui
