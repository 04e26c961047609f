# Completion of httpcodes for bash.
#
# The current word is read from the line: bash itself takes cloudflare:1020 for three words.

_httpcodes_ids() {
    case $1 in
        *:*) httpcodes list --subcodes --vendor "${1%%:*}" 2>/dev/null | cut -d ' ' -f 1 ;;
        *)
            httpcodes list --vendor iana 2>/dev/null | cut -d ' ' -f 1
            httpcodes vendors 2>/dev/null | sed 's/ .*/:/'
            ;;
    esac
}

_httpcodes() {
    local commands="explain search compare list vendors export schema completion"
    local line=${COMP_LINE:0:COMP_POINT} command=explain place=0 word candidates=""
    local current=${line##*[[:space:]]}
    local -a before
    read -ra before <<<"${line%"$current"}"
    for ((place = 1; place < ${#before[@]}; place++)); do
        word=${before[place]}
        if [[ " $commands " == *" $word "* && ${before[place - 1]} != --vendor ]]; then
            command=$word
            break
        fi
    done

    case ${before[${#before[@]} - 1]} in
        --vendor) candidates=$(httpcodes vendors 2>/dev/null | cut -d ' ' -f 1) ;;
        --color) candidates="auto always never" ;;
        --class) candidates="1xx 2xx 3xx 4xx 5xx invalid" ;;
        --state) candidates="assigned unused obsoleted temporary unofficial retired unconfirmed" ;;
        --format) candidates="json ndjson csv" ;;
        --limit | --code) ;;
        *)
            case $command:$current in
                explain:-*) candidates="--vendor --short --json --color --version --help" ;;
                search:-*) candidates="--limit --vendor --json --color --help" ;;
                list:-*) candidates="--vendor --code --class --state --subcodes --json --color --help" ;;
                compare:-* | vendors:-*) candidates="--json --color --help" ;;
                export:-*) candidates="--format --help" ;;
                schema:-* | completion:-*) candidates="--help" ;;
                explain:* | compare:*) candidates=$(_httpcodes_ids "$current") ;;
                completion:*) candidates="bash zsh fish" ;;
            esac
            if ((place >= ${#before[@]})); then
                candidates="$commands 1xx 2xx 3xx 4xx 5xx $candidates"
            fi
            ;;
    esac

    COMPREPLY=($(compgen -W "$candidates" -- "$current"))
    if [[ ${COMPREPLY[0]-} == *: ]]; then
        compopt -o nospace 2>/dev/null
    fi
    if [[ $current == *:* && $COMP_WORDBREAKS == *:* ]]; then
        COMPREPLY=("${COMPREPLY[@]#"${current%:*}:"}")
    fi
}

complete -F _httpcodes httpcodes
