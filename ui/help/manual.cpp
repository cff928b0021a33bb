// SPDX-License-Identifier: MIT
#include "help/manual.h"

#include "help/manualpages.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace pipeglass::ui {

namespace {

/// Rich text of a page; all texts are escaped.
QString htmlOf(const ManualPage &page)
{
    QString html = QStringLiteral("<h2>%1</h2><ol>").arg(page.title.toHtmlEscaped());
    for (const QString &step : page.steps)
        html += QStringLiteral("<li style=\"margin-bottom:6px\">%1</li>").arg(step.toHtmlEscaped());
    html += QLatin1String("</ol>");
    const QString picture = QStringLiteral(":/manual/%1.png").arg(page.picture);
    if (QFile::exists(picture))
        html += QStringLiteral("<p><img src=\"%1\" width=\"560\"></p>").arg(picture);
    return html;
}

} // namespace

Manual::Manual(QWidget *parent)
    : QDialog(parent)
    , m_topics(new QListWidget)
    , m_text(new QTextBrowser)
{
    constexpr int topicsWidth = 220;
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Manual"));
    m_topics->setObjectName(QStringLiteral("topics"));
    m_topics->setAccessibleName(tr("Topics"));
    m_text->setObjectName(QStringLiteral("manualText"));
    m_text->setAccessibleName(tr("Text of the topic"));
    for (const ManualPage &page : manualPages()) {
        auto *item = new QListWidgetItem(page.title, m_topics);
        item->setData(Qt::UserRole, QString(page.id));
    }
    auto *across = new QSplitter;
    across->addWidget(m_topics);
    across->addWidget(m_text);
    across->setStretchFactor(1, 1);
    across->setSizes({ topicsWidth, 3 * topicsWidth });
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(across, 1);
    column->addWidget(buttons);
    connect(m_topics, &QListWidget::currentRowChanged, this, &Manual::showCurrent);
    const QSize usual(860, 620);
    resize(parent == nullptr ? usual : usual.boundedTo(parent->window()->size()));
    m_topics->setCurrentRow(0);
}

void Manual::showCurrent() { m_text->setHtml(htmlOf(manualPages().at(m_topics->currentRow()))); }

void Manual::showPage(const QString &id)
{
    int row = 0;
    for (int at = 0; at < m_topics->count(); ++at) {
        if (m_topics->item(at)->data(Qt::UserRole).toString() == id)
            row = at;
    }
    m_topics->setCurrentRow(row);
    m_topics->setFocus();
}

QString Manual::page() const { return m_topics->currentItem()->data(Qt::UserRole).toString(); }

} // namespace pipeglass::ui
