// SPDX-License-Identifier: MIT
#include "formats/formatdialog.h"

#include "conversation/decodedview.h"
#include "conversation/streamstart.h"
#include "core/bytetext.h"
#include "core/errortext.h"
#include "formats/formatfiles.h"
#include "formats/formatstore.h"
#include "formats/presets.h"
#include "models/pooljob.h"
#include "text/sizetext.h"
#include "widgets/emptytext.h"
#include "widgets/messagebar.h"
#include "widgets/panesplitter.h"
#include "widgets/sourceeditor.h"
#include "widgets/svgicon.h"
#include "widgets/taborder.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace pipeglass::ui {

using namespace std::chrono_literals;

namespace {

enum FrameColumn { FromColumn, OffsetColumn, SizeColumn, HeadColumn, PayloadColumn, FrameColumnCount };

constexpr std::chrono::milliseconds typingPause = 250ms;
constexpr qsizetype longestCell = 80;

QString hexCell(QByteArrayView bytes)
{
    constexpr qsizetype most = 16;
    const QByteArrayView start = bytes.first(std::min(bytes.size(), most));
    return QString::fromLatin1(start.toByteArray().toHex(' '))
        + (bytes.size() > most ? QStringLiteral(" …") : QString());
}

} // namespace

FormatDialog::FormatDialog(
    const framing::FramingRegistry &framings, capture::MessageListPtr recording, const framing::Framing &inUse,
    QWidget *parent)
    : QDialog(parent)
    , m_framings(framings)
    , m_recording(std::move(recording))
    , m_presets(new QComboBox(this))
    , m_bar(new MessageBar(this))
    , m_editor(new SourceEditor(this))
    , m_problem(new QPushButton(this))
    , m_summary(new QLabel(this))
    , m_list(new QTreeWidget(this))
    , m_decoded(new DecodedView(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("formatDialog"));
    setWindowTitle(tr("Format of messages"));
    auto *column = new QVBoxLayout(this);
    setUpTop();
    column->addWidget(m_bar);
    auto *upper = new QWidget(this);
    auto *upperColumn = new QVBoxLayout(upper);
    upperColumn->setContentsMargins(0, 0, 0, 0);
    upperColumn->addWidget(m_editor);
    upperColumn->addWidget(m_problem);
    upperColumn->addWidget(m_summary);
    auto *lower = new PaneSplitter(Qt::Horizontal, this);
    lower->addWidget(m_list);
    lower->addWidget(m_decoded);
    lower->setStretchFactor(0, 1);
    lower->setStretchFactor(1, 1);
    lower->setSizes({ 1, 1 });
    auto *split = new PaneSplitter(Qt::Vertical, this);
    split->addWidget(upper);
    split->addWidget(lower);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    column->addWidget(split, 1);
    setUpList();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    m_use = buttons->addButton(tr("&Use for this conversation"), QDialogButtonBox::AcceptRole);
    m_use->setObjectName(QStringLiteral("useFormat"));
    connect(m_use, &QPushButton::clicked, this, &FormatDialog::use);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &FormatDialog::preview);
    connect(m_editor, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    orderTabsByLayout(*this);
    const QSize wished(1000, 720);
    resize(parent != nullptr ? wished.boundedTo(parent->window()->size()) : wished);
    const QByteArray own = inUse.source();
    if (!own.isEmpty())
        setText(QString::fromUtf8(own));
    else
        startFrom(m_framings.sourceOf(inUse).isEmpty() ? m_framings.defaultFraming()->id() : inUse.id());
    readSample();
    m_editor->setFocus();
}

FormatDialog::~FormatDialog() = default;

