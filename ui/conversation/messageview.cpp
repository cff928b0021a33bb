// SPDX-License-Identifier: MIT
#include "conversation/messageview.h"

#include "conversation/headerhistory.h"
#include "conversation/messagetext.h"
#include "conversation/requestsearch.h"
#include "core/bytetext.h"
#include "core/errortext.h"
#include "models/pooljob.h"
#include "text/eventtext.h"
#include "text/sizetext.h"
#include "text/timetext.h"
#include "ui_messageview.h"
#include "widgets/plaintooltip.h"
#include "widgets/svgicon.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QFontDatabase>
#include <QSaveFile>

namespace pipeglass::ui {

namespace {

constexpr qsizetype readAtOnce = qsizetype{ 256 } << 10U;
/// Limit for the text field, which lays out all of its text.
constexpr qsizetype shownAsText = qsizetype{ 64 } << 10U;

} // namespace

MessageView::MessageView(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::MessageView>())
    , m_typesButton(new QToolButton(this))
{
    m_ui->setupUi(this);
    m_typesButton->setObjectName(QStringLiteral("typesButton"));
    m_typesButton->setAutoRaise(true);
    m_ui->tabs->setCornerWidget(m_typesButton);
    connect(m_typesButton, &QToolButton::clicked, this, &MessageView::typesRequested);
    const auto adaptButton = [this] { m_typesButton->setVisible(m_ui->tabs->currentWidget() == m_ui->decodedPage); };
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, adaptButton);
    adaptButton();
    setTypes({}, {});
    m_ui->text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->text->setUndoRedoEnabled(false);
    m_ui->copyTextButton->setIcon(svgIcon(QStringLiteral("copy")));
    m_ui->copyHexButton->setIcon(svgIcon(QStringLiteral("copy")));
    m_ui->saveButton->setIcon(svgIcon(QStringLiteral("save")));
    connect(m_ui->copyTextButton, &QToolButton::clicked, this, &MessageView::copyText);
    connect(m_ui->copyHexButton, &QToolButton::clicked, this, &MessageView::copyHex);
    connect(m_ui->saveButton, &QToolButton::clicked, this, &MessageView::savePayload);
    clear();
}

MessageView::~MessageView() = default;

void MessageView::setDecoders(const decoding::DecoderRegistryPtr &decoders) { m_ui->decoded->setDecoders(decoders); }

void MessageView::setTypes(const decoding::MessageTypesPtr &types, const QString &title)
{
    m_typesButton->setText(
        title.isEmpty() ? tr("Protobuf types…")
                        : tr("Protobuf: %1").arg(QString(title).replace(u'&', QLatin1String("&&"))));
    setPlainToolTip(*m_typesButton, tr("Choose the types of messages of protobuf, which give fields their names"));
    m_hint.types = types;
    if (!m_decoded.isEmpty())
        m_ui->decoded->setPayload(m_decoded, m_hint);
}

void MessageView::clear()
{
    m_decoded = {};
    ++m_job;
    m_payload.clear();
    m_ui->text->clear();
    m_ui->hex->setBytes({});
    m_ui->decoded->clear();
    m_ui->facts->setText(tr("No message selected"));
    setUsable(false);
}

void MessageView::setUsable(bool usable)
{
    m_ui->copyTextButton->setEnabled(usable);
    m_ui->copyHexButton->setEnabled(usable);
    m_ui->saveButton->setEnabled(usable);
}

QString MessageView::number(quint64 item) const { return QString::number(m_numbers->number(item).value_or(0)); }

void MessageView::showMessage(
    const capture::MessageListPtr &list, quint64 item, const conversation::MessageNumbersPtr &numbers)
{
    const quint64 job = ++m_job;
    m_item = item;
    m_numbers = numbers;
    const capture::RecordSummary summary = list->summary(item);
    if (summary.isEvent) {
        displayEvent(list);
        return;
    }
    if (summary.wireSize <= readAtOnce) {
        display(list, list->read(item));
        return;
    }
    clear();
    m_job = job;
    m_ui->facts->setText(tr("Message %1: reading …").arg(number(item)));
    models::runInPool(
        this, [list, item] { return list->read(item); },
        [this, job, list](const Result<capture::Record> &record) {
            if (m_job == job)
                display(list, record);
        });
}

