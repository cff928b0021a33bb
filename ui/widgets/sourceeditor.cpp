// SPDX-License-Identifier: MIT
#include "widgets/sourceeditor.h"

#include "widgets/colors.h"

#include <QFontDatabase>
#include <QPaintEvent>
#include <QPainter>
#include <QTextBlock>

namespace pipeglass::ui {

namespace {

class LineNumbers : public QWidget {
public:
    explicit LineNumbers(SourceEditor *editor)
        : QWidget(editor)
        , m_editor(editor)
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_editor->paintNumbers(event); }

private:
    SourceEditor *m_editor;
};

} // namespace

SourceEditor::SourceEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_numbers(new LineNumbers(this))
{
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &SourceEditor::adaptMargin);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &, int moved) {
        if (moved != 0)
            m_numbers->scroll(0, moved);
        m_numbers->update();
    });
    adaptMargin();
}

int SourceEditor::numbersWidth() const
{
    const int digits = qMax(2, static_cast<int>(QString::number(blockCount()).size()));
    return fontMetrics().horizontalAdvance(u'9') * (digits + 3);
}

void SourceEditor::adaptMargin() { setViewportMargins(numbersWidth(), 0, 0, 0); }

void SourceEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect inner = contentsRect();
    m_numbers->setGeometry(inner.left(), inner.top(), numbersWidth(), inner.height());
}

void SourceEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        adaptMargin();
    if (event->type() == QEvent::PaletteChange)
        markError(m_error);
}

/// The line with the error has an arrow instead of being marked by colour alone.
void SourceEditor::paintNumbers(QPaintEvent *event)
{
    QPainter painter(m_numbers);
    painter.fillRect(event->rect(), palette().color(QPalette::AlternateBase));
    painter.setFont(font());
    const int unit = fontMetrics().horizontalAdvance(u'9');
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > event->rect().bottom())
            break;
        const bool isWrong = m_error && m_error->line == block.blockNumber() + 1;
        painter.setPen(isWrong ? errorColor() : secondaryTextColor(palette()));
        const QRectF line(0, place.top(), m_numbers->width() - unit, fontMetrics().height());
        painter.drawText(line, Qt::AlignRight, QString::number(block.blockNumber() + 1));
        if (isWrong)
            painter.drawText(line.adjusted(2, 0, 0, 0), Qt::AlignLeft, QStringLiteral("▶"));
    }
}

QTextCursor SourceEditor::cursorAt(const TextPlace &at) const
{
    const QTextBlock block = document()->findBlockByNumber(at.line - 1);
    QTextCursor cursor(block.isValid() ? block : document()->lastBlock());
    const int last = cursor.block().length() - 1;
    cursor.setPosition(cursor.block().position() + qBound(0, at.column - 1, qMax(0, last)));
    return cursor;
}

void SourceEditor::markError(const std::optional<TextPlace> &at)
{
    m_error = at;
    QList<QTextEdit::ExtraSelection> marks;
    if (at) {
        QTextEdit::ExtraSelection line;
        line.cursor = cursorAt(*at);
        line.format.setBackground(mixed(palette().color(QPalette::Base), errorColor(), 0.12));
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks += line;
        QTextEdit::ExtraSelection word;
        word.cursor = cursorAt(*at);
        if (!word.cursor.movePosition(QTextCursor::EndOfWord, QTextCursor::KeepAnchor) || !word.cursor.hasSelection())
            word.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
        word.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        word.format.setUnderlineColor(errorColor());
        marks += word;
    }
    setExtraSelections(marks);
    m_numbers->update();
}

void SourceEditor::goToError()
{
    if (m_error)
        setTextCursor(cursorAt(*m_error));
    setFocus();
}

} // namespace pipeglass::ui
