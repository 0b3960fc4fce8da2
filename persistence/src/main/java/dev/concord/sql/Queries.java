package dev.concord.sql;

import dev.concord.catalog.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Select;

/**
 * The queries for many rows of one table, each rendered by jOOQ when first needed and then cached, because rendering takes as long as
 * reading a page from a local database. The least recently used are dropped. Safe to share between threads.
 */
public final class Queries {
    /** The most queries cached: each filter that somebody types is another one. */
    private static final int MOST_CACHED = 200;

    private static final float LOAD_FACTOR = 0.75f;

    private final Rendering rendering;
    private final Map<Object, RenderedQuery> cache = new LinkedHashMap<>(MOST_CACHED, LOAD_FACTOR, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, RenderedQuery> eldest) {
            return size() > MOST_CACHED;
        }
    };

    Queries(Rendering rendering) {
        this.rendering = rendering;
    }

    /**
     * Returns the cached query of a shape, rendered first if there is none.
     *
     * @param shape all that the query's text and the values of its filter depend on
     */
    public RenderedQuery cached(Object shape, Supplier<RenderedQuery> rendered) {
        synchronized (cache) {
            RenderedQuery known = cache.get(shape);
            if (known != null) {
                return known;
            }
        }
        // Rendering may ask the catalog for another table, and nobody else is to wait for that.
        RenderedQuery made = rendered.get();
        synchronized (cache) {
            cache.put(shape, made);
        }
        return made;
    }

    /**
     * Renders a query.
     *
     * @param reads the columns of its result, in order
     * @param filter the part of its condition whose values are the first ones, and stay the same
     */
    public RenderedQuery rendered(Select<?> query, List<Column> reads, Condition filter) {
        return rendered(new RenderedStatement(rendering.sql(query), reads), filter);
    }

    /**
     * Completes a rendered query with the values of its filter.
     *
     * @param filter the part of its condition whose values are the first ones, and stay the same
     */
    public RenderedQuery rendered(RenderedStatement statement, Condition filter) {
        return new RenderedQuery(statement, BoundParameters.of(filter, rendering.written()));
    }
}
