<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CatalogText</name>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandText</name>
    <message numerus="yes">
        <source>%n message(s) (%1) not printed</source>
        <translation>
            <numerusform>%n message (%1) was not printed</numerusform>
            <numerusform>%n messages (%1) were not printed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more listen(s) in other mount namespaces; --namespaces shows them.</source>
        <translation>
            <numerusform>%n more listens in another mount namespace; --namespaces shows it.</numerusform>
            <numerusform>%n more listen in other mount namespaces; --namespaces shows them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them run(s) in other mount namespaces (containers); --namespaces shows their pipes.</source>
        <translation>
            <numerusform>%n of them runs in another mount namespace (container); --namespaces shows its pipes.</numerusform>
            <numerusform>%n of them run in other mount namespaces (containers); --namespaces shows their pipes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>kept, applied again %n time(s)</source>
        <translation>
            <numerusform>kept, applied again once</numerusform>
            <numerusform>kept, applied again %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Interrupted: %n more not examined.</source>
        <translation>
            <numerusform>Interrupted: %n more was not examined.</numerusform>
            <numerusform>Interrupted: %n more were not examined.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not recorded, because the disk was full: %n message(s), %1.</source>
        <translation>
            <numerusform>Not recorded, because the disk was full: %n message, %1.</numerusform>
            <numerusform>Not recorded, because the disk was full: %n messages, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 wait(s) for the server</source>
        <translation>
            <numerusform>%1 waits for the server</numerusform>
            <numerusform>%1 wait for the server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 wait(s) for the client</source>
        <translation>
            <numerusform>%1 waits for the client</numerusform>
            <numerusform>%1 wait for the client</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) connected before the tap are not shown: %1.</source>
        <translation>
            <numerusform>%n client connected before the tap is not shown: %1.</numerusform>
            <numerusform>%n clients connected before the tap are not shown: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The pipe has its own file again. %n connection(s) continue until they end; Ctrl+C closes them.</source>
        <translation>
            <numerusform>The pipe has its own file again. %n connection continues until it ends; Ctrl+C closes it.</numerusform>
            <numerusform>The pipe has its own file again. %n connections continue until they end; Ctrl+C closes them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> in %1, on %n connection(s)</source>
        <translation>
            <numerusform> in %1, on %n connection</numerusform>
            <numerusform> in %1, on %n connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) sent, %1 answered, %2 failed, in %3 s (%4 a second)</source>
        <translation>
            <numerusform>%n message sent, %1 answered, %2 failed, in %3 s (%4 a second)</numerusform>
            <numerusform>%n messages sent, %1 answered, %2 failed, in %3 s (%4 a second)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>  (%n more line(s))</source>
        <translation>
            <numerusform>  (%n more line)</numerusform>
            <numerusform>  (%n more lines)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Listening on %1 for %n client(s).</source>
        <translation>
            <numerusform>Listening on %1 for %n client.</numerusform>
            <numerusform>Listening on %1 for %n clients.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) sent</source>
        <translation>
            <numerusform>%n message sent</numerusform>
            <numerusform>%n messages sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) were not sent.</source>
        <translation>
            <numerusform>%n message was not sent.</numerusform>
            <numerusform>%n messages were not sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) were not replayed.</source>
        <translation>
            <numerusform>%n connection was not replayed.</numerusform>
            <numerusform>%n connections were not replayed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowText</name>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connected</source>
        <translation>
            <numerusform>%n connected</numerusform>
            <numerusform>%n connected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connected,</source>
        <translation>
            <numerusform>%n connected,</numerusform>
            <numerusform>%n connected,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting.</source>
        <translation>
            <numerusform>%n waiting.</numerusform>
            <numerusform>%n waiting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more client(s).</source>
        <translation>
            <numerusform>And %n more client.</numerusform>
            <numerusform>And %n more clients.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pipe(s)</source>
        <translation>
            <numerusform>%Ln pipe</numerusform>
            <numerusform>%Ln pipes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n gone</source>
        <translation>
            <numerusform>%1, %n gone</numerusform>
            <numerusform>%1, %n gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more pipe(s)</source>
        <translation>
            <numerusform>and %n more pipe</numerusform>
            <numerusform>and %n more pipes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pipe(s) are as they were before: %1.</source>
        <translation>
            <numerusform>%n pipe is as it was before: %1.</numerusform>
            <numerusform>%n pipes are as they were before: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>runs as process %1, %n connection(s)</source>
        <translation>
            <numerusform>runs as process %1, %n connection</numerusform>
            <numerusform>runs as process %1, %n connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n connection(s) still relayed</source>
        <translation>
            <numerusform>%1; %n connection still relayed</numerusform>
            <numerusform>%1; %n connections still relayed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>replays the client, %n connection(s)</source>
        <translation>
            <numerusform>replays the client, %n connection</numerusform>
            <numerusform>replays the client, %n connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>replays the server, %n client(s) connected</source>
        <translation>
            <numerusform>replays the server, %n client connected</numerusform>
            <numerusform>replays the server, %n clients connected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) sent</source>
        <translation>
            <numerusform>%Ln message sent</numerusform>
            <numerusform>%Ln messages sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) were not sent.</source>
        <translation>
            <numerusform>%Ln message was not sent.</numerusform>
            <numerusform>%Ln messages were not sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in a minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>in %n hour</numerusform>
            <numerusform>in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The backlog is full: %n client(s) wait because the server does not accept.</source>
        <translation>
            <numerusform>The backlog is full: %n client waits because the server does not accept.</numerusform>
            <numerusform>The backlog is full: %n clients wait because the server does not accept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>re-created %n time(s)</source>
        <translation>
            <numerusform>re-created once</numerusform>
            <numerusform>re-created %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>serves %n pipe(s)</source>
        <translation>
            <numerusform>serves %n pipe</numerusform>
            <numerusform>serves %n pipes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>client of %n</source>
        <translation>
            <numerusform>client of %n</numerusform>
            <numerusform>client of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n anonymous pipe(s)</source>
        <translation>
            <numerusform>%n anonymous pipe</numerusform>
            <numerusform>%n anonymous pipes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n process(es) of other users could not be inspected; root sees which are .NET processes.</source>
        <translation>
            <numerusform>%n process of another user could not be inspected; root sees whether it is a .NET process.</numerusform>
            <numerusform>%n processes of other users could not be inspected; root sees which are .NET processes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 byte(s)</source>
        <translation>
            <numerusform>%1 byte</numerusform>
            <numerusform>%1 bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) could not be recorded</source>
        <translation>
            <numerusform>%Ln message could not be recorded</numerusform>
            <numerusform>%Ln messages could not be recorded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the server passed %n file descriptor(s)</source>
        <translation>
            <numerusform>the server passed %n file descriptor</numerusform>
            <numerusform>the server passed %n file descriptors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the client passed %n file descriptor(s)</source>
        <translation>
            <numerusform>the client passed %n file descriptor</numerusform>
            <numerusform>the client passed %n file descriptors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) did not go through the tap</source>
        <translation>
            <numerusform>%n connection did not go through the tap</numerusform>
            <numerusform>%n connections did not go through the tap</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) wait and no more fit: %1 does not accept, and Connect of the next one blocks whatever its timeout.</source>
        <translation>
            <numerusform>%n client waits and no more fit: %1 does not accept, and Connect of the next one blocks whatever its timeout.</numerusform>
            <numerusform>%n clients wait and no more fit: %1 does not accept, and Connect of the next one blocks whatever its timeout.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The .NET process %1 was killed, and %n file(s) of its runtime for debuggers and diagnostics were left behind.</source>
        <translation>
            <numerusform>The .NET process %1 was killed, and a file of its runtime for debuggers and diagnostics was left behind.</numerusform>
            <numerusform>The .NET process %1 was killed, and %n files of its runtime for debuggers and diagnostics were left behind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The runtime of %1 is asked through %2 for the events of its sockets, for at most %n second(s). The program goes on meanwhile, and nothing stays attached to it.</source>
        <translation>
            <numerusform>The runtime of %1 is asked through %2 for the events of its sockets, for at most one second. The program goes on meanwhile, and nothing stays attached to it.</numerusform>
            <numerusform>The runtime of %1 is asked through %2 for the events of its sockets, for at most %n seconds. The program goes on meanwhile, and nothing stays attached to it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n time(s)</source>
        <translation>
            <numerusform>%1, once</numerusform>
            <numerusform>%1, %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::models::DecodedModel</name>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::AccessHead</name>
    <message numerus="yes">
        <source>%Ln pipe(s)</source>
        <translation>
            <numerusform>%Ln pipe</numerusform>
            <numerusform>%Ln pipes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::AccessPanel</name>
    <message numerus="yes">
        <source>%1 was re-created, and the change applied again (%n time(s) so far).</source>
        <translation>
            <numerusform>%1 was re-created, and the change applied again (once so far).</numerusform>
            <numerusform>%1 was re-created, and the change applied again (%n times so far).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ChangePreview</name>
    <message numerus="yes">
        <source>+ %n pipe(s) gain: %1</source>
        <translation>
            <numerusform>+ %n pipe gains: %1</numerusform>
            <numerusform>+ %n pipes gain: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>− %n pipe(s) lose: %1</source>
        <translation>
            <numerusform>− %n pipe loses: %1</numerusform>
            <numerusform>− %n pipes lose: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more; the button copies all</source>
        <translation>
            <numerusform>… and %n more; the button copies all</numerusform>
            <numerusform>… and %n more; the button copies all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ConversationPanel</name>
    <message numerus="yes">
        <source>we are the server, %n client(s) connected</source>
        <translation>
            <numerusform>we are the server, %n client is connected</numerusform>
            <numerusform>we are the server, %n clients are connected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln message(s) not recorded</source>
        <translation>
            <numerusform>%1; %Ln message not recorded</numerusform>
            <numerusform>%1; %Ln messages not recorded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>left; %n connection(s) still relayed</source>
        <translation>
            <numerusform>left; %n connection still relayed</numerusform>
            <numerusform>left; %n connections still relayed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tap between %1 and %n client(s)</source>
        <translation>
            <numerusform>tap between %1 and %n client</numerusform>
            <numerusform>tap between %1 and %n clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n earlier client(s) not shown</source>
        <translation>
            <numerusform>; %n earlier client not shown</numerusform>
            <numerusform>; %n earlier clients not shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n connection(s) missed</source>
        <translation>
            <numerusform>; %n connection missed</numerusform>
            <numerusform>; %n connections missed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cut all %n connection(s)? Clients and server see them end at once.</source>
        <translation>
            <numerusform>Cut %n connection? Clients and server see them end at once.</numerusform>
            <numerusform>Cut all %n connections? Clients and server see them end at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::FactsForm</name>
    <message numerus="yes">
        <source>%n connected</source>
        <translation>
            <numerusform>%n connected</numerusform>
            <numerusform>%n connected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n waiting</source>
        <translation>
            <numerusform>, %n waiting</numerusform>
            <numerusform>, %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> (backlog %n)</source>
        <translation>
            <numerusform> (backlog %n)</numerusform>
            <numerusform> (backlog %n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::FileActions</name>
    <message numerus="yes">
        <source>Saved %Ln message(s) to &quot;%1&quot;.</source>
        <translation>
            <numerusform>Saved %Ln message to &quot;%1&quot;.</numerusform>
            <numerusform>Saved %Ln messages to &quot;%1&quot;.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::FormatDialog</name>
    <message numerus="yes">
        <source>%n message(s) of the client</source>
        <translation>
            <numerusform>%n message of the client</numerusform>
            <numerusform>%n messages of the client</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the server</source>
        <translation>
            <numerusform>%n of the server</numerusform>
            <numerusform>%n of the server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n malformed</source>
        <translation>
            <numerusform>%n malformed</numerusform>
            <numerusform>%n malformed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::HistoryPage</name>
    <message numerus="yes">
        <source>%1, applied again %n time(s)</source>
        <translation>
            <numerusform>%1, applied again once</numerusform>
            <numerusform>%1, applied again %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::HostDialog</name>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::KeptActions</name>
    <message numerus="yes">
        <source>Pipeglass ended unexpectedly. It had recorded %n conversation(s), now in Open recent: %1</source>
        <translation>
            <numerusform>Pipeglass ended unexpectedly. It had recorded %n conversation, now in Open recent: %1</numerusform>
            <numerusform>Pipeglass ended unexpectedly. It had recorded %n conversations, now in Open recent: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ListActions</name>
    <message numerus="yes">
        <source>&amp;Delete %Ln stale file(s)…</source>
        <translation>
            <numerusform>&amp;Delete stale file…</numerusform>
            <numerusform>&amp;Delete %Ln stale files…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::MessageField</name>
    <message numerus="yes">
        <source>%Ln character(s): %1...</source>
        <translation>
            <numerusform>%Ln character: %1...</numerusform>
            <numerusform>%Ln characters: %1...</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::MessagesPane</name>
    <message numerus="yes">
        <source>paused, %Ln new</source>
        <translation>
            <numerusform>paused, %Ln new</numerusform>
            <numerusform>paused, %Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier</source>
        <translation>
            <numerusform>%Ln earlier</numerusform>
            <numerusform>%Ln earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ProblemsPanel</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ProcessesPanel</name>
    <message numerus="yes">
        <source>%Ln process(es)</source>
        <translation>
            <numerusform>%Ln process</numerusform>
            <numerusform>%Ln processes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::RateChart</name>
    <message numerus="yes">
        <source>client %Ln message(s), %1</source>
        <translation>
            <numerusform>client %Ln message, %1</numerusform>
            <numerusform>client %Ln messages, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>server %Ln message(s), %1</source>
        <translation>
            <numerusform>server %Ln message, %1</numerusform>
            <numerusform>server %Ln messages, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::ReplayDialog</name>
    <message numerus="yes">
        <source>all %n connection(s)</source>
        <translation>
            <numerusform>the only connection</numerusform>
            <numerusform>all %n connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::RulesButton</name>
    <message numerus="yes">
        <source>%n rule(s) answer messages; change them</source>
        <translation>
            <numerusform>%n rule answers messages; change it</numerusform>
            <numerusform>%n rules answer messages; change them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pipeglass::ui::StaleDeletion</name>
    <message numerus="yes">
        <source>Delete %Ln stale file(s)?</source>
        <translation>
            <numerusform>Delete the stale file?</numerusform>
            <numerusform>Delete these %Ln stale files?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %n file(s)</source>
        <translation>
            <numerusform>&amp;Delete</numerusform>
            <numerusform>&amp;Delete %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stale file(s) deleted.</source>
        <translation>
            <numerusform>%Ln stale file deleted.</numerusform>
            <numerusform>%Ln stale files deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left.</source>
        <translation>
            <numerusform>%n left.</numerusform>
            <numerusform>%n left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each file is checked again first; one with a server is not deleted.</source>
        <translation>
            <numerusform>It is checked again first; if it has a server, it is not deleted.</numerusform>
            <numerusform>Each file is checked again first; one with a server is not deleted.</numerusform>
        </translation>
    </message>
</context>
</TS>
