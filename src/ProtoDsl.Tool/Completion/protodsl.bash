# Completion of protodsl for bash. Write this into ~/.bashrc:  source <(protodsl completion bash)
_protodsl() {
    local IFS=$'\n' word="${COMP_WORDS[COMP_CWORD]}"
    COMPREPLY=($(compgen -W "$(protodsl "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "$word"))
}
complete -o default -F _protodsl protodsl
