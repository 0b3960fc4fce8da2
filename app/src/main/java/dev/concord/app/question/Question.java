package dev.concord.app.question;

import dev.concord.app.action.KeyGroup;
import dev.concord.app.conflict.ConflictModel;
import dev.concord.app.conflict.ReviewModel;
import dev.concord.app.conflict.deletion.DeletionModel;
import dev.concord.app.connect.ConnectModel;
import dev.concord.app.layout.ColumnsModel;
import dev.concord.app.layout.ViewNameModel;
import dev.concord.app.paste.PasteModel;
import dev.concord.app.recovery.OtherDatabase;
import dev.concord.app.recovery.OtherWorkModel;
import dev.concord.app.recovery.RecoveryModel;
import dev.concord.app.saving.ChangesModel;
import dev.concord.app.saving.SavingModel;
import dev.concord.app.settings.TableRulesModel;
import dev.concord.version.GuardProposal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;

/** A question or message that a window shows in a dialog; a value, so that a model can ask and a test can answer. */
public sealed interface Question {

    /** Nothing to ask. */
    record None() implements Question {}

    /** Which database to open. */
    record Connect(ConnectModel model) implements Question {}

    /**
     * A message that concerns no record: about the settings, or about the database as a whole. The user only confirms
     * it.
     */
    record News(String sentence) implements Question {}

    /**
     * An error of the program. The user only confirms it.
     *
     * @param detail the failure's own message
     */
    record Fault(String detail) implements Question {}

    /**
     * Whether to delete a record, named.
     *
     * @param consequences what refers to it and what the database does with that, in sentences
     */
    record Delete(String record, List<String> consequences, Runnable yes) implements Question {
        public Delete {
            consequences = List.copyOf(consequences);
        }
    }

    /**
     * Whether to mark records to be deleted although others refer to them.
     *
     * @param records how many
     * @param consequences what refers to them and what the database does with it, in sentences
     */
    record DeleteMany(int records, List<String> consequences, Runnable yes) implements Question {
        public DeleteMany {
            consequences = List.copyOf(consequences);
        }
    }

    /**
     * How to merge two edits of one record.
     *
     * @param place which of how many it is, in words; empty when it is the only one
     */
    record Merge(ConflictModel model, String place) implements Question {}

    /**
     * Whether saves move a column that looks like a version.
     *
     * @param table the table's name
     * @param everybody set when the decision is to be kept in the database, for everybody who uses it
     * @param move saves move it; the checksum stays the proof
     * @param leave saves leave it alone
     * @param alone saves move it, and it is the proof, because every program moves it
     */
    record Version(
            String table,
            GuardProposal proposal,
            BooleanProperty everybody,
            Runnable move,
            Runnable leave,
            Runnable alone)
            implements Question {}

    /** How to save many records, and then the result of each. */
    record SaveAll(SavingModel model) implements Question {}

    /** All that is not saved, change by change. */
    record Changes(ChangesModel model) implements Question {}

    /** Whether to change many cells, after a look at each. */
    record ManyCells(PasteModel model) implements Question {}

    /** What a save merged without asking; needs no answer. */
    record Review(ReviewModel model) implements Question {}

    /** Which columns of a table are shown, and where. */
    record Columns(ColumnsModel model) implements Question {}

    /** The name under which what is shown is kept as a view. */
    record ViewName(ViewNameModel model) implements Question {}

    /**
     * The page of all keys; needs no answer.
     *
     * @param close ends it
     */
    record Keys(List<KeyGroup> groups, Runnable close) implements Question {
        public Keys {
            groups = List.copyOf(groups);
        }
    }

    /** How changes of a table's rows are merged. */
    record Rules(TableRulesModel model) implements Question {}

    /**
     * What to do with the unsaved work of windows that do not exist any more.
     *
     * @param close ends the question
     */
    record Recovery(RecoveryModel model, Runnable close) implements Question {}

    /**
     * What to do with the unsaved work on databases that are not open.
     *
     * @param close ends the question
     * @param askToDiscard ends it, and asks whether a database's unsaved work is to be discarded
     */
    record OtherWork(OtherWorkModel model, Runnable close, Consumer<OtherDatabase> askToDiscard) implements Question {}

    /**
     * Whether to discard the unsaved work on a database that is not open.
     *
     * @param database its name
     * @param records the titles of the records
     */
    record DiscardOther(String database, List<String> records, Runnable yes, Runnable no) implements Question {
        public DiscardOther {
            records = List.copyOf(records);
        }
    }

    /** What to do about a deletion that conflicts with an edit. */
    record Deletion(DeletionModel model) implements Question {}

    /**
     * What to do with unsaved records before their window is left.
     *
     * @param records the titles of the records
     * @param keep keeps them for later and continues, if they could be written to the disk; empty where that is not done
     * @param save saves them all and then continues, if all could be saved
     * @param discard discards them and continues
     * @param stay leaves everything as it is
     */
    record Unsaved(List<String> records, Optional<Runnable> keep, Runnable save, Runnable discard, Runnable stay)
            implements Question {
        public Unsaved {
            records = List.copyOf(records);
        }
    }
}
