package dev.wirewalk.dialect;

import dev.wirewalk.filter.Box;
import dev.wirewalk.filter.HeaderField;
import dev.wirewalk.profile.LineWay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Brings lines to as few as the tool takes: what others hold is left out, and when that is not enough, more is selected. */
final class LineFitting {
    /** How many times the limit a list may be for it to be worth asking what covers what. */
    private static final int PRUNABLE = 3;

    private final WayWords words;
    private final int runs;
    private final Gaps gaps;

    LineFitting(WayWords words, int runs, Gaps gaps) {
        this.words = words;
        this.runs = runs;
        this.gaps = gaps;
    }

    /** Whether alternatives need no more lines than there are. */
    boolean fits(List<Line> lines, List<Box> asked) {
        return lines.size() <= prunable() && needed(lines, asked).size() <= limit();
    }

    /** Of more lines than these, pruning leaves no such part that they fit. */
    int prunable() {
        return PRUNABLE * limit();
    }

    private List<Line> needed(List<Line> lines, List<Box> asked) {
        List<Line> symmetric = lines.stream().map(line -> widest(line, asked)).toList();
        return symmetric.size() > Alternatives.UNWIELDY ? symmetric : Covering.pruned(symmetric);
    }

    /** @param asked the boxes that may be selected without selecting more than was asked */
    List<Line> fitted(List<Line> lines, List<Box> asked) {
        if (words.way().isRules()) {
            return rules(lines);
        }
        return within(needed(lines, asked), limit());
    }

    private int limit() {
        int lines = words.way().lines() * runs;
        return words.way().replies() == LineWay.Replies.BOTH_ROLES ? Math.max(1, lines / 2) : lines;
    }

    /** The same line with the widest symmetry that selects nothing beside what was asked. */
    private Line widest(Line line, List<Box> asked) {
        for (Line.Symmetry symmetry : words.possible()) {
            Line wider = symmetry.equals(line.symmetry()) ? line : line.with(symmetry);
            boolean within =
                    wider.meaning().stream().allMatch(box -> asked.stream().anyMatch(one -> one.contains(box)));
            if (within && words.canSay(wider)) {
                return wider;
            }
        }
        return line;
    }

    private List<Line> rules(List<Line> lines) {
        int limit = limit();
        List<Line> left = new ArrayList<>(lines);
        while (left.size() > limit && left.stream().anyMatch(line -> !line.permit())) {
            left.removeAll(largestDenial(left));
        }
        if (left.stream().allMatch(Line::permit)) {
            left = new ArrayList<>(left.size() > Alternatives.UNWIELDY ? left : Covering.pruned(left));
        }
        if (left.size() < lines.size() && left.stream().allMatch(Line::permit) && lines.size() > limit) {
            tooMany(lines.size(), limit);
        }
        return left.size() <= limit ? left : within(left, limit);
    }

    /** The denials in a row that take the most lines. */
    private static List<Line> largestDenial(List<Line> lines) {
        List<List<Line>> rows = new ArrayList<>();
        boolean inRow = false;
        for (Line line : lines) {
            if (!line.permit()) {
                if (!inRow) {
                    rows.add(new ArrayList<>());
                }
                rows.getLast().add(line);
            }
            inRow = !line.permit();
        }
        return rows.stream().max(Comparator.comparing(List::size)).orElse(List.of());
    }

    private List<Line> within(List<Line> lines, int limit) {
        if (lines.size() <= limit) {
            return lines;
        }
        tooMany(lines.size(), limit);
        if (!words.always()) {
            if (limit == 1) {
                return List.of(new OneLine(words).around(lines));
            }
            return Covering.within(limit, lines, new Line(words, true, words.least(), Said.NOTHING));
        }
        // Every line names addresses, so that lines of the two families are never joined.
        List<Line> four = lines.stream().filter(line -> !isSix(line)).toList();
        List<Line> six = lines.stream().filter(LineFitting::isSix).toList();
        int small = Math.min(limit / 2, Math.min(six.size(), four.size()));
        boolean fewSix = six.size() <= four.size();
        List<Line> fitting = new ArrayList<>(joined(four, fewSix ? limit - small : small));
        fitting.addAll(joined(six, fewSix ? small : limit - small));
        return fitting;
    }

    private static List<Line> joined(List<Line> lines, int limit) {
        return lines.isEmpty() ? lines : Covering.within(Math.max(1, limit), lines, lines.getFirst());
    }

    private static boolean isSix(Line line) {
        return line.said().of(HeaderField.SOURCE).ranges().getFirst().low().version()
                == dev.wirewalk.address.IpVersion.V6;
    }

    private void tooMany(int needed, int limit) {
        gaps.addWhole("The filter needs %d lines and %s, so some say less and select more."
                .formatted(needed, limit == 1 ? "there is one" : "there are " + limit));
    }
}
