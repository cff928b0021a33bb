// SPDX-License-Identifier: MIT
#include "processes/processsheet.h"

#include "access/changes/shellcommand.h"
#include "app/catalogservice.h"
#include "core/bytetext.h"
#include "models/processes/processfact.h"
#include "text/peertext.h"
#include "text/processtext.h"
#include "widgets/elidedlabel.h"

#include <QFormLayout>

#include <algorithm>

namespace pipeglass::ui {

namespace {

/// Whether it is one word for a shell without quotes.
bool isPlain(const QByteArray &word)
{
    const QByteArrayView harmless("@%+=:,./-_");
    return !word.isEmpty() && std::all_of(word.begin(), word.end(), [harmless](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || harmless.contains(c);
    });
}

QString commandText(const catalog::ProcessDetails &details)
{
    QStringList words;
    for (const QByteArray &word : details.commandLine)
        words.append(isPlain(word) ? escapedText(word) : access::shellWord(escapedText(word)));
    return words.isEmpty() ? ProcessSheet::tr("unknown") : words.join(QLatin1Char(' '));
}

QString runtimeText(const catalog::ProcessDetails &details)
{
    if (!details.runtime)
        return details.executable ? ProcessSheet::tr("not found: not a .NET program, or native AOT")
                                  : ProcessSheet::tr("unknown: another user's process");
    const QByteArray version = catalog::runtimeVersion(*details.runtime);
    const QString directory = escapedText(*details.runtime);
    return version.isEmpty() ? ProcessSheet::tr("self-contained, in %1").arg(directory)
                             : ProcessSheet::tr(".NET %1, in %2").arg(escapedText(version), directory);
}

} // namespace

ProcessSheet::ProcessSheet(QWidget *parent)
    : QWidget(parent)
    , m_facts(new QFormLayout(this))
    , m_title(new ElidedLabel(this))
{
    m_facts->setContentsMargins(2, 2, 2, 0);
    m_facts->setHorizontalSpacing(14);
    m_facts->setVerticalSpacing(3);
    m_facts->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_facts->addRow(m_title);
    m_command = addFact(tr("Command:"));
    m_command->setObjectName(QStringLiteral("processCommand"));
    m_program = addFact(tr("Program:"));
    m_runtime = addFact(tr("Runtime:"));
    m_runtime->setObjectName(QStringLiteral("processRuntime"));
    m_tmpdir = addFact(tr("TMPDIR:"));
    m_diagnostics = addFact(tr("Diagnostics:"));
}

ElidedLabel *ProcessSheet::addFact(const QString &title)
{
    auto *name = new QLabel(title, this);
    name->setForegroundRole(QPalette::PlaceholderText);
    auto *value = new ElidedLabel(this);
    value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_facts->addRow(name, value);
    return value;
}

void ProcessSheet::setProcess(const catalog::DotNetProcess *process)
{
    const pid_t pid = process != nullptr ? process->process.pid : 0;
    if (pid != m_pid) {
        for (ElidedLabel *label : { m_title, m_command, m_program, m_runtime, m_tmpdir, m_diagnostics })
            label->setFullText({});
        m_pid = pid;
    }
    if (process == nullptr)
        return;
    m_title->setFullText(text::processAndUserText(process->process));
    m_tmpdir->setFullText(text::temporaryDirectoryText(process->tmpdir));
    m_diagnostics->setFullText(text::diagnosticsText(*process));
    if (m_service != nullptr)
        m_service->describeProcess(this, pid, [this](const catalog::ProcessDetails &details) { show(details); });
}

void ProcessSheet::show(const catalog::ProcessDetails &details)
{
    if (details.pid != m_pid)
        return;
    m_command->setFullText(commandText(details));
    m_program->setFullText(
        details.executable ? escapedText(*details.executable) : tr("unknown: another user's process"));
    m_runtime->setFullText(runtimeText(details));
}

} // namespace pipeglass::ui
