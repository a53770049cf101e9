package dev.wirewalk.cli;

import dev.wirewalk.capture.UnreadableCapture;
import dev.wirewalk.match.order.Given;
import dev.wirewalk.match.order.InferredPath;
import dev.wirewalk.match.order.InferredPoint;
import dev.wirewalk.match.order.PathFromFiles;
import dev.wirewalk.topology.FlowHint;
import dev.wirewalk.topology.PathFile;
import dev.wirewalk.topology.Point;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path that was made from captures: as part of a JSON document, in words, and as a path file. */
record PathFromCaptures(InferredPath inferred) {

    static PathFromCaptures of(List<Path> captures, Optional<FlowHint> flow) throws BadInputException {
        List<Given> given = captures.stream()
                .map(file -> Given.of(file.toAbsolutePath().normalize()))
                .toList();
        try {
            return new PathFromCaptures(new PathFromFiles(given, flow, (phase, done, total) -> {}).infer());
        } catch (UnreadableCapture unreadable) {
            throw new BadInputException(String.valueOf(unreadable.getMessage()));
        }
    }

    /** Writes the path file, whose captures are named relative to its folder. */
    void save(Path file) throws BadInputException {
        Path whole = file.toAbsolutePath();
        Path folder = Optional.ofNullable(whole.getParent()).orElse(whole);
        try {
            Files.writeString(file, PathFile.print(inferred.path(), folder));
        } catch (IOException failed) {
            throw new BadInputException("--save-path: cannot write " + file + ": "
                    + failed.getClass().getSimpleName() + " " + failed.getMessage());
        }
    }

    /** {@code points}, {@code return} and {@code leftOut}; each point with what a path file says of it, why it is there and what was guessed. */
    Map<String, Object> json() {
        Map<String, Object> document = new LinkedHashMap<>();
        List<Object> points = new ArrayList<>();
        for (int i = 0; i < inferred.points().size(); i++) {
            points.add(json(inferred.path().points().get(i), inferred.points().get(i)));
        }
        document.put("points", points);
        document.put("return", inferred.path().returnOrder());
        document.put("leftOut", inferred.leftOut());
        return document;
    }

    private static Map<String, Object> json(Point point, InferredPoint why) {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("name", point.name());
        entries.put("device", point.device());
        point.interfaceName().ifPresent(name -> entries.put("interface", name));
        point.vlan().ifPresent(id -> entries.put("vlan", id));
        point.ifindex().ifPresent(number -> entries.put("ifindex", number));
        point.position().ifPresent(where -> entries.put("position", where));
        entries.put("files", point.files().stream().map(Path::toString).toList());
        entries.put("placed", why.placed());
        entries.put("reason", why.reason());
        entries.put("guesses", why.guesses());
        return entries;
    }

    void print(PrintWriter out) {
        out.println("The path, as the captures tell it:");
        for (int i = 0; i < inferred.points().size(); i++) {
            Point point = inferred.path().points().get(i);
            InferredPoint why = inferred.points().get(i);
            out.println(
                    "  " + (i + 1) + ". " + Words.printable(point.name()) + " on " + Words.printable(point.device()));
            out.println("     " + Words.printable(why.reason()));
            why.guesses().forEach(guess -> out.println("     guessed: " + Words.printable(guess)));
        }
        if (!inferred.path().returnOrder().isEmpty()) {
            out.println("  back: "
                    + Words.printable(String.join(", ", inferred.path().returnOrder())));
        }
        inferred.leftOut().forEach(sentence -> out.println("  " + Words.printable(sentence)));
        out.println();
    }
}
