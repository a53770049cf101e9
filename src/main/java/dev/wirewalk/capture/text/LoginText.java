package dev.wirewalk.capture.text;

import java.util.List;

/** What ssh, its key checks and shells print into a terminal log around the output of a tool. */
final class LoginText {
    private static final List<String> BEGINNINGS = List.of(
            "@@@@",
            "@    WARNING:",
            "IT IS POSSIBLE THAT SOMEONE",
            "Someone could be eavesdropping",
            "It is also possible that a host key",
            "The fingerprint for the ",
            "Please contact your system administrator",
            "Add correct host key in ",
            "Offending ",
            "Host key for ",
            "Host key verification failed",
            "Password authentication is disabled",
            "Keyboard-interactive authentication is disabled",
            "Enter passphrase for key",
            "Password:",
            "password:",
            "Permission denied, please try again",
            "Received disconnect from",
            "Disconnected from",
            "Write failed: ",
            "bash: ",
            "-bash: ",
            "(reverse",
            "logout");

    private LoginText() {}

    static boolean is(String text) {
        return BEGINNINGS.stream().anyMatch(text::startsWith)
                || text.equals("exit")
                || text.equals("^C")
                || text.endsWith("'s password:")
                // What is left of a search in the shell's history, which writes over itself.
                || (text.endsWith("':") && text.length() < 20)
                || isFingerprint(text);
    }

    /** {@code 16:27:ac:…} of MD5, with a full stop behind, or {@code SHA256:…}. */
    private static boolean isFingerprint(String text) {
        if (text.startsWith("SHA256:")) {
            return text.indexOf(' ') < 0;
        }
        String pairs = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (pairs.length() != 47) {
            return false;
        }
        for (int i = 0; i < pairs.length(); i++) {
            boolean fits = i % 3 == 2 ? pairs.charAt(i) == ':' : Character.digit(pairs.charAt(i), 16) >= 0;
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
