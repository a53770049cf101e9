package dev.wirewalk.filter;

import dev.wirewalk.address.IpPrefix;
import dev.wirewalk.filter.TermPhrase.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A filter as one English noun phrase, to be read back to the person who wrote it: "TCP packets between 10.1.1.1 and 10.2.2.2 with port
 * 443, in both directions, except those from or to 10.9.9.9". Groups whose end would not be clear stand in square brackets.
 */
public final class FilterSentence {
    private final Set<String> kinds = new LinkedHashSet<>();
    private final List<TermPhrase> phrases = new ArrayList<>();
    private final List<String> limits = new ArrayList<>();
    private final List<String> exceptions = new ArrayList<>();
    private boolean bothDirections;

    private FilterSentence() {}

    /** The phrase, in lower case but for names, without a full stop. */
    public static String of(Filter filter) {
        return switch (filter) {
            case Filter.Any _ -> "all packets";
            case Filter.And(var parts) -> conjunction(parts);
            case Filter.Or(var parts) -> disjunction(parts);
            case Filter.Not(Filter.Not(var part)) -> of(part);
            case Filter.Not _, Filter.Term _ -> conjunction(List.of(filter));
        };
    }

    /** In brackets when something that follows could be taken for a part of it. */
    static String group(Filter filter) {
        return filter instanceof Filter.Term || filter instanceof Filter.Any ? of(filter) : "[" + of(filter) + "]";
    }

    private static String disjunction(List<Filter> parts) {
        Optional<TermPhrase> alike = TermPhrase.ofAny(parts);
        if (alike.isPresent()) {
            return conjunction(List.of(new Filter.Or(parts)));
        }
        if (parts.size() == 2 && isMirrored(parts.getFirst(), parts.getLast())) {
            return of(parts.getFirst()) + ", and their replies";
        }
        return parts.stream().map(FilterSentence::group).collect(Collectors.joining(" or "));
    }

    /** Whether the second is the first with the two ends of the connection changed. */
    private static boolean isMirrored(Filter one, Filter other) {
        if (!(one instanceof Filter.And(var parts) && other instanceof Filter.And(var others))) {
            return false;
        }
        List<Filter> turned = parts.stream().map(FilterSentence::turned).toList();
        return !turned.equals(parts)
                && turned.size() == others.size()
                && new HashSet<>(turned).equals(new HashSet<>(others));
    }

    private static Filter turned(Filter part) {
        return switch (part) {
            case Filter.Host(var side, var address) -> new Filter.Host(turned(side), address);
            case Filter.Net(var side, var prefix) -> new Filter.Net(turned(side), prefix);
            case Filter.Port(var transport, var side, var low, var high) ->
                new Filter.Port(transport, turned(side), low, high);
            case Filter.Any _, Filter.And _, Filter.Or _, Filter.Not _, Filter.Term _ -> part;
        };
    }

    private static Side turned(Side side) {
        return switch (side) {
            case SOURCE -> Side.DESTINATION;
            case DESTINATION -> Side.SOURCE;
            case EITHER -> Side.EITHER;
        };
    }

    private static String conjunction(List<Filter> parts) {
        FilterSentence sentence = new FilterSentence();
        List<Filter> rest = sentence.between(parts);
        rest.forEach(sentence::add);
        return sentence.text();
    }

    /** Takes the two ends of a conversation out of the parts. */
    private List<Filter> between(List<Filter> parts) {
        List<Filter> ends = parts.stream().filter(part -> end(part).isPresent()).toList();
        if (ends.size() != 2) {
            return parts;
        }
        IpPrefix one = end(ends.getFirst()).orElseThrow();
        IpPrefix other = end(ends.getLast()).orElseThrow();
        if (one.contains(other) || other.contains(one)) {
            return parts;
        }
        bothDirections = true;
        phrases.add(new TermPhrase("", "between " + named(one) + " and " + named(other), Place.ADDRESS));
        return parts.stream().filter(part -> end(part).isEmpty()).toList();
    }

    private static Optional<IpPrefix> end(Filter part) {
        if (part instanceof Filter.Host(var side, var address) && side == Side.EITHER) {
            return Optional.of(IpPrefix.of(address));
        }
        return part instanceof Filter.Net(var side, var prefix) && side == Side.EITHER
                ? Optional.of(prefix)
                : Optional.empty();
    }

    private static String named(IpPrefix prefix) {
        return prefix.length() == prefix.version().bits() ? prefix.network().toString() : "network " + prefix;
    }

    private void add(Filter part) {
        switch (part) {
            case Filter.Any _ -> {}
            case Filter.Term term -> add(TermPhrase.of(term));
            case Filter.Not(var inner) -> exceptions.add(exception(inner));
            case Filter.And _ -> limits.add(group(part));
            case Filter.Or(var parts) ->
                TermPhrase.ofAny(parts)
                        .ifPresentOrElse(
                                this::add,
                                () -> limits.add(parts.stream()
                                        .map(FilterSentence::group)
                                        .collect(Collectors.joining(" or "))));
        }
    }

    private void add(TermPhrase phrase) {
        if (!phrase.kind().isEmpty()) {
            kinds.add(phrase.kind());
        }
        if (!phrase.rest().isEmpty()) {
            phrases.add(phrase);
        }
    }

    private static String exception(Filter filter) {
        Optional<TermPhrase> phrase = switch (filter) {
            case Filter.Term term -> Optional.of(TermPhrase.of(term));
            case Filter.Or(var parts) -> TermPhrase.ofAny(parts);
            case Filter.Any _, Filter.And _, Filter.Not _ -> Optional.empty();
        };
        return phrase.filter(one -> one.kind().isEmpty())
                .map(one -> "those " + one.rest())
                .or(() -> phrase.map(_ -> of(filter)))
                .orElseGet(() -> group(filter));
    }

    private String text() {
        StringBuilder text = new StringBuilder(subject());
        phrases.sort(Comparator.comparing(TermPhrase::place));
        String before = "";
        for (TermPhrase phrase : phrases) {
            String first = phrase.rest().split(" ", 2)[0];
            text.append(first.equals(before) ? " and also " : " ").append(phrase.rest());
            before = first;
        }
        if (bothDirections) {
            text.append(", in both directions");
        }
        limits.forEach(limit -> text.append(", only those that are ").append(limit));
        if (!exceptions.isEmpty()) {
            text.append(phrases.isEmpty() && kinds.isEmpty() && limits.isEmpty() ? " except " : ", except ")
                    .append(String.join(", and except ", exceptions));
        }
        return text.toString();
    }

    /** "IPv4 TCP packets": what the one kind says already the other need not repeat. */
    private String subject() {
        List<String> distinct = kinds.stream()
                .filter(kind -> kinds.stream().noneMatch(other -> !other.equals(kind) && covers(other, kind)))
                .sorted(Comparator.comparing(kind -> !kind.startsWith("IPv")))
                .toList();
        if (distinct.isEmpty()) {
            return phrases.isEmpty() && limits.isEmpty() && !exceptions.isEmpty() ? "all packets" : "packets";
        }
        return String.join(" ", distinct) + " packets";
    }

    private static boolean covers(String longer, String shorter) {
        return List.of(longer.split(" ")).contains(shorter) && !longer.contains(" or ");
    }
}
