# SPDX-License-Identifier: MIT
# fish completion for pipeglass(1)

# The .NET names of existing pipes.
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
complete -c pipeglass -n __fish_use_subcommand -a list -d 'list pipes with their servers, clients and states'
complete -c pipeglass -n __fish_use_subcommand -a show -d 'show all about one pipe: connections, unread bytes, endpoint'
complete -c pipeglass -n __fish_use_subcommand -a peek -d 'show the unread bytes of a pipe without taking them'
complete -c pipeglass -n __fish_use_subcommand -a processes -d 'list .NET processes and their pipes'
complete -c pipeglass -n __fish_use_subcommand -a send -d 'act as a client: send messages to a pipe and print the replies'
complete -c pipeglass -n __fish_use_subcommand -a echo -d 'act as a server: host a pipe that echoes messages'
complete -c pipeglass -n __fish_use_subcommand -a tap -d 'show the messages between the clients and the server of a pipe'
complete -c pipeglass -n __fish_use_subcommand -a read -d 'print a recording'
complete -c pipeglass -n __fish_use_subcommand -a framings -d 'list the framings of messages'
complete -c pipeglass -n __fish_use_subcommand -a clean -d 'delete stale sockets'
complete -c pipeglass -n __fish_use_subcommand -a repair -d 'undo taps that were killed'
complete -c pipeglass -n __fish_use_subcommand -a access -d 'show or change who can connect to a pipe'
complete -c pipeglass -n __fish_use_subcommand -a help -d 'how to use a verb'
complete -c pipeglass -n '__fish_seen_subcommand_from help' -a 'list show peek processes send echo tap read framings clean repair access'
complete -c pipeglass -n '__fish_seen_subcommand_from show peek send echo tap clean access' -a '(__fish_pipeglass_pipes)'
complete -c pipeglass -n '__fish_seen_subcommand_from read' -F

# list: list pipes with their servers, clients and states
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l dir -x -a '(__fish_complete_directories)' -d 'in this directory only; repeatable'
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l also -x -a '(__fish_complete_directories)' -d 'also in this directory; repeatable'
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l dotnet -d 'all known .NET endpoints: diagnostics, MSBuild, compiler server, ...'
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l all -d 'all Unix sockets that have a name, and all FIFOs'
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l namespaces -d 'also in containers and other mount namespaces'
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l mine -d 'only your own pipes'
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l state -x -a 'listening bound stale orphaned taken-over shut-down unknown' -d 'only in this state; repeatable'
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l sort -x -a 'name state owner group mode server clients waiting endpoint namespace directory type backlog inode modified path' -d 'sort by this column'
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l columns -x -a 'name state owner group mode server clients waiting endpoint namespace directory type backlog inode modified path' -d 'show these columns'
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l connections -d 'with the connections of each pipe and their unread bytes'
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l json -d 'print JSON'
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l watch -d 'print changes, until interrupted; with --json one object per line'
complete -c pipeglass -n '__fish_seen_subcommand_from list' -l help -d 'this text'

# show: show all about one pipe: connections, unread bytes, endpoint
complete -c pipeglass -n '__fish_seen_subcommand_from show' -l json -d 'print JSON'
complete -c pipeglass -n '__fish_seen_subcommand_from show' -l help -d 'this text'

# peek: show the unread bytes of a pipe without taking them
complete -c pipeglass -n '__fish_seen_subcommand_from peek' -l framing -x -a 'int32le int32be uint32le uint32be uint16le uint16be uint8 int64le binarywriter protobuf protobuf-net line crlf nul rs blank-line jsonl json content-length discord coreipc build-server testing-platform hpipes streamstring pipemethodcalls psrp dotnet-ipc msbuild nerdbank http1 http2 raw' -d 'framing of messages: int32le, line, raw, ...; default: guessed'
complete -c pipeglass -n '__fish_seen_subcommand_from peek' -l json -d 'print JSON'
complete -c pipeglass -n '__fish_seen_subcommand_from peek' -l help -d 'this text'

# processes: list .NET processes and their pipes
complete -c pipeglass -n '__fish_seen_subcommand_from processes' -l namespaces -d 'also pipes in containers and other mount namespaces'
complete -c pipeglass -n '__fish_seen_subcommand_from processes' -l json -d 'print JSON'
complete -c pipeglass -n '__fish_seen_subcommand_from processes' -l help -d 'this text'

