package dev.concord.app.workspace;

import dev.concord.agreement.GuardAgreement;
import dev.concord.app.action.KeysView;
import dev.concord.app.conflict.ConflictView;
import dev.concord.app.conflict.ReviewView;
import dev.concord.app.conflict.deletion.DeletionView;
import dev.concord.app.connect.ConnectView;
import dev.concord.app.control.DialogWindow;
import dev.concord.app.control.MessageBox;
import dev.concord.app.control.MessageBox.Answer;
import dev.concord.app.control.MessageBox.Kind;
import dev.concord.app.layout.ColumnsView;
import dev.concord.app.layout.ViewNameView;
import dev.concord.app.paste.PasteView;
import dev.concord.app.place.GuardText;
import dev.concord.app.question.Question;
import dev.concord.app.question.QuestionQueue;
import dev.concord.app.question.QuestionQueue.Asked;
import dev.concord.app.recovery.OtherWorkView;
import dev.concord.app.recovery.RecoveryView;
import dev.concord.app.saving.ChangesView;
import dev.concord.app.saving.SavingView;
import dev.concord.app.settings.TableRulesView;
import dev.concord.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.stage.Window;

/** Shows a window's questions in dialogs, one at a time. FX thread only. */
public final class Questions {
    /** The most records that are named in a message. */
    private static final int MOST_NAMED = 10;

    private final Window owner;
    private final Texts texts;
    private Optional<DialogWindow> dialog = Optional.empty();
    /** Kept while a question takes its place, and shown again as it was left. */
    private Optional<SavingView> report = Optional.empty();

    public Questions(Window owner, QuestionQueue queue, Texts texts) {
        this.owner = owner;
        this.texts = texts;
        queue.shown().subscribe(this::show);
    }

    private void show(Optional<Asked> next) {
        dialog.ifPresent(DialogWindow::close);
        dialog = next.map(this::open);
        if (next.isEmpty()) {
            report = Optional.empty();
        }
    }

    private DialogWindow open(Asked asked) {
        return switch (asked.question()) {
            case Question.None _ -> throw new IllegalStateException("Nothing is asked");
            case Question.Connect(var model) -> {
                ConnectView view = new ConnectView(model, texts);
                DialogWindow shown = dialog(texts.get("connect.title"), view.root(), model::cancel);
                view.focusTarget().requestFocus();
                yield shown;
            }
            case Question.News news -> message(news(asked, news));
            case Question.Fault fault -> message(fault(asked, fault));
            case Question.Delete delete -> message(delete(asked, delete));
            case Question.DeleteMany delete -> message(deleteMany(asked, delete));
            case Question.Unsaved unsaved -> message(unsaved(asked, unsaved));
            case Question.Version version -> message(version(asked, version));
            case Question.Merge(var model, String place) -> {
                ConflictView view = new ConflictView(model, texts);
                String title = place.isEmpty() ? view.title() : texts.get("shell.save-all.place", view.title(), place);
                yield dialog(title, view.root(), view::leave);
            }
            case Question.SaveAll(var model) -> {
                SavingView view =
                        report.filter(shown -> shown.shows(model)).orElseGet(() -> new SavingView(model, texts));
                report = Optional.of(view);
                yield dialog(view.title(), view.root(), model::close);
            }
            case Question.Changes(var model) -> {
                ChangesView view = new ChangesView(model, texts);
                yield dialog(view.title(), view.root(), model::close);
            }
            case Question.ManyCells(var model) -> {
                PasteView view = new PasteView(model, texts);
                yield dialog(view.title(), view.root(), model::cancel);
            }
            case Question.Review(var model) -> {
                ReviewView view = new ReviewView(model, texts);
                yield dialog(view.title(), view.root(), model.close());
            }
            case Question.Columns(var model) -> {
                ColumnsView view = new ColumnsView(model, texts);
                DialogWindow shown = dialog(view.title(), view.root(), model::cancel);
                view.focusTarget().requestFocus();
                yield shown;
            }
            case Question.ViewName(var model) -> {
                ViewNameView view = new ViewNameView(model, texts);
                DialogWindow shown = dialog(view.title(), view.root(), model::cancel);
                view.focusTarget().requestFocus();
                yield shown;
            }
            case Question.Keys(var groups, Runnable close) -> {
                KeysView view = new KeysView(groups, texts, close);
                DialogWindow shown = dialog(view.title(), view.root(), close);
                view.focusTarget().requestFocus();
                yield shown;
            }
            case Question.Rules(var model) -> {
                TableRulesView view = new TableRulesView(model, texts);
                yield dialog(view.title(), view.root(), model::cancel);
            }
            case Question.Deletion(var model) -> {
                DeletionView view = new DeletionView(model, texts);
                yield dialog(view.title(), view.root(), model::leave);
            }
            case Question.Recovery(var model, Runnable close) -> {
                RecoveryView view = new RecoveryView(model, texts, close);
                yield dialog(view.title(), view.root(), close);
            }
            case Question.OtherWork(var model, Runnable close, var askToDiscard) -> {
                OtherWorkView view = new OtherWorkView(model, texts, close, askToDiscard);
                yield dialog(view.title(), view.root(), close);
            }
            case Question.DiscardOther discard -> message(discardOther(asked, discard));
        };
    }

