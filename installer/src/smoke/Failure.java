package smoke;

/** Something the package promises and does not keep, in one sentence. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(String sentence) {
        super(sentence);
    }

    /** Fails unless a condition holds. */
    static void unless(boolean holds, String sentence) {
        if (!holds) {
            throw new Failure(sentence);
        }
    }
}
