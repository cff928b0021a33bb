// SPDX-License-Identifier: MIT
#include "takingpart/editdialog.h"

#include "core/bytetext.h"
#include "core/errortext.h"
#include "decoding/text/jsonvalue.h"
#include "widgets/sourceeditor.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace pipeglass::ui {

namespace {

/// Of larger payloads no values are shown, and texts are checked at the end only.
constexpr qsizetype largestValues = qsizetype{ 1 } << 20U;

QString titleOf(const QByteArray &decoder)
{
    struct Title {
        const char *decoder;
        const char *title;
    };
    static constexpr Title titles[] = { { "json", "JSON" },
                                        { "messagepack", "MessagePack" },
                                        { "cbor", "CBOR" },
                                        { "bson", "BSON" },
                                        { "protobuf", "Protobuf" } };
    for (const Title &one : titles) {
        if (decoder == one.decoder)
            return QLatin1String(one.title);
    }
    return EditDialog::tr("Format %1").arg(QString::fromUtf8(decoder));
}

TextPlace placeOf(const QByteArray &text, qsizetype at)
{
    const QByteArrayView before = QByteArrayView(text).first(qBound<qsizetype>(0, at, text.size()));
    const QByteArrayView line = before.sliced(before.lastIndexOf('\n') + 1);
    return { static_cast<int>(before.count('\n')) + 1, static_cast<int>(QString::fromUtf8(line).size()) + 1 };
}

} // namespace

EditDialog::EditDialog(
    const QByteArray &payload, const decoding::DecoderRegistryPtr &decoders, const decoding::Hint &hint,
    QWidget *parent)
    : QDialog(parent)
    , m_payload(payload)
    , m_decoders(decoders)
    , m_hint(hint)
    , m_mode(new QComboBox(this))
    , m_field(new SourceEditor(this))
    , m_problem(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Edit message"));
    m_mode->setObjectName(QStringLiteral("editMode"));
    m_mode->addItems({ tr("Text"), tr("Hex") });
    m_mode->setAccessibleDescription(tr("Format of the message"));
    m_field->setObjectName(QStringLiteral("editField"));
    m_field->setAccessibleName(tr("Message"));
    m_problem->setObjectName(QStringLiteral("editProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    for (QAbstractButton *button : buttons->buttons())
        button->setIcon({});
    connect(buttons, &QDialogButtonBox::accepted, this, &EditDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *row = new QHBoxLayout;
    auto *label = new QLabel(tr("&Edit as:"), this);
    label->setBuddy(m_mode);
    row->addWidget(label);
    row->addWidget(m_mode);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->addLayout(row);
    column->addWidget(m_field);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    addFormats();
    begin();
    connect(m_mode, &QComboBox::currentIndexChanged, this, &EditDialog::setMode);
    connect(m_field, &QPlainTextEdit::textChanged, this, &EditDialog::check);
    m_field->setFocus();
    resize(620, 400);
}

void EditDialog::addFormats()
{
    if (m_decoders == nullptr || m_payload.size() > largestValues)
        return;
    for (const auto &one : m_decoders->all()) {
        if (one->hasText())
            m_mode->addItem(titleOf(one->id()), one->id());
    }
    for (const QByteArray &id :
         m_decoders->files() != nullptr ? m_decoders->files()->ids() : std::vector<QByteArray>()) {
        if (m_mode->findData(id) < 0)
            m_mode->addItem(titleOf(id), id);
    }
}

/// With the format of the message, if it has values that can be edited.
void EditDialog::begin()
{
    if (m_decoders != nullptr && m_payload.size() <= largestValues && !m_payload.isEmpty()) {
        const QByteArray id = m_decoders->decode(m_payload, m_hint).decoder;
        const int mode = id.isEmpty() ? -1 : m_mode->findData(id);
        if (mode >= FirstFormat && show(mode))
            return;
    }
    if (!show(TextMode))
        (void)show(HexMode);
}

const decoding::Decoder *EditDialog::decoderOf(int mode) const
{
    return mode < FirstFormat ? nullptr : m_decoders->find(m_mode->itemData(mode).toByteArray());
}

/// False: this form cannot hold the payload.
bool EditDialog::show(int mode)
{
    const QSignalBlocker fieldBlocker(m_field);
    if (const decoding::Decoder *decoder = decoderOf(mode)) {
        // There are no values in nothing, so they are written from scratch.
        const auto text = m_payload.isEmpty() ? Result<QByteArray>(QByteArray()) : decoder->toText(m_payload, m_hint);
        if (!text)
            return false;
        m_field->setPlainText(QString::fromUtf8(decoding::indentedJson(*text)));
    } else if (mode == HexMode) {
        m_field->setPlainText(QString::fromLatin1(m_payload.toHex(' ')));
    } else {
        m_field->setPlainText(QString::fromUtf8(m_payload));
        if (m_field->toPlainText().toUtf8() != m_payload)
            return false;
    }
    m_field->setLineWrapMode(
        mode == TextMode || mode == HexMode ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    m_shown = mode;
    const QSignalBlocker blocker(m_mode);
    m_mode->setCurrentIndex(mode);
    return true;
}

/// The field's content as m_payload.
bool EditDialog::take(int mode)
{
    if (mode >= FirstFormat)
        return takeValues(mode);
    m_field->markError(std::nullopt);
    const QString content = m_field->toPlainText();
    const auto bytes = mode == HexMode ? bytesFromHex(content) : std::optional(content.toUtf8());
    if (bytes)
        m_payload = *bytes;
    showProblem(
        bytes ? QString()
              : tr("This is not valid hex: enter two digits (0-9, a-f) for each byte, such as \"05 00 7f\"."));
    return bytes.has_value();
}

bool EditDialog::takeValues(int mode)
{
    const QByteArray text = m_field->toPlainText().toUtf8();
    qsizetype at = -1;
    const auto bytes = decoderOf(mode)->fromText(text, m_hint, &at);
    m_field->markError(!bytes && at >= 0 ? std::optional(placeOf(text, at)) : std::nullopt);
    if (bytes)
        m_payload = *bytes;
    const Error error = bytes ? Error() : bytes.error();
    showProblem(
        bytes                                                    ? QString()
            : error.subject.isEmpty() && !error.detail.isEmpty() ? error.detail
                                                                 : errorText(error));
    return bytes.has_value();
}

void EditDialog::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void EditDialog::check()
{
    if (m_shown >= FirstFormat && m_field->document()->characterCount() <= largestValues)
        (void)take(m_shown);
    else
        showProblem({});
}

void EditDialog::setMode(int mode)
{
    // Text that is no message yet may be one of the other format.
    const bool isTaken = m_field->document()->isEmpty() ? (m_payload.clear(), true) : take(m_shown);
    const bool isShown = isTaken && show(mode);
    if (isShown) {
        showProblem({});
        m_field->markError(std::nullopt);
        return;
    }
    if (isTaken) {
        (void)show(m_shown);
        showProblem(
            mode == TextMode ? tr("These bytes are not text that can be edited without changing them.")
                             : tr("These bytes are not a message of %1.").arg(m_mode->itemText(mode)));
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
