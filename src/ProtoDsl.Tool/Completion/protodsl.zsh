# Completion of protodsl for zsh. Write this into ~/.zshrc, below compinit:  source <(protodsl completion zsh)
_protodsl() {
    local -a candidates
    candidates=("${(@f)$(protodsl "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
    compadd -a candidates
    _files
}
compdef _protodsl protodsl
