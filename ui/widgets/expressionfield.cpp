// SPDX-License-Identifier: MIT
#include "widgets/expressionfield.h"

#include "filter/completion.h"
#include "widgets/characterwidth.h"
#include "widgets/colors.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextCharFormat>

#include <utility>

namespace pipeglass::ui {

namespace {

constexpr int pauseMs = 350;

} // namespace

ExpressionField::ExpressionField(QWidget *parent)
    : FilterField(parent)
    , m_completer(new QCompleter(this))
    , m_words(new QStringListModel(this))
{
    m_completer->setModel(m_words);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &ExpressionField::complete);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (!m_problem || !isOffering()) // while words are offered the text is incomplete, not wrong
            settle();
    });
    connect(this, &QLineEdit::textChanged, this, &ExpressionField::parse);
    connect(this, &QLineEdit::textEdited, this, [this] { offerWords(false); });
}

void ExpressionField::take(const QString &text)
{
    setText(text);
    settle();
}

void ExpressionField::parse()
{
    auto parsed = filter::Filter::parse(text());
    m_problem = parsed ? std::nullopt : std::optional(parsed.error());
    m_parsed = parsed ? std::optional(std::move(*parsed)) : std::nullopt;
    underline(); // removes an old mark
    if (!m_problem)
        Q_EMIT problemChanged({});
    if (text().trimmed().isEmpty())
        settle();
    else
        m_pause.start();
}

/// What was typed counts.
void ExpressionField::settle()
{
    m_pause.stop();
    if (m_problem) {
        showProblem();
        return;
    }
    if (std::exchange(m_takenText, text().trimmed()) == text().trimmed())
        return;
    m_filter = m_parsed.value_or(filter::Filter());
    Q_EMIT taken(m_filter);
}

void ExpressionField::showProblem()
{
    underline();
    Q_EMIT problemChanged(m_problem ? m_problem->text : QString());
}

/// Marks the wrong part. Formats of an input method are the only ones that a line edit takes.
void ExpressionField::underline()
{
    QList<QInputMethodEvent::Attribute> marks;
    if (m_problem && !m_pause.isActive() && !text().isEmpty()) {
        const qsizetype length = filter::problemLength(text(), m_problem->at);
        const qsizetype at = length > 0 ? m_problem->at : text().size() - 1;
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(errorColor());
        format.setForeground(mixed(palette().color(QPalette::Text), errorColor(), 0.6));
        marks.append({ QInputMethodEvent::TextFormat, static_cast<int>(at) - cursorPosition(),
                       static_cast<int>(qMax<qsizetype>(length, 1)), format });
    }
    QInputMethodEvent event(QString(), marks);
    QCoreApplication::sendEvent(this, &event);
}

bool ExpressionField::isOffering() const { return m_completer->popup()->isVisible(); }

void ExpressionField::offerWords(bool always)
{
    const filter::Completion completion = filter::completionAt(text(), cursorPosition());
    const QString typed = text().mid(completion.start, completion.length);
    const bool isDone = completion.words.size() == 1 && completion.words.front() == typed;
    const bool isWrongBefore = m_problem && m_problem->at < completion.start; // whatever follows does not help
    if (completion.words.isEmpty() || isDone || isWrongBefore || (text().isEmpty() && !always)) {
        m_completer->popup()->hide();
        return;
    }
    m_words->setStringList(completion.words);
    QRect place = cursorRect();
    const int width =
        m_completer->popup()->sizeHintForColumn(0) + m_completer->popup()->verticalScrollBar()->sizeHint().width() + 12;
    place.setWidth(qMax(width, characterWidth(fontMetrics()) * 16));
    m_completer->complete(place);
}

void ExpressionField::complete(const QString &word)
{
    const filter::Completion completion = filter::completionAt(text(), cursorPosition());
    QString whole = text();
    whole.replace(completion.start, completion.length, word);
    qsizetype end = completion.start + word.size();
    if (end == whole.size())
        whole += u' ';
    if (whole[end] == u' ')
        ++end;
    setText(whole);
    setCursorPosition(static_cast<int>(end));
    offerWords(false);
}

bool ExpressionField::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress && isOffering()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const QModelIndex chosen = m_completer->popup()->currentIndex();
        if (key->key() == Qt::Key_Tab && key->modifiers() == Qt::NoModifier) {
            complete((chosen.isValid() ? chosen : m_words->index(0)).data().toString());
            return true;
        }
    }
    return FilterField::event(event);
}

void ExpressionField::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isOffering()) {
        if (event->key() == Qt::Key_Escape || (isEnter && m_completer->popup()->currentIndex().isValid())) {
            event->ignore(); // the list of words handles it
            return;
        }
        if (isEnter)
            m_completer->popup()->hide();
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        offerWords(true);
        return;
    }
    if (isEnter) {
        settle();
        if (!isValid())
            return;
    }
    FilterField::keyPressEvent(event);
}

} // namespace pipeglass::ui
