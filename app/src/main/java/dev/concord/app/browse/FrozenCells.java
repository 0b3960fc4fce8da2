package dev.concord.app.browse;

import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** The cells of a row that stay where they are while the others scroll behind them. Its row lays them out. */
final class FrozenCells extends Region {
    private static final PseudoClass BOUNDARY = PseudoClass.getPseudoClass("boundary");

    FrozenCells() {
        setViewOrder(-1);
        getStyleClass().add("frozen-cells");
    }

    /** Shows where the columns end that a person has frozen. */
    void boundary(boolean shown) {
        pseudoClassStateChanged(BOUNDARY, shown);
    }

    @Override
    protected void layoutChildren() {
        // They are where their row has put them.
    }

    @Override
    public ObservableList<Node> getChildren() {
        return super.getChildren();
    }
}
