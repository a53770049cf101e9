package dev.wirewalk.dialect;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.filter.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of an INSPECT program, taken one after the other. */
final class InspectTokens {
    private record Token(String text, int column) {}

    private static final Pattern TOKEN =
            Pattern.compile("(>=|<=|!=|[()=<>\\[\\],:;&]|[A-Za-z_][A-Za-z_0-9]*|0x[0-9A-Fa-f]+|[0-9]+(\\.[0-9]+)*)");
    private static final Pattern BLANK = Pattern.compile("(\\s|//[^\\n]*)+");

    private final List<Token> tokens = new ArrayList<>();
    private final int end;
    private int at;

    InspectTokens(String program) throws UnreadableTextException {
        end = program.length() + 1;
        Matcher token = TOKEN.matcher(program);
        Matcher blank = BLANK.matcher(program);
        int position = 0;
        while (position < program.length()) {
            if (blank.region(position, program.length()).lookingAt()) {
                position = blank.end();
            } else if (token.region(position, program.length()).lookingAt()) {
                tokens.add(new Token(token.group(), position + 1));
                position = token.end();
            } else {
                throw new UnreadableTextException(
                        0, position + 1, "the sign " + program.charAt(position) + " has no meaning in INSPECT");
            }
        }
    }

    boolean atEnd() {
        return at == tokens.size();
    }

    boolean isNext(String text) {
        return !atEnd() && tokens.get(at).text().equals(text);
    }

    boolean take(String text) {
        boolean there = isNext(text);
        at += there ? 1 : 0;
        return there;
    }

    void expect(String text) throws UnreadableTextException {
        if (!take(text)) {
            throw problem(text + " is missing");
        }
    }

    private String next(Pattern wanted, String what) throws UnreadableTextException {
        if (atEnd() || !wanted.matcher(tokens.get(at).text()).matches()) {
            throw problem(what + " is missing");
        }
        return tokens.get(at++).text();
    }

    String word() throws UnreadableTextException {
        return next(Pattern.compile("[A-Za-z_][A-Za-z_0-9]*"), "a condition");
    }

    IpAddress address() throws UnreadableTextException {
        int start = at;
        String text = next(Pattern.compile("[0-9.]+"), "an IPv4 address");
        Optional<IpAddress> address = IpAddress.parse(text);
        if (address.isEmpty()) {
            at = start;
            throw problem(text + " is no IPv4 address");
        }
        return address.get();
    }

    /** Whether an address in four parts comes next. */
    boolean isAddressNext() {
        return !atEnd() && tokens.get(at).text().matches("[0-9]+(\\.[0-9]+){3}");
    }

    /** A decimal or hexadecimal number of at most 32 bits. */
    long number() throws UnreadableTextException {
        int start = at;
        String text = next(Pattern.compile("0x[0-9A-Fa-f]+|[0-9]+"), "a number");
        boolean hexadecimal = text.startsWith("0x");
        String digits = hexadecimal ? text.substring(2) : text;
        long number = digits.length() > 10 ? Long.MAX_VALUE : Long.parseLong(digits, hexadecimal ? 16 : 10);
        if (number > 0xFFFF_FFFFL) {
            at = start;
            throw problem(text + " is more than 32 bits hold");
        }
        return number;
    }

    /** The sign of a comparison, or its word {@code is} or {@code is not}; empty when none comes next. */
    Optional<Comparison> comparison() {
        if (take("is")) {
            return Optional.of(take("not") ? Comparison.NOT_EQUAL : Comparison.EQUAL);
        }
        if (take("=")) {
            return Optional.of(Comparison.EQUAL);
        }
        for (Comparison comparison : Comparison.values()) {
            if (take(comparison.sign())) {
                return Optional.of(comparison);
            }
        }
        return Optional.empty();
    }

    /** A problem at what comes next. */
    UnreadableTextException problem(String message) {
        return new UnreadableTextException(0, atEnd() ? end : tokens.get(at).column(), message);
    }

    /** A problem at what was taken last. */
    UnreadableTextException problemBefore(String message) {
        return new UnreadableTextException(0, tokens.get(Math.max(0, at - 1)).column(), message);
    }
}
