package dev.wirewalk.topology;

import dev.wirewalk.address.IpAddress;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Turns the nodes of a path file into a {@link Path}; whatever it does not know it refuses. */
final class PathReader {
    static final List<String> PATH_KEYS = List.of("flow", "points", "return", "nat", "answers");
    static final List<String> FLOW_KEYS = List.of("protocol", "client", "clientPort", "server", "port");
    static final List<String> POINT_KEYS =
            List.of("name", "device", "interface", "tool", "files", "addresses", "vlan", "ifindex", "position", "set");
    static final List<String> POSITIONS = List.of("i", "I", "o", "O", "e", "E", "in", "out");
    static final List<String> NAT_KEYS = List.of("device", "source", "destination");
    static final List<String> SOURCE_KEYS = List.of("to", "ports");
    static final List<String> DESTINATION_KEYS = List.of("address", "port", "to", "toPort");

    static final List<String> ANSWER_KEYS = List.of("question", "point", "answer");

    private final String file;
    private final java.nio.file.Path folder;

    PathReader(String file, java.nio.file.Path folder) {
        this.file = file;
        this.folder = folder;
    }

    Path read(String text) {
        Fields fields = new Fields(file, "the path", YamlReader.read(file, text), PATH_KEYS);
        Optional<FlowHint> flow = fields.node("flow").map(this::flow);
        List<Point> points = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlNode node : fields.items("points", fields.required("points"))) {
            Point point = point(node);
            if (!names.add(point.name())) {
                throw refuse(node.line(), "two points are named \"" + point.name() + "\"", List.of());
            }
            points.add(point);
        }
        if (points.isEmpty()) {
            throw refuse(fields.line("points"), "the path has no points", List.of());
        }
        List<String> way = fields.texts("return");
        for (String name : way) {
            if (!names.contains(name)) {
                throw refuse(
                        fields.line("return"),
                        "\"return\" names \"" + name + "\", which is no point",
                        List.copyOf(points.stream().map(Point::name).toList()));
            }
        }
        List<Translation> nat = new ArrayList<>();
        if (fields.node("nat").isPresent()) {
            for (YamlNode node : fields.items("nat", fields.required("nat"))) {
                nat.add(translation(node, points));
            }
        }
        List<ToldAnswer> answers = new ArrayList<>();
        if (fields.node("answers").isPresent()) {
            for (YamlNode node : fields.items("answers", fields.required("answers"))) {
                answers.add(answer(node, names));
            }
        }
        return new Path(flow, points, way, nat, answers);
    }

    private ToldAnswer answer(YamlNode node, Set<String> names) {
        Fields fields = new Fields(file, "an answer", node, ANSWER_KEYS);
        String point = fields.requiredText("point");
        if (!names.contains(point)) {
            throw refuse(
                    fields.line("point"),
                    "\"" + point + "\" is no point of the path",
                    names.stream().sorted().toList());
        }
        String answer = fields.requiredText("answer");
        if (!answer.equals("yes") && !answer.equals("no")) {
            throw refuse(fields.line("answer"), "\"" + answer + "\" is no answer", List.of("yes", "no"));
        }
        return new ToldAnswer(fields.requiredText("question"), point, answer.equals("yes"));
    }

    private FlowHint flow(YamlNode node) {
        Fields fields = new Fields(file, "the flow", node, FLOW_KEYS);
        String word = fields.requiredText("protocol");
        FlowProtocol protocol = FlowProtocol.of(word)
                .orElseThrow(() -> refuse(
                        fields.line("protocol"), "unknown protocol \"" + word + "\"", List.of("tcp", "udp", "icmp")));
        IpAddress client = fields.requiredAddress("client");
        IpAddress server = fields.requiredAddress("server");
        if (client.version() != server.version()) {
            throw refuse(fields.line("server"), "client and server are of different IP versions", List.of());
        }
        OptionalInt clientPort = fields.number("clientPort", 65535);
        OptionalInt port = fields.number("port", 65535);
        if (protocol == FlowProtocol.ICMP && (clientPort.isPresent() || port.isPresent())) {
            throw refuse(fields.line(), "an icmp flow has no ports", List.of("protocol", "client", "server"));
        }
        return new FlowHint(protocol, client, clientPort, server, port);
    }

    private Point point(YamlNode node) {
        Fields fields = new Fields(file, "a point", node, POINT_KEYS);
        String name = fields.requiredText("name");
        String device = fields.requiredText("device");
        fields.required("files");
        List<java.nio.file.Path> files = fields.texts("files").stream()
                .map(text -> resolve(fields, text))
                .toList();
        List<InterfaceAddress> addresses = fields.texts("addresses").stream()
                .map(text -> interfaceAddress(fields, text))
                .toList();
        return new Point(
                name,
                device,
                fields.text("interface"),
                fields.text("tool"),
                files,
                addresses,
                fields.number("vlan", 4094),
                fields.number("ifindex", Integer.MAX_VALUE),
                fields.node("set").map(set -> settings(name, set)).orElse(Map.of()),
                fields.text("position").map(word -> position(fields, word)));
    }

    private String position(Fields fields, String word) {
        if (!POSITIONS.contains(word)) {
            throw refuse(fields.line("position"), "unknown position \"" + word + "\"", POSITIONS);
        }
        return word;
    }

    /** Names and values of options; which there are is the tool's business. */
    private Map<String, String> settings(String point, YamlNode node) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            throw refuse(
                    node.line(), "\"set\" of " + point + " is " + node.kind() + ", not names and values", List.of());
        }
        Map<String, String> settings = new LinkedHashMap<>();
        mapping.entries().forEach((name, value) -> {
            if (!(value instanceof YamlNode.Scalar(int _, String text))) {
                throw refuse(value.line(), "\"" + name + "\" is " + value.kind() + ", not a text", List.of());
            }
            settings.put(name, text);
        });
        return settings;
    }

    private java.nio.file.Path resolve(Fields fields, String text) {
        try {
            return folder.resolve(text);
        } catch (InvalidPathException notAPath) {
            throw refuse(fields.line("files"), "\"" + text + "\" is no file name", List.of());
        }
    }

    private InterfaceAddress interfaceAddress(Fields fields, String text) {
        int slash = text.indexOf('/');
        String length = slash < 0 ? "" : text.substring(slash + 1);
        Optional<IpAddress> address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
        boolean fits = length.matches("\\d{1,3}")
                && address.filter(found ->
                                Integer.parseInt(length) <= found.version().bits())
                        .isPresent();
        if (!fits) {
            throw refuse(
                    fields.line("addresses"),
                    "\"" + text + "\" is no address with a prefix length such as 10.20.30.254/24",
                    List.of());
        }
        return new InterfaceAddress(address.orElseThrow(), Integer.parseInt(length));
    }

    private Translation translation(YamlNode node, List<Point> points) {
        Fields fields = new Fields(file, "a translation", node, NAT_KEYS);
        String device = fields.requiredText("device");
        List<String> devices = points.stream().map(Point::device).distinct().toList();
        if (!devices.contains(device)) {
            throw refuse(fields.line("device"), "\"" + device + "\" is no device of the path", devices);
        }
        Optional<Translation.Source> source = fields.node("source").map(this::source);
        Optional<Translation.Destination> destination =
                fields.node("destination").map(this::destination);
        if (source.isEmpty() && destination.isEmpty()) {
            throw refuse(fields.line(), "a translation changes nothing", List.of("source", "destination"));
        }
        return new Translation(device, source, destination);
    }

    private Translation.Source source(YamlNode node) {
        Fields fields = new Fields(file, "a source translation", node, SOURCE_KEYS);
        Optional<String> ports = fields.text("ports");
        ports.filter(text -> !text.matches("\\d{1,5}(-\\d{1,5})?")).ifPresent(text -> {
            throw refuse(fields.line("ports"), "\"" + text + "\" is no port range such as 20000-29999", List.of());
        });
        return new Translation.Source(fields.requiredAddress("to"), ports);
    }

    private Translation.Destination destination(YamlNode node) {
        Fields fields = new Fields(file, "a destination translation", node, DESTINATION_KEYS);
        return new Translation.Destination(
                fields.requiredAddress("address"),
                fields.number("port", 65535),
                fields.requiredAddress("to"),
                fields.number("toPort", 65535));
    }

    private PathFileException refuse(int line, String problem, List<String> allowed) {
        return new PathFileException(file, line, problem, allowed);
    }
}
