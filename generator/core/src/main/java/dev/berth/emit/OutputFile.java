package dev.berth.emit;

/**
 * A file to be written.
 *
 * @param path relative to the output folder, with forward slashes
 */
public record OutputFile(String path, String text) {}
