package dev.concord.app.command;

import dev.concord.app.gateway.resource.AliasLine;
import dev.concord.app.gateway.resource.AliasReading;
import dev.concord.ui.text.Texts;

/** Says why an alias cannot be used. */
record AliasSentence(Texts texts) {

    String of(AliasReading.Refused refused) {
        AliasLine line = refused.line();
        return switch (refused.why()) {
            case NAMES_NOTHING -> texts.get("command.serve.alias.nothing", line.setting(), line.target());
            case UNCLEAR -> texts.get("command.serve.alias.unclear", line.setting(), line.target());
            case SECOND -> texts.get("command.serve.alias.second", line.setting(), line.target());
            case TWICE -> texts.get("command.serve.alias.twice", line.setting(), line.name());
            case TAKEN -> texts.get("command.serve.alias.taken", line.setting(), line.name());
            case NOT_ALLOWED -> texts.get("command.serve.alias.not-allowed", line.setting(), line.name());
        };
    }
}
