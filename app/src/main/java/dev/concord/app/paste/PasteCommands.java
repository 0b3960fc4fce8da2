package dev.concord.app.paste;

/** Changes of many cells, at what is selected in the grid. FX thread only. */
public interface PasteCommands {

    /** Pastes a text onto the rows shown, from the first cell selected. */
    void paste(String text);

    /** Pastes a text as new rows. */
    void pasteAsNewRows(String text);

    /** Fills the first row's values into the rows below; where one row is selected, those of the row above into it. */
    void fillDown();

    /** Asks for a value, and sets all cells selected to it. */
    void setMany();

    /** Sets all cells selected to a value that was typed. */
    void setTo(String typed);

    /** Sets all cells selected to NULL. */
    void setToNull();

    /** Asks what to look for and what to put in its place. */
    void replace();
}
