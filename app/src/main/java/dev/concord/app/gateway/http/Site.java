package dev.concord.app.gateway.http;

import java.util.Optional;

/** What an {@link HttpListener} serves. Called on many threads at a time. */
public interface Site extends Handler {
    /**
     * Returns the answer to a request whose body is not needed for it: one that is refused whatever it sends, above all. Called
     * before the body is read, so that nobody fills the memory with bodies that he may not send.
     *
     * @param head the request with no body
     * @return empty where {@link #answer} is to be asked when the body was read
     */
    Optional<Answer> answerToHead(Request head);

    /**
     * Returns the answer to what was sent and is not a request, or not one that can be handled now.
     *
     * @param status 400 and above
     * @param code names the reason for programs, such as {@code body-too-large}
     * @param detail the reason as a sentence
     */
    Answer refusal(int status, String code, String detail);

    /** Called when a request was answered, or could not be. */
    void served(Served served);
}
