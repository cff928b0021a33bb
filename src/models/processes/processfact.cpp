// SPDX-License-Identifier: MIT
#include "models/processes/processfact.h"

#include "core/bytetext.h"
#include "text/peertext.h"
#include "text/processtext.h"
#include "text/words.h"

#include <algorithm>

namespace pipeglass::models {

using catalog::AnonymousPipe;
using catalog::DotNetProcess;
using catalog::PipeEntry;
using catalog::PipeEntryPtr;
using Kind = ProcessFact::Kind;

namespace {

std::optional<ProcessInfo> otherEnd(const AnonymousPipe &pipe, pid_t self)
{
    for (const auto *end : { &pipe.readers, &pipe.writers }) {
        for (const ProcessInfo &process : *end) {
            if (process.pid != self)
                return process;
        }
    }
    return {};
}

ProcessFact ofPipe(Kind kind, const PipeEntryPtr &pipe, const QString &what)
{
    ProcessFact fact;
    fact.kind = kind;
    fact.id = pipe->path();
    fact.title = escapedText(pipe->name());
    fact.what = what;
    fact.pipe = pipe;
    return fact;
}

ProcessFact ofProcess(Kind kind, const QString &title, const QString &what)
{
    ProcessFact fact;
    fact.kind = kind;
    fact.title = title;
    fact.what = what;
    return fact;
}

void number(std::vector<ProcessFact> &facts)
{
    std::stable_sort(facts.begin(), facts.end(), factLess);
    for (size_t i = 1; i < facts.size(); ++i) {
        const ProcessFact &before = facts[i - 1];
        if (before.kind == facts[i].kind && before.id == facts[i].id)
            facts[i].nth = before.nth + 1;
    }
}

} // namespace

bool ProcessFact::isSame(const ProcessFact &later) const
{
    return kind == later.kind && id == later.id && nth == later.nth;
}

bool operator==(const ProcessFact &a, const ProcessFact &b)
{
    const bool samePipe = a.pipe == b.pipe || (a.pipe && b.pipe && *a.pipe == *b.pipe);
    return samePipe && a.isSame(b) && a.title == b.title && a.what == b.what && a.other == b.other;
}

bool factLess(const ProcessFact &a, const ProcessFact &b)
{
    return std::tie(a.kind, a.id, a.nth) < std::tie(b.kind, b.id, b.nth);
}

std::vector<ProcessFact> processFacts(const DotNetProcess &process)
{
    std::vector<ProcessFact> facts;
    for (const PipeEntryPtr &pipe : process.serves)
        facts.push_back(ofPipe(Kind::Serves, pipe, text::servesText(*pipe)));
    for (const DotNetProcess::ClientOf &one : process.clientOf) {
        facts.push_back(ofPipe(Kind::ClientOf, one.pipe, text::clientOfText(one)));
        facts.back().other = one.connection.server;
    }
    for (const AnonymousPipe &pipe : process.anonymousPipes) {
        facts.push_back(ofProcess(
            Kind::AnonymousPipe, text::Words::tr("Anonymous pipe"),
            QStringLiteral("%1 → %2").arg(text::processesText(pipe.writers), text::processesText(pipe.readers))));
        facts.back().id = QByteArray::number(pipe.inode).rightJustified(10, '0');
        facts.back().other = otherEnd(pipe, process.process.pid);
    }
    if (process.diagnostics) {
        facts.push_back(
            ofProcess(Kind::Diagnostics, text::Words::tr("Diagnostics socket"), text::diagnosticsText(process)));
        facts.back().pipe = process.diagnostics;
    }
    facts.push_back(
        ofProcess(Kind::TemporaryDirectory, text::Words::tr("TMPDIR"), text::temporaryDirectoryText(process.tmpdir)));
    number(facts);
    return facts;
}

} // namespace pipeglass::models
