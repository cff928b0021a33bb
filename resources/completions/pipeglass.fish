# SPDX-License-Identifier: MIT
# fish completion for pipeglass(1)

# The .NET names of the pipes there are.
function __fish_pipeglass_pipes
    set -l directories /tmp
    set -q TMPDIR; and set -a directories $TMPDIR
    for file in $directories/CoreFxPipe_*
        test -S $file; and string replace -r '.*/CoreFxPipe_' '' -- $file
    end
end

function __fish_pipeglass_who
    echo everyone
    printf 'user:%s\n' (__fish_complete_users | string replace -r '\t.*' '')
    printf 'group:%s\n' (__fish_complete_groups | string replace -r '\t.*' '')
end

complete -c pipeglass -f
complete -c pipeglass -n __fish_use_subcommand -l help -d 'what there is'
complete -c pipeglass -n __fish_use_subcommand -l version -d 'which version this is'
complete -c pipeglass -n __fish_use_subcommand -a list -d 'which pipes there are, who serves them, are they alive'
complete -c pipeglass -n __fish_use_subcommand -a show -d 'all about one pipe: connections, unread bytes, what it is, its fate'
complete -c pipeglass -n __fish_use_subcommand -a peek -d 'the bytes that wait unread on a pipe, without taking them'
complete -c pipeglass -n __fish_use_subcommand -a processes -d 'the .NET processes, and the pipes of each'
complete -c pipeglass -n __fish_use_subcommand -a send -d 'be a client: send messages to a pipe and print the replies'
complete -c pipeglass -n __fish_use_subcommand -a echo -d 'be a server: host a pipe that answers with what it is sent'
complete -c pipeglass -n __fish_use_subcommand -a tap -d 'show what the clients and the server of a pipe say to each other'
complete -c pipeglass -n __fish_use_subcommand -a read -d 'print a recording'
complete -c pipeglass -n __fish_use_subcommand -a clean -d 'delete the sockets that dead servers left behind'
complete -c pipeglass -n __fish_use_subcommand -a repair -d 'undo the taps that ended without leaving'
complete -c pipeglass -n __fish_use_subcommand -a access -d 'who can connect to a pipe, and changing that safely'
complete -c pipeglass -n __fish_use_subcommand -a help -d 'how to use a verb'
complete -c pipeglass -n '__fish_seen_subcommand_from help' -a 'list show peek processes send echo tap read clean repair access'
complete -c pipeglass -n '__fish_seen_subcommand_from show peek send echo tap clean access' -a '(__fish_pipeglass_pipes)'
complete -c pipeglass -n '__fish_seen_subcommand_from read' -F

# list: which pipes there are, who serves them, are they alive
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l dir -x -a '(__fish_complete_directories)' -d 'look here instead; may be given several times'
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l also -x -a '(__fish_complete_directories)' -d 'look here too; may be given several times'
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l dotnet -d 'the rest of the .NET world too: diagnostics, MSBuild, compiler server'
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l all -d 'every Unix socket that has a name, and every FIFO'
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l namespaces -d 'also what is in containers and other mount namespaces'
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l mine -d 'only what belongs to me'
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l state -x -a 'listening bound stale orphaned taken-over shut-down unknown' -d 'only in this state; may be given several times'
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l sort -x -a 'name state owner group mode server clients waiting endpoint namespace directory type backlog inode modified path' -d 'by this column'
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l columns -x -a 'name state owner group mode server clients waiting endpoint namespace directory type backlog inode modified path' -d 'show these columns'
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l connections -d 'and who is connected to each, with the bytes not read yet'
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l json -d 'print JSON'
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l watch -d 'go on and print what changes; with --json an object a line'
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l help -d 'this text'

# show: all about one pipe: connections, unread bytes, what it is, its fate
complete -c pipeglass -n '__fish_seen_subcommand_from show' -l json -d 'print JSON'
complete -c pipeglass -n '__fish_seen_subcommand_from show' -l help -d 'this text'

