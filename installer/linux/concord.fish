# fish completion for concord(1).

complete -c concord -n __fish_use_subcommand -a open -d 'Open the window on a database'
complete -c concord -n __fish_use_subcommand -a check -d 'Show how writes of each table are checked'
complete -c concord -n __fish_use_subcommand -a checksum -d 'Print the checksum of one row'
complete -c concord -n __fish_use_subcommand -s V -l version -d 'Show the version'
complete -c concord -s h -l help -d 'Show help'

set -l any '__fish_seen_subcommand_from open check checksum'
complete -c concord -n $any -l user -x -d 'The database user'
complete -c concord -n $any -l locking -x -a 'ignored optional required' -d 'Whether a write must carry its version'
complete -c concord -n $any -l locking-table -x -d 'The same for one table'
complete -c concord -n $any -l locking-attribute -x -d 'The attribute that carries a version'
complete -c concord -n $any -l policies -r -d 'A file that says how each table is checked'
complete -c concord -n '__fish_seen_subcommand_from open' -l table -x -d 'The table to show first'
complete -c concord -n '__fish_seen_subcommand_from open' -l key -x -d 'The record to open in that table'
complete -c concord -n '__fish_seen_subcommand_from open' -l window -x -a 'new same' -d 'Where, when one is open already'
complete -c concord -n '__fish_seen_subcommand_from check' -l json -d 'Print JSON'
