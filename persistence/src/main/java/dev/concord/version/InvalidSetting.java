package dev.concord.version;

/**
 * A setting that is not valid. No other value is used in its place, because a wrong guess about checking would be noticed only
 * when a colleague's change is lost.
 *
 * @param sentence one whole English sentence that names the setting, as it was given, and what would be understood
 */
public record InvalidSetting(String sentence) implements LockingSettings.Resolution, PolicyFile.Reading {}
