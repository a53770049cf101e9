package dev.wirewalk.capture.text.ios;

import java.util.ArrayList;
import java.util.List;

/** Which capture a text shows, by the commands that were typed before it; words may be shortened. */
final class CommandedCapture {
    private CommandedCapture() {}

    /** The interface of the capture that the latest command shows, else the capture's name; empty when no command tells. */
    static String place(List<String> commands) {
        for (int i = commands.size() - 1; i >= 0; i--) {
            List<String> words = words(commands.get(i));
            if (words.size() > 3 && isShow(words) && !begins("buffer", words.get(3))) {
                String name = words.get(3);
                String on = interfaceOf(name, commands);
                return on.isEmpty() ? name : on;
            }
        }
        return "";
    }

    private static boolean isShow(List<String> words) {
        return begins("show", words.get(0)) && begins("monitor", words.get(1)) && begins("capture", words.get(2));
    }

    /** {@code monitor capture NAME interface IF both}; several with a comma between. */
    private static String interfaceOf(String name, List<String> commands) {
        List<String> found = new ArrayList<>();
        for (String command : commands) {
            List<String> words = words(command);
            boolean made = words.size() > 4
                    && begins("monitor", words.get(0))
                    && begins("capture", words.get(1))
                    && words.get(2).equalsIgnoreCase(name)
                    && begins("interface", words.get(3));
            if (made && !found.contains(words.get(4))) {
                found.add(words.get(4));
            }
        }
        return String.join(", ", found);
    }

    private static boolean begins(String whole, String word) {
        return word.length() >= 2 && whole.startsWith(word);
    }

    private static List<String> words(String command) {
        return List.of(command.strip().split(" +", 12));
    }
}
