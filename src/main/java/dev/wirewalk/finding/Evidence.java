package dev.wirewalk.finding;

/** A frame that shows something: the file as it was given, and the frame's number from 1 as Wireshark counts. */
public record Evidence(String file, long frame) {}
