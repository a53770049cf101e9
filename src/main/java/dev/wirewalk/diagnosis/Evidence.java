package dev.wirewalk.diagnosis;

/** A frame that shows something: the file's name, and the frame's number from 1 as Wireshark counts. */
public record Evidence(String file, long frame) {}