# peek: the bytes that wait unread on a pipe, without taking them
complete -c pipeglass -n '__fish_seen_subcommand_from peek' -l framing -x -a 'int32le int32be uint32le uint32be uint16le uint16be int64le line crlf nul raw' -d 'how messages stand in the stream: int32le, line, raw, ...; guessed unless given'
complete -c pipeglass -n '__fish_seen_subcommand_from peek' -l json -d 'print JSON'
complete -c pipeglass -n '__fish_seen_subcommand_from peek' -l help -d 'this text'

# processes: the .NET processes, and the pipes of each
complete -c pipeglass -n '__fish_seen_subcommand_from processes' -l namespaces -d 'also pipes in containers and other mount namespaces'
complete -c pipeglass -n '__fish_seen_subcommand_from processes' -l json -d 'print JSON'
complete -c pipeglass -n '__fish_seen_subcommand_from processes' -l help -d 'this text'

# send: be a client: send messages to a pipe and print the replies
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l hex -x -d 'a message of these bytes, in hex digits'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l file -r -F -d 'a message of the bytes of this file'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l framing -x -a 'int32le int32be uint32le uint32be uint16le uint16be int64le line crlf nul raw' -d 'how messages stand in the stream: int32le (default), line, raw, ...'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l crlf -d 'lines end in CR LF, sent and read; implies --framing line'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l encoding -x -a 'utf-8 utf-16le utf-16be latin1' -d 'of texts and replies: utf-8 (default), utf-16le, latin1, ...'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l replies -x -d 'end after N replies; 0 ends when all was sent'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l until-closed -d 'read until the other side ends the link, a good end'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l until -x -d 'read until a message matches (Perl regular expression)'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l for -x -d 'read for this many seconds in all, a good end'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l timeout -x -d 'the longest silence in seconds, 10 unless given; 0 is for ever'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l limit -x -d 'the longest message, 64M unless given'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l record -r -F -d 'keep the conversation in a new file (pcapng)'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l disk-full -x -a 'wait continue' -d 'what to do when the disk is full'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l hex-dump -d 'print messages as hexdump -C does'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l json -d 'print an object a line for each message, sent and received'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l help -d 'this text'

# echo: be a server: host a pipe that answers with what it is sent
complete -c pipeglass -n '__fish_seen_subcommand_from echo' -l prefix -x -d 'goes before each answer, "Echo: " unless given'
complete -c pipeglass -n '__fish_seen_subcommand_from echo' -l silent -d 'answer nothing, only show what comes'
complete -c pipeglass -n '__fish_seen_subcommand_from echo' -l framing -x -a 'int32le int32be uint32le uint32be uint16le uint16be int64le line crlf nul raw' -d 'how messages stand in the stream: int32le (default), line, raw, ...'
complete -c pipeglass -n '__fish_seen_subcommand_from echo' -l crlf -d 'lines end in CR LF, sent and read; implies --framing line'
complete -c pipeglass -n '__fish_seen_subcommand_from echo' -l mode -x -a '0600 0660 0666' -d 'permissions of the socket, 0600 unless given; write lets connect'
complete -c pipeglass -n '__fish_seen_subcommand_from echo' -l record -r -F -d 'keep the conversations in a new file (pcapng)'
complete -c pipeglass -n '__fish_seen_subcommand_from echo' -l disk-full -x -a 'wait continue' -d 'what to do when the disk is full'
complete -c pipeglass -n '__fish_seen_subcommand_from echo' -l limit -x -d 'the longest message, 64M unless given'
complete -c pipeglass -n '__fish_seen_subcommand_from echo' -l hex-dump -d 'print messages as hexdump -C does'
complete -c pipeglass -n '__fish_seen_subcommand_from echo' -l json -d 'print an object a line for each event'
complete -c pipeglass -n '__fish_seen_subcommand_from echo' -l help -d 'this text'

