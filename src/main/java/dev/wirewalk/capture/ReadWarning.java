package dev.wirewalk.capture;

/** Something in a file that was not as it should be; {@code offset} counts bytes from the beginning of the file. */
public record ReadWarning(long offset, String text) {}
