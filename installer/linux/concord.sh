#!/bin/sh
# Starts Concord. Without a graphics device, as on a virtual machine or a remote desktop, GTK would load Mesa's software
# renderer only to find out that nothing of it is needed: 45 MB and a tenth of a second.
[ -e /dev/dri ] || export GDK_GL="${GDK_GL:-disable}"
# One pool of native memory for two threads is enough, and less of it stays unused.
export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"
program="${0%/*}/../lib/concord/bin/concord"
[ -x "$program" ] || program=/usr/lib/concord/bin/concord
exec "$program" "$@"
