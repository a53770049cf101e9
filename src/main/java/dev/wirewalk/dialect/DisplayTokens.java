package dev.wirewalk.dialect;

import java.util.ArrayList;
import java.util.List;

/** Splits a display filter into words, quoted texts, slices and signs, and hands them out one by one. */
final class DisplayTokens {
    private static final int LONGEST_TEXT = 100_000;
    private static final List<String> SIGNS = List.of(
            "===", "!==", "&&", "||", "^^", "==", "!=", "~=", "<=", ">=", "(", ")", "{", "}", ",", "!", "<", ">", "&",
            "~", "=");

    enum Kind {
        WORD,
        QUOTED,
        SLICE,
        SIGN,
        END
    }

    /** @param column of its first character, counted from 1 */
    record Token(Kind kind, String text, int column) {
        boolean is(String... wanted) {
            return (kind == Kind.WORD || kind == Kind.SIGN) && List.of(wanted).contains(text);
        }

        String shown() {
            return kind == Kind.END ? "the end" : "'" + text + "'";
        }
    }

    private final List<Token> tokens = new ArrayList<>();
    private int position;

    DisplayTokens(String text) throws UnreadableTextException {
        if (text.length() > LONGEST_TEXT) {
            throw new UnreadableTextException(
                    0, LONGEST_TEXT, "a display filter has at most " + LONGEST_TEXT + " characters");
        }
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            Token token = next(text, at);
            tokens.add(token);
            at += token.text().length();
        }
        tokens.add(new Token(Kind.END, "", text.length() + 1));
    }

    private static Token next(String text, int at) throws UnreadableTextException {
        if (text.charAt(at) == '"') {
            return upTo('"', text, at, Kind.QUOTED, "this text in quotes has no end");
        }
        if (text.charAt(at) == '[') {
            return upTo(']', text, at, Kind.SLICE, "this '[' is never closed");
        }
        int end = at;
        while (end < text.length() && isWordPart(text.charAt(end))) {
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
        throw new UnreadableTextException(0, at + 1, "this sign has no place in a display filter");
    }

    private static Token upTo(char last, String text, int at, Kind kind, String message)
            throws UnreadableTextException {
        int end = text.indexOf(last, at + 1);
        if (end < 0) {
            throw new UnreadableTextException(0, at + 1, message);
        }
        return new Token(kind, text.substring(at, end + 1), at + 1);
    }

    private static boolean isWordPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "._:/#-".indexOf(c) >= 0;
    }

    Token peek() {
        return tokens.get(position);
    }

    Token take() {
        Token token = tokens.get(position);
        position = Math.min(position + 1, tokens.size() - 1);
        return token;
    }

    /** Takes the next token if it is one of these. */
    boolean take(String... wanted) {
        boolean found = peek().is(wanted);
        if (found) {
            take();
        }
        return found;
    }

    Token take(Kind kind, String expected) throws UnreadableTextException {
        Token token = take();
        if (token.kind() != kind) {
            throw new UnreadableTextException(0, token.column(), "expected " + expected + " before " + token.shown());
        }
        return token;
    }

    void expect(String sign, String why) throws UnreadableTextException {
        Token token = take();
        if (!token.is(sign)) {
            throw new UnreadableTextException(
                    0, token.column(), "expected '" + sign + "' " + why + " before " + token.shown());
        }
    }
}