# send: act as a client: send messages to a pipe and print the replies
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l hex -x -d 'send these bytes, in hex digits, as a message'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l file -r -F -d 'send the bytes of this file as a message'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l framing -x -a 'int32le int32be uint32le uint32be uint16le uint16be uint8 int64le binarywriter protobuf protobuf-net line crlf nul rs blank-line jsonl json content-length discord coreipc build-server testing-platform hpipes streamstring pipemethodcalls psrp dotnet-ipc msbuild nerdbank http1 http2 raw' -d 'framing of messages: int32le (default), line, raw, ...'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l crlf -d 'lines end in CR LF, sent and read; implies --framing line'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l encoding -x -a 'utf-8 utf-16le utf-16be latin1' -d 'encoding of texts and replies: utf-8 (default), utf-16le, ...'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l replies -x -d 'end after N replies; 0: end when everything was sent'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l until-closed -d 'read until the other side closes the connection'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l until -x -d 'read until a message matches (Perl regular expression)'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l for -x -d 'read for this many seconds in total'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l timeout -x -d 'longest silence in seconds, default 10; 0: no limit'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l limit -x -d 'maximum size of a message, default 64M'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l record -r -F -d 'record the conversation in a new file (pcapng)'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l disk-full -x -a 'wait continue' -d 'what to do when the disk is full'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l hex-dump -d 'print messages like hexdump -C'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l json -d 'print one JSON object per line for each message'
complete -c pipeglass -n '__fish_seen_subcommand_from send' -l help -d 'this text'

# echo: act as a server: host a pipe that echoes messages
complete -c pipeglass -n '__fish_seen_subcommand_from echo' -l prefix -x -d 'prefix of each reply, default "Echo: "'
complete -c pipeglass -n '__fish_seen_subcommand_from echo' -l silent -d 'do not reply, only show messages'
complete -c pipeglass -n '__fish_seen_subcommand_from echo' -l framing -x -a 'int32le int32be uint32le uint32be uint16le uint16be uint8 int64le binarywriter protobuf protobuf-net line crlf nul rs blank-line jsonl json content-length discord coreipc build-server testing-platform hpipes streamstring pipemethodcalls psrp dotnet-ipc msbuild nerdbank http1 http2 raw' -d 'framing of messages: int32le (default), line, raw, ...'
complete -c pipeglass -n '__fish_seen_subcommand_from echo' -l crlf -d 'lines end in CR LF, sent and read; implies --framing line'
complete -c pipeglass -n '__fish_seen_subcommand_from echo' -l mode -x -a '0600 0660 0666' -d 'mode of the socket, default 0600; connecting needs write'
complete -c pipeglass -n '__fish_seen_subcommand_from echo' -l record -r -F -d 'record the conversations in a new file (pcapng)'
complete -c pipeglass -n '__fish_seen_subcommand_from echo' -l disk-full -x -a 'wait continue' -d 'what to do when the disk is full'
complete -c pipeglass -n '__fish_seen_subcommand_from echo' -l limit -x -d 'maximum size of a message, default 64M'
complete -c pipeglass -n '__fish_seen_subcommand_from echo' -l hex-dump -d 'print messages like hexdump -C'
complete -c pipeglass -n '__fish_seen_subcommand_from echo' -l json -d 'print one JSON object per line for each event'
complete -c pipeglass -n '__fish_seen_subcommand_from echo' -l help -d 'this text'

# tap: show the messages between the clients and the server of a pipe
complete -c pipeglass -n '__fish_seen_subcommand_from tap' -l record -r -F -d 'record the conversations in a new file (pcapng)'
complete -c pipeglass -n '__fish_seen_subcommand_from tap' -l framing -x -a 'int32le int32be uint32le uint32be uint16le uint16be uint8 int64le binarywriter protobuf protobuf-net line crlf nul rs blank-line jsonl json content-length discord coreipc build-server testing-platform hpipes streamstring pipemethodcalls psrp dotnet-ipc msbuild nerdbank http1 http2 raw' -d 'framing of messages: int32le (default), line, raw, ...'
complete -c pipeglass -n '__fish_seen_subcommand_from tap' -l crlf -d 'lines end in CR LF, sent and read; implies --framing line'
complete -c pipeglass -n '__fish_seen_subcommand_from tap' -l limit -x -d 'maximum size of a message, default 16M'
complete -c pipeglass -n '__fish_seen_subcommand_from tap' -l disk-full -x -a 'wait continue' -d 'what to do when the disk is full'
complete -c pipeglass -n '__fish_seen_subcommand_from tap' -l for -x -d 'end after this time'
complete -c pipeglass -n '__fish_seen_subcommand_from tap' -l quiet -d 'print events, but no messages'
complete -c pipeglass -n '__fish_seen_subcommand_from tap' -l hex-dump -d 'print messages like hexdump -C'
complete -c pipeglass -n '__fish_seen_subcommand_from tap' -l json -d 'print one JSON object per line for each event'
complete -c pipeglass -n '__fish_seen_subcommand_from tap' -l rate -x -d 'pass on at most so many bytes a second, in each direction'
complete -c pipeglass -n '__fish_seen_subcommand_from tap' -l delay -x -d 'pass bytes on so much later'
complete -c pipeglass -n '__fish_seen_subcommand_from tap' -l jitter -x -d 'and up to so much later still, at random'
complete -c pipeglass -n '__fish_seen_subcommand_from tap' -l cut-after -x -d 'cut each connection after so many bytes, or after a time such as 2s'
complete -c pipeglass -n '__fish_seen_subcommand_from tap' -l help -d 'this text'

