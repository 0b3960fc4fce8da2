package dev.concord.app.shell;

import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;

/** What a person does about a conflict, by keyboard alone or by mouse alone; text is typed by either. */
sealed interface Hands permits Keyboard, Mouse {

    /** Which hands a journey is made with. */
    enum Way {
        KEYBOARD,
        MOUSE
    }

    /** A value to choose, of a field or of a part of it. */
    enum Side {
        OPENED("base", "As opened", KeyCode.DIGIT1),
        DATABASE("theirs", "Database", KeyCode.DIGIT2),
        MINE("mine", "Yours", KeyCode.DIGIT3),
        /** Of lines only: those of the database and then one's own. */
        BOTH("theirs-mine", "Database, then yours", KeyCode.DIGIT4);

        /** The last part of the style classes of the side's cells. */
        final String style;

        /** What the button says. */
        final String words;

        final KeyCode key;

        Side(String style, String words, KeyCode key) {
            this.style = style;
            this.words = words;
            this.key = key;
        }
    }

    static Hands at(Desk desk, Way way) {
        return switch (way) {
            case KEYBOARD -> new Keyboard(desk);
            case MOUSE -> new Mouse(desk);
        };
    }

    /** Saves the form. */
    void save() throws TimeoutException;

    /** Deletes the record in the form, and is sure. */
    void delete() throws TimeoutException;

    /** Decides a field, and those decided together with it. */
    void choose(String column, Side side);

    /** Applies both changes of a quantity. */
    void addUp(String column);

    /** Lets the fields of a group be decided one by one; named by its first. */
    void separate(String column) throws TimeoutException;

    /** Types a field's result. */
    void type(String column, String text);

    /** Opens what a value was taken apart into. */
    void lookInside(String column) throws TimeoutException;

    /** Decides one part, named as its row names it. */
    void choosePart(String part, Side side) throws TimeoutException;

    /** Goes back from the parts to the fields. */
    void leaveParts() throws TimeoutException;

    /** Presses a button of the dialog that has no key of its own. */
    void push(String id) throws TimeoutException;

    /** Saves the merge. */
    void finish() throws TimeoutException;

    /** Goes back to the form. */
    void cancel() throws TimeoutException;

    /** Takes a picture; one of the two ways is enough. */
    void picture(String name);
}
