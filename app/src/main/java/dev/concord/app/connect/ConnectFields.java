package dev.concord.app.connect;

import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The values entered in the dialog. The address and the separate fields hold the same data and update each other; user
 * and password in an address are moved to their own fields. FX thread only.
 */
public final class ConnectFields {
    private final StringProperty address = new SimpleStringProperty("");
    private final ObjectProperty<DatabaseKind> kind = new SimpleObjectProperty<>(DatabaseKind.POSTGRESQL);
    private final StringProperty host = new SimpleStringProperty("");
    private final StringProperty port = new SimpleStringProperty("");
    private final StringProperty database = new SimpleStringProperty("");
    private final StringProperty file = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final BooleanProperty readOnly = new SimpleBooleanProperty(true);
    private final ReadOnlyBooleanWrapper applicable = new ReadOnlyBooleanWrapper(true);

    private AddressParts parts = AddressParts.empty(DatabaseKind.POSTGRESQL);
    private boolean following;

    ConnectFields() {
        address.addListener((property, old, now) -> follow(() -> fieldsFollow(now)));
        kind.addListener((property, old, now) -> follow(() -> {
            parts = AddressParts.empty(now);
            addressFollows();
        }));
        for (StringProperty field : List.of(host, port, database, file)) {
            field.addListener((property, old, now) -> follow(this::addressFollows));
        }
    }

    /** A JDBC URL, a server's own URL, or a path. */
    public StringProperty address() {
        return address;
    }

    public ObjectProperty<DatabaseKind> kind() {
        return kind;
    }

    public StringProperty host() {
        return host;
    }

    public StringProperty port() {
        return port;
    }

    public StringProperty database() {
        return database;
    }

    public StringProperty file() {
        return file;
    }

    public StringProperty user() {
        return user;
    }

    public StringProperty password() {
        return password;
    }

    /** Whether to reject every change; true by default. */
    public BooleanProperty readOnly() {
        return readOnly;
    }

    /** Whether the fields can show the address; false for an in-memory database, for example. */
    public ReadOnlyBooleanProperty applicable() {
        return applicable.getReadOnlyProperty();
    }

    /**
     * Moves user and password out of the address. Not called while the address is being typed, because its text
     * changes.
     */
    public void tidy() {
        Login login = Login.in(address.get());
        fillIn(login);
        address.set(login.address());
    }

    /** Returns the values entered, without a user that was entered for another kind of database. */
    DatabaseSettings settings() {
        boolean login = !applicable.get() || kind.get().asksForUser();
        return new DatabaseSettings(
                address.get(),
                login ? user.get().strip() : "",
                login ? new Secret(password.get()) : Secret.NONE,
                readOnly.get());
    }

    private void follow(Runnable change) {
        if (following) {
            return;
        }
        following = true;
        try {
            change.run();
        } finally {
            following = false;
        }
    }

    private void fieldsFollow(String written) {
        Login login = Login.in(written);
        fillIn(login);
        Optional<AddressParts> read = AddressParts.read(login.address());
        applicable.set(read.isPresent() || written.isBlank());
        parts = read.orElseGet(() -> AddressParts.empty(kind.get()));
        kind.set(parts.kind());
        host.set(parts.host());
        port.set(parts.port());
        database.set(parts.database());
        file.set(parts.file());
    }

    private void fillIn(Login login) {
        if (login.found()) {
            user.set(login.user());
            password.set(login.password().reveal());
        }
    }

    private void addressFollows() {
        parts = new AddressParts(
                kind.get(), parts.scheme(), host.get(), port.get(), database.get(), file.get(), parts.settings());
        address.set(parts.written());
        applicable.set(true);
    }
}
