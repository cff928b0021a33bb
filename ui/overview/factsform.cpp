// SPDX-License-Identifier: MIT
#include "overview/factsform.h"

#include "core/bytetext.h"
#include "endpoints/endpointtable.h"
#include "framing/framing.h"
#include "text/peertext.h"
#include "text/pipetext.h"
#include "text/sizetext.h"
#include "text/timetext.h"

#include <QFormLayout>
#include <QLabel>

#include <sys/sysmacros.h>

namespace pipeglass::ui {

using catalog::PipeEntry;

namespace {

constexpr size_t maxAnonymousPipes = 6;
constexpr qsizetype maxProcesses = 3;

QString clientsText(const PipeEntry &entry)
{
    if (!entry.clients && !entry.waiting)
        return FactsForm::tr("unknown");
    QString text = entry.clients ? FactsForm::tr("%n connected", nullptr, text::plural(*entry.clients))
                                 : FactsForm::tr("unknown number connected");
    if (entry.waiting)
        text += FactsForm::tr(", %n waiting", nullptr, text::plural(*entry.waiting));
    if (entry.backlog)
        text += FactsForm::tr(" (backlog %n)", nullptr, text::plural(*entry.backlog));
    return text;
}

QString protocolText(const PipeEntry &entry, const framing::FramingRegistry &framings)
{
    const endpoints::Endpoint *endpoint = endpoints::findEndpoint(entry.endpoint);
    if (endpoint == nullptr)
        return {};
    const framing::FramingPtr framing = framings.find(endpoint->framing);
    return framing ? framing->title() : FactsForm::tr("%1, shown as raw bytes").arg(escapedText(endpoint->framing));
}

/// Labels wrap at spaces only; a long name would be cut off.
QString breakable(const QString &text)
{
    constexpr int longest = 30;
    QString result;
    int run = 0;
    for (const QChar c : text) {
        run = c.isSpace() ? 0 : run + 1;
        if (run > longest && !c.isLowSurrogate()) {
            result += QChar(0x200b);
            run = 1;
        }
        result += c;
    }
    return result;
}

} // namespace

FactsForm::FactsForm(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QFormLayout(this))
{
    m_rows->setContentsMargins(0, 4, 0, 0);
    m_rows->setHorizontalSpacing(14);
    m_rows->setVerticalSpacing(4);
    m_rows->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_rows->setFormAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_rows->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_server = addFact(tr("Server:"), "factServer");
    m_clients = addFact(tr("Clients:"), "factClients");
    m_protocol = addFact(tr("Protocol:"), "factSpeaks");
    m_namespace = addFact(tr("Namespace:"), "factNamespace");
    m_owner = addFact(tr("Owner:"), "factOwner");
    m_mode = addFact(tr("Mode:"), "factMode");
    m_type = addFact(tr("Type:"), "factType");
    m_modified = addFact(tr("Modified:"), "factModified");
    m_changed = addFact(tr("Changed:"), "factChanged");
    m_file = addFact(tr("File:"), "factFile");
    m_history = addFact(tr("History:"), "factHistory");
    m_anonymous = addFact(tr("Anonymous pipes:"), "factAnonymous");
    setHistory({});
    setAnonymousPipes({});
}

QLabel *FactsForm::addFact(const QString &title, const char *name)
{
    auto *heading = new QLabel(title, this);
    heading->setForegroundRole(QPalette::PlaceholderText);
    heading->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *value = new QLabel(this);
    value->setObjectName(QLatin1String(name));
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setWordWrap(true);
    value->setMinimumWidth(60);
    value->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_rows->addRow(heading, value);
    return value;
}

void FactsForm::say(QLabel *value, const QString &text)
{
    value->setText(breakable(text));
    m_rows->setRowVisible(value, !text.isEmpty());
}

void FactsForm::setEntry(const PipeEntry &entry, const framing::FramingRegistry &framings)
{
    const bool isSocket = entry.kind == catalog::FileKind::Socket;
    say(m_server, isSocket ? text::serverSentence(entry) : QString());
    say(m_clients, isSocket ? clientsText(entry) : QString());
    say(m_protocol, protocolText(entry, framings));
    say(m_namespace, entry.namespaceLabel);
    say(m_type, text::typeText(entry));
    setFileFacts(entry);
}

void FactsForm::setFileFacts(const PipeEntry &entry)
{
    const auto ifFile = [&entry](const QString &text) { return entry.hasFile ? text : QString(); };
    say(m_owner,
        ifFile(tr("%1 (%2), group %3 (%4)")
                   .arg(entry.owner, QString::number(entry.uid), entry.group, QString::number(entry.gid))));
    say(m_mode, ifFile(entry.mode.octal() + QStringLiteral("  ") + entry.mode.symbolic()));
    say(m_modified, ifFile(text::momentText(entry.modified)));
    say(m_changed, ifFile(text::momentText(entry.changed)));
    const quint64 device = entry.file.id.device;
    const QString numbers =
        tr("device %1:%2, inode %3")
            .arg(QString::number(major(device)), QString::number(minor(device)), QString::number(entry.file.id.inode));
    say(m_file, entry.hasFile ? numbers : tr("removed; it was %1").arg(numbers));
}

void FactsForm::setHistory(const std::optional<catalog::PipeHistory::Record> &past)
{
    say(m_history, past ? text::historySentence(*past) : QString());
}

void FactsForm::setAnonymousPipes(const std::vector<catalog::AnonymousPipe> &pipes)
{
    QStringList lines;
    for (size_t at = 0; at < qMin(pipes.size(), maxAnonymousPipes); ++at)
        lines.append(QStringLiteral("%1 → %2").arg(
            text::processesText(pipes[at].writers, maxProcesses),
            text::processesText(pipes[at].readers, maxProcesses)));
    if (pipes.size() > maxAnonymousPipes)
        lines.append(tr("and %n more", nullptr, static_cast<int>(pipes.size() - maxAnonymousPipes)));
    say(m_anonymous, lines.join(u'\n'));
    m_anonymous->setToolTip(
        tr("Pipes without a name between the server and its parent or children: writers → readers"));
}

} // namespace pipeglass::ui
