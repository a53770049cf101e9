package dev.wirewalk.build.ui.form;

import dev.wirewalk.profile.ModuleTree;
import dev.wirewalk.profile.OptionType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The flags that are chosen, by module, in the order in which they were: another view of a text such as {@code fw + drop conn,
 * VPN + all}.
 */
public record ModuleSelection(SequencedMap<String, Set<String>> flags) {
    /** What of the text can be read; the rest is left out, as the text's own field says that it is wrong. */
    public static ModuleSelection of(String text) {
        SequencedMap<String, Set<String>> flags = new LinkedHashMap<>();
        for (String item : OptionType.Modules.items(text)) {
            List<String> words = Arrays.asList(item.split("\\s+"));
            if (words.size() > 2 && words.get(1).equals("+")) {
                flags.computeIfAbsent(words.getFirst(), _ -> new LinkedHashSet<>())
                        .addAll(words.subList(2, words.size()));
            }
        }
        return new ModuleSelection(flags);
    }

    public String text() {
        List<String> items = new ArrayList<>();
        flags.forEach((module, chosen) -> items.add(module + " + " + String.join(" ", chosen)));
        return String.join(", ", items);
    }

    public boolean has(String module, String flag) {
        return flags.getOrDefault(module, Set.of()).contains(flag);
    }

    /** How many flags of the module are chosen. */
    public int count(String module) {
        return flags.getOrDefault(module, Set.of()).size();
    }

    /** With one flag on or off. The flag for all takes the place of the single ones, and the other way round. */
    public ModuleSelection with(String module, String flag, boolean on) {
        SequencedMap<String, Set<String>> changed = new LinkedHashMap<>();
        flags.forEach((name, chosen) -> changed.put(name, new LinkedHashSet<>(chosen)));
        Set<String> chosen = changed.computeIfAbsent(module, _ -> new LinkedHashSet<>());
        if (on && flag.equals(ModuleTree.ALL)) {
            chosen.clear();
        } else if (on) {
            chosen.remove(ModuleTree.ALL);
        }
        if (on) {
            chosen.add(flag);
        } else {
            chosen.remove(flag);
        }
        changed.values().removeIf(Set::isEmpty);
        return new ModuleSelection(changed);
    }
}