void FormatDialog::setUpTop()
{
    auto *row = new QHBoxLayout;
    auto *label = new QLabel(tr("&Start from:"), this);
    label->setBuddy(m_presets);
    m_presets->setObjectName(QStringLiteral("presets"));
    for (const formats::Preset &one : formats::presets()) {
        const framing::FramingPtr framing = m_framings.find(one.name);
        m_presets->addItem(framing != nullptr ? framing->title() : QLatin1String(one.name), QByteArray(one.name));
    }
    connect(m_presets, &QComboBox::activated, this, [this] { startFrom(m_presets->currentData().toByteArray()); });
    auto *openButton = new QPushButton(tr("&Open…"), this);
    auto *saveButton = new QPushButton(tr("S&ave…"), this);
    connect(openButton, &QPushButton::clicked, this, &FormatDialog::askToOpen);
    connect(saveButton, &QPushButton::clicked, this, &FormatDialog::askToSave);
    for (QPushButton *one : { openButton, saveButton })
        one->setAutoDefault(false);
    auto *help = new QLabel(tr("The language is described in pipeglass-formats(5)."), this);
    row->addWidget(label);
    row->addWidget(m_presets);
    row->addWidget(openButton);
    row->addWidget(saveButton);
    row->addStretch();
    row->addWidget(help);
    qobject_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void FormatDialog::setUpList()
{
    m_editor->setObjectName(QStringLiteral("formatText"));
    m_editor->setAccessibleName(tr("Text of the format"));
    m_problem->setObjectName(QStringLiteral("formatProblem"));
    m_problem->setIcon(svgIcon(QStringLiteral("error")));
    m_problem->setFlat(true);
    m_problem->setAutoDefault(false);
    m_problem->setStyleSheet(QStringLiteral("text-align: left"));
    m_problem->setToolTip(tr("Go to the error"));
    m_problem->hide();
    connect(m_problem, &QPushButton::clicked, m_editor, &SourceEditor::goToError);
    m_summary->setObjectName(QStringLiteral("formatSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("formatFrames"));
    m_list->setAccessibleName(tr("Messages that the format would make"));
    m_list->setHeaderLabels({ tr("From"), tr("Offset"), tr("Size"), tr("Framing"), tr("Payload") });
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAlternatingRowColors(true);
    const int unit = fontMetrics().averageCharWidth();
    const int widths[] = { 12, 8, 8, 14 };
    for (int at = 0; at < PayloadColumn; ++at)
        m_list->header()->resizeSection(at, unit * widths[at]);
    new EmptyText(tr("No bytes yet, or the format has an error."), m_list);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &FormatDialog::showCurrent);
}

void FormatDialog::setText(const QString &text) { m_editor->setPlainText(text); }

/// Under another name, for that of a preset is taken.
void FormatDialog::startFrom(const QByteArray &id)
{
    m_presets->setCurrentIndex(m_presets->findData(id));
    QString text = QString::fromUtf8(formats::presetDescription(id));
    static const QRegularExpression name(QStringLiteral("^format\\s+([\\w-]+)"), QRegularExpression::MultilineOption);
    text.replace(name, QStringLiteral("format my-\\1"));
    setText(text);
}

void FormatDialog::readSample()
{
    models::runInPool(
        this, [recording = m_recording] { return conversation::startOfStreams(*recording, maxBytes); },
        [this](const framing::StreamSample &sample) {
            m_sample = sample;
            preview();
        });
}

void FormatDialog::preview()
{
    m_pause.stop();
    const auto work = [text = m_editor->toPlainText().toUtf8(), sample = m_sample] { return previewOf(text, sample); };
    models::runInPool(this, work, [this, job = ++m_job](const FormatPreview &found) {
        if (job == m_job)
            showPreview(found);
    });
}

void FormatDialog::showPreview(const FormatPreview &found)
{
    m_preview = found;
    m_editor->markError(found.problemAt);
    const QString place = found.problemAt
        ? tr("Line %1, column %2: %3").arg(found.problemAt->line).arg(found.problemAt->column).arg(found.problem)
        : found.problem;
    m_problem->setText(QString(place).replace(u'&', QLatin1String("&&")));
    m_problem->setVisible(!place.isEmpty());
    m_summary->setText(summary());
    m_summary->setVisible(place.isEmpty());
    m_use->setEnabled(place.isEmpty());
    fillList();
}

QString FormatDialog::summary() const
{
    PerSide<int> good;
    int malformed = 0;
    qsizetype incomplete = 0;
    for (const FormatPreview::Piece &one : m_preview.pieces) {
        if (one.isIncomplete)
            incomplete += one.frame.wire.size();
        else if (one.frame.isMalformed())
            ++malformed;
        else
            ++good[one.from];
    }
    QString text = tr("%n message(s) of the client", nullptr, good.client) + QLatin1String(", ")
        + tr("%n of the server", nullptr, good.server);
    if (malformed > 0)
        text += QLatin1String(", ") + tr("%n malformed", nullptr, malformed);
    if (incomplete > 0)
        text += QLatin1String(", ") + tr("%1 incomplete").arg(text::wholeSizeText(incomplete));
    if (m_preview.isCut)
        text += QLatin1String("; ") + tr("only the first are shown");
    if (!m_preview.hasMessages)
        text += QLatin1String(". ") + tr("The format describes no messages, so values are recognized.");
    return text;
}

void FormatDialog::fillList()
{
    const QModelIndex before = m_list->currentIndex();
    QList<QTreeWidgetItem *> rows;
    for (const FormatPreview::Piece &one : m_preview.pieces) {
        const framing::Frame &frame = one.frame;
        const QByteArrayView wire = frame.wire.view();
        const QByteArray around = wire.first(frame.headSize).toByteArray() + wire.last(frame.tailSize).toByteArray();
        QString payload = previewText(frame.payload().view(), longestCell);
        if (one.isIncomplete)
            payload = tr("incomplete: %1").arg(payload);
        else if (frame.isMalformed())
            payload = tr("malformed: %1").arg(payload);
        auto *row = new QTreeWidgetItem;
        row->setText(FromColumn, one.from == Side::Client ? tr("Client") : tr("Server"));
        row->setText(OffsetColumn, QString::number(one.offset));
        row->setText(SizeColumn, QString::number(wire.size()));
        row->setText(HeadColumn, hexCell(around));
        row->setText(PayloadColumn, payload);
        for (const int number : { OffsetColumn, SizeColumn })
            row->setTextAlignment(number, Qt::AlignRight | Qt::AlignVCenter);
        if (frame.isMalformed())
            row->setIcon(FromColumn, svgIcon(QStringLiteral("error")));
        rows += row;
    }
    m_list->clear();
    m_list->addTopLevelItems(rows);
    if (!rows.isEmpty())
        m_list->setCurrentItem(rows[qBound(0, before.row(), static_cast<int>(rows.size()) - 1)]);
    else
        showCurrent();
}

void FormatDialog::showCurrent()
{
    const int row = m_list->currentIndex().row();
    if (m_preview.decoders == nullptr || row < 0 || static_cast<size_t>(row) >= m_preview.pieces.size()) {
        m_decoded->clear();
        return;
    }
    const FormatPreview::Piece &piece = m_preview.pieces[static_cast<size_t>(row)];
    m_decoded->setDecoders(m_preview.decoders);
    m_decoded->setPayload(piece.frame.payload(), { m_preview.name, piece.from });
}

void FormatDialog::use()
{
    const QByteArray text = m_editor->toPlainText().toUtf8();
    const auto *files = m_framings.files();
    const auto framing = files != nullptr ? files->openText(text, {})
                                          : formats::FormatStore(std::vector<QByteArray>()).openText(text, {});
    if (!framing) {
        m_bar->showError(framing.error());
        return;
    }
    Q_EMIT used(*framing);
    accept();
}

void FormatDialog::askToOpen()
{
    auto *dialog = new QFileDialog(this, tr("Open a format"), userFormatDirectory(), formatFileFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &FormatDialog::openFile);
    dialog->open();
}

void FormatDialog::askToSave()
{
    const QString name = m_preview.name.isEmpty() ? tr("format") : QString::fromUtf8(m_preview.name);
    auto *dialog = new QFileDialog(this, tr("Save the format"), userFormatDirectory(), formatFileFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pgf"));
    dialog->selectFile(name + QLatin1String(".pgf"));
    connect(dialog, &QFileDialog::fileSelected, this, &FormatDialog::saveFile);
    dialog->open();
}

void FormatDialog::openFile(const QString &path)
{
    const Result<QByteArray> text = readFormatFile(path);
    if (!text) {
        m_bar->showError(text.error());
        return;
    }
    m_bar->dismiss();
    m_presets->setCurrentIndex(-1);
    setText(QString::fromUtf8(*text));
}

void FormatDialog::saveFile(const QString &path)
{
    const QByteArray text = m_editor->toPlainText().toUtf8();
    if (const Status saved = writeFormatFile(path, text); !saved) {
        m_bar->showError(saved.error());
        return;
    }
    m_framings.update();
    const std::vector<Error> problems =
        m_framings.files() != nullptr ? m_framings.files()->problems() : std::vector<Error>();
    const QByteArray file = QFile::encodeName(path);
    const auto problem = std::ranges::find(problems, file, &Error::subject);
    if (problem != problems.end())
        m_bar->showError(*problem);
    else if (std::ranges::any_of(m_framings.all(), [&text](const auto &one) { return one->source() == text; }))
        m_bar->show(MessageBar::Kind::Info, tr("Saved. It is in the menus of framings."));
    else
        m_bar->show(
            MessageBar::Kind::Info,
            tr("Saved. Only formats in %1 are in the menus of framings.")
                .arg(escapedText(userFormatDirectory().toLocal8Bit())));
}

} // namespace pipeglass::ui
