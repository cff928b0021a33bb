// SPDX-License-Identifier: MIT
#include "help/whatsthis.h"

#include "app/windowtext.h"
#include "ui_mainwindow.h"

#include <QAction>

namespace pipeglass::ui {

namespace {

struct Help {
    const char *name; ///< of the widget
    QString text;
};

void setHelp(const QWidget &parent, const QList<Help> &all)
{
    for (const Help &one : all) {
        if (auto *widget = parent.findChild<QWidget *>(QLatin1String(one.name)))
            widget->setWhatsThis(one.text);
    }
}

void setHelp(const Ui::MainWindow &ui)
{
    ui.actionAttach->setWhatsThis(
        WindowText::tr("Connects to the chosen pipe as a client. A server that serves one client at a time is busy "
                       "with Pipeglass then."));
    ui.actionTap->setWhatsThis(
        WindowText::tr("Stands between the server of the chosen pipe and its new clients, passes everything on, and "
                       "shows it."));
    ui.actionHost->setWhatsThis(
        WindowText::tr("Creates a pipe whose server is Pipeglass: it replies with an echo, by rules, or with what you "
                       "write."));
    ui.actionStart->setWhatsThis(
        WindowText::tr("Starts a program and taps all pipes that it and its child processes use, from the first "
                       "byte."));
    ui.actionClose->setWhatsThis(WindowText::tr("Ends the conversation of the current tab."));
    ui.actionRefresh->setWhatsThis(
        WindowText::tr("Looks at everything again. The list follows changes by itself, so this is rarely needed."));
}

} // namespace

void addWhatsThis(Ui::MainWindow &ui)
{
    setHelp(ui);
    setHelp(
        *ui.pipes,
        { { "list",
            WindowText::tr("The pipes of this machine. State tells whether a server listens, Clients how many are "
                           "connected, Waiting how many the server has not accepted yet, and Unread how many bytes "
                           "wait to be read, with a line of the last minute.") },
          { "show", WindowText::tr("What is listed: pipes of .NET, other endpoints, all sockets, and where.") },
          { "filter", WindowText::tr("Shows only pipes whose name, owner, program or state contains each word.") },
          { "count", WindowText::tr("How many pipes are listed.") } });
    ui.processes->setWhatsThis(
        WindowText::tr("The .NET processes and what they have open: pipes that they serve, and connections."));
    ui.problems->setWhatsThis(WindowText::tr("What is wrong with pipes, why, and what to do. The worst comes first."));
    ui.overview->setWhatsThis(
        WindowText::tr("The chosen pipe: its clients, its server, who can connect, and what waits to be read."));
    ui.accessPanel->setWhatsThis(
        WindowText::tr("Who can connect to the chosen pipes, why somebody cannot, and changes of permissions, which "
                       "can be undone."));
}

void addWhatsThisToConversation(const QWidget &panel)
{
    setHelp(
        panel,
        { { "messages",
            WindowText::tr("The messages in the order in which they were sent; Delta is the time since the message "
                           "before. Click the header with the right button to choose columns.") },
          { "messageFilter",
            WindowText::tr("Shows only messages that match: a text, or an expression such as from == client and "
                           "size > 100.") },
          { "framing",
            WindowText::tr("Where a message begins and ends in the stream of bytes. Another framing cuts the recorded "
                           "bytes again.") },
          { "field", WindowText::tr("The message to send; Enter sends it, Up and Down show what was sent before.") },
          { "modeBox", WindowText::tr("Whether the field contains text, sent as UTF-8, or bytes in hex.") },
          { "clients", WindowText::tr("The connected clients.") } });
}

} // namespace pipeglass::ui
