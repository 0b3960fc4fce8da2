package dev.concord.app.workspace;

import dev.concord.app.browse.RowsModel;
import dev.concord.app.layout.ColumnsModel;
import dev.concord.app.layout.LayoutPrompt;
import dev.concord.app.layout.ViewNameModel;
import dev.concord.app.question.Notice;
import dev.concord.app.question.Prompt;
import dev.concord.app.question.Question;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.function.Supplier;

/** Asks about the layout of the table shown in dialogs, and tells about it above the rows. FX thread only. */
final class LayoutQuestions implements LayoutPrompt {
    private final Prompt prompt;
    private final Supplier<RowsModel> rows;
    private final Texts texts;
    private final Runnable named;

    /**
     * @param rows returns the rows shown, which are made after this
     * @param named run when records are named by another column
     */
    LayoutQuestions(Prompt prompt, Supplier<RowsModel> rows, Texts texts, Runnable named) {
        this.named = named;
        this.prompt = prompt;
        this.rows = rows;
        this.texts = texts;
    }

    @Override
    public void columns() {
        if (!prompt.isAsking()) {
            prompt.ask(asked -> new Question.Columns(new ColumnsModel(rows.get().layouts(), texts, asked::answered)));
        }
    }

    @Override
    public void name() {
        if (!prompt.isAsking()) {
            prompt.ask(
                    asked -> new Question.ViewName(new ViewNameModel(rows.get().views(), texts, asked::answered)));
        }
    }

    @Override
    public void named() {
        named.run();
    }

    @Override
    public void forgotten(String view, Runnable back) {
        prompt.say(new Notice(
                texts.get("layout.forgotten", view),
                List.of(new Notice.Offer(texts.get("layout.forgotten.undo"), () -> {
                    back.run();
                    prompt.say(Notice.NONE);
                }))));
    }

    @Override
    public void incomplete(String view, List<String> missing) {
        prompt.say(new Notice(texts.get("layout.incomplete", view, String.join(", ", missing))));
    }
}
