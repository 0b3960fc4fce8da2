#!/bin/sh
# Starts Concord with the runtime it brings along. Written by installer/src/packaging/LinuxCommand.java.

# Without a graphics device, as on a virtual machine or a remote desktop, GTK would load Mesa's software renderer only to find
# out that nothing of it is needed: 45 MB and a tenth of a second.
[ -e /dev/dri ] || export GDK_GL="${GDK_GL:-disable}"
# Two pools of native memory are enough, and less of them stays unused.
export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"

lib="${0%/*}/../lib/concord/lib"
[ -d "$lib/app" ] || lib=/usr/lib/concord/lib
app="$lib/app"
exec "$lib/runtime/bin/java" @OPTIONS@ -cp "@CLASSPATH@" @MAIN@ "$@"
