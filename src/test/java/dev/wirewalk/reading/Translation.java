package dev.wirewalk.reading;

import dev.wirewalk.profile.ToolProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command as somebody typed it, and beside it what it means. The files of {@code src/test/resources/translations} are called as
 * the tool; in each, {@code ==} begins a text, and behind it stands {@code -- } with its meaning as a pcap-filter text, or
 * {@code !! line:column words} with the place at which it is refused and words of the reason.
 *
 * @param meaning empty for everything
 */
record Translation(String tool, int line, String text, String meaning, String refused) {
    private static final Path FOLDER = Path.of("src/test/resources/translations");

    boolean isRefused() {
        return !refused.isEmpty();
    }

    @Override
    public String toString() {
        return tool + ":" + line;
    }

    /** Those of the tools whose commands are read back. */
    static Stream<Translation> all() {
        Set<String> tools = WayBackTest.tools().map(ToolProfile::id).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .sorted()
                    .flatMap(Translation::of)
                    .filter(translation -> tools.contains(translation.tool()))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Translation> of(Path file) {
        List<Translation> translations = new ArrayList<>();
        String tool = file.getFileName().toString().replace(".txt", "");
        List<String> text = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (line.equals("==")) {
                text.clear();
            } else if (line.startsWith("-- ") || line.equals("--") || line.startsWith("!! ")) {
                boolean refused = line.startsWith("!!");
                String rest = line.substring(2).strip();
                translations.add(new Translation(
                        tool, number, String.join("\n", text), refused ? "" : rest, refused ? rest : ""));
                text.clear();
            } else {
                text.add(line);
            }
        }
        return translations.stream();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
