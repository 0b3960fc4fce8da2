package dev.concord.database;

/**
 * Which server carries out a connection's statements, as far as it can be known: an address may lead to several servers, of
 * which one may lag behind another. Reading there what another server has written proves little.
 *
 * @param server a text that differs between servers, and between the states of one server before and after a failover; empty
 *     when it is not known
 * @param cluster the Galera cluster the server is part of; empty when it is part of none
 */
public record ServerIdentity(String server, String cluster) {
    /** The one server that can be meant: of a database in a file, in this process or in an H2 server. */
    public static final ServerIdentity ONLY = new ServerIdentity("only", "");

    /** A server that does not say which one it is. */
    public static final ServerIdentity UNKNOWN = new ServerIdentity("", "");

    /** Whether this is certainly the other server, in the state it was in. */
    public boolean is(ServerIdentity other) {
        return !server.isEmpty() && server.equals(other.server);
    }

    /** Whether this server receives everything the other one commits, in the same order. */
    public boolean isInClusterOf(ServerIdentity other) {
        return !cluster.isEmpty() && cluster.equals(other.cluster);
    }
}
