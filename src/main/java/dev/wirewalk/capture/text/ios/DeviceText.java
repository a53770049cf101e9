package dev.wirewalk.capture.text.ios;

import java.util.List;

/** What IOS prints around the output of a command. */
final class DeviceText {
    private static final List<String> BEGINNINGS = List.of(
            "Starting the packet display",
            "show monitor capture ",
            "show platform ",
            "Load for five secs:",
            "Time source is ",
            "No entries found",
            "Display capture");

    private DeviceText() {}

    static boolean is(String line) {
        String text = line.strip();
        return BEGINNINGS.stream().anyMatch(text::startsWith);
    }
}
