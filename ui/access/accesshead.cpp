// SPDX-License-Identifier: MIT
#include "access/accesshead.h"

#include "text/isolation.h"
#include "text/pipetext.h"
#include "widgets/elidedlabel.h"
#include "widgets/heightkeeper.h"

#include <QLabel>
#include <QVBoxLayout>

namespace pipeglass::ui {

AccessHead::AccessHead(QWidget *parent)
    : QWidget(parent)
    , m_name(new ElidedLabel(this))
    , m_sentence(new QLabel(this))
    , m_you(new QLabel(this))
    , m_warning(new QLabel(this))
{
    QFont large = m_name->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setBold(true);
    m_name->setFont(large);
    m_sentence->setObjectName(QStringLiteral("whoSentence"));
    m_you->setObjectName(QStringLiteral("youSentence"));
    m_warning->setObjectName(QStringLiteral("accessWarning"));
    m_warning->setForegroundRole(QPalette::PlaceholderText);
    QFont bold = m_sentence->font();
    bold.setBold(true);
    m_sentence->setFont(bold);
    new HeightKeeper(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 4, 14, 2);
    column->setSpacing(4);
    column->addWidget(m_name);
    for (QLabel *label : { m_sentence, m_you, m_warning }) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    }
}

void AccessHead::set(const QString &name, const QString &sentence, const QString &you, const QString &warning)
{
    m_name->setFullText(name);
    m_sentence->setText(sentence);
    m_you->setText(you);
    m_warning->setText(warning);
    adapt();
}

void AccessHead::setBrief(bool brief)
{
    m_brief = brief;
    adapt();
}

void AccessHead::adapt()
{
    m_name->setVisible(!m_brief && !m_name->fullText().isEmpty());
    for (QLabel *label : { m_you, m_warning })
        label->setVisible(!m_brief && !label->text().isEmpty());
}

void AccessHead::show(const std::vector<PipeAccess> &pipes)
{
    if (pipes.size() == 1) {
        const PipeAccess &pipe = pipes.front();
        QString you = pipe.me.sentence == pipe.summary ? QString() : pipe.me.sentence;
        if (pipe.me.rule == access::Rule::NoListener && pipe.target.reached)
            you = tr("A new server creates another file; changes here do not apply to it. The permissions of this "
                     "file say: %1")
                      .arg(access::permissionSentence(pipe.me.who.rows));
        set(text::nameOfPath(pipe.target.path), pipe.summary, you, pipe.me.warning);
        return;
    }
    QStringList lines;
    for (const PipeAccess &pipe : pipes) {
        if (pipe.summary.isEmpty()) {
            lines << tr("and %n more", nullptr, static_cast<int>(pipes.size()) - static_cast<int>(lines.size()));
            break;
        }
        lines << text::isolated(text::nameOfPath(pipe.target.path)) + QLatin1String(": ") + pipe.summary;
    }
    set(tr("%Ln pipe(s)", nullptr, static_cast<int>(pipes.size())), lines.join(u'\n'), {}, {});
}

void AccessHead::showText(const QString &text) { set({}, text, {}, {}); }

} // namespace pipeglass::ui
