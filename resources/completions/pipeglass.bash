# SPDX-License-Identifier: MIT
# bash completion for pipeglass(1)

# The .NET names of existing pipes, without names that need quoting in a shell.
_pipeglass_pipes() {
    local directory file
    for directory in "${TMPDIR:-/tmp}" /tmp; do
        for file in "${directory%/}"/CoreFxPipe_*; do
            [[ -S $file ]] || continue
            file=${file##*/CoreFxPipe_}
            [[ $file =~ ^[A-Za-z0-9._+:@%-]+$ ]] && printf '%s\n' "$file"
        done
    done
}

_pipeglass() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local verb=${COMP_WORDS[1]} words=
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W 'list show peek processes send echo tap read framings clean repair access help --help --version' -- "$word")
        return
    fi
    case $before in
    --dir | --also)
        mapfile -t COMPREPLY < <(compgen -d -- "$word")
        return
        ;;
    --file | --record)
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
        return
        ;;
    --state) words='listening bound stale orphaned taken-over shut-down unknown' ;;
    --sort | --columns)
        words='name state owner group mode server clients waiting endpoint namespace directory type backlog inode modified path'
        ;;
    --disk-full) words='wait continue' ;;
    --framing | --show) words='int32le int32be uint32le uint32be uint16le uint16be uint8 int64le binarywriter protobuf protobuf-net line crlf nul rs blank-line jsonl json content-length discord coreipc build-server testing-platform hpipes streamstring pipemethodcalls psrp dotnet-ipc msbuild nerdbank http1 http2 raw' ;;
    --encoding) words='utf-8 utf-16le utf-16be latin1' ;;
    --mode) words='0600 0660 0666' ;;
    --owner | --as | --accessible-to)
        mapfile -t COMPREPLY < <(compgen -u -- "$word")
        return
        ;;
    --group)
        mapfile -t COMPREPLY < <(compgen -g -- "$word")
        return
        ;;
    --allow | --deny)
        mapfile -t COMPREPLY < <(compgen -W "everyone $(compgen -P user: -u) $(compgen -P group: -g)" -- "$word")
        return
        ;;
    --hex | --replies | --timeout | --limit | --prefix) return ;;
    *)
        case $verb in
        list) words='--dir --also --dotnet --all --namespaces --mine --state --sort --columns --connections --json --watch --help' ;;
        show) words='--json --help' ;;
        peek) words='--framing --json --help' ;;
        processes) words='--namespaces --json --help' ;;
        send) words='--hex --file --framing --crlf --encoding --replies --until-closed --until --for --timeout --limit --record --disk-full --hex-dump --json --help' ;;
        echo) words='--prefix --silent --framing --crlf --mode --record --disk-full --limit --hex-dump --json --help' ;;
        tap) words='--record --framing --crlf --limit --disk-full --for --quiet --hex-dump --json --rate --delay --jitter --cut-after --help' ;;
        read) words='--events --follow --framing --hex-dump --json --help' ;;
        framings) words='--json --show --help' ;;
        clean) words='--dry-run --json --help' ;;
        repair) words='--dry-run --json --help' ;;
        access) words='--as --accessible-to --dir --dotnet --all --namespaces --mode --allow --deny --owner --group --dry-run --keep --undo --force --journal --json --help' ;;
        help) words='list show peek processes send echo tap read framings clean repair access' ;;
        esac
        if [[ $word != -* ]]; then
            case $verb in
            show | peek | send | echo | tap | clean | access) words=$(_pipeglass_pipes) ;;
            read)
                mapfile -t COMPREPLY < <(compgen -f -- "$word")
                return
                ;;
            esac
        fi
        ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}

complete -F _pipeglass pipeglass
