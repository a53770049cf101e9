package dev.wirewalk.capture.text.cisco;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The captures that the device has, as the list or the commands that made them tell. */
final class CaptureList {
    private static final int MOST = 1000;

    private final Map<String, Entry> entries = new HashMap<>();

    /**
     * One capture.
     *
     * @param interfaceName where; several with a comma between; empty when not told
     * @param drops whether it holds packets that the device dropped
     * @param full whether the buffer is full and nothing is captured any more
     */
    record Entry(String name, String interfaceName, boolean drops, boolean full) {}

    /** {@code capture NAME type raw-data interface IF [Capturing - 684 bytes]}, or the command of the same words. */
    static Optional<Entry> parse(String text) {
        String[] words = text.strip().split(" +", 60);
        if (words.length < 3 || words[0].length() < 3 || !"capture".startsWith(words[0])) {
            return Optional.empty();
        }
        List<String> interfaces = new ArrayList<>();
        boolean typed = false;
        boolean drops = false;
        for (int i = 2; i + 1 < words.length; i++) {
            if (words[i].length() > 2 && "interface".startsWith(words[i])) {
                interfaces.add(words[i + 1]);
            } else if (words[i].length() > 1 && "type".startsWith(words[i])) {
                typed = true;
                drops = words[i + 1].equals("asp-drop");
            }
        }
        boolean state = text.indexOf(" bytes]") > 0;
        if (interfaces.isEmpty() && !typed && !state) {
            return Optional.empty();
        }
        return Optional.of(new Entry(
                words[1],
                String.join(", ", interfaces),
                drops,
                text.contains("[Buffer Full") && !text.contains(" circular-buffer")));
    }

    void learn(Entry entry) {
        if (entries.size() < MOST) {
            entries.merge(entry.name(), entry, CaptureList::merged);
        }
    }

    /** The same capture can be made by several commands, each with a part of it. */
    private static Entry merged(Entry before, Entry now) {
        String interfaces = now.interfaceName().isEmpty() ? before.interfaceName() : now.interfaceName();
        return new Entry(now.name(), interfaces, before.drops() || now.drops(), now.full());
    }

    Optional<Entry> named(String name) {
        return Optional.ofNullable(entries.get(name));
    }
}
