package dev.concord.app.place;

import dev.concord.catalog.Table;
import dev.concord.ui.text.Texts;
import dev.concord.version.GuardProposal;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** How the writes of the table shown are checked, and what there is to decide about it. FX thread only. */
public final class GuardStatus {
    private final OpenStore open;
    private final GuardText words;
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
    private final ReadOnlyObjectWrapper<Optional<GuardProposal>> proposal =
            new ReadOnlyObjectWrapper<>(this, "proposal", Optional.empty());

    public GuardStatus(OpenStore open, Texts texts) {
        this.open = open;
        this.words = new GuardText(texts);
    }

    void show(Table table) {
        // Of the table as it was read: the database must not be asked here, even if the table has been forgotten since.
        String checked = words.of(open.store().guardOf(table), open.store().readOnly());
        sentence.set(open.policies().differs(table.id()) ? words.differing(checked) : checked);
        proposal.set(
                table.readOnlyReason().isPresent() || open.store().readOnly()
                        ? Optional.empty()
                        : open.policies().undecided(table));
    }

    /** No table is shown. */
    void clear() {
        sentence.set("");
        proposal.set(Optional.empty());
    }

    /** How the table's writes are checked, or why there are none. */
    public ReadOnlyStringProperty sentence() {
        return sentence.getReadOnlyProperty();
    }

    /** A column that looks like a version, about which somebody has to decide before the table is written. */
    public ReadOnlyObjectProperty<Optional<GuardProposal>> proposal() {
        return proposal.getReadOnlyProperty();
    }
}
