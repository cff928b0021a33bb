// SPDX-License-Identifier: MIT
#include "conversation/messageview.h"

#include "conversation/messagetext.h"
#include "core/bytetext.h"
#include "core/errortext.h"
#include "models/conversationmodel.h"
#include "text/eventtext.h"
#include "text/sizetext.h"
#include "ui_messageview.h"
#include "widgets/svgicon.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QFontDatabase>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>

namespace pipeglass::ui {

namespace {

constexpr qsizetype readAtOnce = qsizetype{ 256 } << 10U;
/// A text field lays out all it holds; beyond this it would make the window wait.
constexpr qsizetype shownAsText = qsizetype{ 64 } << 10U;

} // namespace

MessageView::MessageView(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::MessageView>())
{
    m_ui->setupUi(this);
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

void MessageView::clear()
{
    ++m_job;
    m_payload.clear();
    m_ui->text->clear();
    m_ui->hex->setBytes({});
    m_ui->facts->setText(tr("No message selected"));
    setUsable(false);
}

void MessageView::setUsable(bool usable)
{
    m_ui->copyTextButton->setEnabled(usable);
    m_ui->copyHexButton->setEnabled(usable);
    m_ui->saveButton->setEnabled(usable);
}

void MessageView::showRecord(const capture::RecordingPtr &recording, quint64 number)
{
    const quint64 job = ++m_job;
    m_number = number;
    const capture::RecordSummary summary = recording->summary(number);
    if (summary.isEvent) {
        displayEvent(text::eventText(*recording, number));
        return;
    }
    if (summary.wireSize <= readAtOnce) {
        display(recording->read(number));
        return;
    }
    clear();
    m_job = job;
    m_ui->facts->setText(tr("Message %1: reading …").arg(number + 1));
    QThreadPool::globalInstance()->start([recording, number, job, view = QPointer<MessageView>(this)] {
        auto record = recording->read(number);
        QMetaObject::invokeMethod(
            qApp,
            [view, job, record = std::move(record)] {
                if (view && view->m_job == job)
                    view->display(record);
            },
            Qt::QueuedConnection);
    });
}

void MessageView::displayEvent(const QString &text)
{
    clear();
    m_ui->facts->setText(tr("Event %1").arg(m_number + 1));
    m_ui->text->setPlainText(text);
}

void MessageView::display(const Result<capture::Record> &record)
{
    if (!record) {
        clear();
        Q_EMIT failed(record.error());
        return;
    }
    const Slice payload = record->payload();
    m_payload = payload.toByteArray();
    const bool out = record->direction == capture::Direction::Out;
    QString facts =
        tr("Message %1, %2: %3")
            .arg(QString::number(m_number + 1), out ? tr("sent") : tr("received"), text::sizeText(payload.size()));
    if (record->wire.size() != payload.size())
        facts += tr(" (%1 with framing)").arg(text::sizeText(record->wire.size()));
    if (record->malformed)
        facts += tr(" · malformed: the framing does not understand these bytes");
    if (payload.size() > shownAsText)
        facts += tr(" · the text shows the first %1").arg(text::sizeText(shownAsText));
    m_ui->facts->setText(facts);
    m_ui->text->setPlainText(readableText(payload.view().first(qMin(payload.size(), shownAsText))));
    m_ui->hex->setBytes(payload);
    setUsable(true);
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
    dialog->selectFile(QStringLiteral("message-%1.bin").arg(m_number + 1));
    connect(dialog, &QFileDialog::fileSelected, this, &MessageView::write);
    dialog->open();
}

void MessageView::write(const QString &path)
{
    QThreadPool::globalInstance()->start([path, payload = m_payload, view = QPointer<MessageView>(this)] {
        QSaveFile file(path);
        const bool good = file.open(QIODevice::WriteOnly) && file.write(payload) == payload.size() && file.commit();
        if (good)
            return;
        const Error error{ ErrorCode::System, 0, QFile::encodeName(path), file.errorString() };
        QMetaObject::invokeMethod(
            qApp,
            [view, error] {
                if (view)
                    Q_EMIT view->failed(error);
            },
            Qt::QueuedConnection);
    });
}

} // namespace pipeglass::ui
