# Completion of httpcodes for fish.

set -g __httpcodes_commands explain search compare list vendors export schema completion

function __httpcodes_no_command
    not __fish_seen_subcommand_from $__httpcodes_commands
end

function __httpcodes_explains
    __httpcodes_no_command; or __fish_seen_subcommand_from explain
end

function __httpcodes_vendors
    httpcodes vendors 2>/dev/null | string replace --regex ' +' \t
end

function __httpcodes_ids
    set -l current (commandline --current-token)
    if string match --quiet '*:*' -- $current
        set -l vendor (string split --max 1 : -- $current)[1]
        httpcodes list --subcodes --vendor $vendor 2>/dev/null | string replace --regex ' +' \t
    else
        httpcodes list --vendor iana 2>/dev/null | string replace --regex ' +' \t
        httpcodes vendors 2>/dev/null | string replace --regex ' +' :\t
    end
end

complete -c httpcodes -f
complete -c httpcodes -s h -l help -d 'show the help'
complete -c httpcodes -n __httpcodes_no_command -a explain -d 'explain codes, ids and responses'
complete -c httpcodes -n __httpcodes_no_command -a search -d 'find codes by words'
complete -c httpcodes -n __httpcodes_no_command -a compare -d 'show codes side by side'
complete -c httpcodes -n __httpcodes_no_command -a list -d 'list codes, by vendor, number, class or state'
complete -c httpcodes -n __httpcodes_no_command -a vendors -d 'list the vendors'
complete -c httpcodes -n __httpcodes_no_command -a export -d 'write all records for SQL, Spark, dbt and the like'
complete -c httpcodes -n __httpcodes_no_command -a schema -d 'print the JSON Schema of what --json prints'
complete -c httpcodes -n __httpcodes_no_command -a completion -d 'print the completion script of a shell'

complete -c httpcodes -n __httpcodes_explains -a '1xx 2xx 3xx 4xx 5xx' -d 'all codes of the class'
complete -c httpcodes -n __httpcodes_explains -a '(__httpcodes_ids)'
complete -c httpcodes -n __httpcodes_explains -l short -d 'one line a code'
complete -c httpcodes -n __httpcodes_explains -l version -d 'print the version'
complete -c httpcodes -n '__fish_seen_subcommand_from compare' -a '(__httpcodes_ids)'
complete -c httpcodes -n '__fish_seen_subcommand_from search' -l limit -x -d 'how many at most'
complete -c httpcodes -n '__fish_seen_subcommand_from list' -l code -x -d 'only this number'
complete -c httpcodes -n '__fish_seen_subcommand_from list' -l class -x -a '1xx 2xx 3xx 4xx 5xx invalid' -d 'only this class'
complete -c httpcodes -n '__fish_seen_subcommand_from list' -l state -x -d 'only this state' \
    -a 'assigned unused obsoleted temporary unofficial retired unconfirmed'
complete -c httpcodes -n '__fish_seen_subcommand_from list' -l subcodes -d 'sub-codes too'
complete -c httpcodes -n '__fish_seen_subcommand_from export' -l format -x -a 'json ndjson csv' -d 'of the rows'
complete -c httpcodes -n '__fish_seen_subcommand_from completion' -a 'bash zsh fish'

complete -c httpcodes -n '__httpcodes_explains; or __fish_seen_subcommand_from search list' \
    -l vendor -x -a '(__httpcodes_vendors)' -d 'whose codes'
complete -c httpcodes -n '__httpcodes_explains; or __fish_seen_subcommand_from search compare list vendors' \
    -l json -d 'one JSON object a line'
complete -c httpcodes -n '__httpcodes_explains; or __fish_seen_subcommand_from search compare list vendors' \
    -l color -x -a 'auto always never' -d 'when to colour'
