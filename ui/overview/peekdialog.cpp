// SPDX-License-Identifier: MIT
#include "overview/peekdialog.h"

#include "conversation/messagetext.h"
#include "core/bytetext.h"
#include "core/errortext.h"
#include "endpoints/endpointtable.h"
#include "hexview/hexview.h"
#include "models/conversation/conversationmodel.h"
#include "overview/detailswatch.h"
#include "peek/messages.h"
#include "text/isolation.h"
#include "text/peertext.h"
#include "text/sizetext.h"
#include "widgets/panesplitter.h"
#include "widgets/svgicon.h"
#include "widgets/taborder.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace pipeglass::ui {

using peek::Direction;
using peek::Receiver;

namespace {

/// Limit for the text field, which lays out all of its text.
constexpr qsizetype shownAsText = qsizetype{ 64 } << 10U;

QString waitingText(const Direction &direction)
{
    if (!direction.bytes)
        return PeekDialog::tr("unknown");
    return *direction.bytes == 0 ? PeekDialog::tr("nothing")
                                 : text::wholeSizeText(static_cast<qsizetype>(*direction.bytes));
}

QString messagesText(const peek::Messages &messages)
{
    QString text;
    qsizetype number = 0;
    const auto add = [&text](const QString &title, const Slice &bytes) {
        const qsizetype room = qMax(qsizetype{ 0 }, shownAsText - text.size());
        text += title + u'\n' + readableText(bytes.view().first(qMin(room, bytes.size()))) + QLatin1String("\n\n");
    };
    for (const framing::Frame &frame : messages.frames) {
        if (text.size() >= shownAsText)
            return text + PeekDialog::tr("The rest is shown in hex only.");
        const Slice payload = frame.payload();
        const QString title =
            frame.isMalformed() ? PeekDialog::tr("Malformed message %1, %2:") : PeekDialog::tr("Message %1, %2:");
        add(title.arg(QString::number(++number), text::wholeSizeText(payload.size())), payload);
    }
    if (!messages.unfinished.isEmpty())
        add(PeekDialog::tr("Incomplete message, %1 so far:").arg(text::wholeSizeText(messages.unfinished.size())),
            messages.unfinished);
    return text;
}

QString factsText(const Direction &direction, const peek::Messages &messages)
{
    if (direction.error)
        return errorText(*direction.error);
    if (direction.payload.isEmpty())
        return direction.to == Receiver::Server ? PeekDialog::tr("No unread bytes for the server.")
                                                : PeekDialog::tr("No unread bytes for the client.");
    QString text = PeekDialog::tr("Framing: %1").arg(messages.framing->title());
    if (!direction.isComplete())
        text += PeekDialog::tr(" · only the first %1 could be read").arg(text::wholeSizeText(direction.payload.size()));
    return text;
}

} // namespace

PeekDialog::PeekDialog(
    CatalogService &service, const framing::FramingRegistry &framings, catalog::PipeEntryPtr pipe, QWidget *parent)
    : QDialog(parent)
    , m_service(service)
    , m_framings(framings)
    , m_pipe(std::move(pipe))
    , m_sentence(new QLabel(this))
    , m_directions(new QTreeWidget(this))
    , m_facts(new QLabel(this))
    , m_text(new QPlainTextEdit(this))
    , m_hex(new HexView(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Unread bytes of %1").arg(text::isolated(escapedText(m_pipe->name()))));
    if (const endpoints::Endpoint *endpoint = endpoints::findEndpoint(m_pipe->endpoint))
        m_framing = framings.find(endpoint->framing);
    setUpViews();
    auto *tabs = new QTabWidget(this);
    tabs->setDocumentMode(true);
    tabs->setAccessibleName(tr("Unread bytes"));
    tabs->addTab(m_text, tr("&Messages"));
    tabs->addTab(m_hex, tr("He&x"));
    auto *below = new QWidget(this);
    auto *belowColumn = new QVBoxLayout(below);
    belowColumn->setContentsMargins(0, 0, 0, 0);
    belowColumn->addWidget(m_facts);
    belowColumn->addWidget(tabs);
    auto *split = new PaneSplitter(Qt::Vertical, this);
    split->addWidget(m_directions);
    split->addWidget(below);
    split->setStretchFactor(1, 2);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_sentence);
    column->addWidget(split);
    column->addLayout(makeButtons());
    orderTabsByLayout(*this);
    connect(m_directions, &QTreeWidget::currentItemChanged, this, &PeekDialog::showCurrent);
    resize(720, 520);
    m_directions->setFocus();
    refresh();
}

void PeekDialog::setUpViews()
{
    for (QLabel *label : { m_sentence, m_facts }) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_sentence->setObjectName(QStringLiteral("peekSentence"));
    m_facts->setObjectName(QStringLiteral("peekFacts"));
    m_directions->setObjectName(QStringLiteral("peekDirections"));
    m_directions->setAccessibleName(tr("Directions of the connections"));
    m_directions->setHeaderLabels({ tr("Client"), tr("Server"), tr("For"), tr("Unread") });
    m_directions->setRootIsDecorated(false);
    m_directions->setUniformRowHeights(true);
    m_directions->setAlternatingRowColors(true);
    m_directions->setAllColumnsShowFocus(true);
    m_text->setObjectName(QStringLiteral("peekText"));
    m_text->setAccessibleName(tr("Unread bytes as messages"));
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_hex->setObjectName(QStringLiteral("peekHex"));
    m_hex->setAccessibleName(tr("Unread bytes in hex"));
}