    private DialogWindow dialog(String title, Parent content, Runnable cancel) {
        return new DialogWindow(owner, title, content, cancel);
    }

    private DialogWindow message(MessageBox message) {
        return message.show(owner, texts.get("app.name"));
    }

    private MessageBox news(Asked asked, Question.News news) {
        return new MessageBox(Kind.INFO, texts.get("shell.news"), news.sentence(), List.of(read(asked)));
    }

    private MessageBox fault(Asked asked, Question.Fault fault) {
        return new MessageBox(
                        Kind.ERROR, texts.get("shell.fault"), texts.get("shell.fault.words"), List.of(read(asked)))
                .withDetails(texts.get("shell.fault.details"), fault.detail());
    }

    private MessageBox delete(Asked asked, Question.Delete question) {
        return new MessageBox(
                Kind.WARNING,
                texts.get("shell.delete.title", question.record()),
                consequences(question.consequences()) + texts.get("shell.delete.words"),
                List.of(
                        answer(asked, "shell.delete.yes", question.yes()).thatDestroys(),
                        answer(asked, "shell.delete.no", () -> {})));
    }

    private MessageBox deleteMany(Asked asked, Question.DeleteMany question) {
        return new MessageBox(
                Kind.WARNING,
                texts.get("shell.mark.title", question.records()),
                consequences(question.consequences()) + texts.get("shell.mark.words"),
                List.of(answer(asked, "shell.mark.yes", question.yes()), answer(asked, "shell.mark.no", () -> {})));
    }

    private static String consequences(List<String> sentences) {
        return sentences.isEmpty() ? "" : "• " + String.join("\n• ", sentences) + "\n\n";
    }

    private MessageBox unsaved(Asked asked, Question.Unsaved question) {
        List<Answer> answers = new ArrayList<>();
        question.keep().ifPresent(keep -> answers.add(answer(asked, "shell.leave.keep", keep)));
        answers.add(answer(asked, "shell.leave.save", question.save()));
        answers.add(answer(asked, "shell.leave.discard", question.discard()));
        answers.add(answer(asked, "shell.leave.cancel", question.stay()));
        return new MessageBox(
                Kind.INFO,
                texts.get("shell.leave.title", question.records().size()),
                "• " + String.join("\n• ", question.records()),
                answers);
    }

    private MessageBox discardOther(Asked asked, Question.DiscardOther question) {
        List<String> named = question.records().stream().limit(MOST_NAMED).toList();
        int more = question.records().size() - named.size();
        String records = "• " + String.join("\n• ", named)
                + (more > 0 ? "\n" + texts.get("recovery.others.discard.more", more) : "");
        return new MessageBox(
                Kind.WARNING,
                texts.get("recovery.others.discard.title", question.database()),
                records + "\n\n" + texts.get("recovery.others.discard.words"),
                List.of(
                        answer(asked, "recovery.others.discard.yes", question.yes())
                                .thatDestroys(),
                        answer(asked, "recovery.others.discard.no", question.no())));
    }

    private MessageBox version(Asked asked, Question.Version question) {
        List<Answer> answers = new ArrayList<>();
        answers.add(answer(asked, "shell.version.move", question.move()));
        answers.add(answer(asked, "shell.version.leave", question.leave()));
        if (question.proposal().soundAlone()) {
            answers.add(answer(asked, "shell.version.alone", question.alone()));
        }
        answers.add(answer(asked, "shell.version.later", () -> {}));
        String column = question.proposal().column().name();
        return new MessageBox(
                        Kind.INFO,
                        texts.get("shell.version.title", column),
                        new GuardText(texts).explained(question.proposal(), question.table()),
                        answers)
                .withOption(texts.get("shell.version.everybody", GuardAgreement.TABLE), question.everybody());
    }

    private Answer read(Asked asked) {
        return answer(asked, "shell.message.close", () -> {});
    }

    private Answer answer(Asked asked, String key, Runnable action) {
        return new Answer(texts.get(key), () -> {
            asked.answered();
            action.run();
        });
    }
}
