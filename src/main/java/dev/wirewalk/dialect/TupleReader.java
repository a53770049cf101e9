package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.Side;
import dev.wirewalk.filter.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads Check Point's simple filters: tuples, hosts, and the parameters of the kernel that mean the same. */
final class TupleReader {
    private static final int PORTS = 65535;
    private static final int PROTOCOLS = 254;

    private final List<String> pieces;

    private TupleReader(List<String> pieces) {
        this.pieces = pieces;
    }

    static Filter tuples(List<String> pieces) throws UnreadableTextException {
        TupleReader reader = new TupleReader(pieces);
        List<Filter> tuples = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            tuples.add(reader.tuple(i));
        }
        return alternatives(tuples);
    }

    static Filter hosts(List<String> pieces) throws UnreadableTextException {
        TupleReader reader = new TupleReader(pieces);
        List<Filter> hosts = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            hosts.add(new Filter.Host(Side.EITHER, reader.address(i, 1, pieces.get(i))));
        }
        return alternatives(hosts);
    }

    private static Filter alternatives(List<Filter> filters) {
        return filters.isEmpty() ? Filter.ANY : Meaning.any(filters);
    }

    /** Lines such as {@code str simple_debug_filter_saddr_1 10.1.1.1}; a later one of the same name replaces the earlier. */
    static Filter parameters(List<String> pieces) throws UnreadableTextException {
        TupleReader reader = new TupleReader(pieces);
        Map<String, Map<String, Filter>> filters = new TreeMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            reader.parameter(i, filters);
        }
        return alternatives(filters.values().stream().map(TupleReader::joined).toList());
    }

    private void parameter(int piece, Map<String, Map<String, Filter>> filters) throws UnreadableTextException {
        String[] words = pieces.get(piece).strip().split(" +");
        if (words.length != 3 || !words[1].startsWith(KernelParameters.PREFIX)) {
            throw new UnreadableTextException(
                    piece,
                    1,
                    "a parameter is its type, its name and its value, such as int " + KernelParameters.PREFIX
                            + "dport_1 443");
        }
        int column = pieces.get(piece).indexOf(words[1]) + 1;
        String name = words[1].substring(KernelParameters.PREFIX.length());
        String field = name.replaceAll("_[0-9]+$", "");
        String type = field.endsWith("addr") || field.equals("vpn") ? "str" : "int";
        if (!words[0].equals(type)) {
            throw new UnreadableTextException(piece, 1, "the parameter " + words[1] + " takes the type " + type);
        }
        int at = pieces.get(piece).lastIndexOf(words[2]) + 1;
        Filter read = switch (field) {
            case "addr" -> new Filter.Host(Side.EITHER, address(piece, at, words[2]));
            case "saddr" -> new Filter.Host(Side.SOURCE, address(piece, at, words[2]));
            case "daddr" -> new Filter.Host(Side.DESTINATION, address(piece, at, words[2]));
            case "sport" -> port(Side.SOURCE, number(piece, at, words[2], PORTS));
            case "dport" -> port(Side.DESTINATION, number(piece, at, words[2], PORTS));
            case "proto" -> protocol(number(piece, at, words[2], PROTOCOLS));
            case "vpn" ->
                throw new UnreadableTextException(
                        piece, column, "how a VPN peer combines with other filters is not known");
            default -> throw new UnreadableTextException(piece, column, "no simple filter has a field " + field);
        };
        String number = (field.equals("addr") ? "host" : "tuple") + name.substring(field.length());
        filters.computeIfAbsent(number, _ -> new TreeMap<>()).put(field, read);
    }

    private static Filter joined(Map<String, Filter> fields) {
        return withProtocol(new ArrayList<>(fields.values()));
    }

    private static Filter port(Side side, int number) {
        return number == 0 ? Filter.ANY : new Filter.Port(Transport.ANY, side, number, number);
    }

    private static Filter protocol(int number) {
        return number == 0 ? Filter.ANY : Meaning.protocol(number);
    }

    private Filter tuple(int piece) throws UnreadableTextException {
        String[] fields = pieces.get(piece).split(",", -1);
        if (fields.length != 5) {
            throw new UnreadableTextException(
                    piece, 1, "a simple filter is five fields: source, port, destination, port, protocol number");
        }
        List<Filter> parts = new ArrayList<>();
        int[] column = new int[5];
        for (int i = 0, at = 1; i < 5; at += fields[i++].length() + 1) {
            column[i] = at;
        }
        end(Side.SOURCE, piece, column[0], fields[0]).ifPresent(parts::add);
        parts.add(port(Side.SOURCE, number(piece, column[1], fields[1], PORTS)));
        end(Side.DESTINATION, piece, column[2], fields[2]).ifPresent(parts::add);
        parts.add(port(Side.DESTINATION, number(piece, column[3], fields[3], PORTS)));
        parts.add(protocol(number(piece, column[4], fields[4], PROTOCOLS)));
        return withProtocol(parts);
    }

    /** A port beside a protocol that has ports is said with it: {@code tcp port 443}. */
    private static Filter withProtocol(List<Filter> parts) {
        Optional<Filter.Protocol> protocol = parts.stream()
                .filter(Filter.Protocol.class::isInstance)
                .map(Filter.Protocol.class::cast)
                .filter(one -> Meaning.transport(one.number()) != Transport.ANY)
                .findFirst();
        boolean ports = parts.stream().anyMatch(Filter.Port.class::isInstance);
        if (protocol.isEmpty() || !ports) {
            return Meaning.all(parts);
        }
        Transport transport = Meaning.transport(protocol.get().number());
        return Meaning.all(parts.stream()
                .filter(part -> !part.equals(protocol.get()))
                .map(part -> part instanceof Filter.Port(var _, var side, var low, var high)
                        ? new Filter.Port(transport, side, low, high)
                        : part)
                .toList());
    }

    private Optional<Filter> end(Side side, int piece, int column, String text) throws UnreadableTextException {
        return text.equals("0") ? Optional.empty() : Optional.of(new Filter.Host(side, address(piece, column, text)));
    }

    private IpAddress address(int piece, int column, String text) throws UnreadableTextException {
        return IpAddress.parse(text)
                .orElseThrow(() -> new UnreadableTextException(
                        piece, column, "a simple filter takes one address here, not " + text));
    }

    private int number(int piece, int column, String text, int last) throws UnreadableTextException {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > last) {
            throw new UnreadableTextException(
                    piece, column, "a number from 0 to " + last + " is taken here, not " + text);
        }
        return Integer.parseInt(text);
    }
}
