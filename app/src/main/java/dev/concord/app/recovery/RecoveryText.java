package dev.concord.app.recovery;

import dev.concord.app.control.Caption;
import dev.concord.drafts.DraftFolder;
import dev.concord.drafts.FoundDrafts;
import dev.concord.ui.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.stream.Collectors;

/** Texts about unsaved work that was found. */
final class RecoveryText {
    /** The most columns that are named. */
    private static final int MOST_COLUMNS = 4;

    /** The most records that are named. */
    private static final int MOST_RECORDS = 3;

    private final Texts texts;

    RecoveryText(Texts texts) {
        this.texts = texts;
    }

    /** One sentence about all that is offered; empty when nothing is. */
    String announcement(List<Offer> offered) {
        return offered.isEmpty()
                ? ""
                : texts.get(
                        "recovery.announcement",
                        time(offered.getLast().draft().at()),
                        offered.size(),
                        offered.getLast().draft().title());
    }

    /** One sentence for each reason why files could not be read; empty when all could. */
    String unread(List<FoundDrafts.Unread> unread) {
        return unread.stream().collect(Collectors.groupingBy(FoundDrafts.Unread::why)).entrySet().stream()
                .map(why -> switch (why.getKey()) {
                    case OTHER_VERSION -> texts.get("recovery.unread.version", names(why.getValue()));
                    case DAMAGED -> texts.get("recovery.unread.damaged", names(why.getValue()));
                    case NOT_READABLE -> texts.get("recovery.unread.other", names(why.getValue()));
                })
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String names(List<FoundDrafts.Unread> files) {
        return files.stream().map(file -> file.file().toString()).collect(Collectors.joining(", "));
    }

    /** What the database holds of the record, in a word or two. */
    String kind(Offer offer) {
        return offer.isDiscarded()
                ? texts.get("recovery.kind.discarded")
                : texts.get("recovery.kind." + offer.state().word());
    }

    /** When it was changed, which columns, and what continuing means. */
    String detail(Offer offer, boolean underWay) {
        String columns =
                offer.columns().stream().limit(MOST_COLUMNS).map(Caption::of).collect(Collectors.joining(", "));
        String when = time(offer.draft().at());
        String what = offer.draft().draft().deleted()
                ? texts.get("recovery.detail.deletion", when)
                : texts.get("recovery.detail", when, offer.columns().size() > MOST_COLUMNS ? columns + ", …" : columns);
        return (what + " " + meaning(offer, underWay)).strip();
    }

    private String meaning(Offer offer, boolean underWay) {
        if (underWay) {
            return texts.get("recovery.under-way");
        }
        String state = state(offer);
        String queued = offer.draft().queued() ? " " + texts.get("recovery.queued") : "";
        return offer.found()
                .discarded()
                .map(at -> texts.get("recovery.discarded", time(at.plus(DraftFolder.RESTORABLE))))
                .orElse(state + queued);
    }

    private String state(Offer offer) {
        return switch (offer.state()) {
            case NEW ->
                texts.get(offer.draft().sending().isPresent() ? "recovery.state.not-saved" : "recovery.state.new");
            case PARTLY_SAVED, MAYBE_SAVED ->
                texts.get(
                        "recovery.state." + offer.state().word(),
                        offer.row().map(row -> row.key().label()).orElse(""));
            default -> texts.get("recovery.state." + offer.state().word());
        };
    }

    /** All of it, for screen readers. */
    String spoken(Offer offer, boolean underWay) {
        return String.join(". ", offer.draft().title(), kind(offer), detail(offer, underWay));
    }

    /** Whether a database's work is offered or discarded, in a word or two. */
    String kind(OtherDatabase database) {
        return texts.get(database.discarded() ? "recovery.kind.discarded" : "recovery.others.kind");
    }

    /** How many records, when the last of them was changed, and their names. */
    String detail(OtherDatabase database) {
        List<String> records = database.records();
        String names = records.stream().limit(MOST_RECORDS).collect(Collectors.joining(", "));
        return texts.get(
                database.discarded() ? "recovery.others.discarded" : "recovery.others.detail",
                records.size(),
                time(database.at()),
                records.size() > MOST_RECORDS ? names + ", …" : names);
    }

    /** The address and the user, if one was given; never a password. */
    String where(OtherDatabase database) {
        String user = database.database().user();
        String address = database.database().address();
        return user.isEmpty() ? address : texts.get("connect.recent.user", address, user);
    }

    /** All of it, for screen readers. */
    String spoken(OtherDatabase database) {
        return String.join(". ", database.label(), kind(database), detail(database), where(database));
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.names())
                .format(at.atZone(ZoneId.systemDefault()));
    }
}
