package dev.wirewalk.reading;

import dev.wirewalk.profile.OptionType;
import dev.wirewalk.profile.Reads.Effect;
import dev.wirewalk.profile.Reads.Part;
import dev.wirewalk.profile.Reads.Takes;
import dev.wirewalk.profile.ToolProfile;
import dev.wirewalk.reading.Typed.Problem;
import dev.wirewalk.reading.Typed.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Does what the parts of one command say. */
final class PartReader {
    private final ToolProfile profile;
    private final Said said;
    private final Map<Part, Integer> times = new HashMap<>();

    PartReader(ToolProfile profile, Said said) {
        this.profile = profile;
        this.said = said;
    }

    /** A command that is not understood at one place. */
    static final class NotUnderstood extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        NotUnderstood(int offset, String message) {
            super(message);
            this.problem = new Problem(offset, message);
        }

        Problem problem() {
            return problem;
        }
    }

    /** How many words behind its name a part takes at least; those of a clause are counted by who knows its end. */
    int words(Part part) {
        return switch (part.effect()) {
            case Effect.Sets(var option, var value, var times) ->
                value.isPresent() || !times.isEmpty() || isFlag(option) ? 0 : 1;
            case Effect.Piece(var _, var takes, var _) -> takes == Takes.NOTHING || takes == Takes.ANSWER ? 0 : 1;
            case Effect.Uses _ -> 1;
            case Effect.Nothing(var words) -> words;
            case Effect.Refused _ -> 0;
        };
    }

    private boolean isFlag(String option) {
        return profile.option(option)
                .filter(found -> found.type() instanceof OptionType.Flag)
                .isPresent();
    }

    /**
     * @param name the name as it was typed; where nothing is typed, the place
     * @param value the words that belong to it
     * @param end where they end
     * @return whether it carries some of the filter
     */
    boolean apply(Part part, Placed name, List<Word> value, int end) throws NotUnderstood {
        said.aside |= part.aside();
        Placed words = Typed.join(value, end);
        switch (part.effect()) {
            case Effect.Refused(var why) ->
                throw new NotUnderstood(name.offset(0), name.text() + " is not read: " + why);
            case Effect.Piece(var form, var takes, var keep) -> {
                if (takes != Takes.ANSWER || !value.isEmpty()) {
                    said.pieces.add(new Said.Piece(form, keep ? kept(part, name, words) : words, ""));
                }
            }
            case Effect.Uses(var option) -> {
                set(option, words.text());
                said.use = Optional.of(new Said.Use(words.text(), words.offset(0)));
            }
            case Effect.Nothing _ -> {}
            case Effect.Sets(var option, var fixed, var counted) -> {
                int often = times.merge(part, 1, Integer::sum);
                set(option, fixed.orElseGet(() -> value(option, counted, often, words.text())));
            }
        }
        return part.effect() instanceof Effect.Piece || part.effect() instanceof Effect.Uses;
    }

    private String value(String option, List<String> counted, int often, String word) {
        if (!counted.isEmpty()) {
            return counted.get(Math.min(often, counted.size()) - 1);
        }
        return isFlag(option) ? OptionType.Flag.ON : word;
    }

    /** A value that the option does not take is told as left aside: it says nothing about the filter. */
    void set(String name, String value) {
        Optional<String> admitted = profile.option(name)
                .flatMap(found -> Stream.of(value, value.toLowerCase(Locale.ROOT))
                        .filter(found.type()::admits)
                        .findFirst());
        admitted.ifPresentOrElse(word -> said.options.put(name, word), () -> said.ignored.add(name + " " + value));
    }

    private static Placed kept(Part part, Placed name, Placed words) {
        String usual = part.names().getFirst();
        Placed.Builder piece = new Placed.Builder().add(usual, name.offset(0));
        if (!usual.endsWith("=") && words.length() > 0) {
            piece.add(' ', words.offset(0));
        }
        return piece.add(words).placed(words.offset(words.length()));
    }
}
