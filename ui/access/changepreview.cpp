// SPDX-License-Identifier: MIT
#include "access/changepreview.h"

#include "access/changewords.h"
#include "core/errortext.h"
#include "text/pipetext.h"
#include "widgets/colors.h"
#include "widgets/svgicon.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>

namespace pipeglass::ui {

using access::Preview;

namespace {

/// A line for each pipe; a pipe's name where there are several.
template <typename Line>
QString lines(const std::vector<Preview> &previews, Line line)
{
    QStringList list;
    for (const Preview &preview : previews) {
        const QString text = line(preview);
        list << (previews.size() == 1 ? text : text::nameOfPath(preview.target.path) + QLatin1String(": ") + text);
    }
    return list.join(u'\n');
}

} // namespace

ChangePreview::ChangePreview(QWidget *parent)
    : QFrame(parent)
    , m_gains(new QLabel(this))
    , m_loses(new QLabel(this))
    , m_modes(new QLabel(this))
    , m_notes(new QLabel(this))
    , m_command(new QLabel(this))
    , m_copy(new QPushButton(tr("&Copy command"), this))
{
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
    auto *grid = new QGridLayout(this);
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
        setCommand({});
        return;
    }
    m_gains->setText(
        tr("+ gains: %1").arg(lines(previews, [](const Preview &p) { return peopleText(p.effect.gains); })));
    m_loses->setText(
        tr("− loses: %1").arg(lines(previews, [](const Preview &p) { return peopleText(p.effect.loses); })));
    m_modes->setText(lines(previews, [](const Preview &p) {
        return tr("%1 → %2").arg(permissionsText(p.target.facts.permissions), permissionsText(p.after));
    }));
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
    setCommand(commands.join(u'\n'));
    setAccessibleName(m_gains->text() + QLatin1String("; ") + m_loses->text());
}

void ChangePreview::showError(const Error &error)
{
    setVisible(true);
    m_gains->setText(errorText(error));
    for (QLabel *label : { m_loses, m_modes, m_notes })
        label->setVisible(false);
    setCommand({});
}

void ChangePreview::setCommand(const QString &text)
{
    m_text = text;
    m_command->setText(text);
    m_command->setVisible(!text.isEmpty());
    m_copy->setVisible(!text.isEmpty());
}

void ChangePreview::paintEvent(QPaintEvent *) { drawTintedGround(*this, QPalette::Window, goodColor()); }

} // namespace pipeglass::ui
