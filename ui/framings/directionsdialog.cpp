// SPDX-License-Identifier: MIT
#include "framings/directionsdialog.h"

#include "widgets/framingbox.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace pipeglass::ui {

DirectionsDialog::DirectionsDialog(
    const framing::FramingRegistry &framings, const FramingGuesses &guesses, const PerSide<framing::FramingPtr> &inUse,
    std::optional<Side> ours, QWidget *parent)
    : QDialog(parent)
    , m_framings(framings)
    , m_guesses(guesses)
    , m_inUse(inUse)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("directionsDialog"));
    setWindowTitle(tr("Framing of each direction"));
    auto *column = new QVBoxLayout(this);
    auto *form = new QFormLayout;
    column->addLayout(form);
    for (const Side side : { Side::Client, Side::Server })
        addSide(*form, side, ours != side);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&guesses, &FramingGuesses::changed, this, [this] {
        showGuess(Side::Client);
        showGuess(Side::Server);
    });
    connect(&guesses, &QObject::destroyed, this, &QDialog::reject);
    column->addWidget(buttons);
    m_boxes.client->setFocus();
}

void DirectionsDialog::addSide(QFormLayout &form, Side from, bool offersGuess)
{
    auto *box = new FramingBox(this);
    box->setObjectName(from == Side::Client ? QStringLiteral("clientFraming") : QStringLiteral("serverFraming"));
    box->setFramings(m_framings);
    if (offersGuess)
        box->offerGuess();
    box->setFraming(m_inUse[from]);
    auto *reason = new QLabel(this);
    reason->setTextFormat(Qt::PlainText);
    reason->setWordWrap(true);
    reason->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
    m_boxes[from] = box;
    m_reasons[from] = reason;
    form.addRow(from == Side::Client ? tr("From the &client:") : tr("From the &server:"), box);
    form.addRow(QString(), reason);
    showGuess(from);
}

void DirectionsDialog::showGuess(Side from)
{
    const std::vector<framing::Guess> &guesses = m_guesses.of(from);
    m_reasons[from]->setText(
        guesses.empty() ? tr("No bytes yet to guess it from.")
                        : tr("Guess: %1 (%2)").arg(guesses.front().framing->title(), guesses.front().reason));
}

PerSide<framing::FramingPtr> DirectionsDialog::framings() const
{
    return { m_boxes.client->framing(), m_boxes.server->framing() };
}

} // namespace pipeglass::ui
