package dev.wirewalk.store;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What people called the files whose paths and random names occur in results. */
public final class FileNames {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Path> paths = new HashMap<>();

    void add(StoredFile stored) {
        names.put(stored.path().toString(), stored.name());
        paths.put(stored.path().toString(), stored.path());
        Path last = stored.path().getFileName();
        if (last != null) {
            names.put(last.toString(), stored.name());
            paths.put(last.toString(), stored.path());
        }
    }

    /** The shown name of a file that a result names. */
    public String shown(String file) {
        return names.getOrDefault(file, file);
    }

    /** Where a file that a result names lies on this server; empty when it is none of the session's. */
    public Optional<Path> path(String file) {
        return Optional.ofNullable(paths.get(file));
    }

    /** A sentence with all paths and random names in it replaced by the shown names; paths first, as they hold the names. */
    public String shownIn(String sentence) {
        String shown = sentence;
        for (boolean whole : new boolean[] {true, false}) {
            for (Map.Entry<String, String> name : names.entrySet()) {
                if (Path.of(name.getKey()).isAbsolute() == whole) {
                    shown = shown.replace(name.getKey(), name.getValue());
                }
            }
        }
        return shown;
    }
}
