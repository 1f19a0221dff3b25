# Completion of protodsl for fish:  protodsl completion fish > ~/.config/fish/completions/protodsl.fish
complete -c protodsl -a '(set -l line (commandline -cp); protodsl "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)'
