package dev.wirewalk.server;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * The words behind {@code wirewalk serve}.
 *
 * @param port 0 (any free port) to 65535; empty for the usual one
 * @param data where uploads are kept; empty for the user's own folder
 * @param profiles a folder with more tools; its files come before those of the same name, and may change while the server runs
 */
record ServeWords(Optional<Integer> port, Optional<Path> data, Optional<Path> profiles) {

    /** Reads {@code --port NUMBER}, {@code --data FOLDER} and {@code --profiles FOLDER}, also as {@code --port=NUMBER}; anything else is refused. */
    static ServeWords read(String... words) {
        Optional<Integer> port = Optional.empty();
        Optional<Path> data = Optional.empty();
        Optional<Path> profiles = Optional.empty();
        Iterator<String> rest = Arrays.asList(words).iterator();
        while (rest.hasNext()) {
            String[] nameAndValue = rest.next().split("=", 2);
            String name = nameAndValue[0];
            switch (name) {
                case "--port" -> port = Optional.of(readPort(value(nameAndValue, rest)));
                case "--data" -> data = Optional.of(readFolder(name, value(nameAndValue, rest)));
                case "--profiles" -> profiles = Optional.of(readFolder(name, value(nameAndValue, rest)));
                default -> throw new StartRefused("does not know " + name + "; it takes --port, --data and --profiles");
            }
        }
        return new ServeWords(port, data, profiles);
    }

    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        port.ifPresent(number -> properties.put("server.port", number));
        data.ifPresent(folder -> properties.put("wirewalk.data", folder.toString()));
        profiles.ifPresent(folder -> properties.put("wirewalk.profiles", folder.toString()));
        return properties;
    }

    private static String value(String[] nameAndValue, Iterator<String> rest) {
        if (nameAndValue.length == 2) {
            return nameAndValue[1];
        }
        if (!rest.hasNext()) {
            throw new StartRefused(nameAndValue[0] + " needs a value");
        }
        return rest.next();
    }

    private static int readPort(String text) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65535) {
            return Integer.parseInt(text);
        }
        throw new StartRefused("--port takes a number of 0 to 65535, not " + text);
    }

    private static Path readFolder(String name, String text) {
        try {
            if (!text.isBlank()) {
                return Path.of(text).toAbsolutePath();
            }
        } catch (InvalidPathException notAPath) {
            throw new StartRefused(name + " takes a folder, and " + text + " cannot be one", notAPath);
        }
        throw new StartRefused(name + " takes a folder, not an empty text");
    }
}