void MessageView::displayEvent(const capture::MessageListPtr &list)
{
    clear();
    m_ui->facts->setText(tr("Event"));
    const auto event = list->event(m_item);
    const auto connection = list->connection(list->summary(m_item).connection);
    if (!event) {
        Q_EMIT failed(event.error());
        return;
    }
    m_ui->text->setPlainText(text::eventText(*event, connection ? connection->ours : std::nullopt));
    m_payload = event->data; // of a message that was dropped or edited
    m_ui->hex->setBytes(Slice(m_payload));
    setUsable(!m_payload.isEmpty());
}

void MessageView::display(const capture::MessageListPtr &list, const Result<capture::Record> &record)
{
    if (!record) {
        clear();
        Q_EMIT failed(record.error());
        return;
    }
    const Slice payload = record->payload();
    m_payload = payload.toByteArray();
    const QString who = record->from == Side::Client ? tr("from the client") : tr("from the server");
    QString facts = tr("Message %1, %2: %3").arg(number(m_item), who, text::wholeSizeText(payload.size()));
    if (record->wire.size() != payload.size())
        facts += tr(" (%1 with framing)").arg(text::wholeSizeText(record->wire.size()));
    if (record->isMalformed())
        facts += tr(" · malformed: %1").arg(text::problemText(record->problem));
    if (payload.size() > shownAsText)
        facts += tr(" · the text shows the first %1").arg(text::sizeText(shownAsText));
    m_ui->facts->setText(facts);
    m_ui->text->setPlainText(readableText(payload.view().first(qMin(payload.size(), shownAsText))));
    m_ui->hex->setBytes(payload);
    const auto connection = list->connection(record->connection);
    const QByteArray framing = connection ? connection->framing[record->from] : QByteArray();
    decode(list, record->isMalformed() ? Slice() : payload, { framing, record->from, m_hint.types });
    setUsable(true);
    findRequest(list);
}

void MessageView::decode(const capture::MessageListPtr &list, const Slice &payload, const decoding::Hint &hint)
{
    m_decoded = payload;
    m_hint = hint;
    if (hint.framing != "http2") {
        m_ui->decoded->setPayload(payload, hint);
        return;
    }
    m_ui->decoded->clear();
    using Headers = std::shared_ptr<const decoding::HeaderState>;
    const auto look = [list, item = m_item] { return conversation::HeaderHistory().before(*list, item); };
    models::runInPool(this, look, [this, job = m_job](const Headers &headers) {
        if (m_job != job)
            return;
        m_hint.headers = headers;
        m_ui->decoded->setPayload(m_decoded, m_hint);
    });
}

/// Adds to the facts which message this one answers, looking back at some earlier ones.
void MessageView::findRequest(const capture::MessageListPtr &list)
{
    using Request = std::optional<conversation::RequestSearch::Request>;
    const auto look = [list, item = m_item] { return conversation::requestOf(list, item); };
    models::runInPool(this, look, [this, job = m_job, time = list->summary(m_item).time](const Request &request) {
        if (m_job != job || !request)
            return;
        const QString span = text::durationText(time.unixNanoseconds - request->time.unixNanoseconds);
        m_ui->facts->setText(m_ui->facts->text() + tr(" · answers message %1 (%2)").arg(number(request->number), span));
    });
}

void MessageView::copyText() const
{
    QGuiApplication::clipboard()->setText(validUtf8(m_payload).value_or(escapedText(m_payload)));
}

void MessageView::copyHex() const { QGuiApplication::clipboard()->setText(QString::fromLatin1(m_payload.toHex(' '))); }

void MessageView::savePayload()
{
    auto *dialog = new QFileDialog(this, tr("Save the payload"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->selectFile(QStringLiteral("message-%1.bin").arg(number(m_item)));
    connect(dialog, &QFileDialog::fileSelected, this, &MessageView::write);
    dialog->open();
}

void MessageView::write(const QString &path)
{
    const auto save = [path, payload = m_payload]() -> Status {
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(payload) == payload.size() && file.commit())
            return {};
        return failure(ErrorCode::System, QFile::encodeName(path), file.errorString());
    };
    models::runInPool(this, save, [this](const Status &saved) {
        if (!saved)
            Q_EMIT failed(saved.error());
    });
}

} // namespace pipeglass::ui