# tap: show what the clients and the server of a pipe say to each other
complete -c pipeglass -n '__fish_seen_subcommand_from tap' -l record -r -F -d 'keep the conversations in a new file (pcapng)'
complete -c pipeglass -n '__fish_seen_subcommand_from tap' -l framing -x -a 'int32le int32be uint32le uint32be uint16le uint16be int64le line crlf nul raw' -d 'how messages stand in the stream: int32le (default), line, raw, ...'
complete -c pipeglass -n '__fish_seen_subcommand_from tap' -l crlf -d 'lines end in CR LF, sent and read; implies --framing line'
complete -c pipeglass -n '__fish_seen_subcommand_from tap' -l limit -x -d 'the longest message, 16M unless given'
complete -c pipeglass -n '__fish_seen_subcommand_from tap' -l disk-full -x -a 'wait continue' -d 'what to do when the disk is full'
complete -c pipeglass -n '__fish_seen_subcommand_from tap' -l for -x -d 'leave after this time'
complete -c pipeglass -n '__fish_seen_subcommand_from tap' -l hex-dump -d 'print messages as hexdump -C does'
complete -c pipeglass -n '__fish_seen_subcommand_from tap' -l json -d 'print an object a line for each event'
complete -c pipeglass -n '__fish_seen_subcommand_from tap' -l help -d 'this text'

# read: print a recording
complete -c pipeglass -n '__fish_seen_subcommand_from read' -l events -d 'print connections coming and going too'
complete -c pipeglass -n '__fish_seen_subcommand_from read' -l follow -d 'go on printing what is added to the file'
complete -c pipeglass -n '__fish_seen_subcommand_from read' -l framing -x -a 'int32le int32be uint32le uint32be uint16le uint16be int64le line crlf nul raw' -d 'cut the recorded bytes into messages in another way'
complete -c pipeglass -n '__fish_seen_subcommand_from read' -l hex-dump -d 'print messages as hexdump -C does'
complete -c pipeglass -n '__fish_seen_subcommand_from read' -l json -d 'print an object a line for each message'
complete -c pipeglass -n '__fish_seen_subcommand_from read' -l help -d 'this text'

# clean: delete the sockets that dead servers left behind
complete -c pipeglass -n '__fish_seen_subcommand_from clean' -l dry-run -d 'only say what would be deleted'
complete -c pipeglass -n '__fish_seen_subcommand_from clean' -l json -d 'print JSON'
complete -c pipeglass -n '__fish_seen_subcommand_from clean' -l help -d 'this text'

# repair: undo the taps that ended without leaving
complete -c pipeglass -n '__fish_seen_subcommand_from repair' -l dry-run -d 'only say what would be done'
complete -c pipeglass -n '__fish_seen_subcommand_from repair' -l json -d 'print JSON'
complete -c pipeglass -n '__fish_seen_subcommand_from repair' -l help -d 'this text'

# access: who can connect to a pipe, and changing that safely
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l as -x -a '(__fish_complete_users)' -d 'ask for a user, a uid, or a process (pid:N) instead of you'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l accessible-to -x -a '(__fish_complete_users)' -d 'list which pipes a user, a uid or a process (pid:N) can open'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l dir -x -a '(__fish_complete_directories)' -d 'with --accessible-to: look here instead; may be given several times'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l dotnet -d 'with --accessible-to: the rest of the .NET world too'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l all -d 'with --accessible-to: every Unix socket that has a name'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l namespaces -d 'with --accessible-to: also what is in other mount namespaces'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l mode -x -a '0600 0660 0666' -d 'set the mode, such as 0660; only the write bits count'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l allow -x -a '(__fish_pipeglass_who)' -d 'let them connect; may be given several times'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l deny -x -a '(__fish_pipeglass_who)' -d 'keep them out; may be given several times'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l owner -x -a '(__fish_complete_users)' -d 'give the pipe to a user'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l group -x -a '(__fish_complete_groups)' -d 'give the pipe to a group'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l dry-run -d 'show what the change would do, and do nothing'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l keep -d 'apply it again whenever the server makes its pipe anew, until interrupted'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l undo -d 'take back the newest change, or the one whose number stands in the place of NAME'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l force -d 'with --undo: also where somebody has changed the pipe again since'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l journal -d 'print all changes'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l json -d 'print JSON'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l help -d 'this text'
