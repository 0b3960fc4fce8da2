package dev.concord.app;

/** Where the program starts. Not an Application itself, so that it runs from the class path too. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("Concord");
    }
}
