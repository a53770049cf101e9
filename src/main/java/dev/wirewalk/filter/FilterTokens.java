package dev.wirewalk.filter;

import java.util.ArrayList;
import java.util.List;

/** Splits a filter text into tokens and hands them out one by one. */
final class FilterTokens {
    private static final int LONGEST_TEXT = 20_000;
    private static final List<String> SIGNS = List.of(
            "&&", "||", "==", "!=", "<=", ">=", "<<", ">>", "(", ")", "[", "]", "{", "}", "!", "=", "<", ">", "&", "|",
            "+", "-", "*", "/", "%", "^", ":");

    enum Kind {
        WORD,
        SIGN,
        END
    }

    /** @param column of its first character, counted from 1 */
    record Token(Kind kind, String text, int column) {
        boolean is(String wanted) {
            return kind != Kind.END && text.equals(wanted);
        }

        String shown() {
            return kind == Kind.END ? "the end" : "'" + text + "'";
        }

        boolean isAnd() {
            return is("and") || is("&&");
        }

        boolean isOr() {
            return is("or") || is("||");
        }
    }

    private final List<Token> tokens = new ArrayList<>();
    private int position;

    FilterTokens(String text) throws FilterSyntaxException {
        if (text.length() > LONGEST_TEXT) {
            throw new FilterSyntaxException(LONGEST_TEXT, "a filter has at most " + LONGEST_TEXT + " characters");
        }
        int at = 0;
        int accessors = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            Token token = next(text, at, accessors > 0);
            accessors = token.is("[") ? accessors + 1 : token.is("]") ? Math.max(0, accessors - 1) : accessors;
            tokens.add(token);
            at += token.text().length();
        }
        tokens.add(new Token(Kind.END, "", text.length() + 1));
    }

    /** Inside an accessor's brackets a colon divides offset and size; elsewhere it belongs to IPv6 addresses. */
    private static Token next(String text, int at, boolean inAccessor) throws FilterSyntaxException {
        int end = at;
        while (end < text.length()
                && (end > at || text.charAt(end) != '-')
                && isWordPart(text.charAt(end), inAccessor)) {
            end++;
        }
        if (end > at) {
            return new Token(Kind.WORD, text.substring(at, end), at + 1);
        }
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                return new Token(Kind.SIGN, sign, at + 1);
            }
        }
        throw new FilterSyntaxException(at + 1, "'" + printable(text.codePointAt(at)) + "' has no place in a filter");
    }

    private static boolean isWordPart(char c, boolean inAccessor) {
        boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return letterOrDigit || c == '.' || c == '-' || c == '_' || c == '\\' || (c == ':' && !inAccessor);
    }

    private static String printable(int codePoint) {
        int type = Character.getType(codePoint);
        boolean unseen = Character.isISOControl(codePoint)
                || !Character.isDefined(codePoint)
                || type == Character.FORMAT // such as marks that turn the direction of the text
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
        return unseen ? "U+%04X".formatted(codePoint) : Character.toString(codePoint);
    }

    Token peek() {
        return peek(0);
    }

    /** The token {@code ahead} places further on; the end token when there are not so many. */
    Token peek(int ahead) {
        return tokens.get(Math.min(position + ahead, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        position = Math.min(position + 1, tokens.size() - 1);
        return token;
    }

    /** Takes the next token when it is {@code wanted}. */
    boolean take(String wanted) {
        if (!peek().is(wanted)) {
            return false;
        }
        take();
        return true;
    }

    void expect(String wanted, String reason) throws FilterSyntaxException {
        if (!take(wanted)) {
            throw new FilterSyntaxException(
                    peek().column(), "expected '" + wanted + "' " + reason + ", not " + peek().shown());
        }
    }

    /** A place to come back to when reading ahead does not work out. */
    int mark() {
        return position;
    }

    void reset(int mark) {
        position = mark;
    }
}
