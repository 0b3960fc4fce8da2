package dev.concord.app.workspace;

import com.zaxxer.hikari.HikariDataSource;
import dev.concord.agreement.GuardAgreement;
import dev.concord.app.edit.FieldModel;
import dev.concord.app.journal.MergedWrites;
import dev.concord.app.place.OpenStore;
import dev.concord.app.shell.Office;
import dev.concord.app.shell.ShellModel;
import dev.concord.app.task.Job;
import dev.concord.app.task.Work;
import dev.concord.catalog.Catalog;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.database.DatabaseOpener;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.database.Secret;
import dev.concord.drafts.DraftFolder;
import dev.concord.merge.Merging;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.store.RecordStore;
import dev.concord.version.Policies;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.h2.tools.Server;

/**
 * The model of a window over a database server, behind a cable that can be pulled out. Reads and writes run in threads of
 * their own, their answers on the test's thread, in {@link #until}; time passes when {@link #pass} says so.
 */
final class RemoteOffice implements AutoCloseable {
    static final TableId CUSTOMER = new TableId("PUBLIC", "CUSTOMER");
    static final int CUSTOMERS = 450;

    private static final long MOST_SECONDS = 60;
    private static int offices;

    final List<Throwable> faults = new ArrayList<>();
    final Cable cable;
    private final BlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();
    private final List<Due> due = new ArrayList<>();
    private final List<Runnable> slow = new ArrayList<>();
    private final Server server;
    private final Connection aside;
    private final Database database;
    final RecordStore store;
    private final Work work;
    final ShellModel shell;
    /** The unsaved work that is kept on the disk. */
    Optional<DraftFolder> drafts = Optional.empty();

    private Duration now = Duration.ZERO;
    private boolean heldUp;

    private record Due(Duration at, Runnable task) {}

    RemoteOffice() {
        String name = "remote" + ++offices;
        try {
            server = Server.createTcpServer("-tcpPort", "0", "-tcpDaemon").start();
            aside = DriverManager.getConnection("jdbc:h2:mem:" + name, "sa", "");
            sql(
                    "create table customer (id int primary key, name varchar(50) not null, city varchar(50))",
                    "insert into customer select x, 'Customer ' || x, 'Bonn' from system_range(1, " + CUSTOMERS + ")",
                    "create table product (id int primary key, name varchar(50))",
                    "insert into product values (1, 'Tea')");
            cable = new Cable(server.getPort());
            DatabaseSettings settings = new DatabaseSettings(
                    "jdbc:h2:tcp://localhost:" + cable.port() + "/mem:" + name, "sa", Secret.NONE, false);
            database = ((OpenOutcome.Opened) DatabaseOpener.open(settings)).database();
            // How long a pool waits for a server that is not there is not what is tested.
            database.dataSource().unwrap(HikariDataSource.class).setConnectionTimeout(300);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        store = new RecordStore(database, new Catalog(database), Policies.DEFAULT);
        work = Work.of(this::begin, answers::add, this::later, faults::add);
        shell = new ShellModel(work, Office.TEXTS);
    }

    /** Shows a table, or the first one, and waits until it is there. */
    WorkspaceModel shown() throws InterruptedException {
        show();
        until(() -> workspace().rows().rows().size() == 200 && idle());
        return workspace();
    }

    /** Begins to show the database. */
    void show() {
        OpenStore open = new OpenStore(
                MergedWrites.unkept(store),
                () -> Merging.DEFAULT,
                new GuardAgreement(database),
                "Remote office",
                "sa",
                false,
                drafts);
        shell.show(open, Optional.of("customer"), Optional.empty(), (policies, merging) -> {});
    }

    WorkspaceModel workspace() {
        return shell.opened().get().orElseThrow().workspace();
    }

    boolean idle() {
        return !workspace().rows().loading().get() && workspace().isFree();
    }

    /** Runs answers as they arrive, until something holds. */
    void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable answer = answers.poll(MOST_SECONDS, TimeUnit.SECONDS);
            if (answer == null) {
                throw new AssertionError("Nothing happens any more");
            }
            answer.run();
        }
    }

    /** Lets time pass until the connection is back; an attempt may fail because the pool itself pauses. */
    void untilBack() throws InterruptedException {
        while (workspace().connection().lost().get()) {
            until(() -> !workspace().connection().lost().get() || waits());
            if (waits()) {
                pass(next());
            }
        }
    }

    /** Lets time pass. */
    void pass(Duration time) {
        now = now.plus(time);
        List<Due> over =
                due.stream().filter(task -> task.at().compareTo(now) <= 0).toList();
        due.removeAll(over);
        over.forEach(task -> Thread.ofPlatform().daemon().start(task.task()));
    }

    /** Whether anything is to happen by itself. */
    boolean waits() {
        return !due.isEmpty();
    }

    List<Job> running() {
        return work.running();
    }

    /** How long until the next thing that is to happen by itself. */
    Duration next() {
        return due.stream().map(Due::at).min(Duration::compareTo).orElseThrow().minus(now);
    }

    /** What is under way takes so long that people wonder. */
    void takeLong() throws InterruptedException {
        int[] told = {0};
        List<Runnable> all = List.copyOf(slow);
        slow.clear();
        all.forEach(Runnable::run);
        answers.add(() -> told[0]++);
        until(() -> told[0] > 0);
    }

    /** What is begun from now on does not come to an end. */
    void holdUp() {
        heldUp = true;
    }

    private void begin(Runnable task) {
        if (!heldUp) {
            Thread.ofPlatform().daemon().start(task);
        }
    }

    private void later(Duration after, Runnable task) {
        if (after.equals(Work.SLOW_AFTER)) {
            slow.add(task);
        } else if (after.isZero()) {
            Thread.ofPlatform().daemon().start(task);
        } else {
            due.add(new Due(now.plus(after), task));
        }
    }

    void sql(String... statements) {
        try (Statement statement = aside.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String one(String query) {
        try (Statement statement = aside.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return String.valueOf(answer.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static RecordKey customer(long id) {
        return new RecordKey(CUSTOMER, Row.of("ID", Value.of(id)));
    }

    FieldModel field(String column) {
        return workspace().edit().fields().stream()
                .filter(field -> field.column().name().equals(column))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws SQLException {
        shell.close();
        database.close();
        cable.close();
        aside.close();
        server.stop();
    }
}
