package dev.concord.app.paste;

/** A text that can be looked at so many times only, so that a regular expression ends that tries too many ways. */
final class BoundedText implements CharSequence {
    private static final long LEAST = 200_000;
    private static final long PER_CHARACTER = 100;

    private final String text;
    private final long[] left;

    BoundedText(String text) {
        this(text, new long[] {LEAST + PER_CHARACTER * text.length()});
    }

    private BoundedText(String text, long[] left) {
        this.text = text;
        this.left = left;
    }

    /** The text was looked at too often. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exhausted() {
            super("A regular expression took too many steps", null, false, false);
        }
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--left[0] < 0) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedText(text.substring(start, end), left);
    }

    @Override
    public String toString() {
        return text;
    }
}
