package dev.concord.bench.records;

import dev.concord.database.Database;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;

/**
 * Saves with Hibernate's {@code @Version}: the entity is found once and stays in its session; each save is a
 * transaction of its own. Hibernate does not read the row back.
 */
final class HibernateSaving implements Saving {
    private static final Map<Database, SessionFactory> FACTORIES = new ConcurrentHashMap<>();

    private final Session session;
    private final HibernateItem item;

    HibernateSaving(Database database, long id) {
        session = factory(database).openSession();
        item = session.find(HibernateItem.class, id);
    }

    /** A program has one for a database, and making it takes seconds. */
    private static SessionFactory factory(Database database) {
        return FACTORIES.computeIfAbsent(database, missing -> {
            Configuration configuration = new Configuration();
            configuration.getProperties().put(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, database.dataSource());
            configuration.setProperty(MappingSettings.GLOBALLY_QUOTED_IDENTIFIERS, "true");
            return configuration.addAnnotatedClass(HibernateItem.class).buildSessionFactory();
        });
    }

    @Override
    public Object again() {
        var transaction = session.beginTransaction();
        item.stock++;
        transaction.commit();
        return item;
    }
}
