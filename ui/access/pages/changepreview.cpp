// SPDX-License-Identifier: MIT
#include "access/pages/changepreview.h"

#include "access/changewords.h"
#include "core/errortext.h"
#include "text/accesstext.h"
#include "text/isolation.h"
#include "text/pipetext.h"
#include "text/sizetext.h"
#include "widgets/colors.h"
#include "widgets/svgicon.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollBar>

namespace pipeglass::ui {

using access::Preview;

namespace {

constexpr int maxLines = 12;
constexpr size_t maxCommands = 3;

/// "+ gains: everyone", or for several pipes "+ 10 pipes gain: everyone".
QString effectLines(
    const std::vector<Preview> &previews, std::vector<access::Principal> access::Effect::*people, const QString &alone,
    const QString &one, const char *several)
{
    const auto alike = [people](const Preview &a, const Preview &b) { return a.effect.*people == b.effect.*people; };
    return linesByKind(
               previews, alike,
               [&](const Preview &first, size_t count) {
                   const QString who = text::peopleText(first.effect.*people);
                   if (previews.size() == 1)
                       return alone.arg(who);
                   return count == 1 ? one.arg(text::isolated(text::nameOfPath(first.target.path)), who)
                                     : ChangePreview::tr(several, nullptr, text::plural(count)).arg(who);
               })
        .join(u'\n');
}

QString modeLines(const std::vector<Preview> &previews)
{
    const auto alike = [](const Preview &a, const Preview &b) {
        return a.target.facts.permissions == b.target.facts.permissions && a.after == b.after;
    };
    return linesByKind(
               previews, alike,
               [&](const Preview &first, size_t count) {
                   const QString text = ChangePreview::tr("%1 → %2").arg(
                       access::permissionWords(first.target.facts.permissions), access::permissionWords(first.after));
                   return previews.size() == 1
                       ? text
                       : ChangePreview::tr("%1: %2").arg(pipesText(first.target.path, count), text);
               })
        .join(u'\n');
}

} // namespace

ChangePreview::ChangePreview(QWidget *parent)
    : QScrollArea(parent)
    , m_sheet(new QWidget)
    , m_gains(new QLabel(m_sheet))
    , m_loses(new QLabel(m_sheet))
    , m_modes(new QLabel(m_sheet))
    , m_notes(new QLabel(m_sheet))
    , m_command(new QLabel(m_sheet))
    , m_copy(new QPushButton(tr("Copy command"), m_sheet))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setWidget(m_sheet);
    m_sheet->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    m_gains->setObjectName(QStringLiteral("gains"));
    m_loses->setObjectName(QStringLiteral("loses"));
    m_modes->setObjectName(QStringLiteral("beforeAfter"));
    m_notes->setObjectName(QStringLiteral("previewNotes"));
    m_command->setObjectName(QStringLiteral("command"));
    m_copy->setObjectName(QStringLiteral("copyCommand"));
    m_copy->setAutoDefault(false);
    m_copy->setIcon(svgIcon(QStringLiteral("copy")));
    for (QLabel *label : { m_gains, m_loses, m_modes, m_notes, m_command }) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    QFont bold = m_gains->font();
    bold.setBold(true);
    m_gains->setFont(bold);
    m_loses->setFont(bold);
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_modes->setForegroundRole(QPalette::PlaceholderText);
    auto *grid = new QGridLayout(m_sheet);
    grid->setContentsMargins(12, 8, 8, 8);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_gains, 0, 0, 1, 2);
    grid->addWidget(m_loses, 1, 0, 1, 2);
    grid->addWidget(m_modes, 2, 0, 1, 2);
    grid->addWidget(m_notes, 3, 0, 1, 2);
    grid->addWidget(m_command, 4, 0);
    grid->addWidget(m_copy, 4, 1, Qt::AlignBottom);
    grid->setColumnStretch(0, 1);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text); });
}

void ChangePreview::show(const std::vector<Preview> &previews, const QString &hint)
{
    setVisible(!previews.empty());
    if (previews.empty()) {
        setCommand({}, {});
        return;
    }
    m_gains->setText(effectLines(
        previews, &access::Effect::gains, tr("+ gains: %1"), tr("+ %1 gains: %2"),
        QT_TR_N_NOOP("+ %n pipe(s) gain: %1")));
    m_loses->setText(effectLines(
        previews, &access::Effect::loses, tr("− loses: %1"), tr("− %1 loses: %2"),
        QT_TR_N_NOOP("− %n pipe(s) lose: %1")));
    m_modes->setText(modeLines(previews));
    QStringList notes;
    QStringList commands;
    for (const Preview &preview : previews) {
        for (const QString &note : preview.notes) {
            if (!notes.contains(note))
                notes << note;
        }
        commands << preview.command;
    }
    if (!hint.isEmpty())
        notes << hint;
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
    m_loses->setVisible(true);
    m_modes->setVisible(true);
    QStringList shown = commands.mid(0, maxCommands);
    if (commands.size() > shown.size())
        shown << tr("… and %n more; the button copies all", nullptr, static_cast<int>(commands.size() - shown.size()));
    setCommand(shown.join(u'\n'), commands.join(u'\n'));
    setAccessibleName(m_gains->text() + QLatin1String("; ") + m_loses->text());
}

void ChangePreview::showError(const Error &error)
{
    setVisible(true);
    m_gains->setText(errorText(error));
    for (QLabel *label : { m_loses, m_modes, m_notes })
        label->setVisible(false);
    setCommand({}, {});
}

void ChangePreview::setCommand(const QString &shown, const QString &whole)
{
    m_text = whole;
    m_command->setText(shown);
    m_command->setVisible(!shown.isEmpty());
    m_copy->setVisible(!shown.isEmpty());
    arrange();
}

/// The height depends on text and width.
void ChangePreview::arrange()
{
    m_sheet->layout()->invalidate();
    verticalScrollBar()->setSingleStep(fontMetrics().lineSpacing());
    updateGeometry();
}

QSize ChangePreview::sizeHint() const
{
    const int whole = m_sheet->layout()->totalHeightForWidth(width());
    return { m_sheet->sizeHint().width(), qMin(whole, fontMetrics().lineSpacing() * maxLines) };
}

QSize ChangePreview::minimumSizeHint() const
{
    return { 160, qMin(sizeHint().height(), fontMetrics().lineSpacing() * 4) };
}

void ChangePreview::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        arrange();
}

void ChangePreview::paintEvent(QPaintEvent *) { drawTintedGround(*viewport(), QPalette::Window, goodColor()); }

} // namespace pipeglass::ui
