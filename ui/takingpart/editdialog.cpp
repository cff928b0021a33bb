// SPDX-License-Identifier: MIT
#include "takingpart/editdialog.h"

#include "core/bytetext.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace pipeglass::ui {

EditDialog::EditDialog(const QByteArray &payload, QWidget *parent)
    : QDialog(parent)
    , m_payload(payload)
    , m_mode(new QComboBox(this))
    , m_field(new QPlainTextEdit(this))
    , m_problem(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Edit held message"));
    m_mode->setObjectName(QStringLiteral("editMode"));
    m_mode->addItems({ tr("Text"), tr("Hex") });
    m_mode->setAccessibleDescription(tr("Format of the message"));
    m_field->setObjectName(QStringLiteral("editField"));
    m_field->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_field->setAccessibleName(tr("Message"));
    m_field->setTabChangesFocus(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    for (QAbstractButton *button : buttons->buttons())
        button->setIcon({});
    connect(buttons, &QDialogButtonBox::accepted, this, &EditDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &EditDialog::setMode);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_mode, 0, Qt::AlignLeft);
    column->addWidget(m_field);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    if (!show(TextMode))
        (void)show(HexMode);
    m_field->setFocus();
    resize(520, 320);
}

/// False: the field cannot hold these bytes as text.
bool EditDialog::show(Mode mode)
{
    m_field->setPlainText(mode == HexMode ? QString::fromLatin1(m_payload.toHex(' ')) : QString::fromUtf8(m_payload));
    if (mode == TextMode && m_field->toPlainText().toUtf8() != m_payload)
        return false;
    m_shown = mode;
    const QSignalBlocker blocker(m_mode);
    m_mode->setCurrentIndex(mode);
    return true;
}

/// The field's content as m_payload.
bool EditDialog::take(Mode mode)
{
    const QString content = m_field->toPlainText();
    const auto bytes = mode == HexMode ? bytesFromHex(content) : std::optional(content.toUtf8());
    m_problem->setVisible(!bytes.has_value());
    if (bytes)
        m_payload = *bytes;
    else
        m_problem->setText(
            tr("This is not valid hex: enter two digits (0-9, a-f) for each byte, such as \"05 00 7f\"."));
    return bytes.has_value();
}

void EditDialog::setMode(int mode)
{
    const bool isTaken = take(m_shown);
    const bool isShown = isTaken && show(static_cast<Mode>(mode));
    if (isShown)
        return;
    if (isTaken) {
        (void)show(m_shown);
        m_problem->setText(tr("These bytes are not text that can be edited without changing them."));
        m_problem->show();
    }
    const QSignalBlocker blocker(m_mode);
    m_mode->setCurrentIndex(m_shown);
}

void EditDialog::accept()
{
    if (take(m_shown))
        QDialog::accept();
}

} // namespace pipeglass::ui