QLayout *PeekDialog::makeButtons()
{
    const auto make = [this](const QString &text, const QString &icon, const char *name) {
        auto *button = new QPushButton(svgIcon(icon), text, this);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        return button;
    };
    m_refresh = make(tr("&Refresh"), QStringLiteral("refresh"), "peekRefresh");
    m_refresh->setShortcut(QKeySequence::Refresh);
    m_refresh->setToolTip(tr("Read again (F5)"));
    m_copyText = make(tr("Copy &text"), QStringLiteral("copy"), "peekCopyText");
    m_copyHex = make(tr("Copy &hex"), QStringLiteral("copy"), "peekCopyHex");
    auto *box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    box->button(QDialogButtonBox::Close)->setIcon({});
    box->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(m_refresh, &QPushButton::clicked, this, &PeekDialog::refresh);
    connect(m_copyText, &QPushButton::clicked, this, &PeekDialog::copyText);
    connect(m_copyHex, &QPushButton::clicked, this, [this] {
        if (const Direction *direction = current())
            QGuiApplication::clipboard()->setText(QString::fromLatin1(direction->payload.toHex(' ')));
    });
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *row = new QHBoxLayout;
    row->addWidget(m_refresh);
    row->addWidget(m_copyText);
    row->addWidget(m_copyHex);
    row->addStretch();
    row->addWidget(box);
    return row;
}

void PeekDialog::follow(const catalog::PipeEntryPtr &entry)
{
    if (entry && isSameRow(*entry, *m_pipe))
        m_pipe = entry;
}

void PeekDialog::refresh()
{
    m_refresh->setEnabled(false); // until the answer arrives
    if (m_shown.empty())
        m_sentence->setText(tr("Reading …"));
    m_service.peek(this, m_pipe, [this](const Unread &unread) { take(unread); });
}

void PeekDialog::take(const Unread &unread)
{
    m_refresh->setEnabled(true);
    m_shown = unread ? *unread : std::vector<Direction>();
    if (!unread)
        m_sentence->setText(errorText(unread.error()));
    else if (m_shown.empty())
        m_sentence->setText(tr("No client is connected to this pipe."));
    else
        m_sentence->setText(tr("Bytes that were sent but not read yet. They are not taken: server and "
                               "client read the same bytes later."));
    fillDirections();
}

void PeekDialog::fillDirections()
{
    const int before = m_directions->indexOfTopLevelItem(m_directions->currentItem());
    QList<QTreeWidgetItem *> items;
    int firstThatWaits = -1;
    for (const Direction &direction : m_shown) {
        const QString receiver = direction.to == Receiver::Server ? tr("server") : tr("client");
        items.append(new QTreeWidgetItem({ text::processText(direction.client), text::processText(direction.server),
                                           receiver, waitingText(direction) }));
        if (firstThatWaits < 0 && direction.bytes != quint64{ 0 })
            firstThatWaits = static_cast<int>(items.size()) - 1;
    }
    const bool isFirst = m_directions->topLevelItemCount() == 0;
    m_directions->clear();
    m_directions->addTopLevelItems(items);
    if (isFirst) {
        for (int column = 0; column + 1 < ColumnCount; ++column) {
            m_directions->resizeColumnToContents(column);
            m_directions->setColumnWidth(column, qMin(m_directions->columnWidth(column) + 16, 260));
        }
    }
    const int row = before >= 0 && before < items.size() ? before : qMax(0, firstThatWaits);
    m_directions->setCurrentItem(m_directions->topLevelItem(row));
    showCurrent();
}

const Direction *PeekDialog::current() const
{
    const int row = m_directions->indexOfTopLevelItem(m_directions->currentItem());
    return row < 0 || row >= static_cast<int>(m_shown.size()) ? nullptr : &m_shown[static_cast<size_t>(row)];
}

void PeekDialog::showCurrent()
{
    const Direction *direction = current();
    const QByteArray payload = direction != nullptr ? direction->payload : QByteArray();
    const peek::Messages messages = peek::cutIntoMessages(payload, m_framing, m_framings);
    m_facts->setText(direction != nullptr ? factsText(*direction, messages) : QString());
    m_text->setPlainText(messagesText(messages));
    m_hex->setBytes(payload);
    m_copyText->setEnabled(!payload.isEmpty());
    m_copyHex->setEnabled(!payload.isEmpty());
}

void PeekDialog::copyText() const
{
    if (const Direction *direction = current())
        QGuiApplication::clipboard()->setText(validUtf8(direction->payload).value_or(escapedText(direction->payload)));
}

} // namespace pipeglass::ui
