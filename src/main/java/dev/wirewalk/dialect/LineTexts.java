package dev.wirewalk.dialect;

import static dev.wirewalk.filter.HeaderField.DESTINATION;
import static dev.wirewalk.filter.HeaderField.DESTINATION_PORT;
import static dev.wirewalk.filter.HeaderField.ICMP_CODE;
import static dev.wirewalk.filter.HeaderField.ICMP_TYPE;
import static dev.wirewalk.filter.HeaderField.NETWORK;
import static dev.wirewalk.filter.HeaderField.PROTOCOL;
import static dev.wirewalk.filter.HeaderField.SOURCE;
import static dev.wirewalk.filter.HeaderField.SOURCE_PORT;
import static dev.wirewalk.filter.HeaderField.TCP_FLAGS;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.FieldValues;
import dev.wirewalk.filter.HeaderField;
import dev.wirewalk.filter.Network;
import dev.wirewalk.profile.LineField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the fields of a line in the order and words of its way. */
final class LineTexts {
    private final WayWords words;

    LineTexts(WayWords words) {
        this.words = words;
    }

    List<String> of(Line line) {
        List<String> texts = new ArrayList<>();
        boolean protocolTold = words.way().fields().stream()
                .anyMatch(field ->
                        field.insteadOfProtocol() && !texts(field, line).isEmpty());
        for (LineField field : words.way().fields()) {
            List<String> written = field.kind().equals("protocol") && protocolTold ? List.of() : texts(field, line);
            if (!written.isEmpty()) {
                texts.addAll(written);
            } else if (!(field.kind().equals("protocol") && protocolTold)) {
                field.unsaid().ifPresent(texts::add);
            }
        }
        // A line without a field selects everything; the word beside it would hide that.
        if (line.symmetry().mirrored() && !texts.isEmpty()) {
            words.way().repliesWord().ifPresent(texts::add);
        }
        return texts;
    }

    private List<String> texts(LineField field, Line line) {
        Said said = line.said();
        boolean eitherAddress = line.symmetry().addresses();
        boolean eitherPort = line.symmetry().ports();
        return switch (field.kind()) {
            case "network" -> write(words.networkWords(), said, NETWORK, line);
            case "protocol" -> numbers(field, PROTOCOL, line);
            case "source" -> eitherAddress ? List.of() : address(field, said.of(SOURCE), said.says(SOURCE));
            case "destination" ->
                eitherAddress ? List.of() : address(field, said.of(DESTINATION), said.says(DESTINATION));
            case "address" -> eitherAddress ? eitherAddress(field, said) : List.of();
            case "source-port" -> eitherPort ? List.of() : numbers(field, SOURCE_PORT, line);
            case "destination-port" -> eitherPort ? List.of() : numbers(field, DESTINATION_PORT, line);
            case "port" -> eitherPort ? eitherPort(field, line) : List.of();
            case "tcp-flags" -> numbers(field, TCP_FLAGS, line);
            case "icmp-type" -> numbers(field, ICMP_TYPE, line);
            case "icmp-code" -> numbers(field, ICMP_CODE, line);
            default -> throw new IllegalStateException("the schema lets through a field that nobody writes");
        };
    }

    private List<String> address(LineField field, FieldValues<IpAddress> values, boolean said) {
        if (!said) {
            return List.of();
        }
        IpVersion version = values.ranges().getFirst().low().version();
        return words.addresses(field.kind(), version)
                .filter(_ -> words.field(field.kind(), network(version))
                        .filter(field::equals)
                        .isPresent())
                .map(one -> one.write(values, ""))
                .orElse(List.of());
    }

    private static Network network(IpVersion version) {
        return version == IpVersion.V4 ? Network.IPV4 : Network.IPV6;
    }

    private List<String> eitherAddress(LineField field, Said said) {
        if (said.says(SOURCE) && said.says(DESTINATION) && field.two().isPresent()) {
            return two(
                    field.two().get(),
                    item(field, address(field, said.of(SOURCE), true)),
                    item(field, address(field, said.of(DESTINATION), true)));
        }
        return said.says(SOURCE)
                ? address(field, said.of(SOURCE), true)
                : address(field, said.of(DESTINATION), said.says(DESTINATION));
    }

    private List<String> eitherPort(LineField field, Line line) {
        Said said = line.said();
        if (said.says(SOURCE_PORT) && said.says(DESTINATION_PORT) && field.two().isPresent()) {
            return two(
                    field.two().get(),
                    item(field, numbers(field, SOURCE_PORT, line)),
                    item(field, numbers(field, DESTINATION_PORT, line)));
        }
        return numbers(field, said.says(SOURCE_PORT) ? SOURCE_PORT : DESTINATION_PORT, line);
    }

    private static List<String> two(String text, Optional<String> one, Optional<String> other) {
        return one.isPresent() && other.isPresent()
                ? List.of(text.replace("{one}", one.get()).replace("{other}", other.get()))
                : List.of();
    }

    /** The value alone, out of the text of its field. */
    private static Optional<String> item(LineField field, List<String> texts) {
        int start = field.text().indexOf("{value}");
        int behind = field.text().length() - start - "{value}".length();
        return texts.stream().findFirst().map(text -> text.substring(start, text.length() - behind));
    }

    private List<String> numbers(LineField field, HeaderField<Integer> header, Line line) {
        FieldValues<Integer> protocol = line.said().of(PROTOCOL);
        Network network = words.networks().equals(java.util.Set.of(Network.IPV6)) || protocol.equals(PROTOCOL.one(58))
                ? Network.IPV6
                : Network.IPV4;
        Optional<FieldWords<Integer>> own = words.numbers(field.kind(), header, network)
                .filter(_ ->
                        words.field(field.kind(), network).filter(field::equals).isPresent());
        return write(own, line.said(), header, line);
    }

    private <T extends Comparable<T>> List<String> write(
            Optional<FieldWords<T>> own, Said said, HeaderField<T> header, Line line) {
        if (own.isEmpty() || !said.says(header)) {
            return List.of();
        }
        return own.get().write(said.of(header), protocolWord(line));
    }

    /** The one protocol of a line as it is written by itself; empty when there are none or several. */
    private String protocolWord(Line line) {
        FieldValues<Integer> protocol = line.said().of(PROTOCOL);
        boolean single =
                protocol.ranges().size() == 1 && protocol.ranges().getFirst().single();
        Optional<LineField> field = words.field("protocol", Network.IPV4);
        return single && field.isPresent()
                ? new NumberWords(field.get(), PROTOCOL).text(protocol.ranges().getFirst())
                : "";
    }
}
