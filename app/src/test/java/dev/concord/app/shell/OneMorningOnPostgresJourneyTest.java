package dev.concord.app.shell;

/** The same on a server. */
class OneMorningOnPostgresJourneyTest extends OneMorningJourneyTest {
    @Override
    Office office() {
        return Office.onPostgres();
    }
}
