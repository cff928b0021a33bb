// SPDX-License-Identifier: MIT
#include "problems/explanationview.h"

#include "problems/wrappedlabel.h"
#include "text/explanationtext.h"
#include "widgets/commandfield.h"

#include <QFormLayout>

namespace pipeglass::ui {

ExplanationView::ExplanationView(QWidget *parent)
    : QWidget(parent)
    , m_meaning(wrappedLabel(QStringLiteral("errorMeaning"), this))
    , m_pipe(wrappedLabel(QStringLiteral("errorPipe"), this))
    , m_remedy(wrappedLabel(QStringLiteral("errorRemedy"), this))
    , m_command(new CommandField(this))
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    form->addRow(tr("Meaning:"), m_meaning);
    form->addRow(tr("Pipe:"), m_pipe);
    form->addRow(tr("What to do:"), m_remedy);
    form->addRow(m_command);
}

void ExplanationView::setExplanation(const doctor::Explanation &explanation)
{
    m_meaning->setText(text::meaningText(explanation.error.id));
    m_pipe->setText(text::pipeNowText(explanation));
    m_remedy->setText(text::remedyText(explanation));
    m_command->setCommand(text::commandText(explanation));
}

} // namespace pipeglass::ui
