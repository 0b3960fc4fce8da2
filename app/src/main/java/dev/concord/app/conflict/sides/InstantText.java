package dev.concord.app.conflict.sides;

import dev.concord.ui.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Points in time as text, in this computer's time zone and the locale of the texts. */
public final class InstantText {
    private final Texts texts;

    public InstantText(Texts texts) {
        this.texts = texts;
    }

    /** Returns hour and minute; the date as well, when it is not today's. */
    public String show(Instant at) {
        ZonedDateTime here = at.atZone(ZoneId.systemDefault());
        boolean today = here.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault()));
        DateTimeFormatter format = today
                ? DateTimeFormatter.ofPattern("HH:mm", texts.locale())
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
        return format.withLocale(texts.names()).format(here);
    }
}
