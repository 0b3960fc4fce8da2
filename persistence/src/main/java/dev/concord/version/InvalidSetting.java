package dev.concord.version;

/**
 * A setting that cannot be understood. Nothing is guessed in its place: a wrong guess about checking would show only
 * when a colleague's change is lost.
 *
 * @param sentence one whole English sentence that names the setting, as it was given, and what would be understood
 */
public record InvalidSetting(String sentence) implements LockingSettings.Resolution, PolicyFile.Reading {}
