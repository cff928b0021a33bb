// SPDX-License-Identifier: MIT
#include "compose/composebar.h"

#include "core/bytetext.h"
#include "takingpart/editdialog.h"
#include "text/pipetext.h"
#include "ui_composebar.h"
#include "widgets/plaintooltip.h"
#include "widgets/svgicon.h"

#include <QKeyEvent>

#include <algorithm>

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
    m_ui->editButton->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+E"))); // setText() would clear it
    connect(m_ui->editButton, &QToolButton::clicked, this, [this] {
        if (const auto bytes = payload())
            editPayload(*bytes);
        else
            sayInvalidHex();
    });
    connect(m_ui->modeBox, &QComboBox::currentIndexChanged, this, &ComposeBar::adaptToMode);
    connect(m_ui->recipientBox, &QComboBox::currentIndexChanged, this, &ComposeBar::recipientChosen);
    m_ui->sideBox->hide();
    setRecipients({});
    adaptToMode();
}

ComposeBar::~ComposeBar() = default;

void ComposeBar::setFramingTitle(const QString &title, const QString &description)
{
    m_ui->framingLabel->setText(title);
    setPlainToolTip(*m_ui->framingLabel, description);
}

void ComposeBar::offerSides() { m_ui->sideBox->show(); }

Side ComposeBar::recipientSide() const { return m_ui->sideBox->currentIndex() == 0 ? Side::Server : Side::Client; }

void ComposeBar::setRecipients(std::vector<Recipient> recipients)
{
    m_ui->recipientBox->setVisible(!recipients.empty());
    m_ui->recipientLabel->setVisible(!recipients.empty());
    QComboBox *box = m_ui->recipientBox;
    const ConnectionId chosen{ box->currentData().toUInt() };
    const auto place =
        std::lower_bound(recipients.begin(), recipients.end(), chosen, [](const Recipient &one, ConnectionId id) {
            return one.id.value < id.value;
        });
    const bool isGone = chosen.isValid() && (place == recipients.end() || place->id != chosen);
    if (isGone)
        recipients.insert(place, { chosen, box->currentText() });
    // Row by row, so that an open popup stays open when clients connect or disconnect.
    for (size_t next = 0; next < recipients.size(); ++next) {
        const int at = static_cast<int>(next);
        while (at < box->count() && box->itemData(at).toUInt() != recipients[next].id.value
               && (next == 0 || box->itemData(at).toUInt() < recipients[next].id.value))
            box->removeItem(at);
        if (at >= box->count() || box->itemData(at).toUInt() != recipients[next].id.value)
            box->insertItem(at, recipients[next].name, recipients[next].id.value);
        else
            box->setItemText(at, recipients[next].name); // the program is known later than the process
    }
    while (box->count() > static_cast<int>(recipients.size()))
        box->removeItem(box->count() - 1);
    if (isGone && m_gone != chosen)
        box->setItemText(box->currentIndex(), tr("%1 (gone)").arg(box->currentText()));
    m_gone = isGone ? chosen : ConnectionId();
    adaptEnabled();
}

void ComposeBar::recipientChosen()
{
    if (!m_gone.isValid() || m_ui->recipientBox->currentData().toUInt() == m_gone.value)
        return;
    m_ui->recipientBox->removeItem(m_ui->recipientBox->findData(std::exchange(m_gone, {}).value));
    adaptEnabled();
}

void ComposeBar::setBlocked(const QString &reason)
{
    m_blocked = reason;
    adaptEnabled();
    adaptToMode();
}

void ComposeBar::adaptEnabled()
{
    for (QWidget *part : { static_cast<QWidget *>(m_ui->field), static_cast<QWidget *>(m_ui->modeBox),
                           static_cast<QWidget *>(m_ui->recipientBox), static_cast<QWidget *>(m_ui->sideBox),
                           static_cast<QWidget *>(m_ui->editButton) })
        part->setEnabled(m_blocked.isEmpty());
    m_ui->sendButton->setEnabled(m_blocked.isEmpty() && !m_gone.isValid());
}

QString ComposeBar::text() const { return m_ui->field->content(); }

void ComposeBar::setText(const QString &text) { m_ui->field->setContent(text); }

void ComposeBar::accepted()
{
    if (m_submitted.text.size() <= MessageField::maxShown)
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
    if (m_gone.isValid()) {
        Q_EMIT errorOccurred(tr("The recipient has disconnected. Choose another one in \"To\"."));
        return;
    }
    const auto bytes = payload();
    if (!bytes) {
        sayInvalidHex();
        return;
    }
    m_submitted = line();
    Q_EMIT sendRequested(*bytes, ConnectionId{ m_ui->recipientBox->currentData().toUInt() });
}

std::optional<QByteArray> ComposeBar::payload() const
{
    return m_ui->modeBox->currentIndex() == HexMode ? bytesFromHex(text()) : std::optional(text().toUtf8());
}

void ComposeBar::sayInvalidHex()
{
    Q_EMIT errorOccurred(tr("This is not valid hex: enter two digits (0-9, a-f) for each byte, such as \"05 00 7f\"."));
}

void ComposeBar::editPayload(const QByteArray &payload)
{
    auto *dialog = new EditDialog(payload, m_decoders, m_hint, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        setPayload(dialog->payload());
        focusField();
    });
    dialog->open();
}

void ComposeBar::setPayload(const QByteArray &payload)
{
    setLine({ QString::fromUtf8(payload), false });
    if (text().toUtf8() != payload || payload.contains('\n'))
        setLine({ QString::fromLatin1(payload.toHex(' ')), true });
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
        !m_blocked.isEmpty()                           ? m_blocked
            : m_ui->modeBox->currentIndex() == HexMode ? tr("Bytes as hex: 74 65 73 74 32")
                                                       : tr("Type a message, press Enter to send it"));
}

} // namespace pipeglass::ui
