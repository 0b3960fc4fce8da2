package dev.concord.value;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Points, lines and areas as text. The server's own text omits their system of coordinates; so it is written before the text
 * as PostGIS does, {@code SRID=4326;POINT(1 2)}, unless it is 0.
 */
final class MariaDbShapes {
    static final String READING =
            "concat(if(st_srid({0}) = 0, '', concat('SRID=', st_srid({0}), ';')), st_astext({0}))";

    private static final Set<String> TYPES = Set.of(
            "geometry",
            "point",
            "linestring",
            "polygon",
            "multipoint",
            "multilinestring",
            "multipolygon",
            "geometrycollection",
            "geomcollection");

    private static final Pattern SYSTEM = Pattern.compile("SRID=(\\d{1,10});", Pattern.CASE_INSENSITIVE);

    private MariaDbShapes() {}

    static boolean in(Column column) {
        return column.kind() == ValueKind.OTHER
                && TYPES.contains(column.typeName().toLowerCase(Locale.ROOT));
    }

    /** The placeholder for the text {@linkplain #withoutSystem without} its system. */
    static String placeholder(String text) {
        Matcher system = SYSTEM.matcher(text);
        return system.lookingAt() ? "st_geomfromtext(?, " + system.group(1) + ")" : "st_geomfromtext(?)";
    }

    static String withoutSystem(String text) {
        Matcher system = SYSTEM.matcher(text);
        return system.lookingAt() ? text.substring(system.end()) : text;
    }
}
