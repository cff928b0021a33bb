// SPDX-License-Identifier: MIT
#include "compose/composebar.h"

#include "core/bytetext.h"
#include "text/pipetext.h"
#include "ui_composebar.h"
#include "widgets/svgicon.h"

#include <QKeyEvent>

namespace pipeglass::ui {

ComposeBar::ComposeBar(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ComposeBar>())
{
    m_ui->setupUi(this);
    m_ui->sendButton->setIcon(svgIcon(QStringLiteral("send")));
    m_ui->field->installEventFilter(this);
    connect(m_ui->field, &QLineEdit::returnPressed, this, &ComposeBar::submit);
    connect(m_ui->sendButton, &QPushButton::clicked, this, &ComposeBar::submit);
    connect(m_ui->modeBox, &QComboBox::currentIndexChanged, this, &ComposeBar::adaptToMode);
    setRecipients({});
    adaptToMode();
}

ComposeBar::~ComposeBar() = default;

void ComposeBar::setFramingTitle(const QString &title, const QString &description)
{
    m_ui->framingLabel->setText(title);
    m_ui->framingLabel->setToolTip(text::toolTip(description));
}

void ComposeBar::setRecipients(const std::vector<Recipient> &recipients)
{
    m_ui->recipientBox->setVisible(!recipients.empty());
    m_ui->recipientLabel->setVisible(!recipients.empty());
    QComboBox *box = m_ui->recipientBox;
    // Row by row, so that an open choice is not thrown away by every client that comes or goes.
    for (size_t next = 0; next < recipients.size(); ++next) {
        const int at = static_cast<int>(next);
        while (at < box->count() && box->itemData(at).toUInt() != recipients[next].id.value
               && (next == 0 || box->itemData(at).toUInt() < recipients[next].id.value))
            box->removeItem(at);
        if (at >= box->count() || box->itemData(at).toUInt() != recipients[next].id.value)
            box->insertItem(at, recipients[next].name, recipients[next].id.value);
    }
    while (box->count() > static_cast<int>(recipients.size()))
        box->removeItem(box->count() - 1);
}

void ComposeBar::setBlocked(const QString &reason)
{
    const bool open = reason.isEmpty();
    m_ui->field->setEnabled(open);
    m_ui->sendButton->setEnabled(open);
    m_ui->modeBox->setEnabled(open);
    m_ui->recipientBox->setEnabled(open);
    if (open)
        adaptToMode();
    else
        m_ui->field->setPlaceholderText(reason);
}

QString ComposeBar::text() const { return m_ui->field->content(); }

void ComposeBar::setText(const QString &text) { m_ui->field->setContent(text); }

void ComposeBar::accepted()
{
    if (m_submitted.text.size() <= MessageField::mostShown)
        m_history.add(m_submitted);
    if (line() == m_submitted)
        m_ui->field->setContent({});
    m_submitted = {};
}

void ComposeBar::focusField() { m_ui->field->setFocus(); }

void ComposeBar::submit()
{
    if (!m_ui->field->isEnabled())
        return;
    QByteArray payload = text().toUtf8();
    if (m_ui->modeBox->currentIndex() == HexMode) {
        const auto bytes = bytesFromHex(text());
        if (!bytes) {
            Q_EMIT complaint(tr("This is not hex: write two digits (0-9, a-f) for each byte, such as \"05 00 7f\"."));
            return;
        }
        payload = *bytes;
    }
    m_submitted = line();
    Q_EMIT sendRequested(payload, ConnectionId{ m_ui->recipientBox->currentData().toUInt() });
}

bool ComposeBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier) {
            std::optional<History::Line> wanted;
            if (key->key() == Qt::Key_Up)
                wanted = m_history.older(line());
            else if (key->key() == Qt::Key_Down)
                wanted = m_history.newer();
            if (wanted) {
                setLine(*wanted);
                return true;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

History::Line ComposeBar::line() const { return { text(), m_ui->modeBox->currentIndex() == HexMode }; }

void ComposeBar::setLine(const History::Line &line)
{
    m_ui->modeBox->setCurrentIndex(line.isHex ? HexMode : TextMode);
    m_ui->field->setContent(line.text);
}

void ComposeBar::adaptToMode()
{
    m_ui->field->setPlaceholderText(
        m_ui->modeBox->currentIndex() == HexMode ? tr("Bytes as hex: 74 65 73 74 32")
                                                 : tr("Type a message, press Enter to send it"));
}

} // namespace pipeglass::ui
