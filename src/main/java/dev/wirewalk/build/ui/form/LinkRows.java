package dev.wirewalk.build.ui.form;

import dev.wirewalk.filter.Comparison;
import dev.wirewalk.filter.Encapsulation;
import dev.wirewalk.filter.Filter;
import dev.wirewalk.filter.FilterParser;
import dev.wirewalk.filter.FilterSyntaxException;
import java.util.Optional;
import java.util.OptionalLong;

/** Rows about the frame: its addresses, its type, its length, its tag. */
final class LinkRows {
    private static final String NO_LINK_ROW = "a row about the frame";

    private LinkRows() {}

    /** @throws RowProblem with one sentence when the value is wrong */
    static Filter read(FormRow row, String value) throws RowProblem {
        return switch (row.kind()) {
            case MAC ->
                parsed(
                        "ether " + direction(row.qualifier()) + "host ",
                        value,
                        "not an address such as 00:1b:21:3c:9d:f8");
            case ETHER_TYPE -> parsed("ether proto ", value, "not an EtherType such as 0x88cc");
            case LENGTH ->
                parsed(
                        row.qualifier() == Qualifier.AT_MOST ? "less " : "greater ",
                        value,
                        "a number of bytes such as 1500");
            case VLAN -> parsed("vlan ", value, "a VLAN id of 0 to 4095");
            case HOST,
                    NET,
                    PORT,
                    TCP_PORT,
                    UDP_PORT,
                    SCTP_PORT,
                    PROTOCOL,
                    FRAME,
                    TCP_FLAGS,
                    TCP_FLAGS_IPV4,
                    TCP_FLAGS_IPV6,
                    ICMP_TYPE,
                    ICMP_CODE,
                    ICMP6_TYPE,
                    ICMP6_CODE -> throw new IllegalArgumentException(row.kind() + " is not " + NO_LINK_ROW);
        };
    }

    private static String direction(Qualifier qualifier) {
        return switch (qualifier) {
            case SOURCE -> "src ";
            case DESTINATION -> "dst ";
            case EITHER, SOME, THESE, ONLY, AT_LEAST, AT_MOST -> "";
        };
    }

    /** One word of a value only: the rest of the language has rows of its own. */
    private static Filter parsed(String before, String value, String rule) throws RowProblem {
        try {
            if (value.matches("[0-9A-Za-z:.-]+")) {
                return FilterParser.parse(before + value);
            }
        } catch (FilterSyntaxException wrong) {
            throw new RowProblem(rule);
        }
        throw new RowProblem(rule);
    }

    /** Empty when no row can say the term. */
    static Optional<FormRow> write(Filter.Opaque term) {
        return switch (term) {
            case Filter.Mac(var side, var address) ->
                Optional.of(new FormRow(TermKind.MAC, Qualifier.of(side), address.toString()));
            case Filter.EtherType(var number) ->
                Optional.of(new FormRow(TermKind.ETHER_TYPE, Qualifier.EITHER, "0x%04x".formatted(number)));
            case Filter.Length(var comparison, var bytes) -> length(comparison, bytes);
            case Filter.Encapsulated(var kind, var id, var inner) when inner instanceof Filter.Any -> tag(kind, id);
            case Filter.Encapsulated _,
                    Filter.ByteTest _,
                    Filter.Relation _,
                    Filter.ProtocolChain _,
                    Filter.Written _ -> Optional.empty();
        };
    }

    private static Optional<FormRow> length(Comparison comparison, long bytes) {
        return switch (comparison) {
            case GREATER_OR_EQUAL ->
                Optional.of(new FormRow(TermKind.LENGTH, Qualifier.AT_LEAST, Long.toString(bytes)));
            case LESS_OR_EQUAL -> Optional.of(new FormRow(TermKind.LENGTH, Qualifier.AT_MOST, Long.toString(bytes)));
            case EQUAL, NOT_EQUAL, LESS, GREATER -> Optional.empty();
        };
    }

    /** The row of a VLAN tag with an id. */
    static Optional<FormRow> tag(Encapsulation kind, OptionalLong id) {
        return kind == Encapsulation.VLAN && id.isPresent()
                ? Optional.of(new FormRow(TermKind.VLAN, Qualifier.EITHER, Long.toString(id.getAsLong())))
                : Optional.empty();
    }
}