# read: print a recording
complete -c pipeglass -n '__fish_seen_subcommand_from read' -l events -d 'print events of connections too'
complete -c pipeglass -n '__fish_seen_subcommand_from read' -l follow -d 'go on printing what is added to the file'
complete -c pipeglass -n '__fish_seen_subcommand_from read' -l framing -x -a 'int32le int32be uint32le uint32be uint16le uint16be uint8 int64le binarywriter protobuf protobuf-net line crlf nul rs blank-line jsonl json content-length discord coreipc build-server testing-platform hpipes streamstring pipemethodcalls psrp dotnet-ipc msbuild nerdbank http1 http2 raw' -d 'cut the recorded bytes with another framing'
complete -c pipeglass -n '__fish_seen_subcommand_from read' -l hex-dump -d 'print messages like hexdump -C'
complete -c pipeglass -n '__fish_seen_subcommand_from read' -l json -d 'print one JSON object per line for each message'
complete -c pipeglass -n '__fish_seen_subcommand_from read' -l help -d 'this text'

# framings: list the framings of messages
complete -c pipeglass -n '__fish_seen_subcommand_from framings' -l json -d 'print JSON'
complete -c pipeglass -n '__fish_seen_subcommand_from framings' -l show -x -a 'int32le int32be uint32le uint32be uint16le uint16be uint8 int64le binarywriter protobuf protobuf-net line crlf nul rs blank-line jsonl json content-length discord coreipc build-server testing-platform hpipes streamstring pipemethodcalls psrp dotnet-ipc msbuild nerdbank http1 http2 raw' -d 'only this framing'
complete -c pipeglass -n '__fish_seen_subcommand_from framings' -l help -d 'this text'

# clean: delete stale sockets
complete -c pipeglass -n '__fish_seen_subcommand_from clean' -l dry-run -d 'only show what would be deleted'
complete -c pipeglass -n '__fish_seen_subcommand_from clean' -l json -d 'print JSON'
complete -c pipeglass -n '__fish_seen_subcommand_from clean' -l help -d 'this text'

# repair: undo taps that were killed
complete -c pipeglass -n '__fish_seen_subcommand_from repair' -l dry-run -d 'only show what would be done'
complete -c pipeglass -n '__fish_seen_subcommand_from repair' -l json -d 'print JSON'
complete -c pipeglass -n '__fish_seen_subcommand_from repair' -l help -d 'this text'

# access: show or change who can connect to a pipe
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l as -x -a '(__fish_complete_users)' -d 'for a user, a uid, or a process (pid:N) instead of you'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l accessible-to -x -a '(__fish_complete_users)' -d 'list the pipes that a user, a uid or a process (pid:N) can open'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l dir -x -a '(__fish_complete_directories)' -d 'with --accessible-to: in this directory only; repeatable'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l dotnet -d 'with --accessible-to: all known .NET endpoints'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l all -d 'with --accessible-to: all Unix sockets that have a name'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l namespaces -d 'with --accessible-to: also in other mount namespaces'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l mode -x -a '0600 0660 0666' -d 'set the mode, such as 0660; only the write bits matter'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l allow -x -a '(__fish_pipeglass_who)' -d 'let them connect; repeatable'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l deny -x -a '(__fish_pipeglass_who)' -d 'do not let them connect; repeatable'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l owner -x -a '(__fish_complete_users)' -d 'change the owner'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l group -x -a '(__fish_complete_groups)' -d 'change the group'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l dry-run -d 'only show what would change'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l keep -d 'apply it again when the server re-creates its pipe, until interrupted'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l undo -d 'undo the newest change, or the one whose number is given as NAME'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l force -d 'with --undo: even if the pipe was changed since'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l journal -d 'print all changes'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l json -d 'print JSON'
complete -c pipeglass -n '__fish_seen_subcommand_from access' -l help -d 'this text'
