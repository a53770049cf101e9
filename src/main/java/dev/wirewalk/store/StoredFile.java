package dev.wirewalk.store;

import java.nio.file.Path;

/**
 * A complete upload.
 *
 * @param name what the person called it; shown, never used to find the file
 * @param path where it lies, under a random name
 * @param bytes its size
 */
public record StoredFile(String name, Path path, long bytes) {}
