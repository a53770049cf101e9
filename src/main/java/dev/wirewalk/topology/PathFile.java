package dev.wirewalk.topology;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The path file: YAML, strict. File names in it are relative to the folder that it lies in. */
public final class PathFile {
    /** A path of a thousand points fits well; more is not a path file. */
    private static final long LARGEST_BYTES = 1 << 20;

    private PathFile() {}

    /**
     * Reads a path file.
     *
     * @throws PathFileException when it is missing, no YAML, or holds anything that a path file does not have
     */
    public static Path read(java.nio.file.Path file) {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw new PathFileException(file.toString(), 0, "a path file has at most 1 MiB", List.of());
            }
            java.nio.file.Path folder = file.toAbsolutePath().getParent();
            return parse(file.toString(), Files.readString(file), folder == null ? java.nio.file.Path.of("") : folder);
        } catch (CharacterCodingException notText) {
            throw new PathFileException(file.toString(), 0, "not a text file in UTF-8", List.of());
        } catch (IOException unreadable) {
            String reason = Files.isDirectory(file)
                    ? "is a folder, not a path file"
                    : Files.exists(file) ? "cannot be read" : "no such file";
            throw new PathFileException(file.toString(), 0, reason, List.of());
        }
    }

    /**
     * Reads the text of a path file.
     *
     * @param name what messages call it
     * @param folder the folder that file names are relative to
     * @throws PathFileException as {@link #read}
     */
    public static Path parse(String name, String text, java.nio.file.Path folder) {
        return new PathReader(name, folder).read(text);
    }

    /** The path as the text of a path file that lies in {@code folder}; files below it are written relative to it. */
    public static String print(Path path, java.nio.file.Path folder) {
        Map<String, Object> document = new LinkedHashMap<>();
        path.flow().ifPresent(flow -> document.put("flow", flow(flow)));
        List<Object> points = new ArrayList<>();
        path.points().forEach(point -> points.add(point(point, folder)));
        document.put("points", points);
        if (!path.returnOrder().isEmpty()) {
            document.put("return", path.returnOrder());
        }
        if (!path.nat().isEmpty()) {
            document.put("nat", path.nat().stream().map(PathFile::translation).toList());
        }
        if (!path.answers().isEmpty()) {
            document.put(
                    "answers", path.answers().stream().map(PathFile::answer).toList());
        }
        return new YAMLMapper().writeValueAsString(document);
    }

    private static Map<String, Object> answer(ToldAnswer answer) {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("question", answer.question());
        entries.put("point", answer.point());
        entries.put("answer", answer.yes() ? "yes" : "no");
        return entries;
    }

    private static Map<String, Object> flow(FlowHint flow) {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("protocol", flow.protocol().word());
        entries.put("client", flow.client().toString());
        flow.clientPort().ifPresent(port -> entries.put("clientPort", port));
        entries.put("server", flow.server().toString());
        flow.port().ifPresent(port -> entries.put("port", port));
        return entries;
    }

    private static Map<String, Object> point(Point point, java.nio.file.Path folder) {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("name", point.name());
        entries.put("device", point.device());
        point.interfaceName().ifPresent(name -> entries.put("interface", name));
        point.tool().ifPresent(tool -> entries.put("tool", tool));
        entries.put(
                "files",
                point.files().stream().map(file -> relative(file, folder)).toList());
        if (!point.addresses().isEmpty()) {
            entries.put(
                    "addresses",
                    point.addresses().stream().map(InterfaceAddress::toString).toList());
        }
        point.vlan().ifPresent(vlan -> entries.put("vlan", vlan));
        point.ifindex().ifPresent(index -> entries.put("ifindex", index));
        point.position().ifPresent(position -> entries.put("position", position));
        if (!point.settings().isEmpty()) {
            entries.put("set", new TreeMap<>(point.settings()));
        }
        return entries;
    }

    private static String relative(java.nio.file.Path file, java.nio.file.Path folder) {
        java.nio.file.Path base = folder.toAbsolutePath().normalize();
        java.nio.file.Path whole = base.resolve(file).normalize();
        return (whole.startsWith(base) ? base.relativize(whole) : whole).toString();
    }

    private static Map<String, Object> translation(Translation translation) {
        Map<String, Object> entries = new LinkedHashMap<>();
        entries.put("device", translation.device());
        translation.source().ifPresent(source -> {
            Map<String, Object> inner = new LinkedHashMap<>();
            inner.put("to", source.to().toString());
            source.ports().ifPresent(ports -> inner.put("ports", ports));
            entries.put("source", inner);
        });
        translation.destination().ifPresent(destination -> {
            Map<String, Object> inner = new LinkedHashMap<>();
            inner.put("address", destination.address().toString());
            destination.port().ifPresent(port -> inner.put("port", port));
            inner.put("to", destination.to().toString());
            destination.toPort().ifPresent(port -> inner.put("toPort", port));
            entries.put("destination", inner);
        });
        return entries;
    }
}
