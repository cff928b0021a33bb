// SPDX-License-Identifier: MIT
#include "help/manualpages.h"

#include "app/windowtext.h"

#include <QVariant>
#include <QWidget>

namespace pipeglass::ui {

namespace {

const char *const pageProperty = "manualPage";

/// Of dialogs, which are made in many places: the name of the class.
struct DialogPage {
    QLatin1String className;
    QLatin1String id;
};

const DialogPage dialogPages[] = {
    { QLatin1String("HostDialog"), QLatin1String("host") },
    { QLatin1String("RulesDialog"), QLatin1String("host") },
    { QLatin1String("StartDialog"), QLatin1String("tap") },
    { QLatin1String("EditDialog"), QLatin1String("tap") },
    { QLatin1String("ExplainDialog"), QLatin1String("error") },
    { QLatin1String("ConnectsDialog"), QLatin1String("error") },
    { QLatin1String("SaveDialog"), QLatin1String("recording") },
    { QLatin1String("ReplayDialog"), QLatin1String("recording") },
    { QLatin1String("CompareDialog"), QLatin1String("find") },
    { QLatin1String("ColourRulesDialog"), QLatin1String("find") },
};

QList<ManualPage> pagesAboutPipes()
{
    return {
        { QLatin1String("list"),
          WindowText::tr("See which pipes there are"),
          { WindowText::tr("The page \"Pipes\" lists the pipes of this machine; it follows every change by itself."),
            WindowText::tr("The column State tells whether a server listens; a stale pipe is a file whose server has "
                           "ended."),
            WindowText::tr("Choose a pipe: the overview shows its server, its clients, who can connect, and what to "
                           "do next."),
            WindowText::tr("The column Unread shows the bytes that wait to be read, with a line of the last minute."),
            WindowText::tr("The button \"Show\" lists more: other .NET endpoints, all sockets, containers, other "
                           "directories.") },
          QLatin1String("list") },
        { QLatin1String("problems"),
          WindowText::tr("Find out what is wrong"),
          { WindowText::tr("The page \"Problems\" (Ctrl+B) comes up by itself when something is wrong with a pipe."),
            WindowText::tr("Each entry names the pipe, and says what is wrong, why, and what to do."),
            WindowText::tr("Choose an entry to see the whole explanation and the command that repairs it."),
            WindowText::tr("The buttons go to the pipe, delete a leftover file, or change who can connect."),
            WindowText::tr("F5 examines all pipes again; \"pipeglass doctor\" prints the same in a terminal.") },
          QLatin1String("problems") },
        { QLatin1String("access"),
          WindowText::tr("Let somebody connect"),
          { WindowText::tr("Choose the pipe, and the tab \"Access\" (Ctrl+I): it says who can connect, and why."),
            WindowText::tr("Enter a user or a program under \"Why?\" to see what stops it, and the smallest change "
                           "that would help."),
            WindowText::tr("Under \"Permissions\" set who can connect; the preview shows each change before it is "
                           "made."),
            WindowText::tr("A server that creates its pipe again loses the change: \"Keep\" applies it again each "
                           "time."),
            WindowText::tr("Under \"History\" every change can be undone.") },
          QLatin1String("access") },
        { QLatin1String("error"),
          WindowText::tr("Understand an exception"),
          { WindowText::tr("Copy the text of the .NET exception, from a log or a terminal, with its stack trace."),
            WindowText::tr("Choose \"Paste an error…\" (Ctrl+E) and paste it."),
            WindowText::tr("Pipeglass says what it means on Linux, which pipe it is about, what that is like now, and "
                           "what to do."),
            WindowText::tr("Without a text: choose the program on the page \"Processes\", then \"Why can't it "
                           "connect?\" in the menu \"Pipe\"."),
            WindowText::tr("\"Go to the pipe\" chooses the pipe in the list; \"pipeglass explain\" prints the same.") },
          QLatin1String("error") },
    };
}

QList<ManualPage> pagesAboutConversations()
{
    return {
        { QLatin1String("talk"),
          WindowText::tr("Be the client of a pipe"),
          { WindowText::tr("Choose a pipe and \"Attach\" (Enter in the list): Pipeglass connects to it as a client."),
            WindowText::tr("The framing says where a message begins and ends; most .NET programs write the length as "
                           "int32 before each."),
            WindowText::tr("Enter a message in the field at the bottom, as text or hex, and press Enter."),
            WindowText::tr("Sent and received messages appear with their times; the selected one is shown below, "
                           "decoded and in hex."),
            WindowText::tr("Closing the tab (Ctrl+W) ends the connection.") },
          QLatin1String("talk") },
        { QLatin1String("host"),
          WindowText::tr("Be the server of a pipe"),
          { WindowText::tr("Choose \"Host…\" (Ctrl+N) and enter the name that your .NET client uses."),
            WindowText::tr("Choose who can connect with the mode: 0600 is only you, 0666 is everybody."),
            WindowText::tr(
                "Choose the reply: an echo, rules (text, regular expression or JSON), or your own messages."),
            WindowText::tr("Each client appears in the tab, and so do all messages; you can write to one client or to "
                           "all."),
            WindowText::tr("Closing the tab removes the pipe.") },
          QLatin1String("host") },
        { QLatin1String("tap"),
          WindowText::tr("See what two programs say"),
          { WindowText::tr("Choose a pipe with a server and \"Tap\" (Ctrl+T): new clients connect through Pipeglass."),
            WindowText::tr("Everything is passed on at once and shown; the programs notice nothing."),
            WindowText::tr("To miss no byte, start the program with \"Start a program…\" (Ctrl+Shift+N)."),
            WindowText::tr("\"Hold\" keeps messages back: change, drop or pass each one; \"Slow\" delays them."),
            WindowText::tr("\"Leave\" gives the name back to the server; running connections go on.") },
          QLatin1String("tap") },
        { QLatin1String("find"),
          WindowText::tr("Find a message"),
          { WindowText::tr("Ctrl+F goes to the filter of the conversation: text, or an expression such as size > 100."),
            WindowText::tr("Expressions know values of decoded messages, such as json.method == \"ping\"; Ctrl+Space "
                           "completes them."),
            WindowText::tr("Mark messages, write notes on them, and give rows colours by rules."),
            WindowText::tr("The strip beside the messages shows the whole conversation; click it to go there."),
            WindowText::tr("Select two messages and choose \"Compare\" to see what differs.") },
          QLatin1String("talk") },
        { QLatin1String("recording"),
          WindowText::tr("Save, open and play again"),
          { WindowText::tr("Every conversation is recorded while it lasts, also if Pipeglass ends unexpectedly."),
            WindowText::tr(
                "\"Save conversation as…\" (Ctrl+Shift+S) writes pcapng for Wireshark, JSON, text or bytes."),
            WindowText::tr("\"Open…\" (Ctrl+O), or a file dropped on the window, shows a recording like a "
                           "conversation."),
            WindowText::tr("\"Replay…\" plays the client or the server again, and compares the answers."),
            WindowText::tr("\"Preferences\" (Ctrl+,) say how large recordings become, and where they go.") },
          QLatin1String("talk") },
    };
}

} // namespace

QList<ManualPage> manualPages() { return pagesAboutPipes() + pagesAboutConversations(); }

void setManualPage(QWidget &widget, QLatin1String id) { widget.setProperty(pageProperty, QString(id)); }

QString manualPageFor(const QWidget *widget)
{
    for (; widget != nullptr; widget = widget->parentWidget()) {
        if (const QString id = widget->property(pageProperty).toString(); !id.isEmpty())
            return id;
        const QString name = QString::fromLatin1(widget->metaObject()->className()).section(u':', -1);
        for (const DialogPage &one : dialogPages) {
            if (name == one.className)
                return one.id;
        }
    }
    return QStringLiteral("list");
}

} // namespace pipeglass::ui
