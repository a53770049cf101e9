package dev.wirewalk.dialect;

import static dev.wirewalk.filter.HeaderField.TCP_FLAGS;

import dev.wirewalk.filter.FieldValues;
import dev.wirewalk.filter.FieldValues.Range;
import dev.wirewalk.profile.LineField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** TCP flags of which some must be set and some must not be. */
final class FlagWords implements FieldWords<Integer> {
    /** The names that profiles use, by their bit (RFC 9293, RFC 3168). */
    static final Map<String, Integer> BITS =
            Map.of("fin", 1, "syn", 2, "rst", 4, "psh", 8, "ack", 16, "urg", 32, "ece", 64, "cwr", 128);

    private static final int ALL = 255;

    private final LineField field;
    /** Bits and their words, the lowest bit first. */
    private final Map<Integer, String> words = new LinkedHashMap<>();

    private final int named;

    FlagWords(LineField field) {
        this.field = field;
        field.words().entrySet().stream()
                .sorted(java.util.Comparator.comparing(entry -> BITS.getOrDefault(entry.getValue(), 0)))
                .forEach(entry -> words.putIfAbsent(BITS.getOrDefault(entry.getValue(), 0), entry.getKey()));
        named = words.keySet().stream().reduce(0, (one, other) -> one | other);
    }

    /** The flag bytes whose bits under {@code mask} are {@code value}. */
    record Cube(int mask, int value) {
        boolean contains(int flags) {
            return (flags & mask) == value;
        }

        FieldValues<Integer> values() {
            List<Range<Integer>> ranges = new ArrayList<>();
            for (int flags = 0; flags <= ALL; flags++) {
                if (contains(flags)) {
                    ranges.add(new Range<>(flags, flags));
                }
            }
            return new FieldValues<>(TCP_FLAGS.line(), false, ranges);
        }
    }

    /** Cubes apart from each other that together are the values. */
    static List<Cube> cubes(FieldValues<Integer> values) {
        List<Cube> cubes = new ArrayList<>();
        boolean[] in = new boolean[ALL + 1];
        for (int flags = 0; flags <= ALL; flags++) {
            in[flags] = values.contains(flags);
        }
        collect(in, new Cube(0, 0), 0, cubes);
        return cubes;
    }

    private static void collect(boolean[] in, Cube within, int bit, List<Cube> cubes) {
        boolean all = true;
        boolean none = true;
        for (int flags = 0; flags <= ALL; flags++) {
            if (within.contains(flags)) {
                all &= in[flags];
                none &= !in[flags];
            }
        }
        if (all) {
            cubes.add(within);
        } else if (!none) {
            int mask = 1 << bit;
            if (depends(in, within, mask)) {
                collect(in, new Cube(within.mask() | mask, within.value()), bit + 1, cubes);
                collect(in, new Cube(within.mask() | mask, within.value() | mask), bit + 1, cubes);
            } else {
                collect(in, within, bit + 1, cubes);
            }
        }
    }

    private static boolean depends(boolean[] in, Cube within, int mask) {
        for (int flags = 0; flags <= ALL; flags++) {
            if (within.contains(flags) && in[flags] != in[flags ^ mask]) {
                return true;
            }
        }
        return false;
    }

    private boolean sayable(Cube cube) {
        int cleared = cube.mask() & ~cube.value();
        return cube.mask() != 0 && (cube.mask() & ~named) == 0 && (cleared == 0 || canClear());
    }

    private boolean canClear() {
        return field.unset().isPresent() || field.text().contains("{mask}");
    }

    @Override
    public List<FieldValues<Integer>> split(FieldValues<Integer> values) {
        List<Cube> cubes = values.absent() ? List.of() : cubes(values);
        return cubes.stream().allMatch(this::sayable)
                ? cubes.stream().map(Cube::values).toList()
                : List.of();
    }

    @Override
    public Optional<FieldValues<Integer>> around(FieldValues<Integer> values) {
        if (values.absent() || values.isEmpty()) {
            return Optional.empty();
        }
        int allSet = ALL;
        int allClear = ALL;
        for (int flags = 0; flags <= ALL; flags++) {
            if (values.contains(flags)) {
                allSet &= flags;
                allClear &= ~flags;
            }
        }
        int mask = (allSet | (canClear() ? allClear : 0)) & named;
        return mask == 0 ? Optional.empty() : Optional.of(new Cube(mask, allSet & mask).values());
    }

    @Override
    public List<String> write(FieldValues<Integer> values, String protocol) {
        Cube cube = cubes(values).getFirst();
        StringJoiner flags = new StringJoiner(field.between());
        StringJoiner mask = new StringJoiner(field.between());
        StringJoiner set = new StringJoiner(field.between());
        set.setEmptyValue(field.none());
        words.forEach((bit, word) -> {
            if ((cube.mask() & bit) != 0) {
                boolean on = (cube.value() & bit) != 0;
                flags.add((on ? field.set() : field.unset().orElse("")).replace("{flag}", word));
                mask.add(word);
                if (on) {
                    set.add(word);
                }
            }
        });
        return List.of(field.text()
                .replace("{flags}", flags.toString())
                .replace("{mask}", mask.toString())
                .replace("{bits}", set.toString()));
    }
}
