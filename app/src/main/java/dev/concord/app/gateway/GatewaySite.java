package dev.concord.app.gateway;

import dev.concord.app.gateway.access.AccessGate;
import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.RequestRefused;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.http.Served;
import dev.concord.app.gateway.http.Site;
import dev.concord.app.gateway.resource.LostColumn;
import java.util.Optional;
import java.util.function.Consumer;

/** What the gateway's listener serves: the only place where a refused request becomes an answer. */
final class GatewaySite implements Site {
    private static final int FAULT = 500;

    private final AccessGate gate;
    private final RequestCounts counts;
    private final RequestLine line;
    private final Consumer<String> log;

    /**
     * Serves what a gate lets through.
     *
     * @param log is given a line for each request
     */
    GatewaySite(AccessGate gate, RequestCounts counts, RequestLine line, Consumer<String> log) {
        this.gate = gate;
        this.counts = counts;
        this.line = line;
        this.log = log;
    }

    @Override
    public Optional<Answer> answerToHead(Request head) {
        return gate.answerToHead(head).map(GatewaySite::secured);
    }

    @Override
    public Answer answer(Request request) {
        return secured(answered(request));
    }

    private Answer answered(Request request) {
        try {
            return gate.answer(request);
        } catch (RequestRefused refused) {
            return Answers.errors(refused.errors());
        } catch (LostColumn _) {
            return Answers.error(ApiError.of(
                    503, "table-changed", "The table has changed", "Read the resource before anything is sent again."));
        }
    }

    @Override
    public Answer refusal(int status, String code, String detail) {
        String title = status < FAULT ? "The request cannot be handled" : "The server cannot answer";
        return secured(Answers.error(ApiError.of(status, code, title, detail)));
    }

    /** Nobody in between may keep records, and no browser may take an answer for something else than it says. */
    private static Answer secured(Answer answer) {
        return answer.with("Cache-Control", "private, no-cache").with("X-Content-Type-Options", "nosniff");
    }

    @Override
    public void served(Served served) {
        counts.add(served);
        log.accept(line.of(served));
    }
}
