# SPDX-License-Identifier: MIT
# fish completion for pipeglass(1): the program knows its words.
function __fish_pipeglass
    set -l words (commandline -opc) (commandline -ct)
    for line in ($words[1] complete $words[2..] 2>/dev/null)
        switch $line
            case :files
                __fish_complete_path (commandline -ct)
            case :directories
                __fish_complete_directories (commandline -ct)
            case '*'
                echo $line
        end
    end
end

complete -c pipeglass -f -a '(__fish_pipeglass)'
