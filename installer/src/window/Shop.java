package window;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** A small SQLite database in a file: what a script opens in the program, and what a colleague changes behind its back. */
public record Shop(Driver driver, Path file) {
    public static final String TABLE = "customer";

    /** One for a whole script: its native library can be loaded only once. */
    private static Optional<Driver> loaded = Optional.empty();

    /**
     * Makes the file, with some customers in it.
     *
     * @param jars the folder the packages' jars are in: SQLite's driver is among them, and its native library beside it
     */
    public static Shop make(Path jars, Path file) throws IOException, SQLException {
        return make(jars, file, 1000);
    }

    /** Makes the file with so many customers in it. */
    public static Shop make(Path jars, Path file, int customers) throws IOException, SQLException {
        Shop shop = new Shop(driver(jars), file);
        try (Connection connection = shop.connect(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE customer (id INTEGER PRIMARY KEY, name VARCHAR(100) NOT NULL,"
                    + " phone VARCHAR(40), city VARCHAR(60), version INTEGER NOT NULL DEFAULT 1)");
            statement.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + customers + ")"
                    + " INSERT INTO customer (id, name, phone, city)"
                    + " SELECT i, 'Customer ' || i, '555-' || i, 'Kraków' FROM n");
        }
        return shop;
    }

    /** A policies file beside it, which says that saves move the version column. */
    public Path policies() throws IOException {
        Path policies = file.resolveSibling("policies.properties");
        Files.writeString(policies, "table." + TABLE + ".version=version:integer\n");
        return policies;
    }

    /** What a column of a customer holds. */
    public String value(int id, String column) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT " + column + " FROM customer WHERE id = " + id)) {
            found.next();
            return found.getString(1);
        }
    }

    /** Changes a customer as somebody else's program would: with a new version. */
    public void change(int id, String name, String city) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE customer SET name = ?, city = ?, version = version + 1 WHERE id = ?")) {
            update.setString(1, name);
            update.setString(2, city);
            update.setInt(3, id);
            update.executeUpdate();
        }
    }

    private Connection connect() throws SQLException {
        return driver.connect("jdbc:sqlite:" + file, new Properties());
    }

    private static synchronized Driver driver(Path jars) throws IOException {
        if (loaded.isEmpty()) {
            loaded = Optional.of(load(jars));
        }
        return loaded.get();
    }

    private static Driver load(Path jars) throws IOException {
        System.setProperty("org.sqlite.lib.path", jars.toString());
        try (Stream<Path> files = Files.list(jars)) {
            List<URL> urls = files.filter(jar -> jar.toString().endsWith(".jar")).map(Shop::url).toList();
            ClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new));
            return (Driver) loader.loadClass("org.sqlite.JDBC").getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IOException("The SQLite driver is not among the jars in " + jars + ".", e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
