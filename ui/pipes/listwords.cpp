// SPDX-License-Identifier: MIT
#include "pipes/listwords.h"

#include "app/windowtext.h"

#include <QCoreApplication>
#include <QLocale>

namespace pipeglass::ui {

using catalog::Scope;

QString scopeLabel(const catalog::ScanOptions &options)
{
    switch (options.scope) {
    case Scope::DotNet:
        return WindowText::tr("Show: .NET endpoints");
    case Scope::All:
        return WindowText::tr("Show: all sockets");
    case Scope::Pipes:
        break;
    }
    return WindowText::tr("Show: .NET pipes");
}

QString scopeSentence(const catalog::ScanOptions &options)
{
    QString text;
    switch (options.scope) {
    case Scope::DotNet:
        text = WindowText::tr("Lists .NET pipes (CoreFxPipe_*) and other .NET endpoints: diagnostics, "
                              "debuggers, build servers, editors.");
        break;
    case Scope::All:
        text = WindowText::tr("Lists all Unix sockets that have a name, and FIFOs in their directories.");
        break;
    case Scope::Pipes:
        text = WindowText::tr("Lists .NET pipes (CoreFxPipe_*).");
        break;
    }
    return options.namespaces ? text + u' ' + WindowText::tr("Also those in containers and other mount namespaces.")
                              : text;
}

QString emptyText(const catalog::ScanOptions &options)
{
    switch (options.scope) {
    case Scope::DotNet:
        return WindowText::tr("No .NET endpoints found: no pipe, no diagnostics socket, no build server.\n"
                              "Start a .NET program, or host a pipe of your own with \"Host…\".");
    case Scope::All:
        return WindowText::tr("No Unix sockets with a name and no FIFOs found.");
    case Scope::Pipes:
        break;
    }
    return WindowText::tr("No .NET pipes found.\nStart a .NET server, or host a pipe of your own with \"Host…\". "
                          "Other kinds of endpoints are in the menu \"Show\".");
}

QString countText(const catalog::ScanOptions &options, int seen, int all, int gone)
{
    QString text;
    if (seen != all)
        text = WindowText::tr("%1 of %2").arg(QLocale().toString(seen), QLocale().toString(all));
    else if (options.scope == Scope::Pipes)
        text = WindowText::tr("%Ln pipe(s)", nullptr, all);
    else
        text = WindowText::tr("%Ln entries", nullptr, all);
    return gone == 0 ? text : WindowText::tr("%1, %n gone", nullptr, gone).arg(text);
}

} // namespace pipeglass::ui
