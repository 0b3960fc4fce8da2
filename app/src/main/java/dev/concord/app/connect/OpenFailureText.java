package dev.concord.app.connect;

import dev.concord.database.OpenOutcome.Failed;
import dev.concord.ui.text.Texts;

/** The sentence that says why a database could not be opened. */
public final class OpenFailureText {
    private OpenFailureText() {}

    /** Returns the sentence; it does not contain the driver's message. */
    public static String of(Failed failed, Texts texts) {
        String subject = failed.subject();
        return switch (failed.reason()) {
            case ADDRESS_NOT_UNDERSTOOD -> texts.get("connect.failed.address", subject);
            case SETTING_REFUSED -> texts.get("connect.failed.setting", subject);
            case FILE_MISSING -> texts.get("connect.failed.missing", subject);
            case NOT_A_DATABASE -> texts.get("connect.failed.no-database", subject);
            case CORRUPT -> texts.get("connect.failed.damaged", subject);
            case OLD_FORMAT -> texts.get("connect.failed.old", subject, failed.detail());
            case FILE_IN_USE -> texts.get("connect.failed.in-use", subject);
            case FILE_REPLACED -> texts.get("connect.failed.replaced", subject);
            case FILE_NOT_READABLE -> texts.get("connect.failed.unreadable", subject);
            case UNKNOWN_HOST -> texts.get("connect.failed.host", subject);
            case UNREACHABLE -> texts.get("connect.failed.unreachable", subject);
            case WRONG_CREDENTIALS ->
                subject.isEmpty()
                        ? texts.get("connect.failed.nobody")
                        : texts.get("connect.failed.credentials", subject);
            case NOT_ENCRYPTED -> texts.get("connect.failed.encryption", subject);
            case UNKNOWN_DATABASE -> texts.get("connect.failed.database", subject);
            case STATEMENT_POOLING -> texts.get("connect.failed.statement-pooling", subject);
            case OTHER -> texts.get("connect.failed.other", subject);
        };
    }
}
